import { columnRole, type KeyRole, keyNames, keyRoles, normalizeKey } from '../words/keyNames';
import { allWords } from '../words/words';

const roleByWords: ReadonlyMap<string, KeyRole> = new Map(
  keyRoles.flatMap((role) =>
    // As they are written, too: most keys are, and so need not be normalized.
    allWords(keyNames[role])
      .flatMap((words) => [words, normalizeKey(words)])
      .map((words): [string, KeyRole] => [words, role]),
  ),
);

/** A key, and how far it reaches: to the text behind it. */
export interface Key {
  role: KeyRole;
  length: number;
}

/**
 * The key that a text begins with, in any case, bold or not, with a colon of either width; undefined when there is
 * none.
 *
 *     **Date / Author:** 2025-10-01, Ada   →   dateAuthor, 18
 */
export function readKey(text: string): Key | undefined {
  if (!/[:：]/.test(text.slice(0, 60))) return undefined;
  const match = /^[\s*_`]{0,6}([^\s:：*_`][^:：*_`]{0,39})[*_`]{0,3}\s{0,3}[:：][*_`]{0,3}[ \t]*/.exec(text);
  if (!match) return undefined;
  const [whole, words] = match as unknown as [string, string];
  // `Evidence (quota):` says what the evidence is about.
  const name = /[)）]$/.test(words) ? words.replace(/\s{0,3}[(（][^()（）]{0,30}[)）]$/, '') : words;
  const role = roleByWords.get(name) ?? roleByWords.get(normalizeKey(name));
  return role && { role, length: lengthOfKey(whole) };
}

/**
 * How far a key reaches that is matched with the emphasis behind its colon: that is its own only where it was opened in
 * front and is not closed yet. `证据：`a.ts`` has its value in code.
 */
function lengthOfKey(whole: string): number {
  const match = /[:：]([*_`]{1,3})[ \t]*$/.exec(whole);
  if (!match) return whole.length;
  const front = whole.slice(0, match.index);
  const open = /^[^\p{L}\p{N}*_`]*([*_`]{1,3})/u.exec(front)?.[1];
  const isOpen = open !== undefined && !/[*_`]\s{0,3}$/.test(front) && match[1]?.startsWith(open);
  return isOpen && match[1] === open ? whole.length : match.index + 1 + (isOpen ? open.length : 0);
}

/** What a table's column holds, by its name: `Rationale`, `Why?`. */
export function readColumn(name: string): KeyRole | undefined {
  return readKey(`${name.replace(/\s?[?？]$/, '')}:`)?.role ?? columnRole(name);
}

/** Roles whose key may stand in the middle of a line. */
const inlineRoles: ReadonlySet<KeyRole> = new Set(['rationale', 'date', 'author', 'dateAuthor', 'evidence', 'impact']);
const inlineNames = [...inlineRoles].flatMap((role) => allWords(keyNames[role]));
const inlineSources = [...inlineNames]
  .sort((a, b) => b.length - a.length)
  .map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\//g, String.raw`\s?/\s?`));
const inlineKey = new RegExp(
  String.raw`([.;:。；，、)）(（*_|]\s{0,3}|\s)[*_]{0,3}(${inlineSources.join('|')})[*_]{0,3}\s{0,2}[:：][*_]{0,3}\s{0,3}`,
  'giu',
);

/** The last words of these keys. Most colons of a text stand behind another word, which is told faster. */
const lastWords: ReadonlySet<string | undefined> = new Set(
  inlineNames.map((name) =>
    name
      .split(/[^\p{L}]+/u)
      .at(-1)
      ?.toLowerCase(),
  ),
);

function mayHoldKey(line: string, from: number): boolean {
  const colon = /[:：]/g;
  colon.lastIndex = from;
  while (colon.test(line)) {
    let end = colon.lastIndex - 1;
    while (end > from && /[*_\s]/.test(line[end - 1] as string)) end--;
    let start = end;
    while (start > from && /\p{L}/u.test(line[start - 1] as string)) start--;
    if (lastWords.has(line.slice(start, end).toLowerCase())) return true;
  }
  return false;
}

/**
 * The keys in the middle of a line, from a character on, outside of code: with a capital or in bold, `(evidence: …)`
 * in any case: `… that wraps. Rationale: because`. `start` is where the key begins, `value` the text behind it.
 */
export function inlineKeys(line: string, from: number): { role: KeyRole; start: number; value: number }[] {
  const found: { role: KeyRole; start: number; value: number }[] = [];
  if (!mayHoldKey(line, from)) return found;
  const words = line.replace(/`[^`]{1,500}`/g, (code) => '`'.repeat(code.length));
  inlineKey.lastIndex = from;
  for (let match = inlineKey.exec(words); match; match = inlineKey.exec(words)) {
    const [whole, before, name] = match as unknown as [string, string, string];
    // In lower case only `(evidence: …)`, the seed's, is more than a word of the sentence.
    const isSmall = name.charAt(0) === name.charAt(0).toLowerCase() && !/[*_]/.test(whole);
    const isLatin = /^\p{Script=Latin}/u.test(name) || /^\p{Script=Cyrillic}/u.test(name);
    const role = roleByWords.get(normalizeKey(name));
    if (!role || (isSmall && isLatin && !(role === 'evidence' && /[(（]/.test(before)))) continue;
    found.push({
      role,
      start: match.index + before.length,
      value: match.index + before.length + lengthOfKey(whole.slice(before.length)),
    });
  }
  return found;
}
