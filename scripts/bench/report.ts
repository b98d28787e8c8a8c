import type { ManyTimes } from './many';
import { isMet, type Ratio, targetText } from './ratios';
import { type Speed, taskNames } from './speeds';

/** The medians and, of each text, how they relate, for a terminal. */
export function speedTable(speeds: readonly Speed[]): string[] {
  const head = ['ms', ...taskNames, 'parse/floor', 'full/floor', 'markdownlint/full', 'edit/full'];
  const rows = speeds.map(({ name, lines, medians }) => [
    name.endsWith(' lines') ? name : `${lines} lines, ${shortened(name)}`,
    ...taskNames.map((task) => digits(medians[task])),
    digits(medians.parse / medians.floor),
    digits(medians.full / medians.floor),
    digits(medians.markdownlint / medians.full),
    digits(medians.edit / medians.full),
  ]);
  return aligned([head, ...rows]);
}

/** The ratios with their targets, for a terminal. */
export function ratioTable(ratios: readonly Ratio[]): string[] {
  return aligned(
    ratios.map((ratio) => [ratio.name, String(ratio.value), targetText(ratio), isMet(ratio) ? '' : 'missed']),
  );
}

/** The ratios with their targets, as a table in Markdown. */
export function ratioRows(ratios: readonly Ratio[]): string[] {
  return [
    '| ratio | measured | target |',
    '|---|---|---|',
    ...ratios.map((ratio) => `| ${ratio.name} | ${ratio.value} | ${targetText(ratio)} |`),
  ];
}

/** The medians of the generated plans, as a table in Markdown. */
export function speedRows(speeds: readonly Speed[]): string[] {
  const generated = speeds.filter(({ name }) => name.endsWith(' lines'));
  return [
    `| ms | ${taskNames.join(' | ')} |`,
    `|---|${taskNames.map(() => '---|').join('')}`,
    ...generated.map(
      ({ name, medians }) => `| ${name} | ${taskNames.map((task) => digits(medians[task])).join(' | ')} |`,
    ),
  ];
}

/** The head of a table in Markdown with what very many entries take. */
export function manyHead(times: readonly ManyTimes[]): string[] {
  return [`| many | ${times.map(({ operation }) => operation).join(' | ')} |`, `|---|${'---|'.repeat(times.length)}`];
}

/** A row of it: milliseconds, and how many times as long as an eighth of them. */
export function manyRow(kind: string, times: readonly ManyTimes[]): string {
  return `| ${kind} | ${times.map(({ small, large }) => `${digits(large)} (${(large / small).toFixed(1)})`).join(' | ')} |`;
}

/** Three significant digits, without an exponent. */
function digits(value: number): string {
  return String(Number(value.toPrecision(3)));
}

/** The end of a path tells files apart. */
function shortened(path: string): string {
  const name = path.split(/[\\/]/).at(-1) as string;
  return name.length > 24 ? `…${name.slice(-24)}` : name;
}

/** The first column to the left, the others to the right. */
function aligned(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  return rows.map((row) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  ')
      .trimEnd(),
  );
}
