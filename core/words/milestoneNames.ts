import { isPlain, lazyPattern } from './pattern';
import { allButEnglish, allWords, european, none, type Words, wordsIn } from './words';

/** The kinds of units of work, by their English words. */
export type UnitWord =
  | 'milestone'
  | 'phase'
  | 'stage'
  | 'workstream'
  | 'wave'
  | 'part'
  | 'unit'
  | 'slice'
  | 'task'
  | 'step';

/** What units of work are called, in lower case, abbreviations included (../shared/format.md, 3: "Milestones"). */
// biome-ignore format: a row a language
export const unitNames: Readonly<Record<UnitWord, Words>> = {
  milestone: {
    en: ['milestone'],
    zh: ['里程碑'],
    ja: ['マイルストーン'],
    ko: ['마일스톤'],
    es: ['hito'],
    pt: ['marco'],
    fr: ['jalon'],
    de: ['meilenstein'],
    ru: ['веха'],
  },
  phase: {
    en: ['phase'],
    zh: ['阶段'],
    'zh-Hant': ['階段'],
    ja: ['フェーズ'],
    ko: ['단계'],
    es: ['fase'],
    pt: ['fase'],
    fr: ['phase'],
    de: ['phase'],
    ru: ['фаза'],
  },
  stage: {
    en: ['stage'],
    zh: ['步阶'],
    ja: ['ステージ'],
    ko: ['스테이지'],
    es: ['etapa'],
    pt: ['etapa'],
    fr: ['étape'],
    ru: ['этап'],
    ...none('shared', 'de'),
  },
  workstream: {
    en: ['workstream', 'work stream', 'track', 'epic'],
    zh: ['工作流'],
    ja: ['ワークストリーム'],
    ko: ['워크스트림'],
    ...none('unseen', ...european),
  },
  wave: {
    en: ['wave', 'sprint', 'iteration', 'increment', 'cycle'],
    zh: ['迭代'],
    ja: ['スプリント', 'イテレーション', 'サイクル'],
    ko: ['스프린트', '이터레이션'],
    ...none('shared', 'es', 'pt', 'fr', 'de'),
    ...none('unseen', 'ru'),
  },
  part: {
    en: ['part'],
    zh: ['部分'],
    ja: ['パート'],
    ko: ['파트'],
    es: ['parte'],
    pt: ['parte'],
    fr: ['partie'],
    de: ['teil'],
    ru: ['часть'],
  },
  unit: {
    en: ['unit', 'work package', 'work item'],
    zh: ['工作包', '单元'],
    'zh-Hant': ['單元'],
    ja: ['ユニット'],
    ko: ['유닛'],
    es: ['unidad'],
    de: ['einheit'],
    ...none('unseen', 'pt', 'fr', 'ru'),
  },
  slice: {
    en: ['slice', 'batch', 'chunk'],
    zh: ['切片', '批次'],
    ja: ['スライス'],
    ko: ['슬라이스'],
    ...none('unseen', ...european),
  },
  task: {
    en: ['task'],
    zh: ['任务'],
    'zh-Hant': ['任務'],
    ja: ['タスク'],
    ko: ['작업', '태스크'],
    es: ['tarea'],
    pt: ['tarefa'],
    fr: ['tâche'],
    de: ['aufgabe'],
    ru: ['задача'],
  },
  step: {
    en: ['step'],
    zh: ['步骤'],
    'zh-Hant': ['步驟'],
    ja: ['ステップ', '手順'],
    ko: ['스텝'],
    es: ['paso'],
    pt: ['passo'],
    de: ['schritt'],
    ru: ['шаг'],
    ...none('ambiguous', 'fr'),
  },
};

/** Which words win where a plan has units of several: milestones (0) over their phases, tasks and steps (3). */
const ranks: Readonly<Record<UnitWord, number>> = {
  ...{ milestone: 0, phase: 1, stage: 1, workstream: 1, wave: 1, part: 1, unit: 2, slice: 2, task: 2, step: 3 },
};

