import type { Range } from 'vscode-languageserver-textdocument';
import { type Analysis, type Analyzer, analyze } from './check';
import { applyEdits } from './edits/apply';
import { difference } from './edits/difference';
import type { PlanEdit } from './edits/planEdit';
import type { Clock } from './edits/stamp';
import { toText } from './edits/template';
import { writtenLines } from './edits/writtenLines';
import type { Plan } from './plan/model';
import { typoIn } from './plan/sections';
import { readStamps } from './plan/timestamp';
import { batchOf, problemsOf } from './rules/fixes/fixes';
import type { Finding, Rule } from './rules/rule';
import { groupedBy } from './text/groups';

/** How often a text is read at most: one fix can make room for the next, and no more than a few do. */
const readings = 60;

/** A text, and what is known of it. */
interface Read {
  text: string;
  analysis: Analysis;
}

/**
 * A text with all safe fixes of its plans: the same text when it comes again. Fixes are taken only where the text reads as
 * it should afterwards: less is found by their rules, no word is gone, and what does not stand where something was mended is
 * read as before, with nothing new beside it. All are tried together first, then those of one rule, then each alone.
 */
export function fixAll(text: string, uri: string, analyzer: Analyzer, clock: Clock): string {
  let left = readings;
  const read = (next: string): Read | undefined =>
    left-- > 0 ? { text: next, analysis: analyze(next, uri, analyzer) } : undefined;
  const met = new Set<string>();
  let present = read(text);
  while (present) {
    // Fixes that undo each other have no end.
    if (met.has(present.text)) return text;
    met.add(present.text);
    const next = firstThatHolds(present, read, analyzer, clock);
    if (!next) return present.text;
    present = next;
  }
  return text;
}

/** A text after as many of its safe fixes as can be made at one time; undefined where none holds. */
function firstThatHolds(
  present: Read,
  read: (text: string) => Read | undefined,
  { onError }: Analyzer,
  clock: Clock,
): Read | undefined {
  const { findings, lines } = present.analysis;
  const tried = new Set<string>();
  for (const some of [
    findings,
    ...groupedBy(findings, ({ rule }) => rule).values(),
    ...findings.map((each) => [each]),
  ]) {
    const { edits, rules } = batchOf(
      some,
      { lines, written: writtenLines(() => present.text), clock },
      ({ safe }) => safe,
      onError,
    );
    if (edits.length === 0) continue;
    const fixed = applied(present.text, edits);
    if (fixed === undefined || fixed === present.text || tried.has(fixed)) continue;
    tried.add(fixed);
    const next = read(fixed);
    if (!next) return undefined;
    if (areLess(present.analysis, next.analysis, rules) && isStillRead(present, next)) return next;
  }
  return undefined;
}

/** Undefined for edits that overlap: what they would make of a text is anybody's guess. */
function applied(...call: Parameters<typeof applyEdits>): string | undefined {
  try {
    return applyEdits(...call);
  } catch {
    return undefined;
  }
}

/** True when each of some rules finds less than before. */
function areLess(before: Analysis, after: Analysis, rules: ReadonlySet<Rule>): boolean {
  const [was, is] = [countsOf(before.findings), countsOf(after.findings)];
  return [...rules].every((rule) => (is.get(rule) ?? 0) < (was.get(rule) ?? 0));
}

function countsOf(findings: readonly Finding[]): Map<Rule, number> {
  const counts = new Map<Rule, number>();
  for (const finding of findings)
    counts.set(finding.rule, (counts.get(finding.rule) ?? 0) + problemsOf(finding).length);
  return counts;
}

/**
 * True when all plans are there after a change, all letters, and what is read of the lines that stay: the same things in the
 * same order, and no others.
 */
