import type { Role } from '../words/roles';
import { kana, simplifiedSign, traditionalSign } from '../words/scripts';
import { sectionNames } from '../words/sectionNames';
import { roleWords } from '../words/sectionWords';
import { european, type Language, languages, type WrittenLanguage, wordsIn } from '../words/words';
import { headingKey } from './headings';
import type { Plan } from './model';
import { sections, typoIn } from './sections';

/**
 * The language of a plan's section names: the one that most of them are known in, English where two are as frequent. Where
 * none is known, their script tells. Names in Chinese signs alone are Japanese where the plan's words have kana.
 */
export function languageOf(plan: Plan): WrittenLanguage {
  const headings = headingsOf(plan);
  return chineseOrJapanese(languageOfNames(headings) ?? languageOfScript(headings), plan);
}

/**
 * The language that a plan's author writes in: English names of sections are the format's own, so a single heading in
 * another script tells more than they do.
 */
export function languageOfAuthor(plan: Plan): WrittenLanguage {
  const script = languageOfScript(headingsOf(plan));
  return script === 'en' ? languageOf(plan) : chineseOrJapanese(script, plan);
}

function headingsOf({ sections }: Plan): string[] {
  return sections.map(({ heading }) => heading.text);
}

/** What is meant by Chinese signs: Japanese, or one of the two Chinese scripts. */
function chineseOrJapanese(language: Language, plan: Plan): WrittenLanguage {
  if (language !== 'zh') return language;
  const words = wordsOf(plan);
  if (words.some((each) => kana.test(each))) return 'ja';
  const telling = [headingsOf(plan), words].find((texts) =>
    texts.some((each) => traditionalSign.test(each) || simplifiedSign.test(each)),
  );
  return telling?.some((each) => traditionalSign.test(each)) ? 'zh-Hant' : 'zh';
}

/** The language that most of some names are known in, the first one in the table where several are. */
function languageOfNames(names: readonly string[]): Language | undefined {
  const counts = new Map<Language, number>();
  for (const name of names) for (const tag of languagesOf(name)) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  const most = Math.max(...counts.values());
  return languages.find((tag) => counts.get(tag) === most);
}

/**
 * The languages that know a name, also one with a typo: `Progres` is French only where other names are. Of what is no name,
 * those that have its words: `Zweck / Gesamtbild` is German.
 */
function languagesOf(name: string): readonly Language[] {
  const own = languagesByKey().get(headingKey(name));
  const meant = typoIn(name);
  const others = meant === undefined ? undefined : languagesByKey().get(headingKey(meant));
  const known = [...new Set([...(own ?? []), ...(others ?? [])])];
  return known.length > 0 ? known : languagesOfWords(name);
}

/** The languages, of those with blanks between words, that have a word of a text for what a section is. */
function languagesOfWords(text: string): readonly Language[] {
  const words = text.toLowerCase().split(/[^\p{L}]+/u);
  const isIn = (word: string) => (other: string) =>
    word.endsWith('-') ? other.startsWith(word.slice(0, -1)) : other === word;
  return (['en', ...european] as const).filter((language) =>
    Object.values(roleWords).some((own) => wordsIn(own, language).some((word) => words.some(isIn(word)))),
  );
}

/** The language that names are in by their script; a name that has Latin letters, too, tells nothing. */
function languageOfScript(names: readonly string[]): Language {
  const script = names.filter((name) => !/\p{Script=Latin}/u.test(name)).join(' ');
  if (/\p{Script=Hangul}/u.test(script)) return 'ko';
  if (/\p{Script=Cyrillic}/u.test(script)) return 'ru';
  if (kana.test(script)) return 'ja';
  return /\p{Script=Han}/u.test(script) ? 'zh' : 'en';
}

/** What a plan says in its title, its steps, its entries and its milestones. */
function wordsOf({ title, steps, entries, milestones }: Plan): string[] {
  return [...(title ? [title] : []), ...steps, ...entries, ...milestones.map(({ heading }) => heading)].map(
    ({ text }) => text,
  );
}

/** What a section is called in a language: the first name in the table, which in English is the canonical heading. */
export function nameOf(role: Role, language: WrittenLanguage): string {
  return sectionNames[role][language][0];
}

let known: ReadonlyMap<string, ReadonlySet<Language>> | undefined;

/** The languages that know a name, by its key. Made when a plan is first edited: reading needs none of it. */
function languagesByKey(): ReadonlyMap<string, ReadonlySet<Language>> {
  if (known) return known;
  const found = new Map<string, Set<Language>>();
  for (const { role } of sections)
    for (const tag of languages) {
      const names = sectionNames[role];
      for (const name of tag === 'zh' ? [...names.zh, ...names['zh-Hant']] : names[tag]) {
        const key = headingKey(name);
        found.set(key, (found.get(key) ?? new Set()).add(tag));
      }
    }
  known = found;
  return found;
}
