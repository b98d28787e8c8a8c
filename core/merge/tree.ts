import { decorationOf } from '../edits/decoration';
import { readKey } from '../plan/keys';
import type { Entry, Plan, Step } from '../plan/model';
import { PlanText } from '../plan/planText';
import type { Reading } from '../plan/reading';
import { movedStep } from '../plan/steps';
import type { Block } from '../text/blocks';
import type { PieceText } from '../text/pieceText';
import type { Line } from './lines';
import type { Branch, Node, Tree } from './node';

/** A branch that is still growing. */
type Growing = Branch & { readonly children: Node[] };

/** A step, an entry or a note, by its lines. */
interface Unit {
  kind: 'step' | 'entry' | 'note';
  line: number;
  /** The first line behind its head, and behind all of it. */
  headEnd: number;
  end: number;
  name: string;
  step: Step | undefined;
  time: number | undefined;
}

const blocksIn = ({ blocks }: PieceText): readonly Block[] => blocks;

/** The tree of a text; undefined for a text without a plan. */
export function growTree(lines: readonly Line[], reading: Reading): Tree | undefined {
  const text = new PlanText(
    lines.map((line) => line.text),
    reading,
  );
  const { plans } = text.read();
  if (plans.length === 0) return undefined;
  const blocks = text.searchable.findBetween(blocksIn, 0, lines.length);
  return new Grower(lines, blocks, unitsOf(plans, blocks, lines)).grow();
}

/** The tree of a text that is no plan: nothing but lines. */
export function flatTree(lines: readonly Line[]): Tree {
  const root = branch('section', '', undefined, [], []);
  for (const line of lines) root.children.push({ kind: 'line', line });
  return { root, tail: [] };
}

class Grower {
  readonly #headings: ReadonlyMap<number, Block & { kind: 'heading' }>;

  constructor(
    private readonly lines: readonly Line[],
    blocks: readonly Block[],
    private readonly units: ReadonlyMap<number, Unit>,
  ) {
    this.#headings = new Map(blocks.flatMap((block) => (block.kind === 'heading' ? [[block.line, block]] : [])));
  }

  grow(): Tree {
    const root = branch('section', '', undefined, [], []);
    const open = [{ section: root, level: 0 }];
    let gap: Line[] = [];
    for (let line = 0; line < this.lines.length; ) {
      const around = (open.at(-1) as (typeof open)[number]).section;
      const heading = this.units.has(line) ? undefined : this.#headings.get(line);
      if (heading) {
        while ((open.at(-1) as (typeof open)[number]).level >= heading.level) open.pop();
        const parent = (open.at(-1) as (typeof open)[number]).section;
        const section = branch('section', heading.text, parent, gap, this.lines.slice(line, heading.endLine));
        parent.children.push(section);
        open.push({ section, level: heading.level });
        gap = [];
        line = heading.endLine;
      } else [line, gap] = this.#growNext(around, line, this.lines.length, gap);
    }
    return { root, tail: gap };
  }

  /** Reads what begins in a line into a branch. Returns the line behind, and the blank lines that are not in it yet. */
  #growNext(around: Growing, line: number, end: number, gap: Line[]): [line: number, gap: Line[]] {
    const own = this.lines[line] as Line;
    const unit = this.units.get(line);
    if (unit) {
      const unitEnd = Math.min(unit.end, end);
      const headEnd = Math.min(unit.headEnd, unitEnd);
      const next = branch(unit.kind, unit.name, around, gap, this.lines.slice(line, headEnd), unit);
      around.children.push(next);
      if (unit.kind === 'entry') this.#growParts(next, headEnd, unitEnd);
      else this.#growInside(next, headEnd, unitEnd);
      return [unitEnd, []];
    }
    if (isBlank(own)) return [line + 1, [...gap, own]];
    for (const each of [...gap, own]) around.children.push({ kind: 'line', line: each });
    return [line + 1, []];
  }

  #growInside(step: Growing, from: number, end: number): void {
    let [line, gap]: [number, Line[]] = [from, []];
    while (line < end) [line, gap] = this.#growNext(step, line, end, gap);
    for (const each of gap) step.children.push({ kind: 'line', line: each });
  }

  #growParts(entry: Growing, from: number, end: number): void {
    let gap: Line[] = [];
    for (let line = from; line < end; ) {
      const own = this.lines[line] as Line;
      if (isBlank(own)) {
        gap.push(own);
        line++;
        continue;
      }
      const partEnd = endOfPart(line, end, this.lines);
      entry.children.push(branch('part', keyOf(own) ?? '', entry, gap, this.lines.slice(line, partEnd)));
      gap = [];
      line = partEnd;
    }
  }
}

