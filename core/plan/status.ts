import { frontMatterEnd } from '../text/blocks';
import { authorLabels } from '../words/authors';
import { lazyPattern } from '../words/pattern';
import { statusLabels } from '../words/statuses';
import { allWords } from '../words/words';
import type { Passage, Plan } from './model';

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
    const said = pattern.exec(line.slice(0, 300))?.[1]?.split(nextLabel, 1)[0];
    const plain = said?.replace(/^["'*_`\s]+|["'*_`\s]+$/g, '');
    if (plain) return plain;
  }
  return undefined;
}

/** Where a plan says its status: the words alone. `isField`: in the front matter. */
export interface StatusPlace extends Passage {
  isField: boolean;
}

/** Finds what `statusOf` reads; `written` are the text's lines as they are, the front matter included. */
export function statusPlace(
  { range, title, sections }: Head,
  lines: readonly string[],
  written: readonly string[],
): StatusPlace | undefined {
  const from = (title?.range.end.line ?? range.start.line - 1) + 1;
  const end = Math.min(sections[0]?.range.start.line ?? from + reach, from + reach);
  for (let line = from; line < Math.min(end, lines.length); line++) {
    const found = valueIn(statusLine().exec((lines[line] as string).slice(0, 300)));
    if (found) return { ...passageAt(line, found), isField: false };
  }
  for (let line = 1; line < frontMatterEnd(written) - 1; line++) {
    const field = /^([^:=#"'[\]]{1,40}?\s{0,20}[:=]\s{0,20})(.*)$/.exec((written[line] as string).slice(0, 300));
    const [, name = '', rest = ''] = field ?? [];
    if (!field || !statusLine().test(`${name.replace(/\s*[:=]\s*$/, '')}: x`)) continue;
    const value = /^(["'])(.*?)\1/.exec(rest)?.[2] ?? rest.replace(/(?:^|\s)#.*$/, '').trimEnd();
    return { ...passageAt(line, { text: value, start: name.length + (/^["']/.test(rest) ? 1 : 0) }), isField: true };
  }
  return undefined;
}

/** The value that a pattern's last group has found, without marks around it, and where it begins. */
function valueIn(match: RegExpExecArray | null): { text: string; start: number } | undefined {
  const value = match?.[1];
  if (!match || value === undefined) return undefined;
  const text = value.replace(/^["'*_`\s]+|["'*_`\s]+$/g, '');
  const start = match.index + match[0].length - value.length + (/^["'*_`\s]+/.exec(value)?.[0].length ?? 0);
  return text === '' ? undefined : { text, start };
}

function passageAt(line: number, { text, start }: { text: string; start: number }): Passage {
  return { text, range: { start: { line, character: start }, end: { line, character: start + text.length } } };
}

/** What another label begins with behind a value: `**active** — *Owner:* Ada`. */
const nextLabel = /\s[—–•/-]\s[*_]{0,2}\p{L}[\p{L} ]{1,20}[*_]{0,2}\s?[:：]/u;

/** A field of a front matter as a line of text: without quotes and comment, and with the colon that TOML has no need of. */
function plainField(line: string): string {
  const [, name, value = ''] = /^([^:=#"'[\]]{1,40}?)\s{0,20}[:=]\s{0,20}(.*)$/.exec(line.slice(0, 300)) ?? [];
  if (name === undefined) return '';
  const [, quoted] = /^(?:"([^"]*)"|'([^']*)')/.exec(value)?.filter((group) => group !== undefined) ?? [];
  return `${name}: ${quoted ?? value.replace(/(?:^|\s)#.*$/, '')}`;
}
