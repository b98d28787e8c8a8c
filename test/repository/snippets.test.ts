// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the syntax of snippets looks like that of templates.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fillForm } from '../../core/edits/entryForm';
import { decisionForm, doneStep, milestoneTemplate, outcomeForm, surpriseForm } from '../../core/edits/entryTemplate';
import { newPlan } from '../../core/edits/newPlan';
import { type Template, tabStops, toSnippet, toText } from '../../core/edits/template';
import { parseDocument } from '../../core/plan/parse';
import { sections } from '../../core/plan/sections';
import { snippets } from '../../scripts/snippets';
import { checkGenerated } from '../support/generated';

const stamp = '2026-03-01 09:30Z';

describe('template', () => {
  it('numbers tab stops in the order in which they are made', () => {
    const tab = tabStops();
    assert.deepEqual(
      [tab('a'), tab('')],
      [
        { stop: 1, text: 'a' },
        { stop: 2, text: '' },
      ],
    );
  });

  it('becomes neutral text', () => {
    assert.equal(toText(['- [ ] ', { stop: 1, text: 'Step' }, { stop: 0, text: '' }]), '- [ ] Step');
  });

  it('becomes a snippet with $, } and \\ escaped, in text and in stops', () => {
    const template: Template = ['cost: $5 {a} C:\\dir ', { stop: 1, text: '${x}\\' }, { stop: 0, text: '' }];
    assert.equal(toSnippet(template), 'cost: \\$5 {a\\} C:\\\\dir ${1:\\${x\\}\\\\}${0}');
  });
});

describe("a new plan in the Cookbook's dialect", () => {
  const text = toText(newPlan({ template: 'cookbook', stamp }));

  it('has the twelve sections in canonical order, each with one blank line behind its heading', () => {
    const headings = text.split('\n').filter((line) => line.startsWith('## '));
    assert.deepEqual(
      headings,
      sections.map(({ heading }) => `## ${heading}`),
    );
    assert.doesNotMatch(text, /^#.*\n(?!\n)|\n\n\n/m);
  });

  it('claims nothing: every step is open, no entry is there', () => {
    const [plan] = parseDocument(text).plans;
    assert.deepEqual([...new Set(plan?.steps.map(({ state }) => state))], ['open']);
    assert.deepEqual(plan?.entries, []);
  });

  it('has no fence, so that it can be quoted in one', () => {
    assert.doesNotMatch(text, /```/);
  });

  it('names the title and the guide that it is given', () => {
    const given = toText(newPlan({ template: 'cookbook', stamp, title: 'Serve thumbnails', guide: '.agent/PLANS.md' }));
    assert.match(given, /^# Serve thumbnails\n/);
    assert.match(given, /`\.agent\/PLANS\.md`/);
    assert.doesNotMatch(given, /If the repository has/);
  });
});

describe("a new plan in the seed's dialect", () => {
  const text = toText(newPlan({ template: 'seed', stamp }));

  it('is read as a plan with one milestone and open steps', () => {
    const { kind, plans } = parseDocument(text);
    assert.equal(kind, 'plan');
    assert.deepEqual(
      plans[0]?.milestones.map(({ number, title }) => [number, title]),
      [['1', 'Title']],
    );
    assert.deepEqual([...new Set(plans[0]?.steps.map(({ state }) => state))], ['open']);
  });

  it("writes headings as the seed does, and the milestone's four fields", () => {
    assert.match(text, /^# ExecPlan: /);
    assert.match(text, /^## Purpose\/Big Picture$/m);
    for (const key of ['Scope', 'Deliverables', 'Commands to verify', 'Expected output'])
      assert.match(text, new RegExp(`^${key}:`, 'm'));
  });
});

describe('every skeleton', () => {
  for (const dialect of ['cookbook', 'seed'] as const) {
    it(`visits its stops once each and in order (${dialect})`, () => {
      const templates = [
        newPlan({ template: dialect, stamp }),
        milestoneTemplate(dialect),
        fillForm(decisionForm(dialect, stamp)),
        fillForm(surpriseForm(dialect, stamp)),
        fillForm(outcomeForm(dialect, stamp)),
      ];
      for (const template of templates) {
        const stops = template.flatMap((part) => (typeof part === 'string' ? [] : part.stop));
        assert.deepEqual(
          stops,
          stops.map((_, i) => i + 1),
        );
      }
    });
  }

  it('has the shape of its dialect', () => {
    assert.match(toText(doneStep('cookbook', stamp)), /^- \[x\] \(2026-03-01 09:30Z\) \w/);
    assert.match(toText(doneStep('seed', stamp)), /^- \[x\] 2026-03-01 09:30Z - \w/);
    assert.match(
      toText(fillForm(decisionForm('cookbook', stamp))),
      /^- Decision: .+\n {2}Rationale: .+\n {2}Date\/Author: 2026-03-01 09:30Z, .+$/,
    );
    assert.match(
      toText(fillForm(decisionForm('seed', stamp))),
      /^- 2026-03-01 09:30Z - .+\n {2}Rationale: .+\n {2}Author: .+$/,
    );
    assert.match(toText(fillForm(surpriseForm('cookbook', stamp))), /^- Observation: .+\n {2}Evidence: .+$/);
    assert.match(toText(fillForm(surpriseForm('seed', stamp))), /^- 2026-03-01 09:30Z - .+ \(evidence: .+\)$/);
  });
});

describe('snippets/execplan.code-snippets', () => {
  it('is made from the skeletons', () => checkGenerated('snippets/execplan.code-snippets', snippets()));

  it('writes stamps that say their offset, and no other variable', () => {
    for (const { body } of Object.values(snippets())) {
      const variables = body.join('\n').match(/(?<!\\)\$[A-Z_]+/g) ?? [];
      for (let i = 0; i < variables.length; i += 6) {
        assert.deepEqual(variables.slice(i, i + 6), [
          '$CURRENT_YEAR',
          '$CURRENT_MONTH',
          '$CURRENT_DATE',
          '$CURRENT_HOUR',
          '$CURRENT_MINUTE',
          '$CURRENT_TIMEZONE_OFFSET',
        ]);
      }
    }
  });
});
