import { t } from '@vscode/l10n';
import type { Range } from 'vscode-languageserver-textdocument';
import { fillSection, sayNothing } from '../edits/fillSection';
import { isKeptElsewhere } from '../plan/elsewhere';
import { readKey } from '../plan/keys';
import { languageOf } from '../plan/language';
import type { Plan, Section } from '../plan/model';
import { stepFigures } from '../plan/progress';
import { isLiving } from '../plan/sections';
import { excerpt } from '../text/excerpt';
import { lineBehind } from '../text/positions';
import type { SearchableText } from '../text/searchableText';
import { isNothing, isPutOff } from '../words/nothing';
import { phraseIn } from '../words/phrases';
import type { LivingRole } from '../words/roles';
import { hasEntry, hasStep } from './facts/contentLines';
import { isFinished } from './facts/finished';
import { wordsOf } from './facts/headingRanges';
import { writeTitle } from './fixes/titles';
import type { Fix, FixContext, Problem, Rule, RuleDocs } from './rule';

/** A living section that has nothing, or only a placeholder where there should be something by now. */
export const emptySection: Rule = {
  id: 'empty-section',
  severity: { recommended: 'information', cookbook: 'warning' },
  summary: 'A living section is empty, or still a placeholder while the work goes on.',
  yieldsTo: { here: ['duplicate-section'] },
  *check(plan, { text, profile }) {
    for (const section of plan.sections) {
      const roles = section.roles.filter(isLiving);
      // Who speaks of results: finished-without-outcome.
      if (roles.length === 0 || roles.includes('outcomes') || hasRecord(plan, section)) continue;
      const role = roles[0] as LivingRole;
      // Before the work begins, a heading alone is a place that is kept free.
      if (role === 'progress' || profile === 'cookbook' || hasBegun(plan)) yield* problemsOf(plan, section, role, text);
    }
  },
};

/** What its page says. */
export const docs: RuleDocs = {
  rationale:
    'Nobody can tell an empty section from a forgotten one. Write what there is; where there is nothing, say so ("None yet."), and Progress begins with the steps that are to be done. Outcomes are asked for when all steps are done.',
  source: 'Seed, Living Document Sections: excludes "Placeholders without actual content".',
  examples: {
    bad: '# Serve thumbnails from a cache\n\n## Purpose / Big Picture\n\nPages load at once.\n\n## Progress\n\n- [x] (2026-05-12 10:45Z) Add the cache table\n- [x] (2026-05-12 11:30Z) Fill it on the first request\n- [ ] Empty it at night\n\n## Surprises & Discoveries\n   ^^^^^^^^^^^^^^^^^^^^^^^\n\n## Decision Log\n\nTBD\n^^^\n\n## Outcomes & Retrospective\n\nNone yet.',
    good: '# Serve thumbnails from a cache\n\n## Purpose / Big Picture\n\nPages load at once.\n\n## Progress\n\n- [x] (2026-05-12 10:45Z) Add the cache table\n- [x] (2026-05-12 11:30Z) Fill it on the first request\n- [ ] Empty it at night\n\n## Surprises & Discoveries\n\nNone yet.\n\n## Decision Log\n\n- Decision: Keep the table in the same database.\n  Rationale: There is nothing to install.\n  Date/Author: 2026-05-12, Ada\n\n## Outcomes & Retrospective\n\nNone yet.',
  },
};

/** True for a section with a step or a record. */
function hasRecord(plan: Plan, { range, roles }: Section): boolean {
  return (roles.includes('progress') && hasStep(plan, range)) || hasEntry(plan, range);
}

function* problemsOf(plan: Plan, section: Section, role: LivingRole, plainText: SearchableText): Iterable<Problem> {
  const { lines } = plainText;
  const { heading } = section;
  const content = contentOf(section, lines);
  const words = content.map((range) => textOf(range, lines));
  const told = words.flatMap(withoutKey);
  const [range] = content;
  const text = words[0] as string;
  const fixes = (context: FixContext) => fixesOf(section, role, context);
  const name = excerpt(heading.text);
  const none = phraseIn(languageOf(plan), 'none');
  if (!range)
    yield {
      range: wordsOf(heading),
      message:
        role === 'progress'
          ? t('Section "{0}" is empty: list the steps here', name)
          : t('Section "{0}" is empty: add an entry, or write "{1}"', name, none),
      fixes,
    };
  // Code, tables and sub-headings are something, though no record.
  else if (content.length > 5 || range.start.character > 3 || words.some((each) => /^(?:#|\||`{3}|~{3}|<)/.test(each)))
    return;
  else if (isKeptElsewhere(section, lines)) return;
  else if (role === 'progress') {
    // A diary beside the list of steps.
    if (plan.steps.length > 0) return;
    yield { range, message: t('Section "{0}" has no steps: list them as "- [ ] step"', name), fixes };
  } else if (!told.some((each) => isNothing(each) && !isPutOff(each)) && isDue(plan, role, plainText))
    yield {
      range,
      message: t('Only "{0}" here: add an entry, or write "{1}"', excerpt(text), none),
      fixes,
    };
}

/** The first six filled lines of a section, without those of comments. */
function contentOf({ heading, range }: Section, lines: readonly string[]): Range[] {
  const found: Range[] = [];
  let isComment = false;
  for (let line = heading.range.end.line + 1; line < lineBehind(range) && found.length < 6; line++) {
    const text = lines[line] as string;
    const opens: boolean = isComment || text.trimStart().startsWith('<!--');
    isComment = opens && !text.includes('-->');
    if (opens || text.trim() === '') continue;
    const character = text.length - text.trimStart().length;
    found.push({ start: { line, character }, end: { line, character: text.trimEnd().length } });
  }
  return found;
}

function textOf({ start, end }: Range, lines: readonly string[]): string {
  return (lines[start.line] as string).slice(start.character, end.character);
}

/** What a line says behind its key (`- Observation: None yet.`); nothing where the key only adds to a record: `Evidence: n/a`. */
function withoutKey(line: string): string[] {
  const words = line.replace(/^(?:[-*+]|\d{1,9}[.)])\s+/, '');
  const key = readKey(words);
  if (!key) return [line];
  return key.role === 'observation' || key.role === 'decision' ? [words.slice(key.length)] : [];
}

/** True for a plan that is so far that there must be a record: nobody works without decisions, some without surprises. */
function isDue(plan: Plan, role: LivingRole, text: SearchableText): boolean {
  return isFinished(plan, text) || (role === 'decisions' && stepFigures(plan).figures.done >= 2);
}

/** True for a plan with something done, or told of. */
function hasBegun(plan: Plan): boolean {
  const { done, partial } = stepFigures(plan).figures;
  return done + partial > 0 || plan.entries.some(({ role }) => role === 'progress');
}

/** A first record, or the words that there is none. */
function fixesOf(section: Section, role: LivingRole, { plan, lines, clock }: FixContext): Fix[] {
  const record: Fix = {
    title: recordTitle(role),
    edits: [fillSection(plan, section, role, lines, clock)],
    safe: false,
  };
  if (role === 'progress') return [record];
  const nothing: Fix = {
    title: writeTitle(phraseIn(languageOf(plan), 'none')),
    edits: [sayNothing(plan, section, lines)],
    safe: false,
    bulk: true,
  };
  return [record, nothing];
}

function recordTitle(role: LivingRole): string {
  if (role === 'progress') return t('Add an open step');
  return role === 'surprises' ? t('Add a surprise, stamped now') : t('Add a decision, stamped now');
}
