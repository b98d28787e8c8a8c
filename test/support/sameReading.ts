import type { Range } from 'vscode-languageserver-textdocument';
import { difference } from '../../core/edits/difference';
import { toText } from '../../core/edits/template';
import { nameOf } from '../../core/plan/language';
import type { Plan, Step } from '../../core/plan/model';
import { parseDocument } from '../../core/plan/parse';
import { sections } from '../../core/plan/sections';
import { readStamps } from '../../core/plan/timestamp';
import { linesOf } from '../../core/text/blocks';
import { phraseAround, phraseIn, phrases } from '../../core/words/phrases';
import type { WrittenLanguage } from '../../core/words/words';

/** One thing that is read of a text: what it says, and the lines that it stands on. */
interface Read {
  content: string;
  first: number;
  last: number;
}

/**
 * What a change of a text does beside its own lines, in words: what is read of the others has to be the same, in its order,
 * and nothing may appear that the text did not say, but for what the format has: names of sections, "None yet.", and the
 * sentence that a plan lives. Empty where all holds.
 */
export function strayChanges(before: string, after: string): string[] {
  const edits = difference(before, after);
  const [was, is] = [parseDocument(before), parseDocument(after)];
  const stray: string[] = [];
  if (is.plans.length < was.plans.length) stray.push(`${was.plans.length} plans became ${is.plans.length}`);
  const removed = new Set<number>();
  const added = new Set<number>();
  let moved = 0;
  for (const { range, template } of edits) {
    for (let line = range.start.line; line < endLine(range); line++) removed.add(line);
    const count = toText(template).split('\n').length - 1 || (template.length > 0 && toText(template) !== '' ? 1 : 0);
    for (let i = 0; i < count; i++) added.add(range.start.line + moved + i);
    moved += count - (endLine(range) - range.start.line);
  }
  const [old, fresh] = [was.plans.flatMap(readOf), is.plans.flatMap(readOf)];
  const without = (all: readonly Read[], some: readonly Read[], own: ReadonlySet<number>) => {
    const counts = new Map<string, number>();
    for (const { content } of some) counts.set(content, (counts.get(content) ?? 0) + 1);
    // What stands elsewhere is matched first: on the lines that changed another one of the same words may be new.
    return all
      .filter(({ first, last }) => !holds(own, first, last))
      .filter(({ content }) => {
        const left = counts.get(content) ?? 0;
        counts.set(content, left - 1);
        return left <= 0;
      });
  };
  for (const { content, first } of without(old, fresh, removed))
    stray.push(`line ${first + 1} is not read as ${content}`);
  for (const { content, first } of without(fresh, old, added))
    stray.push(`line ${first + 1} is now read as ${content}`);
  // Of what stands there twice nobody can tell which one has stayed.
  const kept = (all: readonly Read[], own: ReadonlySet<number>) => {
    const contents = all.map(({ content }) => content);
    const twice = new Set(contents.filter((each, i) => contents.indexOf(each) !== i));
    return all
      .filter(({ content, first, last }) => !twice.has(content) && !holds(own, first, last))
      .map(({ content }) => content);
  };
  const both = (some: readonly string[], others: readonly string[]) => {
    const there = new Set(others);
    return some.filter((content) => there.has(content)).join('\n');
  };
  const [left, right] = [kept(old, removed), kept(fresh, added)];
  if (both(left, right) !== both(right, left)) stray.push('the order of what stays is another');
  return [...stray, ...inventions(before, after, removed, added)];
}

/** Words that stand in added lines, and neither in removed ones nor among what the format itself says. */
function inventions(before: string, after: string, removed: ReadonlySet<number>, added: ReadonlySet<number>): string[] {
  const [old, fresh] = [linesOf(before), linesOf(after)];
  const letters = new Map<string, number>();
  const count = (line: string, i: number, by: number) => {
    for (const letter of lettersOf(line, i)) letters.set(letter, (letters.get(letter) ?? 0) + by);
  };
  for (const i of removed) count(old[i] as string, i, 1);
  for (const i of added) if (!isOfFormat(fresh[i] as string)) count(fresh[i] as string, i, -1);
  const invented = [...letters].flatMap(([letter, left]) => (left < 0 ? [letter] : []));
  return invented.length > 0 ? [`letters appear: ${invented.join('')}`] : [];
}

/** Letters and digits without timestamps: the same instant may be written in another way. */
function lettersOf(line: string, i: number): string[] {
  let words = line;
  for (const { range } of readStamps(line, i).reverse())
    words = words.slice(0, range.start.character) + words.slice(range.end.character);
  return words.toLowerCase().match(/[\p{L}\p{N}]/gu) ?? [];
}

const tongues = Object.keys(phrases.none) as WrittenLanguage[];
const names = new Set(tongues.flatMap((tongue) => sections.map(({ role }) => nameOf(role, tongue))));
const nothing = new Set(tongues.map((tongue) => phraseIn(tongue, 'none')));
const lived = tongues.flatMap((tongue) => [
  phraseAround(tongue, 'living'),
  phraseAround(tongue, 'livingPlan'),
  phraseAround(tongue, 'guide'),
]);

/** True for a line of words that the format has, and says of each plan. */
function isOfFormat(line: string): boolean {
  const words = line.trim();
  return (
    nothing.has(words) ||
    names.has(words.replace(/^#{1,6}\s+/, '')) ||
    lived.some(([start, end]) => words.startsWith(start) && words.endsWith(end))
  );
}

function readOf(plan: Plan): Read[] {
  const { title, status, author, steps, acceptance, entries, milestones } = plan;
  const at = (range: Range, ...words: unknown[]): Read => ({
    content: JSON.stringify(words),
    first: range.start.line,
    last: range.end.line,
  });
  const step = (kind: string) => (each: Step) =>
    at(
      each.range,
      kind,
      each.state,
      each.text,
      each.stamps.map(({ instant, text }) => instant ?? text),
      each.remaining,
      each.unit,
      each.milestone === undefined ? undefined : milestones[each.milestone]?.title,
    );
  return [
    ...(title ? [at(title.range, 'title', title.text)] : []),
    at({ start: plan.range.start, end: plan.range.start }, 'of the plan', status, author),
    ...plan.sections.map(({ roles, heading }) => at(heading.range, 'section', roles, heading.text)),
    ...steps.map(step('step')),
    ...acceptance.map(step('acceptance')),
    ...entries.map(({ range, role, text, stamps, fields }) =>
      at(
        range,
        role,
        text,
        stamps.map(({ instant, text }) => instant ?? text),
        fields.map(({ role, text }) => [role, text]),
      ),
    ),
    ...milestones.flatMap(({ heading, word, number, title, scope, deliverables, commands, expected }) => [
      at(heading.range, 'milestone', word, number, title),
      ...[scope, expected, ...commands].flatMap((passage) => (passage ? [at(passage.range, passage.text)] : [])),
      ...deliverables.map(({ range, kind, path, text }) => at(range, kind, path, text)),
    ]),
  ];
}

function holds(lines: ReadonlySet<number>, first: number, last: number): boolean {
  for (let line = first; line <= last; line++) if (lines.has(line)) return true;
  return false;
}

function endLine({ end }: Range): number {
  return end.character > 0 ? end.line + 1 : end.line;
}
