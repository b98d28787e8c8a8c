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

/** The texts of 1,000 plans with titles of their own. */
export function planTexts(): string[] {
  const bodies = sizes.map((size) => generatedPlan(size, 'Plan').slice('# Plan'.length));
  return Array.from({ length: planCount }, (_, i) => `# Serve thumbnails from cache ${i}${bodies[i % sizes.length]}`);
}

/** 1,000 plans in 40 folders `packages/pNN/docs/exec-plans/active`. */
export function writePlans(folder: string): void {
  for (const [i, text] of planTexts().entries()) {
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
