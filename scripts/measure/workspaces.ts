import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generatedPlan } from '../bench/generatedPlan';

/** How many plans `writePlans` writes, and Markdown files that are none `writeNotes`. */
export const planCount = 1_000;
export const noteCount = 10_000;

/** Lines of the plans in turn: their median is that of real plans (230), and one in ten is long. */
const sizes = [230, 160, 320, 190, 230, 1_045, 175, 260, 210, 480];
const folders = 40;

/** One small plan with a finding: `plans/plan.md` has a done step without a timestamp. */
export function writeOnePlan(folder: string): void {
  mkdirSync(join(folder, 'plans'));
  const text = generatedPlan(230).replace('\n- [ ] ', '\n- [x] ');
  writeFileSync(join(folder, 'plans/plan.md'), text);
}

/** How many findings a plan of a workspace may have. */
export type Faults = 0 | 3 | 30;

/** The texts of plans of which no two have a paragraph, a step or an entry in common; each with so many findings. */
export function planTexts(count = planCount, faults: Faults = 0): string[] {
  return Array.from({ length: count }, (_, i) => {
    const text = generatedPlan(sizes[i % sizes.length] as number, `Serve thumbnails from cache ${i}`, nameOf(i));
    return withFaults(text, faults);
  });
}

/** A made-up word for each number. */
function nameOf(number: number): string {
  const syllables = ['ba', 'ke', 'lo', 'mi', 'nu', 'ro', 'sa', 'ti', 'vu', 'zo'];
  return Array.from(String(number).padStart(4, '0'), (digit) => syllables[Number(digit)]).join('');
}

/** Done steps without a timestamp, on a day that is none, and at a minute that is none: a third of each. */
function withFaults(text: string, faults: Faults): string {
  const third = faults / 3;
  let left = faults;
  return text.replaceAll(/^- \[x\] \((.{10})(.{7})\)(?!.*\n {2}- )/gm, (step, date: string, time: string) => {
    if (left === 0) return step;
    left--;
    if (left < third) return '- [x]';
    return left < 2 * third ? `- [x] (2026-02-30${time})` : `- [x] (${date}${time.slice(0, 4)}99Z)`;
  });
}

/** So many plans in 40 folders `packages/pNN/docs/exec-plans/active`. */
export function writePlans(folder: string, count = planCount, faults: Faults = 0): void {
  for (const [i, text] of planTexts(count, faults).entries()) {
    const place = join(folder, `packages/p${i % folders}/docs/exec-plans/active`);
    if (i < folders) mkdirSync(place, { recursive: true });
    writeFileSync(join(place, `${i}-cache.md`), text);
  }
}

/** 10,000 short Markdown files below `docs/notes` that are no plans. */
export function writeNotes(folder: string): void {
  const lines = Array.from({ length: 38 }, (_, i) =>
    i % 6 === 0 ? '' : `Line ${i} of a note about the photo gallery.`,
  );
  for (let i = 0; i < noteCount; i++) {
    const place = join(folder, `docs/notes/n${i % 100}`);
    if (i < 100) mkdirSync(place, { recursive: true });
    writeFileSync(join(place, `${i}.md`), [`# Note ${i}`, ...lines, ''].join('\n'));
  }
}
