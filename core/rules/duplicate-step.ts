import { t } from '@vscode/l10n';
import { deleteAlone } from '../edits/deleteLines';
import type { Plan, Step } from '../plan/model';
import { hasLine } from '../text/positions';
import type { SearchableText } from '../text/searchableText';
import { boxOf } from './facts/headingRanges';
import { deleteTitle } from './fixes/titles';
import type { Fix, FixContext, Problem, Rule, RuleDocs } from './rule';
import { findLeads } from './search/leads';

/** A shorter text may well stand twice: "Run tests". */
const shortest = 12;

/** A merge puts the lines of one side right behind those of the other: what is farther off may be done again. */
const near = 40;

/** A step that stands twice, done and not done: what a merge leaves that keeps the lines of both sides. */
export const duplicateStep: Rule = {
  id: 'duplicate-step',
  severity: { recommended: 'warning', cookbook: 'warning' },
  summary: 'The same step stands twice, with different boxes.',
  yieldsTo: { here: ['merge-conflict'] },
  *check(plan, { text }) {
    const bySaying = new Map<string, Step[]>();
    for (const step of plan.steps) {
      const saying = sayingOf(step);
      if (saying.length < shortest) continue;
      const same = bySaying.get(saying);
      if (same) same.push(step);
      else bySaying.set(saying, [step]);
    }
    // What stands three times is what is done again and again.
    for (const [first, second, ...others] of bySaying.values())
      if (first && second && others.length === 0 && first.state !== second.state && areOne(first, second, plan, text))
        yield problemOf(first, second);
  },
};

/** What its page says. */
export const docs: RuleDocs = {
  rationale:
    'Two people, or two agents, ticked steps of one list, and the merge kept the lines of both. Now nobody can tell whether the step is done, and it counts twice. Steps that stand three times, far apart, below other headings or in other steps are something that is done again.',
  source: 'Cookbook, Progress: "This section must always reflect the actual current state of the work."',
  examples: {
    bad: '- [x] (2026-05-12 10:45Z) Add the cache table\n- [ ] Fill it on the first request\n- [ ] Add the cache table\n  ^^^',
    good: '- [x] (2026-05-12 10:45Z) Add the cache table\n- [ ] Fill it on the first request\n- [ ] Add the second cache table',
  },
};

/** What nearly all steps have none of, but for a full stop: a look at once costs less than to replace it piece by piece. */
const adorned = /[([（【✅☑✔*_~`\t\u00A0\u3000]| {2}|[\s;,。—–-]$/;

/** What a step says, without its stamps and what sets them apart. Asked of each step at each keystroke. */
function sayingOf({ text, stamps }: Step): string {
  const isPlain = !adorned.test(text) && stamps.every((stamp) => !text.includes(stamp.text));
  if (isPlain) return text.endsWith('.') ? text.replace(/\.+$/, '').trim() : text.trim();
  let left = text;
  for (const stamp of stamps) left = left.replace(stamp.text, '');
  return left
    .replace(/[([（【](?:done|completed|on|at|[\s,:])*[)\]）】]/gi, '')
    .replace(/[✅☑✔]️?/gu, '')
    .replace(/[*_~`\s]+/g, ' ')
    .replace(/[\s.;,。—–-]+$/, '')
    .trim();
}

/** True for steps of one list: below the same heading, as deep, and not in two different steps. */
function areOne(a: Step, b: Step, { steps, sections }: Plan, text: SearchableText): boolean {
  const [from, to] = [a.range.start.line, b.range.start.line];
  if (a.milestone !== b.milestone || a.depth !== b.depth || to - from > near) return false;
  if (a.depth > 0 && steps.some((step) => step.depth < a.depth && isBetween(step, from, to))) return false;
  const section = sections.find(({ roles, range }) => roles.includes('progress') && hasLine(range, from));
  if (!section || !hasLine(section.range, to)) return false;
  return !text.find(findLeads, section.range).some(({ line, level }) => level < 7 && line > from && line < to);
}

function isBetween({ range: { start } }: Step, from: number, to: number): boolean {
  return start.line > from && start.line < to;
}

const doneness: Readonly<Record<Step['state'], number>> = { open: 0, partial: 1, dropped: 2, done: 3 };

/** It stands at the one that is less done, which is mostly the older one. */
function problemOf(first: Step, second: Step): Problem {
  const [less, more] = doneness[first.state] < doneness[second.state] ? [first, second] : [second, first];
  return {
    range: boxOf(less),
    message:
      more.state === 'done'
        ? t('This step is done in line {0}: delete one of both', more.range.start.line + 1)
        : t('This step stands in line {0}, too, with another box: delete one of both', more.range.start.line + 1),
    related: [{ range: boxOf(more), message: t('The same step') }],
    fixes: (context) => fixesOf(less, context),
  };
}

/** Only its author knows which of both is true. */
function fixesOf({ range: { start, end }, lastLine, text }: Step, { lines }: FixContext): Fix[] {
  const edit = lastLine === end.line ? deleteAlone(start.line, end.line - start.line + 1, lines) : undefined;
  return edit ? [{ title: deleteTitle(text), edits: [edit], safe: false }] : [];
}
