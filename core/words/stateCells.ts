import { boxWords, doneBoxMarks, type StateWord, stateNames } from './boxWords';
import { lazyPattern } from './pattern';
import { allWords, type Words } from './words';

/** What stands in front of a word for something that is done and says that it is not: patterns. */
// biome-ignore format: a row a language
export const notWords: Words = {
  en: ['not(?: yet)?', 'to be'],
  zh: ['尚?未', '还?没有?', '待'],
  'zh-Hant': ['尚?未', '還?沒有?', '待'],
  ja: ['未'],
  ko: ['미'],
  es: ['(?:aún |todavía )?no', 'sin'],
  pt: ['(?:ainda )?não'],
  fr: ['pas encore', 'pas', 'non'],
  de: ['(?:noch )?nicht'],
  ru: ['(?:ещё |еще )?не'],
};

/** What answers a column that is called "Done?". */
// biome-ignore format: a row a language
export const answers: Readonly<Record<'done' | 'open', Words>> = {
  done: {
    en: ['yes', 'y'], zh: ['是'], ja: ['はい'], ko: ['예'], es: ['sí'], pt: ['sim'], fr: ['oui'], de: ['ja'], ru: ['да'],
  },
  open: {
    en: ['no', 'n'], zh: ['否'], ja: ['いいえ'], ko: ['아니오'], es: ['no'], pt: ['não'], fr: ['non'], de: ['nein'], ru: ['нет'],
  },
};

/** Signs that say how far something is where no word beside them does. */
const signs: Readonly<Record<StateWord, string>> = {
  done: '🟢🏁🎉💯👍🆗✨🚀',
  partial: '🔄🔁🚧⏳⌛🟡🟠🔵🏗🛠🔨🔧▶🏃⚙✏📝◐◑◒◓◧◨🌓🌗',
  open: '⬜◻◽▫☐🔲⚪⚫📋🔜⏭🕒🕐📅📆🗓💤❌✗✘✖❎○◯⭕🆕➖',
  blocked: '🚫⛔🔴🛑⏸🔒❗🧱',
  dropped: '🗑🪦',
};

/** The same as codes of emojis, `:white_check_mark:`. */
const codes: Readonly<Record<StateWord, readonly string[]>> = {
  done: ['white_check_mark', 'heavy_check_mark', 'ballot_box_with_check', 'green_circle', 'checkered_flag', 'tada'],
  partial: [
    'construction',
    'hourglass',
    'hourglass_flowing_sand',
    'arrows_counterclockwise',
    'yellow_circle',
    'large_blue_circle',
    'hammer',
    'hammer_and_wrench',
  ],
  open: ['x', 'white_large_square', 'white_circle', 'black_square_button', 'clipboard', 'soon', 'calendar'],
  blocked: ['no_entry', 'no_entry_sign', 'red_circle', 'octagonal_sign', 'pause_button', 'lock'],
  dropped: ['wastebasket'],
};

const code = /:([a-z][a-z0-9_+-]{0,30}):/g;

/** A text without codes of emojis. */
export function withoutCodes(text: string): string {
  return text.includes(':') ? text.replace(code, '').trim() : text;
}

function stateOfCode(text: string): StateWord | undefined {
  const found = [...text.matchAll(code)].map(([, name]) => name as string);
  return (Object.keys(codes) as StateWord[]).find((state) => found.some((name) => codes[state].includes(name)));
}

let bySign: ReadonlyMap<string, StateWord> | undefined;

function stateOfSign(text: string): StateWord | undefined {
  bySign ??= new Map([
    ...Array.from(doneBoxMarks, (sign): [string, StateWord] => [sign, 'done']).filter(([sign]) => !/^x$/i.test(sign)),
    ...(Object.keys(signs) as StateWord[]).flatMap((state) =>
      Array.from(signs[state], (sign): [string, StateWord] => [sign, state]),
    ),
  ]);
  for (const sign of text) {
    const state = bySign.get(sign);
    if (state) return state;
  }
  return undefined;
}

let byWord: ReadonlyMap<string, StateWord> | undefined;

function known(): ReadonlyMap<string, StateWord> {
  if (byWord) return byWord;
  const words = new Map<string, StateWord>();
  const put = (state: StateWord, table: Words) => {
    for (const word of allWords(table)) if (!words.has(word)) words.set(word, state);
  };
  for (const [state, table] of Object.entries(stateNames)) put(state as StateWord, table);
  // A box that says "blocked" is open; a cell is told apart.
  words.set('blocked', 'blocked');
  for (const [state, table] of [...Object.entries(boxWords), ...Object.entries(answers)])
    put(state as StateWord, table);
  byWord = words;
  return words;
}

const stateAt = lazyPattern(() => {
  const longestFirst = [...known().keys()].sort((a, b) => b.length - a.length);
  return String.raw`^(?:(${allWords(notWords).join('|')})\s?)?(${longestFirst.join('|')})(?!\p{L})`;
}, 'iu');

/** 完了しました, 완료했습니다: what languages hang on a word without a blank. */
const stateAtUnspaced = lazyPattern(() => {
  const longestFirst = [...known().keys()]
    .filter((word) => /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]{2}/.test(word))
    .sort((a, b) => b.length - a.length);
  return String.raw`^(?:(${allWords(notWords).join('|')})\s?)?(${longestFirst.join('|')})`;
}, 'iu');

/**
 * How far a cell of a table says that something is, by its first words, else by a sign in it. Undefined where it says nothing
 * that is known. `text` is without marks; a share (`60 %`) is no word, and left to the caller.
 *
 *     ✅ Complete (2026-02-09)   →   done
 *     Not implemented            →   open
 *     🚧                         →   partial
 */
export function stateOfCell(text: string): StateWord | undefined {
  const start = withoutCodes(text.slice(0, 120));
  const words = start.replace(/^[^\p{L}\p{N}]+/u, '').replace(/[_-]/g, ' ');
  const match = stateAt(words).exec(words) ?? stateAtUnspaced(words).exec(words);
  const [, not, word = ''] = match ?? [];
  const state = known().get(word.toLowerCase());
  if (!state) return stateOfSign(start) ?? stateOfCode(text.slice(0, 120));
  return not !== undefined && (state === 'done' || state === 'partial') ? 'open' : state;
}
