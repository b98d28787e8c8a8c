/** A unit of work by the word that announces it. */
interface UnitWord {
  /** The English word, in lower case. */
  word: string;
  /** Other languages and abbreviations, separated by `|`. */
  names: string;
  /** Which words win where a plan has units of several: milestones (0) over their phases, tasks and steps (3). */
  rank: number;
}

/** What units of work are called (../shared/format.md, 3: "Milestones"). */
const unitNames: readonly UnitWord[] = [
  { word: 'milestone', rank: 0, names: '里程碑|マイルストーン|마일스톤|hito|marco|jalon|meilenstein|веха' },
  { word: 'phase', rank: 1, names: '阶段|階段|フェーズ|단계|fase|фаза' },
  { word: 'stage', rank: 1, names: '步阶|ステージ|스테이지|etapa|étape|этап' },
  { word: 'workstream', rank: 1, names: 'work stream|track|epic|工作流|ワークストリーム|워크스트림' },
  {
    word: 'wave',
    rank: 1,
    names: 'sprint|iteration|increment|cycle|迭代|スプリント|イテレーション|サイクル|스프린트|이터레이션',
  },
  { word: 'part', rank: 1, names: '部分|パート|파트|parte|partie|teil|часть' },
  { word: 'unit', rank: 2, names: 'work package|work item|工作包|单元|單元|ユニット|유닛|einheit|unidad' },
  { word: 'slice', rank: 2, names: 'batch|chunk|切片|批次|スライス|슬라이스' },
  { word: 'task', rank: 2, names: '任务|任務|タスク|작업|태스크|tarea|tarefa|tâche|aufgabe|задача' },
  { word: 'step', rank: 3, names: '步骤|步驟|ステップ|手順|스텝|paso|passo|schritt|шаг' },
];

/** Short forms that stand in front of a number: `M3`, `T-2`. */
const shortNames: Readonly<Record<string, string>> = { M: 'milestone', P: 'phase', T: 'task', S: 'step' };

/** Headings that only hold the units below them, by their key. */
const containers =
  /^(?:(?:implementation|planned|proposed|work|project|delivery)\s)?(?:milestones|phases|stages|workstreams|work streams|slices|tasks|work packages|implementation units|units|work units|里程碑|阶段|階段|实施阶段|マイルストーン|フェーズ|마일스톤|단계)(?:\s(?:and|overview|plan)\b.*)?$/;

/** Numbers as words. */
const numerals: Readonly<Record<string, string>> = {
  ...{ one: '1', two: '2', three: '3', four: '4', five: '5', six: '6', seven: '7', eight: '8', nine: '9', ten: '10' },
  ...{ 一: '1', 二: '2', 三: '3', 四: '4', 五: '5', 六: '6', 七: '7', 八: '8', 九: '9', 十: '10' },
};

const wordByName: ReadonlyMap<string, string> = new Map(
  unitNames.flatMap(({ word, names }) => [word, ...names.split('|')].map((name): [string, string] => [name, word])),
);
const alternatives = (wanted: RegExp) => [...wordByName.keys()].filter((name) => wanted.test(name)).join('|');
const spaced = alternatives(/^[\p{Script=Latin}\p{Script=Cyrillic} ]+$/u);
const unspaced = alternatives(/[^\p{Script=Latin}\p{Script=Cyrillic} ]/u);
const digits = String.raw`\d{1,3}(?:\.\d{1,3}){0,2}[A-Za-z]?(?:[–-]\d{1,3})?`;
const words = 'one|two|three|four|five|six|seven|eight|nine|ten';

const latin = new RegExp(
  String.raw`^(${spaced})\s{1,3}#?((?:[A-Z]{1,2}-?)?${digits}|(?:${words})(?!\p{L})|[A-Z]|[IVX]{1,5})(?![\w.]\p{L}|\p{L}|\d)`,
  'iu',
);
const east = new RegExp(
  String.raw`^(?:第\s?(${digits}|[一二三四五六七八九十]{1,3})\s?(?:个|個)?(${unspaced})|(\d{1,3})\s?(${unspaced})(?=\s*[:：.—–-])|(${unspaced})\s?#?(${digits}|[一二三四五六七八九十]{1,3}|[A-Z])(?![\p{L}\d]))`,
  'iu',
);
const short = new RegExp(String.raw`^([${Object.keys(shortNames).join('')}])-?(${digits})(?![\p{L}\d_])`, 'u');