function isStillRead(before: Read, after: Read): boolean {
  const [was, is] = [before.analysis.document.plans, after.analysis.document.plans];
  if (is.length < was.length || !areAllIn(lettersOf(before), lettersOf(after))) return false;
  const { removed, added } = linesOfEdits(difference(before.text, after.text));
  const [old, fresh] = [was.flatMap(contents), is.flatMap(contents)];
  const standsOn = (lines: ReadonlySet<number>) => (each: Content) =>
    linesOf(each.range).some((line) => lines.has(line));
  const left = new Map<string, number>();
  for (const { words } of old) left.set(words, (left.get(words) ?? 0) + 1);
  const isNew = ({ words }: Content): boolean => {
    const count = left.get(words) ?? 0;
    left.set(words, count - 1);
    return count <= 0;
  };
  return (
    !fresh.filter((each) => !standsOn(added)(each)).some(isNew) &&
    isPartOf(
      old.filter((each) => !standsOn(removed)(each)).map(({ words }) => words),
      fresh.map(({ words }) => words),
    )
  );
}

/** The lines that edits of whole lines take away, and those that they bring, as they are numbered afterwards. */
function linesOfEdits(edits: readonly PlanEdit[]): { removed: Set<number>; added: Set<number> } {
  const [removed, added] = [new Set<number>(), new Set<number>()];
  let shift = 0;
  for (const { range, template } of edits) {
    const old = linesOf(range);
    const text = toText(template);
    const count = text.split('\n').length - (text === '' || text.endsWith('\n') ? 1 : 0);
    for (const line of old) removed.add(line);
    for (let i = 0; i < count; i++) added.add(range.start.line + shift + i);
    shift += count - old.length;
  }
  return { removed, added };
}

/**
 * How often each letter and digit stands in a text, timestamps and typos in the names of sections apart: a safe fix may write
 * the same instant in another way, and the name that is meant.
 */
function lettersOf({ analysis: { lines, document } }: Read): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const names = new Map(
    document.plans.flatMap(({ sections }) =>
      sections.map(({ heading: { range, text } }): [number, string | undefined] => [range.start.line, typoIn(text)]),
    ),
  );
  for (const [i, line] of lines.entries()) {
    let words = names.get(i) ?? line;
    for (const { range } of readStamps(line, i).reverse())
      words = words.slice(0, range.start.character) + words.slice(range.end.character);
    for (const letter of words.match(/[\p{L}\p{N}]/gu) ?? []) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  }
  return counts;
}

function areAllIn(some: ReadonlyMap<string, number>, others: ReadonlyMap<string, number>): boolean {
  return [...some].every(([letter, count]) => (others.get(letter) ?? 0) >= count);
}

/** True when some things are among others, in their order. */
function isPartOf(some: readonly string[], others: Iterable<string>): boolean {
  const left = others[Symbol.iterator]();
  return some.every((each) => {
    for (let next = left.next(); !next.done; next = left.next()) if (next.value === each) return true;
    return false;
  });
}

/** The lines that a range touches: not the one that it ends in front of. */
function linesOf({ start, end }: Range): number[] {
  const last = end.character === 0 && end.line > start.line ? end.line - 1 : end.line;
  if (start.line === end.line && start.character === 0 && end.character === 0) return [];
  return Array.from({ length: last - start.line + 1 }, (_, i) => start.line + i);
}

/** Something that is read of a plan, with all its words. */
interface Content {
  range: Range;
  words: string;
}

/** What is read of a plan: title, sections, milestones, steps and entries. */
function contents({ title, sections, milestones, steps, acceptance, entries }: Plan): Content[] {
  return [
    ...(title ? [{ range: title.range, words: `title\0${title.text}` }] : []),
    ...sections.map(({ roles, heading: { range, text } }) => ({
      range,
      words: ['section', ...roles, text].join('\0'),
    })),
    ...milestones.map(({ heading: { range }, number, title }) => ({
      range,
      words: ['milestone', number, title].join('\0'),
    })),
    ...[...steps, ...acceptance].map(({ range, state, text, remaining, milestone, stamps }) => ({
      range,
      words: [
        state,
        text,
        remaining,
        milestone === undefined ? undefined : milestones[milestone]?.title,
        ...stamps.map((stamp) => stamp.text),
      ].join('\0'),
    })),
    ...entries.map(({ range, role, text, fields }) => ({
      range,
      words: [role, text, ...fields.map((field) => field.role + field.text)].join('\0'),
    })),
  ];
}
