import type { Range } from 'vscode-languageserver-textdocument';
import type { Heading } from '../plan/model';
import { plainHeading } from '../text/headingText';
import { numbering } from '../words/headingMarks';
import { lazyPattern } from '../words/pattern';
import { within } from './planEdit';

/** A heading's words: what it is called, and what stands around that. */
export interface HeadingWords {
  /** Numbering, emoji and emphasis: `5) **`. */
  before: string;
  name: string;
  /** Emphasis and a remark in parentheses: `** (updated)`. */
  behind: string;
}

const leading = lazyPattern(() => `^[^\\p{L}\\p{N}]*(?:${numbering().source})?[^\\p{L}\\p{N}]*`, 'iu');

/**
 * Takes a heading's words apart; a heading that is nothing but numbering or marks is all name.
 *
 *     5) **Decision Log** (updated)   →   `5) **`, `Decision Log`, `** (updated)`
 */
export function headingWords(text: string): HeadingWords {
  const before = leading(text).exec(text)?.[0] ?? '';
  const rest = text.slice(before.length);
  const plain = plainHeading(rest);
  // What decorates the end stays there.
  const decorated = plain !== rest && rest.startsWith(plain) ? rest.slice(plain.length) : '';
  const words = rest.slice(0, rest.length - decorated.length);
  const behind = (/[*_`~]*(?:\s*[([【（].*)?$/.exec(words)?.[0] ?? '') + decorated;
  const name = rest.slice(0, rest.length - behind.length);
  return name === '' ? { before: '', name: text, behind: '' } : { before, name, behind };
}

/** Where a heading's words stand, without the marks on both sides; undefined where they take more than one line. */
export function wordsRange({ text, range }: Heading, lines: readonly string[]): Range | undefined {
  const { line } = range.start;
  const start = text === '' ? -1 : (lines[line] as string).indexOf(text, range.start.character);
  return start < 0 ? undefined : within(line, start, start + text.length);
}