/**
 * Short forms that stand in front of a number: `M3`, `T-2`. `P1` is a word of its own: it may be a phase, but in front of
 * a step it is a priority more often, and then it is no `Phase 1`.
 */
const shortNames: Readonly<Record<string, UnitWord | 'p'>> = { M: 'milestone', P: 'p', T: 'task', S: 'step' };

/** Words in front of a unit's name that are no part of it: `Implementation Phase 2`. */
export const unitQualifiers: Words = {
  en: ['implementation', 'delivery', 'development', 'project', 'execution'],
  ...none('unseen', ...allButEnglish),
};

/** Headings that only hold the units below them, as `headingKey` makes them. */
// biome-ignore format: a row a language
export const containerNames: Words = {
  en: [
    'milestones', 'phases', 'stages', 'workstreams', 'work streams', 'slices', 'tasks', 'work packages',
    'implementation units', 'units', 'work units',
  ],
  zh: ['里程碑', '阶段', '实施阶段'],
  'zh-Hant': ['階段'],
  ja: ['マイルストーン', 'フェーズ'],
  ko: ['마일스톤', '단계'],
  es: ['hitos', 'fases', 'etapas'],
  pt: ['marcos', 'fases', 'etapas'],
  fr: ['jalons', 'phases', 'etapes'],
  de: ['meilensteine', 'phasen', 'etappen'],
  ru: ['вехи', 'этапы', 'фазы'],
};

/** Words in front of such a heading's name: `Planned Milestones`. */
export const containerQualifiers: Words = {
  en: ['implementation', 'planned', 'proposed', 'work', 'project', 'delivery'],
  ...none('unseen', ...allButEnglish),
};

/** Numbers as words, from one to ten in their order. */
// biome-ignore format: a row a language
export const numerals: Words = {
  en: ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'],
  zh: ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'],
  ...none('shared', 'ja'),
  ...none('unseen', 'ko', ...european),
};

const wordByName: ReadonlyMap<string, UnitWord> = new Map(
  (Object.keys(unitNames) as UnitWord[]).flatMap((word) =>
    allWords(unitNames[word]).map((name): [string, UnitWord] => [name, word]),
  ),
);
const numberByNumeral: ReadonlyMap<string, number> = new Map(
  (['en', 'zh'] as const).flatMap((language) =>
    wordsIn(numerals, language).map((numeral, i): [string, number] => [numeral, i + 1]),
  ),
);

const alternatives = (wanted: RegExp) => [...wordByName.keys()].filter((name) => wanted.test(name)).join('|');
const digits = String.raw`\d{1,3}(?:\.\d{1,3}){0,2}[A-Za-z]?(?:[–-]\d{1,3})?`;
const signs = `[${wordsIn(numerals, 'zh').join('')}]{1,3}`;

const latin = lazyPattern(() => {
  const spaced = alternatives(/^[\p{Script=Latin}\p{Script=Cyrillic} ]+$/u);
  const words = wordsIn(numerals, 'en').join('|');
  return String.raw`^(${spaced})\s{1,3}#?((?:[A-Z]{1,2}-?)?${digits}|(?:${words})(?!\p{L})|[A-Z]|[IVX]{1,5})(?![\w.]\p{L}|\p{L}|\d)`;
}, 'iu');
const east = lazyPattern(() => {
  const unspaced = alternatives(/[^\p{Script=Latin}\p{Script=Cyrillic} ]/u);
  return String.raw`^(?:第\s?(${digits}|${signs})\s?(?:个|個)?(${unspaced})|(\d{1,3})\s?(${unspaced})(?=\s*[:：.—–-])|(${unspaced})\s?#?(${digits}|${signs}|[A-Z])(?![\p{L}\d]))`;
}, 'iu');
const short = lazyPattern(() => String.raw`^([${Object.keys(shortNames).join('')}])-?(${digits})(?![\p{L}\d_])`, 'u');
const qualified = lazyPattern(
  () => String.raw`^(?:${allWords(unitQualifiers).join('|')})\s+(?=milestone|phase|stage|step|task)`,
  'i',
);
const container = lazyPattern(
  () =>
    String.raw`^(?:(?:${allWords(containerQualifiers).join('|')})\s)?(?:${allWords(containerNames).join('|')})(?:\s(?:and|overview|plan)\b.*)?$`,
  '',
);

