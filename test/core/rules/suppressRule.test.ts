import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { applyEdits } from '../../../core/edits/apply';
import type { PlanEdit } from '../../../core/edits/planEdit';
import type { Plan, PlanDocument } from '../../../core/plan/model';
import { PlanText } from '../../../core/plan/planText';
import { defaultReading } from '../../../core/plan/reading';
import { silenceLine, silencePlan } from '../../../core/rules/fixes/suppressRule';
import { rules } from '../../../core/rules/list';
import { splitLines } from '../../../core/text/blocks';
import { textsOf } from '../../support/fixes';
import { findingsOf, inPlan, reportOf } from '../../support/lint';
import { sampleFiles } from '../../support/memoryFiles';
import { few } from '../../support/sets';

const reason = 'why it is right as it is';

function silenced(
  text: string,
  edit: (text: PlanText, document: PlanDocument) => PlanEdit[] | undefined,
): string | undefined {
  const read = new PlanText(splitLines(text), defaultReading);
  const edits = edit(read, read.read());
  return edits && applyEdits(text, edits);
}

/** How many steps, milestones and entries the plans of a text have. */
function partsOf(text: string): number[][] {
  return new PlanText(splitLines(text), defaultReading)
    .read()
    .plans.map(({ steps, milestones, entries, sections }) =>
      [steps, milestones, entries, sections].map(({ length }) => length),
    );
}

function loud(text: string): string[] {
  return reportOf(text, { profile: 'cookbook', existence: sampleFiles })
    .findings.filter(({ severity }) => severity === 'error' || severity === 'warning')
    .flatMap(({ rule, members, ...finding }) => (members ?? [finding]).map(({ message }) => `${rule.id}: ${message}`));
}

describe('a finding is silenced', () => {
  const plansAt = ({ plans }: PlanDocument, line: number) =>
    plans.find(({ range }) => line >= range.start.line && line <= range.end.line) as Plan;
  for (const rule of rules)
    it(`${rule.id}: in its line and in its plan, without new warnings, and the plan stays what it was`, async () => {
      let count = 0;
      for (const text of few(
        (await textsOf(rule)).filter((each) => findingsOf(rule.id, each).length > 0),
        2,
      )) {
        const before = findingsOf(rule.id, text);
        const [was, parts] = [loud(text), partsOf(text)];
        for (const {
          range,
          plan: { range: planRange },
        } of before) {
          const line = range.start.line;
          const inLine = silenced(text, ({ searchable }, document) =>
            silenceLine(plansAt(document, planRange.start.line), rule.id, line, searchable),
          );
          const wholly = silenced(text, ({ searchable }, document) =>
            silencePlan(plansAt(document, planRange.start.line), rule.id, searchable),
          );
          for (const result of [inLine, wholly]) {
            if (result === undefined) continue;
            count++;
            const left = findingsOf(rule.id, result);
            assert.ok(left.length < before.length, `still there:\n${result}`);
            const now = loud(result);
            const fresh = now.filter((each) => !was.includes(each));
            assert.ok(now.length <= was.length, `${fresh.join('; ')}\n${result}`);
            assert.deepEqual(partsOf(result), parts, result);
          }
        }
      }
      assert.ok(count > 0);
    });
});

describe('a comment that silences a rule', () => {
  const read = (text: string) => new PlanText(splitLines(text), defaultReading).read().plans[0] as Plan;
  const comment = '<!-- execplan-disable-next-line a: why -->';

  it('is no part of a step', () => {
    const [step] = read(inPlan(`- [x] (2026-02-09) Add the table ${comment}\n  and fill it`)).steps;
    assert.equal(step?.text, 'Add the table and fill it');
  });

  it('is no part of a record, and makes none of a section that has nothing', () => {
    const entriesOf = (log: string) =>
      read(inPlan('- [ ] a').replace('Log\n\nNone yet.', `Log\n\n${log}`)).entries.map(({ range }) => range.end.line);
    assert.deepEqual(entriesOf(`None yet.\n\n${comment}`), []);
    assert.deepEqual(entriesOf(`- Decision: One table.\n\n${comment}\n\n- Decision: Two.`), [16, 20]);
  });
});

