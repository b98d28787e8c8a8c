import type { Held } from './heap';
import type { Speed } from './speeds';

/** A ratio that is to stay within a bound. */
export interface Ratio {
  name: string;
  value: number;
  /** What it is to be: at most or at least this. */
  target: { atMost: number } | { atLeast: number };
}

/**
 * The ratios of the generated plan of 10,000 lines, and what a keystroke takes (ms) in one of 3,200, which is as long as
 * the largest real plan; rounded to three significant digits.
 */
export function ratiosOf(speeds: readonly Speed[], held: Held): Ratio[] {
  const [middle, real, large] = [2_000, 3_200, 10_000].map((size) => {
    const found = speeds.find(({ lines }) => lines === size);
    if (!found) throw new Error(`no plan of ${size} lines was measured`);
    return found.medians;
  }) as [Speed['medians'], Speed['medians'], Speed['medians']];
  const ratios: Ratio[] = [
    { name: 'parse/floor', value: large.parse / large.floor, target: { atMost: 2 } },
    { name: 'full/floor', value: large.full / large.floor, target: { atMost: 2.4 } },
    { name: 'markdownlint/full', value: large.markdownlint / large.full, target: { atLeast: 25 } },
    { name: 'edit/full', value: large.edit / large.full, target: { atMost: 0.1 } },
    { name: 'edit 10000/2000', value: large.edit / middle.edit, target: { atMost: 3 } },
    { name: 'edit, 3200 lines, ms', value: real.edit, target: { atMost: 3 } },
    { name: 'line, 3200 lines, ms', value: real.line, target: { atMost: 3 } },
    { name: 'heap/text', value: held.ratio, target: { atMost: 10 } },
  ];
  return ratios.map((ratio) => ({ ...ratio, value: Number(ratio.value.toPrecision(3)) }));
}

/** True when a ratio is what it is to be. */
export function isMet({ value, target }: Ratio): boolean {
  return 'atMost' in target ? value <= target.atMost : value >= target.atLeast;
}

/** A target as people read it: `≤ 2`. */
export function targetText({ target }: Ratio): string {
  return 'atMost' in target ? `≤ ${target.atMost}` : `≥ ${target.atLeast}`;
}
