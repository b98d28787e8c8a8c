import { readKey } from '../plan/keys';
import { languageOfAuthor } from '../plan/language';
import type { Plan } from '../plan/model';
import { type KeyRole, keyLanguages, keyName } from '../words/keyNames';
import type { WrittenLanguage } from '../words/words';
import { type KeyLine, keyLinesOf } from './keyLines';

/** How a plan writes the keys of its entries: in its language, in bold or not, with its colon. */
export interface KeyStyle {
  language: WrittenLanguage;
  /** A key's words: those that the plan uses for it, else its name in the plan's language. */
  name(role: KeyRole): string;
  /** The same as it stands in brackets in a sentence: `(evidence: …)`; German nouns keep their capital. */
  inBrackets(role: KeyRole): string;
  /** The key as it stands in front of its value: `Rationale: `, `**Rationale:** `, `理由：`; with the marks of another key. */
  written(role: KeyRole, like?: Pick<KeyLine, 'open' | 'close'>): string;
}

/** The keys of a plan that has none: English and plain. */
export const plainKeys: KeyStyle = {
  language: 'en',
  name: (role) => keyName(role),
  inBrackets: (role) => keyName(role).toLowerCase(),
  written: (role) => `${keyName(role)}: `,
};

const styles = new WeakMap<Plan, KeyStyle>();

/**
 * How a plan writes its keys, from those that its entries and milestones have. A plan without keys is taken to be in the
 * language of its headings, and its keys are plain. A plan belongs to one text, so its style is found once.
 */
export function keyStyleOf(plan: Plan, lines: readonly string[]): KeyStyle {
  const known = styles.get(plan);
  if (known) return known;
  const style = styleOf(plan, lines);
  styles.set(plan, style);
  return style;
}

function styleOf(plan: Plan, lines: readonly string[]): KeyStyle {
  const used = plan.entries.flatMap((entry) => keyLinesOf(entry, lines));
  const ofMilestones = plan.milestones.flatMap(({ range }) =>
    lines.slice(range.start.line + 1, range.end.line + 1).flatMap((text) => wordsOf(text) ?? []),
  );
  const language = languageOfKeys([...used.map(({ words }) => words), ...ofMilestones], plan);
  const [open, close] = (
    mostFrequent(used.map((key) => `${key.open.trim()}|${key.close}`)) ?? `|${colonOf(language)}`
  ).split('|') as [string, string];
  const names = new Map<KeyRole, string>();
  const nameOf = (role: KeyRole) =>
    mostFrequent(used.filter((key) => key.role === role).map(({ words }) => words)) ?? keyName(role, language);
  const name = (role: KeyRole) => {
    const known = names.get(role) ?? nameOf(role);
    names.set(role, known);
    return known;
  };
  const written: KeyStyle['written'] = (role, like = { open, close }) =>
    // A key at the end of its line has no blank behind it.
    `${like.open.trim()}${name(role)}${like.close}${/[\s：]$/.test(like.close) ? '' : ' '}`;
  const inBrackets: KeyStyle['inBrackets'] = (role) => (language === 'de' ? name(role) : name(role).toLowerCase());
  return { language, name, inBrackets, written };
}

/** The words of a key that begins a line of a milestone. */
function wordsOf(text: string): string | undefined {
  const from = /^\s*(?:[-*+]\s+)?/.exec(text)?.[0].length ?? 0;
  const key = readKey(text.slice(from));
  return (
    key &&
    text
      .slice(from, from + key.length)
      .replace(/[\s*_:：]+/g, ' ')
      .trim()
  );
}

function colonOf(language: WrittenLanguage): string {
  return language === 'zh' || language === 'zh-Hant' ? '：' : ': ';
}

/** The language that most of some keys belong to; where they are of several, or there are none, the headings tell. */
function languageOfKeys(words: readonly string[], plan: Plan): WrittenLanguage {
  const counts = new Map<WrittenLanguage, number>();
  for (const each of words)
    for (const language of keyLanguages(each)) counts.set(language, (counts.get(language) ?? 0) + 1);
  const most = Math.max(0, ...counts.values());
  const candidates = [...counts].filter(([, count]) => count === most).map(([language]) => language);
  if (candidates.length === 1) return candidates[0] as WrittenLanguage;
  const ofHeadings = languageOfAuthor(plan);
  return candidates.length === 0 || candidates.includes(ofHeadings) ? ofHeadings : (candidates[0] as WrittenLanguage);
}

/** The most frequent of some values, the first one where several are as frequent; undefined for none. */
function mostFrequent<T>(values: readonly T[]): T | undefined {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  let found: T | undefined;
  for (const [value, count] of counts)
    if (count > (found === undefined ? 0 : (counts.get(found) as number))) found = value;
  return found;
}