describe('the comment that silences a line', () => {
  const silence = (progress: string, line: number, id = 'done-without-timestamp') => {
    const result = silenced(inPlan(progress), ({ searchable }, { plans }) =>
      silenceLine(plans[0] as Plan, id, line + 8, searchable),
    );
    return result?.slice(result.indexOf('## Progress') + 13, result.indexOf('\n\n## Surprises'));
  };
  const comment = `<!-- execplan-disable-next-line done-without-timestamp: ${reason} -->`;
  const cases: [name: string, before: string, line: number, after: string | undefined][] = [
    ['stands above a list', '- [x] a\n- [x] b', 0, `${comment}\n- [x] a\n- [x] b`],
    ['is part of the item before', '- [x] a\n- [x] b', 1, `- [x] a\n  ${comment}\n- [x] b`],
    ['goes by its marker', '1. [x] a\n   - [ ] c\n\n2. [x] b', 3, `1. [x] a\n   - [ ] c\n\n   ${comment}\n2. [x] b`],
    ['stands above a nested list', '* [x] a\n    * [x] b', 1, `* [x] a\n    ${comment}\n    * [x] b`],
    [
      'stands between nested items',
      '- [ ] a\n\t- [x] b\n\t- [x] c',
      2,
      `- [ ] a\n\t- [x] b\n\t  ${comment}\n\t- [x] c`,
    ],
    ['ends the line above in a paragraph', 'One\ntwo\n\n- [ ] a', 1, `One ${comment}\ntwo\n\n- [ ] a`],
    ['ends the line above in an item', '- [ ] a  \n  b', 1, `- [ ] a ${comment}  \n  b`],
    ['stands above a fence', 'a\n\n```sh\nb\n```\n\n- [ ] c', 2, `a\n\n${comment}\n\`\`\`sh\nb\n\`\`\`\n\n- [ ] c`],
    ['cannot stand in code', '```sh\na\nb\n```\n\n- [ ] c', 1, undefined],
    ['cannot stand in a table', '| a |\n|---|\n| b |\n\n- [ ] c', 2, undefined],
    ['stands above a heading', '- [ ] a\n\n### B\n\n- [ ] c', 2, `- [ ] a\n\n${comment}\n\n### B\n\n- [ ] c`],
    ['is part of a quote', '> a\n> - b\n\n- [ ] c', 1, `> a\n> ${comment}\n> - b\n\n- [ ] c`],
    [
      'is the one that is there',
      '<!-- execplan-disable-next-line invalid-timestamp: by hand -->\n- [x] a',
      1,
      `<!-- execplan-disable-next-line invalid-timestamp, done-without-timestamp: by hand; ${reason} -->\n- [x] a`,
    ],
  ];
  for (const [name, before, line, after] of cases) it(name, () => assert.equal(silence(before, line), after));

  it('of a plan stands below its title, above its first section, or is the one that is there', () => {
    const of = (text: string) =>
      silenced(text, ({ searchable }, { plans }) => silencePlan(plans[0] as Plan, 'a', searchable));
    const plan = inPlan('- [ ] a');
    assert.equal(of(plan), plan.replace('# Title\n', `# Title\n\n<!-- execplan-disable a: ${reason} -->\n`));
    const untitled = plan.replace('# Title\n\n', '');
    assert.equal(of(untitled), `<!-- execplan-disable a: ${reason} -->\n\n${untitled}`);
    const other = plan.replace('# Title\n', '# Title\n\n<!-- execplan-disable b -->\n');
    assert.equal(of(other), other.replace('b -->', `b, a: ${reason} -->`));
  });
});
