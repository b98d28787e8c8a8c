import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type HandoffOptions, handoffOf } from '../../../core/handoff/handoff';
import type { Plan } from '../../../core/plan/model';
import { parseDocument } from '../../../core/plan/parse';
import { defaultReading } from '../../../core/plan/reading';
import { linesOf } from '../../../core/text/blocks';
import { generatedPlan } from '../../../scripts/bench/generatedPlan';

const text = `# Weigh parcels at the counter

Status: In progress

## Purpose / Big Picture

Clerks read the weight on the screen.

Before, they typed it from the scale.

## Progress

### Milestone 1: The driver

- [x] (2026-05-04 08:10Z) Open the port in \`scale/port.ts\`

### Milestone 2: The screen

- [x] (2026-05-04 09:02Z) Draw the number
- [ ] Print the label (blocked: the printer is not there)
- [ ] Show the unit in \`scale/screen.ts\`
  - [ ] grams
    below a kilogram

## Surprises & Discoveries

- Observation: the scale sends a comma (2026-05-04 08:31Z)
  Evidence: \`scale/port.ts\` printed "1,25"
- Observation: the screen is slow (2026-05-04 09:00Z)
  Evidence: 400 ms in \`scale/screen.ts\`

## Decision Log

- Decision: one port at a time
  Rationale: the cable is shared
  Date/Author: 2026-05-04 08:12Z, Ines
- Decision: no library in M2
  Rationale: two lines are enough
  Date/Author: 2026-05-04 08:55Z, Ines

## Plan of Work

### Milestone 1: The driver

Scope: read the port.

### Milestone 2: The screen

Scope: show what was read.

Commands to verify:

    npm test -- screen

Expected output:

    screen: 4 passed

## Idempotence and Recovery

All of it can be run again.
`;

function planOf(source: string): Plan {
  const [plan] = parseDocument(source, defaultReading).plans;
  assert.ok(plan);
  return plan;
}

function handoff(options: Partial<HandoffOptions> = {}, source = text) {
  return handoffOf(planOf(source), linesOf(source), { phase: 'implement', ...options });
}

/** What stands below a heading of a handoff. */
function part(name: string, options: Partial<HandoffOptions> = {}, source = text): string {
  const said = handoff(options, source).text;
  return (
    said
      .split(/^## /m)
      .find((each) => each.startsWith(`${name}\n`))
      ?.slice(name.length)
      .trim() ?? ''
  );
}

describe('a handoff', () => {
  it('says what the plan is for, how far it is, and what is next', () => {
    const said = handoff({ file: 'plans/scale.md' }).text;
    assert.match(said, /^Go on with the plan below, from its next step\./);
    assert.match(
      said,
      /^# Weigh parcels at the counter\n\nPlan: `plans\/scale\.md` · Status: In progress · 2 of 5 steps done · last record 2026-05-04 09:02Z$/m,
    );
    assert.equal(part('Goal'), 'Clerks read the weight on the screen.\n\nBefore, they typed it from the scale.');
    assert.equal(
      part('Next step'),
      '- [ ] Show the unit in `scale/screen.ts`\n  - [ ] grams\n    below a kilogram\n\nIt stands in line 21.',
      'the first that does not wait for something, with what is below it',
    );
    assert.match(part('Blocked'), /^- \[ \] Print the label \(blocked/);
  });

  it('tells of the milestone of that step alone, and how it is proved', () => {
    assert.match(part('Its milestone'), /^\*\*Milestone 2: The screen\*\*\n\nshow what was read\.$/);
    assert.equal(part('How to prove it'), '```sh\nnpm test -- screen\n```\n\nExpected:\n\n```\nscreen: 4 passed\n```');
  });

  it('tells of the records that name its files or its milestone, and of the newest where none does', () => {
    assert.match(part('Surprises'), /^- Observation: the screen is slow[^\n]*\n {2}Evidence: 400 ms/);
    assert.match(part('Decisions'), /^- Decision: no library in M2\n/);
    const other = text
      .replaceAll('scale/screen.ts', 'a/b.ts')
      .replace('400 ms in `a/b.ts`', '400 ms')
      .replace(' in M2', '');
    assert.equal(part('Decisions', {}, other).match(/^- Decision/gm)?.length, 2);
  });

  it('opens with what the session is for, in words of your own if you like', () => {
    assert.match(handoff({ phase: 'plan' }).text, /^Work on the plan below, and only on the plan/);
    assert.match(handoff({ phase: 'verify' }).text, /^Check the work of the plan below/);
    assert.match(handoff({ opening: 'Be brief.' }).text, /^Be brief\.\n\n# Weigh/);
  });

  it('leaves the least needed out first where it is too long, and says so', () => {
    const whole = handoff();
    const counts = (said: string) =>
      ['Surprises', 'Decisions', 'Goal', 'Next step'].map((name) => said.includes(`## ${name}\n`));
    let before = counts(whole.text);
    for (let tokens = whole.tokens; tokens >= 150; tokens -= 5) {
      const { text: said, tokens: counted, isOverLimit } = handoff({ tokens });
      assert.ok(isOverLimit || counted <= tokens, `${counted} of ${tokens}`);
      const now = counts(said);
      // What was left out once does not come back when there is less room; surprises go before decisions, the step never.
      assert.ok(now.every((has, i) => !has || before[i]));
      assert.ok(now[1] || !now[0]);
      assert.ok(now[3]);
      before = now;
    }
    const brief = handoff({ tokens: 240 });
    assert.match(brief.text, /\n\nLeft out here, to be read in the plan: .*Surprises \(1\)/);
    assert.deepEqual([handoff({ tokens: 100 }).isOverLimit, whole.isOverLimit], [true, false]);
  });

  it('is Markdown whatever the plan holds: headings become bold words, an open fence is closed', () => {
    const open = text
      .replace('Before, they typed it from the scale.', '### Before\n\n```text\nthey typed')
      .replace(/\n## Progress[\s\S]*$/, '\n');
    const rest = text.slice(text.indexOf('## Progress'));
    const source = `${open}\`\`\`\n\n${rest}`;
    assert.match(part('Goal', {}, source), /\*\*Before\*\*\n\n```text\nthey typed\n\n```$/);
  });

  it('says so where nothing is left to do', () => {
    assert.equal(part('Next step', {}, text.replaceAll('[ ]', '[x]')), 'Nothing is left to do: no step is open.');
  });

  it('keeps within its limit in a plan of any size', () => {
    const source = generatedPlan(2_000);
    const { tokens, isOverLimit } = handoff({ tokens: 600 }, source);
    assert.ok(!isOverLimit && tokens <= 600);
  });
});