/** What a unit of work is called. */
export interface UnitName {
  /** In English and lower case: `milestone` (also for `M3` and 里程碑), `phase`, `stage` … */
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
  ...['implementation', 'delivery', 'development', 'project', 'execution'],
]);

const longestFirstWord = Math.max(...[...firstWords].map((word) => word.length));
const [tab, blank, digit0, digit9, a, z] = [9, 32, 48, 57, 97, 122] as const;

/** By character codes: every step of a plan is asked, and a pattern costs five times as much. */
function mayName(text: string): boolean {
  const codeAt = (at: number) => text.charCodeAt(at);
  let start = 0;
  while (start < 6 && ((codeAt(start) >= tab && codeAt(start) <= blank) || '*_`[('.includes(text.charAt(start))))
    start++;
  let end = start;
  while ((codeAt(end) | 0x20) >= a && (codeAt(end) | 0x20) <= z) end++;
  if (codeAt(end) > 0x7f) return true;
  if (end === start) return codeAt(end) >= digit0 && codeAt(end) <= digit9;
  return end - start <= longestFirstWord && firstWords.has(text.slice(start, end).toLowerCase());
}

/** `Milestone 3: X`, `Phase B — X`, `M2 - X`, `第一阶段：X` at the start of a text; undefined for any other text. */
export function readName(text: string): UnitNamed | undefined {
  if (!mayName(text)) return undefined;
  const plain = text
    .replace(/^[\s*_`[(]{1,6}/, '')
    .replace(/^(?:implementation|delivery|development|project|execution)\s+(?=milestone|phase|stage|step|task)/i, '');
  // No text has two of them; most have the short one.
  const match = short.exec(plain) ?? latin.exec(plain) ?? east.exec(plain);
  if (!match) return undefined;
  const [whole, ...groups] = match;
  const [before = '', behind = ''] = groups.filter((group) => group !== undefined);
  // 第一阶段 and 1단계 have the number in front.
  const [name, number] = /^(?:第|\d)/.test(whole) ? [behind, before] : [before, behind];
  return {
    word: wordByName.get(name.toLowerCase()) ?? shortNames[name] ?? name.toLowerCase(),
    number: (numberOf(number) ?? number.replace(/^[A-Z]{1,2}-?(?=\d)/i, '')).toUpperCase(),
    rest: plain.slice(whole.length),
  };
}

/** What separates a name from the words behind it; "Milestone 1 results" has nothing there. */
export const separator = /^\s*(?:[:：—–.。)）/|·,，、→-]\s*|[([（【]|$|[^\p{L}\p{N}\s])/u;

/** The unit that a heading announces: something must separate its name from what follows. */
export function announced(text: string): UnitNamed | undefined {
  // `1. 🚀 Milestone 1: X`: neither a list's number nor a sign in front is part of the name.
  const name = readName(text.replace(/^(?:\d{1,2}[.)]\s+)?(?:[^\p{L}\p{N}*_]{1,6})?(?=\p{L}|第|\d|[*_])/u, ''));
  if (name && /^第/.test(text) && /^\s/.test(name.rest)) return name;
  return name && separator.test(name.rest.replace(/^[*_`]{1,3}/, '')) ? name : undefined;
}

/** True for a heading that only holds units, by its words and by what `headingKey` makes of them. */
export function isContainer(text: string, key: string): boolean {
  return text.length <= 80 && containers.test(key);
}

/** Which words win, by the English word. */
export function rankOf(word: string): number {
  return unitNames.find((each) => each.word === word)?.rank ?? 3;
}

/** The digits of a number in words: `two`, `十一`; undefined for any other text. */
function numberOf(text: string): string | undefined {
  const known = numerals[text.toLowerCase()];
  if (known) return known;
  const [, tens, ones] = /^([一二三四五六七八九]?)十([一二三四五六七八九]?)$/.exec(text) ?? [];
  return tens === undefined ? undefined : `${numerals[tens] ?? 1}${numerals[ones as string] ?? 0}`;
}
