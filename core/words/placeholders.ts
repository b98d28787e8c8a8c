import { edges, lazyPattern, sourceOf, wordTest } from './pattern';
import { allButEnglish, european, none, type Words, wordsIn } from './words';

const { raw } = String;

/** Words for "later" that stand alone in place of what is to be said: patterns. */
// biome-ignore format: a row a language
export const laterWords: Words = {
  en: [
    'tb[dca]', 'todo', 'fixme', 'xxx',
    '(?:to be|will be|fill(?:ed)?|fill this) (?:determined|decided|defined|filled|written|added|completed|done|in)(?: in)?(?: (?:later|after implementation|during implementation|when done))?',
  ],
  zh: ['待定', '待补充?', '待填写?'],
  'zh-Hant': ['待補充?', '待填寫'],
  ja: ['未定'],
  ko: ['미정', '추후 ?(?:작성|기록)'],
  es: ['por definir'],
  pt: ['a definir'],
  fr: ['à définir', 'à compléter'],
  ...none('unseen', 'de', 'ru'),
};

/** What is asked for in brackets: a verb, or the name of a part. In English the words come first. */
// biome-ignore format: a row a language
export const askingWords: Words = {
  en: [
    'short', 'brief', 'your', 'the', 'one', 'some', 'same', raw`optional(?=[\s,:;])`, 'actual', 'insert', 'add', 'fill', 'paste',
    'put', 'list', 'describe', 'explain', 'specify', 'populate', 'replace', 'enter', 'provide', raw`summar\w+`, 'embed',
    'continue', 'link to', 'what', 'why', 'how', 'who', 'when', 'where', 'names?', 'titles?', 'descriptions?',
    'features?', 'topics?', 'dates?', 'authors?', 'milestones?', 'paths?', 'commands?', 'todo', 'tbd', 'placeholder',
    'benefit', 'drawback',
  ],
  zh: ['填写', '补充'],
  'zh-Hant': ['填寫'],
  ja: ['埋め', '記入'],
  ko: ['작성', '입력'],
  ...none('unseen', ...european),
};

/** What a skeleton could tell its author, in words that are seldom those of a plan: verbs, and what they are followed by. */
// biome-ignore format: a row a language
export const instructionVerbs: Words = {
  en: ['describe', 'explain', 'state', 'summarize', 'summarise', 'outline'],
  ...none('unseen', ...allButEnglish),
};
const instructionObjects =
  'that|how|what|why|which|where|whether|the\\s(?:tests|current|intended|exact|sequence|steps|key|state|commands|edits|problem|goal)';

/** A step of the Cookbook's skeleton. */
export const exampleSteps: Words = {
  en: [raw`example (?:completed|incomplete|partially completed) step\b`],
  ...none('shared', ...allButEnglish),
};

/** What a step of a skeleton calls itself in its first words: patterns. */
// biome-ignore format: a row a language
export const exampleWords: Words = {
  en: ['example', 'sample'],
  zh: ['示例', '例如', '样例', '范例', '^[（(]例[)）]'],
  'zh-Hant': ['範例', '樣例', '^[（(]例[)）]'],
  ja: ['例[:：]', '^[（(]例[)）]', '(?:ステップ|手順|作業|項目)の例', '記入例', 'サンプル'],
  ko: ['예시', '예[:：]', '^[（(]예[)）]'],
  es: ['ejemplo'],
  pt: ['exemplo'],
  fr: ['exemple'],
  de: ['beispiel(?:schritt)?'],
  ru: ['пример'],
};

/** How the Cookbook's skeleton tells what belongs into each section, and what others made of it: beginnings of sentences. */
// biome-ignore format: a row a language
export const skeletonSentences: Words = {
  en: [
    'Explain in a few sentences what someone gains', 'Use a list with checkboxes to summarize',
    'Document unexpected behaviors, bugs, optimizations', 'Record every decision made while working',
    'Summarize outcomes, gaps, and lessons', 'Describe the current state relevant to this task',
    'Describe the current repository state relevant', 'Describe, in prose, the sequence of edits',
    'Describe the intended sequence of edits', 'State the exact commands to run',
    'Describe how to start or exercise the system', 'If steps can be repeated safely, say so',
    'Include the most important transcripts', 'Be prescriptive. Name the libraries', 'Replace this section with',
    'If PLANS.md file is checked into the repo',
  ],
  ...none('shared', ...allButEnglish),
};

const later = lazyPattern(() => raw`^(?:…|\.{3,6}|${sourceOf(laterWords, edges.none)})$`, 'i');
const asked = lazyPattern(
  () =>
    raw`^(?:(?:${wordsIn(askingWords, 'en').join('|')})(?:[\s,:;?]|$)|yyyy\b)|(?:…|\.{3})$|${sourceOf({ ...askingWords, en: [] })}`,
  'i',
);
const instruction = lazyPattern(
  () => raw`^(?:${sourceOf(instructionVerbs, edges.none)})\s(?:${instructionObjects})\b`,
  'i',
);
const example = lazyPattern(() => `^(?:${sourceOf(exampleSteps, edges.none)})`, 'i');

const sayExample = wordTest(exampleWords);

/** True for a step's words that call it an example: `Example completed step`, `完了したステップの例`. */
export function isExample(text: string): boolean {
  return sayExample(text.slice(0, 60));
}

/** True for an ellipsis, or a word for "later", and nothing else. */
export function saysLater(text: string): boolean {
  return later(text).test(text);
}

/** True for words in brackets that ask for something. */
export function asksFor(text: string): boolean {
  return asked(text).test(text);
}

/** True for words that begin as a skeleton's instruction to its author does. */
export function instructs(text: string): boolean {
  return instruction(text).test(text);
}

/** True for a step of the Cookbook's skeleton. */
export function isExampleStep(text: string): boolean {
  return example(text).test(text);
}
