import { type Hint, hintIn } from '../words/hints';
import type { WrittenLanguage } from '../words/words';
import { type TabStop, type Template, tabStops, toText } from './template';

/** What a record says beside its stamp. */
export type EntryPart = 'text' | 'rationale' | 'evidence' | 'author' | 'remaining';

/** The words of a new record, each in one line; what is left out becomes a tab stop. */
export type EntryWords = { readonly [Part in EntryPart]?: string | undefined };

/** A place for words in a record, with what stands around them only where they are there. */
export interface EntrySlot {
  /** Undefined for what nobody is asked for before: a place for words where one can type, else left out. */
  part: EntryPart | undefined;
  /** In front of the words: a line end with its indentation and a key, a separator. */
  before: string;
  behind: string;
  /** What a tab stop says is to be written there; undefined for a mere place. */
  hint: Hint | undefined;
}

/** How a record is written: literal text, and places for words. */
export type EntryForm = readonly (string | EntrySlot)[];

/** Makes a place for words. */
export function slot(part: EntryPart | undefined, hint: Hint | undefined, before = '', behind = ''): EntrySlot {
  return { part, before, behind, hint };
}

/** A record with its words, and a tab stop for each that is missing, in the language of its plan. */
export function fillForm(form: EntryForm, words: EntryWords = {}, language: WrittenLanguage = 'en'): Template {
  const tab = tabStops();
  return joined(
    form.flatMap((each): Template => {
      if (typeof each === 'string') return [each];
      const { part, before, behind, hint } = each;
      return [before, (part && words[part]) ?? tab(hint === undefined ? '' : hintIn(language, hint)), behind];
    }),
  );
}

/** The same where nobody can type: a part without words is left out, but for the text itself. */
export function fillWithoutStops(form: EntryForm, words: EntryWords, language: WrittenLanguage): string {
  const pieces = form.flatMap((each) => {
    if (typeof each === 'string') return [each];
    const { part, before, behind, hint } = each;
    const word = (part && words[part]) ?? (part === 'text' && hint !== undefined ? hintIn(language, hint) : undefined);
    return word === undefined ? [] : [before, word, behind];
  });
  return toText(joined(pieces));
}

/** Without empty pieces, and without a full stop behind words that have one. */
function joined(pieces: Template): Template {
  const kept: (string | TabStop)[] = [];
  for (const piece of pieces) {
    const before = kept.at(-1);
    const isDoubled = typeof piece === 'string' && piece.startsWith('.') && /[.!?。]$/.test(`${before ?? ''}`);
    const own = isDoubled ? piece.slice(1) : piece;
    if (own !== '') kept.push(own);
  }
  return kept;
}

/** Words as one line that stays one in a list item: runs of white space are a blank. */
export function inOneLine(words: string): string {
  return words.replace(/\s+/g, ' ').trim();
}

/** What each part asks for. */
export const hintOf: Readonly<Record<EntryPart, Hint>> = {
  text: 'record',
  rationale: 'why',
  evidence: 'proof',
  author: 'who',
  remaining: 'learned',
};
