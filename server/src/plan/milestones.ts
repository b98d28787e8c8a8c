import { headingFrom } from './headings';
import type { HeadingBlock } from './markdown';
import type { Milestone, Section } from './model';
import { hasLine, startOfLine } from './positions';

/** A unit of work by the word that announces it; `m` stands for milestone. */
interface Name {
  word: string;
  number: string;
  /** Behind word, number and separator. */
  rest: string;
}

const words = 'milestone|phase|stage|step|task|unit|slice|workstream';
const full = new RegExp(String.raw`^(${words})\s{1,3}#?(\d{1,3}(?:\.\d{1,3}){0,2}|[A-Z]|[IVX]{1,5})(?![\w.]\w)`, 'i');
const short = /^([MPTS])(\d{1,3}(?:\.\d{1,3}){0,2}[a-z]?)(?!\w)/;
const separator = /^\s*(?:[:：—–.)/-]\s*|\(|$)/;

/** `Milestone 3: X`, `Phase B — X`, `M2 - X` at the start of a text; undefined for any other text. */
export function readName(text: string): Name | undefined {
  const plain = text.replace(/^[\s*_`[(]{1,6}/, '');
  const match = full.exec(plain) ?? short.exec(plain);
  if (!match) return undefined;
  const word = (match[1] as string).toLowerCase();
  return {
    word: word === 'm' ? 'milestone' : word === 'p' ? 'phase' : word === 't' ? 'task' : word === 's' ? 'step' : word,
    number: (match[2] as string).toUpperCase(),
    rest: plain.slice(match[0].length),
  };
}

/** The name that a heading announces: something must separate it from what follows ("Milestone 1 results" is none). */
function announced(text: string): Name | undefined {
  const name = readName(text);
  return name && separator.test(name.rest.replace(/^[*_`]{1,3}/, '')) ? name : undefined;
}

/**
 * The milestones that headings announce, in document order: the outer level only where two nest, the first place only
 * where one is announced twice. Sub-headings of Progress count only when there is no other.
 */
export function readMilestones(
  headings: readonly HeadingBlock[],
  lines: readonly string[],
  progress: readonly Section[],
  end: number,
): Milestone[] {
  const candidates = headings.filter((heading) => announced(heading.text));
  const outside = candidates.filter(({ line }) => !progress.some(({ range }) => hasLine(range, line)));
  const chosen = outside.length > 0 ? outside : candidates;
  const milestones: Milestone[] = [];
  const seen = new Set<string>();
  let behind = -1;
  for (const heading of chosen) {
    if (heading.line < behind) continue;
    const { word, number, rest } = announced(heading.text) as Name;
    behind = Math.min(heading.partEnd, end);
    if (seen.has(`${word} ${number}`)) continue;
    seen.add(`${word} ${number}`);
    const title = rest.replace(/^[\s*_`]{0,4}[:：—–.)/-]?\s*/, '').trim();
    milestones.push({
      word,
      number,
      title: title || heading.text,
      heading: headingFrom(heading, lines),
      range: { start: { line: heading.line, character: 0 }, end: startOfLine(behind, lines) },
    });
  }
  return milestones;
}

/**
 * The milestone that a text names at its start, as an index; undefined when it names none. `M2` means the unit with
 * that number whatever its word, when no milestone has it.
 */
export function milestoneNamed(text: string, milestones: readonly Milestone[]): number | undefined {
  const name = readName(text);
  if (!name) return undefined;
  const exact = milestones.findIndex(({ word, number }) => word === name.word && number === name.number);
  if (exact >= 0) return exact;
  const loose = name.word === 'milestone' ? milestones.findIndex(({ number }) => number === name.number) : -1;
  return loose >= 0 ? loose : undefined;
}
