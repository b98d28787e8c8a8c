import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { generatedPlan } from '../../scripts/bench/generatedPlan';
import { corpusFiles } from '../../scripts/corpus/files';
import { lintFixtures, readLintFixture } from '../support/lint';
import type { Random } from '../support/random';
import { root } from '../support/root';
import { trapLines, traps } from '../support/texts';

/** Lines at most: a run shall try many texts rather than long ones. */
const longest = 1500;

/** Real texts of a corpus, and our own: plans, guides, and what is none. Without the folder these are our own alone. */
export function sourceTexts(corpus?: string): string[] {
  const samples = join(fileURLToPath(root), 'samples/plans');
  const own = [
    traps,
    generatedPlan(160),
    generatedPlan(400),
    ...readdirSync(samples).map((name) => readFileSync(join(samples, name), 'utf8')),
    ...lintFixtures().map(readLintFixture),
  ];
  if (corpus === undefined || !existsSync(corpus)) return own;
  const real = corpusFiles(corpus).map(({ file }) => readFileSync(join(corpus, file), 'utf8'));
  return [...own, ...real.filter((text) => text.split('\n').length <= longest)];
}

/** What stands in texts that nobody wrote on purpose, beside what breaks plans. */
const oddLines: readonly string[] = [
  ...trapLines,
  '<!-- execplan-disable-next-line stale-progress, done-without-timestamp: it is kept elsewhere',
  '<!-- execplan-disable -->',
  '<!-- execplan-enable done-without-timestamp -->',
  '<<<<<<< HEAD',
  '||||||| base',
  '=======',
  '>>>>>>> theirs',
  '- [x] (2026-02-09 11:19Z, 10:00–11:00 UTC+5:30) done twice',
  '- [\u00a0] odd',
  '- ［x］ wide',
  '* \u200b[ ] hidden',
  '[a]: #nowhere',
  '[link](#nowhere "x") and `code <!--` and ![](/home/mara/x.png)',
  '## 决策日志',
  '## Progrès',
  '<details><summary>- [ ] a</summary>',
  '<pre>',
  '<?php',
  '<![CDATA[',
  '~~~~md',
  '+++',
  '\ud83d',
  '\u0085',
  '\v\f',
  ' '.repeat(300),
  '['.repeat(120),
  '| '.repeat(80),
];

const lineEnds = ['\n', '\n', '\n', '\r\n', '\r'];

/** A text as somebody might have made it of one or two others: lines lost, doubled, moved, put in; other line ends. */
export function mutatedText(sources: readonly string[], random: Random): string {
  const lines = random.pick(sources).split(/\r\n|\r|\n/);
  if (random.chance(0.1)) {
    const others = random.pick(sources).split(/\r\n|\r|\n/);
    lines.splice(random.below(lines.length + 1), 0, ...others.slice(random.below(others.length)).slice(0, 200));
  }
  for (let left = random.pick([0, 1, 2, 4, 8, 20]); left > 0; left--) {
    const at = random.below(lines.length + 1);
    const kind = random.below(4);
    if (kind === 0) lines.splice(at, 1 + random.below(6));
    else if (kind === 1) lines.splice(at, 0, ...lines.slice(at, at + 1 + random.below(5)));
    else if (kind === 2) lines.splice(at, 0, random.pick(oddLines));
    else lines.splice(random.below(lines.length + 1), 0, ...lines.splice(at, 1 + random.below(8)));
  }
  const lineEnd = random.pick(lineEnds);
  const ends = random.chance(0.05) ? () => random.pick(lineEnds) : () => lineEnd;
  const text = lines.map((line, i) => (i < lines.length - 1 ? line + ends() : line)).join('');
  return random.chance(0.05) ? `\uFEFF${text}` : text;
}

/** What somebody types, pastes or deletes (an empty text) at one place. */
export function typedText(sources: readonly string[], random: Random): string {
  const kind = random.below(10);
  if (kind < 3)
    return random.pick(['x', ' ', '-', '#', '`', '\n', '[', ']', '|', '<', '>', '1', ':', '\t', '😀', '\r']);
  if (kind < 5) return '';
  if (kind < 8) return `${random.pick(oddLines)}${random.pick(['\n', '\r\n', '', '\n\n'])}`;
  const lines = random.pick(sources).split(/\r\n|\r|\n/);
  const from = random.below(lines.length);
  return `${lines.slice(from, from + 1 + random.below(12)).join('\n')}\n`;
}
