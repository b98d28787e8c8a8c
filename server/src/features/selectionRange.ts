import type { Position, Range, SelectionRange } from 'vscode-languageserver';
import type { Step } from '../../../core/plan/model';
import { planAt } from '../../../core/plan/planAt';
import { withoutLeadingStamp } from '../../../core/plan/steps';
import type { PlanSource } from './planSource';

/** The parts of a plan around each place, from the innermost: stamp or field, step or entry, milestone, section, plan. */
export function selectionRanges(
  { analysis: { document, lines } }: PlanSource,
  positions: readonly Position[],
): SelectionRange[] {
  return positions.map((position) => {
    const plan = planAt(document, position.line);
    const end = (line: number) => ({ line, character: (lines[line] ?? '').length });
    const around: Range[] = plan
      ? [
          ...[...plan.steps, ...plan.acceptance]
            .filter((step) => isAt(step, position))
            .flatMap((step) => [
              ...step.stamps.map(({ range }) => range),
              textRange(step, lines),
              step.range,
              { start: step.range.start, end: end(step.lastLine) },
            ]),
          ...plan.entries
            .filter(({ range }) => holds(range, { start: position, end: position }))
            .flatMap(({ range, fields, stamps }) => [
              ...stamps.map((stamp) => stamp.range),
              ...fields.map((field) => field.range),
              range,
            ]),
          ...plan.milestones.flatMap(({ heading, range }) => [heading.range, range]),
          ...plan.sections.flatMap(({ heading, range }) => [heading.range, range]),
          plan.range,
        ]
      : [];
    return nested(
      position,
      around.filter((range) => holds(range, { start: position, end: position })),
    );
  });
}

function isAt({ range, lastLine }: Step, { line }: Position): boolean {
  return line >= range.start.line && line <= lastLine;
}

/** A step's words: without box, and without the stamp that leads them. */
function textRange(step: Step, lines: readonly string[]): Range {
  const { line } = step.range.start;
  const first = lines[line] ?? '';
  const from = step.markCharacter + step.mark.length + 1;
  const rest = first.slice(from).trimStart();
  const words = withoutLeadingStamp(rest, step.stamps[0], line, from, first);
  return { start: { line, character: first.length - Math.min(words.length, first.length) }, end: step.range.end };
}

/** From the innermost to the outermost; those that only overlap are left out. */
function nested(position: Position, ranges: readonly Range[]): SelectionRange {
  const outermost = [...ranges].sort((a, b) => sizeOf(b) - sizeOf(a));
  let chain: SelectionRange | undefined;
  for (const range of outermost)
    if (!chain || (holds(chain.range, range) && !isSame(chain.range, range)))
      chain = chain ? { range, parent: chain } : { range };
  return chain ?? { range: { start: position, end: position } };
}

/** Lines count more than any characters. */
function sizeOf({ start, end }: Range): number {
  return (end.line - start.line) * 1e6 + (end.character - start.character);
}

function holds(outer: Range, inner: Range): boolean {
  return isInOrder(outer.start, inner.start) && isInOrder(inner.end, outer.end);
}

function isInOrder(a: Position, b: Position): boolean {
  return a.line < b.line || (a.line === b.line && a.character <= b.character);
}

function isSame(a: Range, b: Range): boolean {
  return holds(a, b) && holds(b, a);
}
