import { applyEdits } from '../../core/edits/apply';
import type { PlanEdit } from '../../core/edits/planEdit';
import type { Plan, Step } from '../../core/plan/model';
import { parseDocument } from '../../core/plan/parse';

/** A plan as a list of what its lines are: by this, and not by what the merge reads, a history knows what it changes. */
export interface Block {
  /** The same for good: of the plan that the history begins with its first line, of others what their edit calls them. */
  id: string;
  kind: 'step' | 'entry' | 'text';
  lines: readonly string[];
}

export type Doc = readonly Block[];

/** Takes a plan apart. Nested steps are blocks of their own, and so is each line that is no step and no entry. */
export function docOf(text: string): Doc {
  const lines = text.split('\n');
  const plans = parseDocument(text).plans;
  const steps = plans.flatMap((plan) => [...plan.steps, ...plan.acceptance]);
  const kinds = new Map<number, { kind: Block['kind']; end: number }>();
  for (const { range } of plans.flatMap(({ entries }) => entries))
    kinds.set(range.start.line, { kind: 'entry', end: range.end.line + 1 });
  for (const { range, lastLine } of steps) kinds.set(range.start.line, { kind: 'step', end: lastLine + 1 });
  const doc: Block[] = [];
  for (let line = 0; line < lines.length; ) {
    const { kind, end } = kinds.get(line) ?? { kind: 'text' as const, end: line + 1 };
    let stop = line + 1;
    while (stop < end && !kinds.has(stop)) stop++;
    doc.push({ id: `${kind} ${line}`, kind, lines: lines.slice(line, stop) });
    line = stop;
  }
  return doc;
}

export function textOf(doc: Doc): string {
  return doc.flatMap(({ lines }) => lines).join('\n');
}

/** The plan that a document is now. */
export function planOf(doc: Doc): { plan: Plan; lines: readonly string[] } {
  const text = textOf(doc);
  return { plan: parseDocument(text).plans[0] as Plan, lines: text.split('\n') };
}

/** The first line of a block, 0-based. */
export function lineOf(doc: Doc, id: string): number {
  let line = 0;
  for (const block of doc) {
    if (block.id === id) return line;
    line += block.lines.length;
  }
  return -1;
}

/** The step that begins where a block does. */
export function stepOf(doc: Doc, id: string): { plan: Plan; lines: readonly string[]; step: Step | undefined } {
  const { plan, lines } = planOf(doc);
  const line = lineOf(doc, id);
  return { plan, lines, step: plan.steps.find(({ range }) => range.start.line === line) };
}

/** A document after edits of its text inside of one block, or that put a new block between two. */
export function edited(doc: Doc, edits: readonly PlanEdit[], added: Pick<Block, 'id' | 'kind'>): Doc {
  const before = textOf(doc).split('\n');
  const after = applyEdits(textOf(doc), edits).split('\n');
  let start = 0;
  while (start < before.length && before[start] === after[start]) start++;
  let end = 0;
  const most = Math.min(before.length, after.length) - start;
  while (end < most && before[before.length - 1 - end] === after[after.length - 1 - end]) end++;
  const put = after.slice(start, after.length - end);
  const blocks: Block[] = [];
  let line = 0;
  let isPut = false;
  for (const block of doc) {
    const last = line + block.lines.length;
    const from = Math.max(line, start);
    const to = Math.min(last, before.length - end);
    const isInside = from < to;
    if (!isPut && start <= line && !isInside) {
      blocks.push({ ...added, lines: put });
      isPut = true;
    }
    if (isInside) {
      // What replaces a line of text ("None yet.") is something else.
      const isReplaced = block.kind === 'text';
      const own = [...block.lines.slice(0, from - line), ...(isPut ? [] : put), ...block.lines.slice(to - line)];
      if (own.length > 0) blocks.push(isReplaced ? { ...added, lines: own } : { ...block, lines: own });
      isPut = true;
    } else blocks.push(block);
    line = last;
  }
  if (!isPut) blocks.push({ ...added, lines: put });
  return blocks;
}

export function replaced(doc: Doc, id: string, change: (lines: readonly string[]) => readonly string[]): Doc {
  return doc.map((block) => (block.id === id ? { ...block, lines: change(block.lines) } : block));
}

/** A document with a block behind another one; as it was where that is gone. */
export function putBehind(doc: Doc, id: string, block: Block): Doc {
  const at = doc.findIndex((each) => each.id === id);
  return at < 0 ? doc : [...doc.slice(0, at + 1), block, ...doc.slice(at + 1)];
}

/** The filled lines of a text, in an order that does not depend on where they stand. */
export function filledLines(text: string): string[] {
  return text
    .split(/\r\n|\r|\n/)
    .filter((line) => line.trim() !== '')
    .sort();
}