/** What a unit of work is called. */
export interface UnitName {
  /** In English and lower case: `milestone` (also for `M3` and 里程碑), `phase`, `stage` …; `p` for `P1`. */
  word: string;
  /** As written behind the word, in upper case: `1`, `1.5`, `A`; empty for an unnumbered one below "Milestones". */
  number: string;
}

/** A unit that a text names at its start. */
export interface UnitNamed extends UnitName {
  /** Behind word and number. */
  rest: string;
}

/** The first words of such texts in Latin letters; most texts begin with another one, which is told much faster. */
const firstWords: ReadonlySet<string> = new Set([
  ...Object.keys(shortNames).map((letter) => letter.toLowerCase()),
  ...[...wordByName.keys()].map((name) => name.split(' ')[0] as string),
  ...allWords(unitQualifiers),
]);

const [tab, blank, digit0, digit9, a, z] = [9, 32, 48, 57, 97, 122] as const;

/** By the first letter (0 for `a`) the lengths of such words, a bit each: what no word has is told without looking it up. */
const lengthsByLetter: readonly number[] = Array.from({ length: 26 }, (_, letter) =>
  [...firstWords].reduce((bits, word) => (word.charCodeAt(0) === a + letter ? bits | (1 << word.length) : bits), 0),
);

/** By character codes, from a place of a text on: every word of a plan is asked, and a pattern costs five times as much. */
function mayName(text: string, from: number): boolean {
  let start = from;
  while (start < from + 6 && (isBlank(text.charCodeAt(start)) || '*_`[('.includes(text.charAt(start)))) start++;
  let end = start;
  if (isDigit(text.charCodeAt(start))) {
    // `2 шаг` is none; 1단계 is.
    while (isDigit(text.charCodeAt(end))) end++;
    const behind = isBlank(text.charCodeAt(end)) ? end + 1 : end;
    return end - start <= 3 && text.charCodeAt(behind) > 0x7f;
  }
  while (isLetter(text.charCodeAt(end))) end++;
  if (text.charCodeAt(end) > 0x7f) return true;
  const length = end - start;
  const lengths = lengthsByLetter[(text.charCodeAt(start) | 0x20) - a] ?? 0;
  return length < 32 && (lengths & (1 << length)) !== 0 && firstWords.has(text.slice(start, end).toLowerCase());
}

function isBlank(code: number): boolean {
  return code >= tab && code <= blank;
}

function isDigit(code: number): boolean {
  return code >= digit0 && code <= digit9;
}

function isLetter(code: number): boolean {
  return (code | 0x20) >= a && (code | 0x20) <= z;
}

