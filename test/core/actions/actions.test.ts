import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { describe, it } from 'node:test';
import type { Action, ActionContext, ActionResult } from '../../../core/actions/action';
import { type ActionCall, actions } from '../../../core/actions/list';
import { newPlan } from '../../../core/actions/newPlan';
import type { Param } from '../../../core/actions/params';
import { refusalText } from '../../../core/actions/refusal';
import { type RunTarget, runAction } from '../../../core/actions/run';
import { applyEdits } from '../../../core/edits/apply';
import { toText } from '../../../core/edits/template';
import { codeActionKinds } from '../../../server/src/features/codeActions';
import { actionContext, targetOf } from '../../support/actions';
import { root } from '../../support/root';

const text = `# Serve thumbnails from a cache

## Purpose / Big Picture

Pages load at once.

## Progress

- [x] (2026-02-09 11:19Z) Add the cache table
- [x] Fill it
- [ ] Serve from it
- [ ] Purge it

## Surprises & Discoveries

None yet.

## Decision Log

None yet.
`;

const table = actions as readonly Action[];
const context = actionContext;

function target(source = text): RunTarget {
  return targetOf(source);
}

/** What an action makes of a text; a refusal as it is. */
function done({ action, params }: ActionCall, source = text): unknown {
  const result: ActionResult = runAction(action, params, target(source), context);
  if ('edits' in result) return applyEdits(source, result.edits);
  return result;
}

const at = (...lines: number[]) => ({ identity: 'v1', lines });