function branch(
  kind: Branch['kind'],
  name: string,
  parent: Branch | undefined,
  gap: readonly Line[],
  head: readonly Line[],
  { step, time }: Pick<Branch, 'step' | 'time'> = { step: undefined, time: undefined },
): Growing {
  return { kind, id: 0, gap, head, children: [], parent, name, step, time };
}

/** The steps, entries and notes of plans, by their first lines. Of those that begin in one line the first counts. */
function unitsOf(plans: readonly Plan[], blocks: readonly Block[], lines: readonly Line[]): ReadonlyMap<number, Unit> {
  const units = new Map<number, Unit>();
  const put = (unit: Unit) => {
    if (!units.has(unit.line)) units.set(unit.line, unit);
  };
  for (const { steps, acceptance, entries } of plans) {
    for (const step of [...steps, ...acceptance]) put(unitOfStep(step, lines));
    for (const entry of entries) if (isRecord(entry, lines)) put(unitOfEntry(entry, lines));
  }
  // The lines of steps, and where steps begin: notes are looked for in what is left.
  const inside = new Set<number>();
  for (const { kind, line, end } of units.values())
    if (kind === 'step') for (let each = line + 1; each < end; each++) inside.add(each);
  for (const block of blocks) {
    if (block.kind !== 'item' || !inside.has(block.line)) continue;
    const { line, wholeEndLine: end } = block;
    // An item that holds steps is no note: these are steps of the step around it.
    let holdsStep = false;
    for (let each = line; each < end; each++) holdsStep ||= units.get(each)?.kind === 'step';
    if (!holdsStep) put({ kind: 'note', line, headEnd: end, end, name: '', step: undefined, time: undefined });
  }
  return units;
}

function unitOfStep(own: Step, lines: readonly Line[]): Unit {
  const { line } = own.range.start;
  const headEnd = own.range.end.line + 1;
  const step = movedStep(own, -line);
  return {
    kind: 'step',
    line,
    headEnd,
    end: own.lastLine + 1,
    name: nameOf(step, lines.slice(line, headEnd)),
    step,
    time: step.recorded === undefined ? undefined : step.stamps[step.recorded]?.instant?.earliest,
  };
}

/** A step's words without the time at their end. */
function nameOf(step: Step, head: readonly Line[]): string {
  const texts = head.map(({ text }) => text);
  const stamp = decorationOf(step, texts);
  if (stamp?.place !== 'trail') return step.text;
  const written = (texts[stamp.line] as string).slice(stamp.start, stamp.end);
  const at = step.text.lastIndexOf(written);
  return at < 0 ? step.text : step.text.slice(0, at) + step.text.slice(at + written.length);
}

/** True for an entry that shows where it begins: plain paragraphs are prose, and conflict as text does. */
function isRecord({ range: { start }, character }: Entry, lines: readonly Line[]): boolean {
  const { text } = lines[start.line] as Line;
  return (
    marker.test(text) ||
    /^\s*(?:#|\||\*\*|[([*_]{0,3}\d{4}-\d\d-\d\d)/.test(text) ||
    readKey(text.slice(character)) !== undefined
  );
}

function unitOfEntry({ range, text, stamps }: Entry, lines: readonly Line[]): Unit {
  const { line } = range.start;
  const end = range.end.line + 1;
  return {
    kind: 'entry',
    line,
    headEnd: endOfPart(line, end, lines),
    end,
    name: text,
    step: undefined,
    time: stamps[0]?.instant?.earliest,
  };
}

const marker = /^\s*(?:[-*+]|\d{1,9}[.)])\s+/;

/** The first line behind a part: where another key or item begins, or at a blank line. Code in it is its own to the end. */
function endOfPart(line: number, end: number, lines: readonly Line[]): number {
  let fence = fenceIn(lines[line] as Line);
  for (let next = line + 1; next < end; next++) {
    const own = lines[next] as Line;
    const mark = fenceIn(own);
    if (fence !== undefined) {
      if (own.text.trim() === mark && mark.startsWith(fence)) fence = undefined;
    } else if (mark !== undefined) fence = mark;
    else if (isBlank(own) || marker.test(own.text) || keyOf(own) !== undefined) return next;
  }
  return end;
}

function fenceIn({ text }: Line): string | undefined {
  return /^\s*(?:[-*+]\s+)?(`{3,}|~{3,})/.exec(text)?.[1];
}

function keyOf({ text }: Line): string | undefined {
  return readKey(text.replace(marker, '').trimStart())?.role;
}

function isBlank({ text }: Line): boolean {
  return text.trim() === '';
}
