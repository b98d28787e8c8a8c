import { authorLabels } from '../words/authors';
import { lazyPattern } from '../words/pattern';
import { statusLabels } from '../words/statuses';
import { allWords } from '../words/words';
import type { Plan } from './model';

const statusLine = lazyPattern(
  () =>
    String.raw`(?:^|[|·;])[\s>*_+-]{0,8}(?:${allWords(statusLabels).join('|')})[*_]{0,2}\s{0,2}[:：][*_]{0,2}\s*([^|·]{1,200})`,
  'i',
);
const authorLine = lazyPattern(
  () =>
    String.raw`^[\s>*_+-]{0,8}(?:${allWords(authorLabels).join('|')})[*_]{0,2}\s{0,2}[:：][*_]{0,2}\s*([^|·]{1,200})`,
  'i',
);
/** How far below the title a status or an author is looked for. */
const reach = 40;

type Head = Pick<Plan, 'range' | 'title' | 'sections'>;

/**
 * What a plan says of itself: a line `Status: …` above its first section, else the front matter's, which speaks for the
 * whole text; undefined where neither says anything.
 */
export function statusOf(plan: Head, lines: readonly string[], frontMatter: readonly string[]): string | undefined {
  return labelledValue(statusLine(), plan, lines, frontMatter);
}

/** Who a plan says wrote it: a line `Author: …` or `Owner: …` in the same places. */
export function authorOf(plan: Head, lines: readonly string[], frontMatter: readonly string[]): string | undefined {
  return labelledValue(authorLine(), plan, lines, frontMatter);
}

function labelledValue(
  pattern: RegExp,
  { range, title, sections }: Head,
  lines: readonly string[],
  frontMatter: readonly string[],
): string | undefined {
  const from = (title?.range.end.line ?? range.start.line - 1) + 1;
  const end = Math.min(sections[0]?.range.start.line ?? from + reach, from + reach);
  for (const line of [...lines.slice(from, end), ...frontMatter.map(plainField)]) {
    const said = pattern.exec(line.slice(0, 300))?.[1]?.replace(/^["'*_`\s]+|["'*_`\s]+$/g, '');
    if (said) return said;
  }
  return undefined;
}

/** A field of a front matter as a line of text: without quotes and comment, and with the colon that TOML has no need of. */
function plainField(line: string): string {
  const [, name, value = ''] = /^([^:=#"'[\]]{1,40}?)\s{0,20}[:=]\s{0,20}(.*)$/.exec(line.slice(0, 300)) ?? [];
  if (name === undefined) return '';
  const [, quoted] = /^(?:"([^"]*)"|'([^']*)')/.exec(value)?.filter((group) => group !== undefined) ?? [];
  return `${name}: ${quoted ?? value.replace(/(?:^|\s)#.*$/, '')}`;
}