describe('the table of actions', () => {
  it('has each action in a file of its own that is named like it', () => {
    assert.equal(new Set(table.map(({ id }) => id)).size, table.length);
    for (const { id } of table) assert.ok(existsSync(new URL(`core/actions/${id}.ts`, root)), id);
  });

  it('refuses lines that the text does not have, in whatever action', () => {
    const end = text.split('\n').length;
    for (const { id, params, needs } of table) {
      if (!('lines' in params) || needs === 'nothing') continue;
      const given = { ...at(end), rule: 'stale-progress', term: 'LDT' };
      assert.equal('refused' in (done({ action: id, params: given } as unknown as ActionCall) as object), true, id);
    }
  });

  it('has titles in title case for commands, which begin with a verb', () => {
    const verbs = [
      'Add',
      'Archive',
      'Block',
      'Convert',
      'Copy',
      'Create',
      "Don't",
      'Drop',
      'Mark',
      'Move',
      'Order',
      'Renumber',
      'Restore',
      'Set',
      'Split',
      'Tick',
      'Toggle',
      'Treat',
      'Untick',
    ];
    for (const { command } of table)
      if (command) {
        assert.ok(verbs.includes(command.title.split(' ')[0] as string), command.title);
        assert.match(command.title, /^[A-Z][\w']+(?: (?:as|[A-Z][A-Za-z]+))*$/);
      }
  });

  it('offers what can be done, with params that may come back, and titles that begin with a verb', () => {
    const range = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
    const here = target(text.replace('None yet.\n', 'The BXT grows.\n\n<!-- execplan-disable none: x -->\n'));
    const titles: string[] = [];
    for (const { id, lightBulb, params, run } of table)
      for (const offer of lightBulb?.offers(here, range, context) ?? []) {
        for (const [name, param] of Object.entries(params as Record<string, Param<unknown>>)) {
          const value = (offer.params as Record<string, unknown>)[name];
          assert.ok(param.is(value) || (param.isOptional && value === undefined), `${id}: ${name}`);
        }
        const result = run(here, offer.params, context);
        if (id !== 'fixAll') assert.ok(!('refused' in result), `${id}: ${JSON.stringify(result)}`);
        titles.push(lightBulb?.title(offer.params, here, context) as string);
      }
    assert.ok(titles.length > 12);
    for (const title of titles)
      assert.match(title, /^(?:Add|Drop|Fix|Mark|Put|Split|Suppress|Switch|Tick|Untick) [^A-Z]/, title);
  });

  it('names kinds that the server has told of', () => {
    for (const { lightBulb } of table) if (lightBulb) assert.ok(codeActionKinds.includes(lightBulb.kind));
    assert.equal(new Set(codeActionKinds).size, codeActionKinds.length);
  });
});

describe('an action', () => {
  it('ticks and unticks several steps at once, and says what is there where it cannot', () => {
    const ticked = done({ action: 'tick', params: at(10, 11) }) as string;
    assert.match(ticked, /- \[x\] \(2026-03-01 09:30Z\) Serve from it\n- \[x\] \(2026-03-01 09:30Z\) Purge it\n/);
    assert.equal(done({ action: 'untick', params: at(10, 11) }, ticked), text);
    assert.deepEqual(done({ action: 'tick', params: at(8) }), { refused: 'alreadyDone', stamp: '2026-02-09 11:19Z' });
    assert.deepEqual(done({ action: 'tick', params: at(9) }), { refused: 'alreadyDone', stamp: undefined });
    assert.deepEqual(done({ action: 'untick', params: at(10) }), { refused: 'notDone' });
    assert.deepEqual(done({ action: 'tick', params: at(4) }), { refused: 'noStep' });
    assert.deepEqual(done({ action: 'tick', params: at(0) }, '# Notes\n'), { refused: 'noPlan' });
    const some = done({ action: 'tick', params: at(8, 9, 10) }) as string;
    assert.equal(some.match(/2026-03-01/g)?.length, 1, 'those that are done stay as they are');
  });

  it('ticks a step of which something remains only when it is told what became of that', () => {
    const half = '- [ ] Purge it (completed: one host; remaining: the others)';
    const source = text.replace('- [ ] Purge it', half);
    const refusal = { refused: 'remainder', step: 'Purge it', remaining: 'the others' };
    assert.deepEqual(done({ action: 'tick', params: at(11) }, source), refusal);
    assert.deepEqual(done({ action: 'tick', params: at(10, 11) }, source), refusal, 'nor any with it');
    const stamp = '(2026-03-01 09:30Z)';
    for (const [remainder, after] of [
      ['done', `- [x] ${stamp} Purge it\n`],
      ['split', `- [x] ${stamp} Purge it (completed: one host)\n- [ ] Purge it: the others\n`],
    ] as const)
      assert.equal(
        done({ action: 'tick', params: { ...at(11), remainder } }, source),
        source.replace(`${half}\n`, after),
      );
    assert.equal(
      done({ action: 'tick', params: { ...at(10), remainder: 'split' } }, source),
      done({ action: 'tick', params: at(10) }, source),
      'a step without one is ticked as ever',
    );
    const here = { start: { line: 11, character: 0 }, end: { line: 11, character: 0 } };
    const { lightBulb } = table.find(({ id }) => id === 'tick') as Action;
    const offers = [...(lightBulb?.offers(target(source), here, context) ?? [])].map(({ params }) => params);
    assert.deepEqual(offers, [
      { lines: [11], remainder: 'done' },
      { lines: [11], remainder: 'split' },
    ]);
    assert.equal(new Set(offers.map((each) => lightBulb?.title(each, target(source), context))).size, 2);
    assert.deepEqual(runAction('tick', { ...at(11), remainder: 'lost' }, target(source), context), {
      refused: 'badParam',
      param: 'remainder',
    });
  });

  it('adds to each living section', () => {
    assert.match(done({ action: 'addDoneStep', params: at(10) }) as string, /Purge it\n- \[x\] \(2026-03-01 09:30Z\) /);
    assert.match(done({ action: 'addSurprise', params: at(0) }) as string, /Discoveries\n\n- Observation: /);
    assert.match(done({ action: 'addDecision', params: at(0) }) as string, /Log\n\n- Decision: /);
    assert.match(done({ action: 'addOutcome', params: at(0) }) as string, /## Outcomes & Retrospective\n\n- \(2026/);
    const whole = done({ action: 'addMissingSections', params: at(0) }) as string;
    assert.equal(whole.match(/^## /gm)?.length, 12);
    assert.deepEqual(done({ action: 'addMissingSections', params: at(0) }, whole), { refused: 'nothingMissing' });
  });

  it('adds nothing to a side of a merge conflict', () => {
    const merged = (before: string) => text.replace(/(## Progress\n\n)/, `$1${before}`);
    const conflict = '<<<<<<< HEAD\n- [x] (2026-02-12 11:00Z) Order\n=======\n- [ ] Order\n>>>>>>> b\n\n';
    const only = merged(conflict).replace(/\n>>>>>>> b\n\n[\s\S]*?(?=\n\n## )/, '\n>>>>>>> b');
    assert.deepEqual(done({ action: 'addDoneStep', params: at(0) }, only), { refused: 'inConflict' });
    // One in another place does not matter.
    assert.match(done({ action: 'addDoneStep', params: at(0) }, merged(conflict)) as string, /What was done/);
    assert.match(done({ action: 'addSurprise', params: at(0) }, only) as string, /- Observation: /);
  });

  it('writes what it is given in place of tab stops, as one line, signed by the author that is known', () => {
    const signed = { ...context, author: 'Ada' };
    const said = (action: string, params: object, by: ActionContext = context) => {
      const result = runAction(action, { ...at(0), ...params }, target(), by);
      assert.ok('edits' in result, JSON.stringify(result));
      assert.deepEqual(result.edits[0]?.template.filter((part) => typeof part !== 'string').length, 0);
      return applyEdits(text, result.edits);
    };
    assert.match(said('addDoneStep', { text: ' Warm\nit up ' }), /- \[x\] \(2026-03-01 09:30Z\) Warm it up\n\n/);
    assert.match(
      said('addSurprise', { text: 'It grows', evidence: 'src/a.ts:3' }),
      /\n\n- Observation: It grows \(2026-03-01 09:30Z\)\n {2}Evidence: src\/a\.ts:3\n\n/,
    );
    assert.match(
      said('addDecision', { text: 'Purge by age', rationale: 'It is cheap' }, signed),
      /- Decision: Purge by age\n {2}Rationale: It is cheap\n {2}Date\/Author: 2026-03-01 09:30Z, Ada\n$/,
    );
    assert.match(
      said('addOutcome', { text: 'Pages load.', remaining: 'Nothing.' }),
      /\n- \(2026-03-01 09:30Z\) Pages load. Nothing.\n$/,
    );
  });

  it('leaves a part out that nobody gave, where nobody can type', () => {
    const decision = done({ action: 'addDecision', params: { ...at(0), text: 'Purge by age' } }) as string;
    assert.match(decision, /- Decision: Purge by age\n {2}Date\/Author: 2026-03-01 09:30Z\n$/);
    const outcome = done({ action: 'addOutcome', params: { ...at(0), text: 'Pages load' } }) as string;
    assert.match(outcome, /- \(2026-03-01 09:30Z\) Pages load\n$/);
    for (const none of ['', ' \n', 'a\0b', 3])
      assert.deepEqual(runAction('addOutcome', { ...at(0), text: none }, target(), context), {
        refused: 'badParam',
        param: 'text',
      });
  });

  it('writes into a text whether it is a plan', () => {
    const none = done({ action: 'dontTreatAsPlan', params: { identity: 'v1' } }) as string;
    assert.equal(none, `<!-- execplan: ignore -->\n\n${text}`);
    assert.deepEqual(done({ action: 'dontTreatAsPlan', params: { identity: 'v1' } }, none), { refused: 'alreadySaid' });
    const plan = done({ action: 'treatAsPlan', params: { identity: 'v1' } }, none) as string;
    assert.equal(plan, `<!-- execplan: plan -->\n\n${text}`);
  });

  it('silences a rule on a line, in the plan, and in the configuration file', () => {
    const rule = 'done-without-timestamp';
    const comment = `execplan-disable-next-line ${rule}: `;
    assert.ok((done({ action: 'suppressOnLine', params: { ...at(9), rule } }) as string).includes(comment));
    assert.ok((done({ action: 'suppressInPlan', params: { ...at(9), rule } }) as string).includes(`disable ${rule}: `));
    const { uri } = context.configuration as { uri: string };
    assert.deepEqual(done({ action: 'switchOffRule', params: { identity: 'v1', rule } }), {
      files: [{ kind: 'create', uri, text: `{\n  "rules": {\n    "${rule}": "off"\n  }\n}\n` }],
    });
    const file = '{ "terms": ["A"] }';
    const result = runAction('addTerm', { identity: 'v1', term: 'B' }, target(), {
      ...context,
      configuration: { uri, text: file },
    });
    assert.ok('files' in result && result.files[0]?.kind === 'edit');
    assert.equal(result.files[0].text, file);
    const none = { ...context, configuration: undefined };
    assert.deepEqual(runAction('addTerm', { identity: 'v1', term: 'B' }, target(), none), {
      refused: 'noConfiguration',
    });
  });

  it('makes the text of a new plan', () => {
    const result = newPlan.run(undefined, { template: 'cookbook' }, context);
    assert.ok('text' in result);
    assert.match(toText(result.text), /^# .*\n[\s\S]*\(2026-03-01 09:30Z\)/);
  });

  it('makes it short, with its title, or from a template of the project', () => {
    const made = (params: object) => {
      const result = newPlan.run(
        undefined,
        { template: 'short', title: 'Serve it', ...params },
        { ...context, author: 'Ada' },
      );
      assert.ok('text' in result);
      return toText(result.text);
    };
    assert.match(made({}), /^# Serve it\n\nThis ExecPlan is a living document\./);
    assert.equal(made({}).match(/^## /gm)?.length, 6);
    const own = '<!-- execplan: ignore -->\n\n# {{title}}\n\nBy {{ author }}, {{date}}; {{timestamp}} ($1 {{other}})\n';
    assert.equal(made({ own }), '# Serve it\n\nBy Ada, 2026-03-01; 2026-03-01 09:30Z ($1 {{other}})\n');
    assert.equal(made({ own: '# <Title>\r\n\r\n## Purpose\r\n' }), '# Serve it\n\n## Purpose\n');
  });

  it('is about the text that its caller saw, and takes no params that are none', () => {
    const ask = (id: string, params: unknown) => runAction(id, params, target(), context);
    assert.deepEqual(ask('tick', { identity: 'v2', lines: [10] }), { refused: 'moved' });
    assert.deepEqual(ask('tock', at(10)), { refused: 'unknownAction', action: 'tock' });
    assert.deepEqual(ask('toString', at(10)), { refused: 'unknownAction', action: 'toString' });
    for (const params of [undefined, null, 3, {}, { lines: [10] }, { identity: 1, lines: [10] }])
      assert.deepEqual(ask('tick', params), { refused: 'badParam', param: 'identity' });
    for (const lines of [undefined, 10, [], [-1], [1.5], ['1'], [Number.NaN]])
      assert.deepEqual(ask('tick', { identity: 'v1', lines }), { refused: 'badParam', param: 'lines' });
    for (const rule of ['', 'a b', 'a-->', 3])
      assert.deepEqual(ask('suppressInPlan', { ...at(9), rule }), { refused: 'badParam', param: 'rule' });
  });

  it('is refused in words for people', () => {
    assert.equal(
      refusalText({ refused: 'alreadyDone', stamp: '2026-02-09 11:19Z' }),
      'This step is already done (2026-02-09 11:19Z).',
    );
    assert.match(refusalText({ refused: 'noStep' }), /- \[ \]/);
  });
});