const wordStart = /(?<![\p{L}\d_/#-])(?=[\p{L}\d])/gu;
/** The same before the first words of names alone, for a line without other letters than A to Z: there is no other name in it. */
const firstWordStart = lazyPattern(
  () => String.raw`(?<![\w/#-])(?:${[...firstWords].filter((word) => /^[a-z]+$/.test(word)).join('|')})(?![a-z])`,
  'gi',
);

/** Where words of a line begin from which on `readName` may read a name, in order: most lines have none. */
export function nameStarts(text: string): number[] {
  if (isPlain(text)) return Array.from(text.matchAll(firstWordStart(text)), ({ index }) => index);
  return Array.from(text.matchAll(wordStart), ({ index }) => index).filter((each) => mayName(text, each));
}

/** What stands in front of a name: marks of Markdown, and a small picture (`🚀 **M2**: X`). */
const marks = /^[\s*_`[(]{1,6}(?:(?:\p{Extended_Pictographic}(?:\uFE0F|\u200D|\p{Emoji_Modifier})?){1,3}\s{1,2})?/u;
const decorated = /^(?:\p{Extended_Pictographic}(?:\uFE0F|\u200D|\p{Emoji_Modifier})?){1,3}[\s*_`[(]{0,6}/u;

/** `Milestone 3: X`, `Phase B — X`, `M2 - X`, `第一阶段：X` at the start of a text; undefined for any other text. */
export function readName(text: string): UnitNamed | undefined {
  if (!mayName(text, 0)) return undefined;
  const plainest = plainestLength(text);
  if (plainest > 0) {
    const [letter, number] = [text.charAt(0), text.slice(1, plainest)];
    return {
      word: wordByName.get(letter.toLowerCase()) ?? (shortNames[letter] as string),
      number,
      rest: text.slice(plainest),
    };
  }
  const plain = asciiDigits(text.replace(text.charCodeAt(0) > 0x7f ? decorated : marks, '')).replace(qualified(), '');
  // No text has two of them; most have the short one.
  const match = short(plain).exec(plain) ?? latin(plain).exec(plain) ?? east(plain).exec(plain);
  if (!match) return undefined;
  const [whole, ...groups] = match;
  const [before = '', behind = ''] = groups.filter((group) => group !== undefined);
  // 第一阶段 and 1단계 have the number in front.
  const [name, number] = /^(?:第|\d)/.test(whole) ? [behind, before] : [before, behind];
  const rest = plain.slice(whole.length);
  // `Stage a release` tells what to do; `Stage a: the table` is a name.
  if (/^[a-z]{1,5}$/.test(number) && !numberByNumeral.has(number) && !separator.test(rest)) return undefined;
  return {
    word: wordByName.get(name.toLowerCase()) ?? shortNames[name] ?? name.toLowerCase(),
    number: (numberOf(number) ?? number.replace(/^[A-Z]{1,2}-?(?=\d)/i, '')).toUpperCase(),
    rest,
  };
}

/** The length of a `M3` with a colon or a blank behind it, which needs no pattern; 0 for all others. */
function plainestLength(text: string): number {
  if (!Object.hasOwn(shortNames, text.charAt(0))) return 0;
  let end = 1;
  while (end < 4 && text.charCodeAt(end) >= digit0 && text.charCodeAt(end) <= digit9) end++;
  const behind = text.charAt(end);
  return end > 1 && (behind === ':' || behind === ' ') ? end : 0;
}

/** `マイルストーン２` is `マイルストーン2`; each sign stays one. */
function asciiDigits(text: string): string {
  return /[\uFF10-\uFF19]/.test(text)
    ? text.replace(/[\uFF10-\uFF19]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    : text;
}

/** What separates a name from the words behind it; "Milestone 1 results" has nothing there. */
export const separator = /^\s*(?:[:：—–.。)）/|·,，、→-]\s*|[([（【]|$|[^\p{L}\p{N}\s])/u;

/** The unit that a heading announces: something must separate its name from what follows. */
export function announced(text: string): UnitNamed | undefined {
  // `1. 🚀 Milestone 1: X`, `3.1 Milestone 1: X`: neither a list's number nor a sign in front is part of the name.
  const ordinal = ordinalName(text);
  if (ordinal) return ordinal;
  const name = readName(
    text.replace(
      /^(?:\d{1,2}(?:[.)]|(?:\.\d{1,2}){1,3}[.)]?)\s+)?(?:\[[ xX~-]\]\s+)?(?:[^\p{L}\p{N}*_]{1,6})?(?=\p{L}|第|\d|[*_])/u,
      '',
    ),
  );
  if (name && /^第/.test(text) && /^\s/.test(name.rest)) return name;
  return name && separator.test(name.rest.replace(/^[*_`]{1,3}/, '')) ? name : undefined;
}

const numbered = lazyPattern(
  () =>
    String.raw`^(\d{1,2})(?:[.)]|-[йя]|er|re|ère|e|ª|º|st|nd|rd|th)\s(${alternatives(/^[\p{Script=Latin}\p{Script=Cyrillic} ]+$/u)})(?=\s*(?:[:：—–-]|$))`,
  'iu',
);

/** A unit that is numbered in front: `1. Milestone: the log`, `2. Phase – lesen`. */
function ordinalName(text: string): UnitNamed | undefined {
  const [whole, number, name] = /^\d/.test(text) ? (numbered(text).exec(text) ?? []) : [];
  if (whole === undefined || !number || !name) return undefined;
  return { word: wordByName.get(name.toLowerCase()) as string, number, rest: text.slice(whole.length) };
}

/** True for a heading that only holds units, by its words and by what `headingKey` makes of them. */
export function isContainer(text: string, key: string): boolean {
  return text.length <= 80 && container(key).test(key);
}

const unitColumn = lazyPattern(() => {
  const spaced = alternatives(/^[\p{Script=Latin}\p{Script=Cyrillic} ]+$/u);
  const unspaced = alternatives(/[^\p{Script=Latin}\p{Script=Cyrillic} ]/u);
  // Many are named in a plural: milestones, fases, Meilensteine, Phasen.
  return String.raw`(?<!\p{L})(${spaced})(?:e?[sn])?(?!\p{L})|(${unspaced})`;
}, 'iu');

/** The unit that a table's column is named after: `Phase`, `🚩 Milestones`, 里程碑名称. Undefined for other names, and for a sentence. */
export function unitOfColumn(name: string): UnitWord | undefined {
  if (name.length > 40 || name.trim().split(/\s+/).length > 4) return undefined;
  const [, spaced, unspaced] = unitColumn(name).exec(name) ?? [];
  return wordByName.get((spaced ?? unspaced ?? '').toLowerCase());
}

/** Which words win, by the English word. */
export function rankOf(word: string): number {
  return word === 'p' ? ranks.unit : (ranks[word as UnitWord] ?? 3);
}

/** A name whose number is a word or a sign, with the next one: `Phase two` → `Phase three`, 第一阶段 → 第二阶段; undefined for others. */
export function nextNumeral(name: string): string | undefined {
  for (const language of ['en', 'zh'] as const) {
    const all = wordsIn(numerals, language);
    for (const [i, numeral] of all.entries()) {
      const next = all[i + 1];
      const at = name.toLowerCase().lastIndexOf(numeral);
      const isWhole = language === 'zh' || !/\p{L}/u.test(`${name[at - 1] ?? ''}${name[at + numeral.length] ?? ''}`);
      if (at < 0 || !isWhole || next === undefined) continue;
      // 十一 is another number.
      if (language === 'zh' && /[一二三四五六七八九十]/.test(`${name[at - 1] ?? ''}${name[at + 1] ?? ''}`))
        return undefined;
      const isCapital = name.charAt(at) !== numeral.charAt(0);
      return `${name.slice(0, at)}${isCapital ? next.charAt(0).toUpperCase() + next.slice(1) : next}${name.slice(at + numeral.length)}`;
    }
  }
  return undefined;
}

/** The digits of a number in words: `two`, `十一`; undefined for any other text. */
function numberOf(text: string): string | undefined {
  const known = numberByNumeral.get(text.toLowerCase());
  if (known) return `${known}`;
  const [, tens, ones] = /^([一二三四五六七八九]?)十([一二三四五六七八九]?)$/.exec(text) ?? [];
  if (tens === undefined) return undefined;
  return `${numberByNumeral.get(tens) ?? 1}${numberByNumeral.get(ones as string) ?? 0}`;
}
