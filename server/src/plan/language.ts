import { headingKey } from './headings';
import type { Plan, Role } from './model';
import { type Language, sectionNames } from './sectionNames';
import { headingOf, sections } from './sections';

/** A language that text is written in, as a BCP 47 tag: `zh` is Chinese in simplified signs. */
export type WrittenLanguage = Language | 'zh-Hant';

const tags = Object.keys(sectionNames.purpose) as Language[];

/** Signs in the names of sections that only one of the two Chinese scripts has. */
const simplified = /[与标图总愿进记录现发惊讶决结复盘顾导览脉络计划实骤执验证产说备笔据项赖]/;
const traditional = /[與標圖總願進記錄紀現發驚訝決結復盤顧導覽脈絡計劃畫實驟執驗證產說備筆據項賴]/;

/**
 * The language of a plan's section names: the one that most of them are known in, English where two are as frequent, and
 * where none is known.
 */
export function languageOf({ sections }: Plan): WrittenLanguage {
  const counts = new Map(tags.map((tag) => [tag, 0]));
  for (const { heading } of sections)
    for (const tag of languagesByKey().get(headingKey(heading.text)) ?? []) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  const [tag] = [...counts].reduce((best, each) => (each[1] > best[1] ? each : best));
  return tag === 'zh' && sections.some(({ heading }) => traditional.test(heading.text)) ? 'zh-Hant' : tag;
}

/** What a section is called in a language: the canonical heading in English, else the first name in `sectionNames.ts`. */
export function nameOf(role: Role, language: WrittenLanguage): string {
  if (language === 'en') return headingOf(role);
  const names = namesIn(role, language === 'zh-Hant' ? 'zh' : language);
  const name = language === 'zh-Hant' ? names.find((each) => !simplified.test(each)) : names[0];
  return name ?? headingOf(role);
}

function namesIn(role: Role, language: Language): string[] {
  return sectionNames[role][language].split('|').map((name) => name.trim());
}

let known: ReadonlyMap<string, ReadonlySet<Language>> | undefined;

/** The languages that know a name, by its key. Made when a plan is first edited: reading needs none of it. */
function languagesByKey(): ReadonlyMap<string, ReadonlySet<Language>> {
  if (known) return known;
  const found = new Map<string, Set<Language>>();
  for (const { role, heading } of sections)
    for (const tag of tags)
      for (const name of [...(tag === 'en' ? [heading] : []), ...namesIn(role, tag)]) {
        const key = headingKey(name);
        found.set(key, (found.get(key) ?? new Set()).add(tag));
      }
  known = found;
  return found;
}
