import { type PieceText, withoutCode } from '../../text/pieceText';
import type { Found } from '../../text/searchableText';
import { isLocal, readUrls } from '../../text/urls';

/** A link in the words of a plan: `[text](target)`, `[label]: target`, `<https://…>`, or an address that stands bare. */
export interface Link extends Found {
  /**
   * `external`: a page of another machine · `local`: an address of this one (`http://localhost:3000`) · `anchor`: `#…` ·
   * `absolute`: a path from the root, or a `file:` · `relative`: any other target, which may be no path at all
   * (`run[0](event)`).
   */
  kind: 'external' | 'local' | 'anchor' | 'absolute' | 'relative';
  /** The words in brackets as written, as far as they stand in the line of the target; empty for a bare address. */
  text: string;
  /** As written, without angle brackets and title. */
  target: string;
  /** Where the whole link stands in its line, brackets included; the exclamation mark of an image is in front. */
  character: number;
  endCharacter: number;
  /** Where the target begins. */
  targetCharacter: number;
  /** True for an address in backticks: rather a value than a link. Only `external` and `local` ones are found there. */
  isQuoted: boolean;
}

const target =
  /\]\([ \t]{0,9}(?:<([^<>]{1,500})>|([^\s()<>]{1,500}(?:\([^\s()]{0,200}\)[^\s()]{0,200}){0,2}))(?:[ \t]{1,9}(?:"[^"]{0,200}"|'[^']{0,200}'))?[ \t]{0,9}\)/g;
const definition = /^[ \t>]{0,9}\[(?!\^)([^\]]{1,200})\]:[ \t]{1,9}<?([^\s<>]{1,500})>?/;

/** A longer line was not written by a person. */
const longest = 10_000;

/** The links of a piece, in order; not those in blocks of code and in comments, nor those with another scheme (`mailto:`). */
export function findLinks(piece: PieceText): Link[] {
  if (!/\]\(|\]:|:\/\//.test(piece.text)) return [];
  const found: Link[] = [];
  for (let line = piece.line; line < piece.endLine; line++) {
    const raw = piece.lineAt(line);
    if (raw.length > longest || !/\]\(|\]:|:\/\//.test(raw)) continue;
    const words = piece.proseAt(line);
    const own = [...written(words, raw), ...defined(words)];
    const bare = readUrls(blanked(words, own)).map(({ url, start }) => linkOf(url, start, '', start, url.length));
    const all = [...own, ...bare].map((link) => ({ ...link, isQuoted: false }));
    if (!piece.isCode(line) && raw.includes('`')) all.push(...quoted(raw));
    all.sort((a, b) => a.character - b.character);
    for (const { kind, ...link } of all) if (kind) found.push({ line, kind, ...link });
  }
  return found;
}

type Read = Omit<Link, 'line' | 'kind' | 'isQuoted'> & { kind: Link['kind'] | undefined };

function written(words: string, raw: string): Read[] {
  return [...words.matchAll(target)].map((match) => {
    const named = (match[1] ?? match[2]) as string;
    const targetCharacter = match.index + match[0].indexOf(named, 2);
    const open = opening(words, match.index);
    const start = open ?? words.search(/\S/);
    const text = raw.slice(open === undefined ? start : open + 1, match.index);
    return linkOf(named, targetCharacter, text, start, match.index + match[0].length - start);
  });
}

function defined(words: string): Read[] {
  const match = definition.exec(words);
  if (!match) return [];
  const [whole, label, named] = match as unknown as [string, string, string];
  const start = whole.indexOf('[');
  return [linkOf(named, whole.indexOf(named, start + label.length + 3), label, start, whole.length - start)];
}

/** The addresses in backticks. */
function quoted(raw: string): (Read & { isQuoted: boolean })[] {
  const words = withoutCode(raw);
  return readUrls(raw)
    .filter(({ start }) => words[start] === ' ')
    .map(({ url, start }) => ({ ...linkOf(url, start, '', start, url.length), isQuoted: true }));
}

/** Where the bracket that is closed at `close` opens; undefined where it does not in this line, or not near. */
function opening(words: string, close: number): number | undefined {
  let depth = 0;
  for (let at = close; at >= Math.max(0, close - 300); at--) {
    if (words[at] === ']') depth++;
    else if (words[at] === '[' && --depth === 0) return at;
  }
  return undefined;
}

function linkOf(target: string, targetCharacter: number, text: string, character: number, length: number): Read {
  return { kind: kindOf(target), text, target, character, endCharacter: character + length, targetCharacter };
}

function kindOf(target: string): Link['kind'] | undefined {
  if (/^https?:\/\//i.test(target)) return isLocal(target) ? 'local' : 'external';
  if (target.startsWith('#')) return 'anchor';
  if (/^(?:[/\\~]|file:|[a-z]:[/\\])/i.test(target)) return 'absolute';
  return /^[a-z][a-z\d+.-]{1,20}:(?!\d)/i.test(target) ? undefined : 'relative';
}

function blanked(words: string, links: readonly Read[]): string {
  let left = words;
  for (const { character, endCharacter } of links)
    left = left.slice(0, character) + ' '.repeat(endCharacter - character) + left.slice(endCharacter);
  return left;
}
