import { type Block, blocksBetween, type Landmark } from '../text/blocks';
import { Lazy } from '../text/lazy';
import type { Found, Search, SearchableText } from '../text/searchableText';
import { commonNames } from '../words/commonSectionNames';
import { isExample, saysLater } from '../words/placeholders';
import { isGuideTitle, mayBeGuideTitle, namesExecPlan, saysOnlyPlan } from '../words/planTitles';
import type { Role } from '../words/roles';
import { allWords } from '../words/words';
import { readBox } from './box';
import { findBoxes } from './boxes';
import { headingKey, type PartHeading, type RoledHeading } from './headings';
import { isMistake, type OpenFence, readOpenFence } from './openFence';
import type { Reading } from './reading';
import { isCanonicalLiving, isLiving } from './sections';

/** A title that nobody has filled in: `<Title of the change>`, `ExecPlan: [plan name]`, `{{title}}`. */
const unfilledTitle =
  /^(?:\W{0,3}exec\s?plan\W{1,3})?(?:<[^<>]+>|\[(?:[^[\]]+\s[^[\]]+|title|name|feature|plan)\]|\{{1,2}[^{}]+\}{1,2})\s*$/i;
/** The same beside other words of it: `ExecPlan 템플릿: <기능 이름>`, `Plan: {{feature}}`, `${id} - ${title}`. */
const unfilledPart = new RegExp(
  [
    '(?<![\\p{L}\\p{N}])<(?=[^<>=]{0,60}(?:\\s|[^<>=\\p{ASCII}]))[^<>=]{1,60}>',
    '\\{\\{[^{}]{1,60}\\}\\}|^\\$\\{[^{}]{1,60}\\}',
    '(?<![$\\p{L}\\p{N}])\\{(?=[^{}]{0,60}(?:\\s|[^{}\\p{ASCII}]))[^{}:;,]{1,60}\\}',
  ].join('|'),
  'u',
);
/** The same somewhere in a further heading: `EP-YYYYMMDD-<slug>: <Title>`; `Option<T>` is a type, `<img>` a tag. */
const unfilledName = /YYYY-?MM|(?<![\p{L}\p{N}])<(?:[A-Z]|[^<>=\p{ASCII}])[^<>=]{0,60}>/u;
/** A date in front of what was recorded. */
const dated = /^[([*_]{0,3}\d{4}-\d\d-\d\d/;

const common = new Lazy(() => new Set(allWords(commonNames).map(headingKey)));

/**
 * Tells by its content whether a text is a plan: two living sections and a third of the format; one and three others
 * where it calls itself an ExecPlan, or has steps and lies where plans lie; steps and two other sections where its title
 * says that it is one. Where all living headings are common words,
 * steps, the text itself or its place must tell. A text that speaks about plans is a guide, and so is a skeleton that
 * nobody has begun to fill in. In doubt it is `other`, and nothing is said about it. `found` are the roles seen.
 */
export function classify(
  text: SearchableText,
  landmarks: readonly Landmark[],
  headings: readonly PartHeading[],
  { isLocated, isTemplate }: Pick<Reading, 'isLocated' | 'isTemplate'>,
): { kind: 'plan' | 'guide' | 'other'; found: Role[] } {
  const { lines } = text;
  const seen = new Set<Role>(headings.flatMap(({ told }) => told));
  const found = isEnough([...seen]) ? [...seen] : [...new Set([...seen, ...takenRoles(landmarks, lines)])];
  const title = headings[0]?.text ?? '';
  const isGuide = isGuideTitle(title);
  const mayGuide = isTemplate || mayBeGuideTitle(title) || areGuideHeadings(headings);
  const skeletons = () =>
    landmarks.filter(
      (block) =>
        block.kind === 'fence' && isSkeleton(lines.slice(block.line, block.endLine)) && !mistakeIn(block, lines),
    ).length;
  const quotes = () => skeletons() > 0;
  const living = found.filter(isLiving).length;
  const hasSteps = () => hasBoxes(text, headings);
  const enough = isEnough(found) || (isTitled(headings) && hasSteps());
  if (!enough) return { kind: isGuide || mayGuide || quotes() ? 'guide' : 'other', found };
  const holds = (search: Search<Found>) => text.findBetween(search, 0, lines.length).length > 0;
  const mayBeUnfilled = () =>
    (unfilledPart.test(title) || headings.slice(1).some(({ text }) => unfilledName.test(text))) && !holds(findDated);
  // A title that names no work, above steps that are none.
  const isEmpty = () => saysOnlyPlan(headingKey(title)) && holds(findUnfilled) && !holds(findFilled);
  const mayBeUnbegun = mayGuide || unfilledTitle.test(title) || mayBeUnfilled() || isEmpty();
  const isUnbegun = mayBeUnbegun && !holds(findDone);
  // A rule book that shows each section in a fence of its own may have boxes among its advice.
  const isQuoted = () => (!holds(findAnyBox) && !holds(findDated) && quotes()) || (skeletons() > 1 && !holds(findDone));
  if (isGuide || isUnbegun || isQuoted()) return { kind: 'guide', found };
  const callsItself = () => lines.slice(0, 40).some((line) => /\bexec[ -]?plan/i.test(line));
  const isPlan =
    living > 1
      ? isLocated || headings.some(isDistinctive) || hasSteps() || callsItself()
      : callsItself() || (isLocated && hasSteps());
  return { kind: isPlan ? 'plan' : 'other', found };
}

/** The roles of the headings that a fence takes which is not closed: a plan with one is still the plan that it was. */
function takenRoles(landmarks: readonly Landmark[], lines: readonly string[]): Role[] {
  return landmarks.flatMap((block) => (block.kind === 'fence' ? (mistakeIn(block, lines)?.roles ?? []) : []));
}

function mistakeIn(fence: Extract<Landmark, { kind: 'fence' }>, lines: readonly string[]): OpenFence | undefined {
  const open = readOpenFence(fence.info, lines.slice(fence.line, fence.endLine));
  return open && isMistake(fence.info, open) ? open : undefined;
}

/** True for roles that make a plan: two living sections and a third of the format, or one and three others. */
function isEnough(found: readonly Role[]): boolean {
  const living = found.filter(isLiving).length;
  return living > 0 && living + found.length >= 5;
}

/** True where several headings speak about plans, or one that the living sections stand below. */
function areGuideHeadings(headings: readonly PartHeading[]): boolean {
  const speaking = headings.filter(({ speaksOfPlans }) => speaksOfPlans);
  const living = headings.filter(({ roles }) => roles.some(isLiving));
  return (
    speaking.length > 1 || speaking.some(({ endLine, partEnd }) => blocksBetween(living, endLine, partEnd).length > 1)
  );
}

/** True for a text whose title calls it an ExecPlan, with a Progress and two other sections: it is one that is short. */
function isTitled(headings: readonly PartHeading[]): boolean {
  const [title, ...others] = headings;
  if (!title || !namesExecPlan(title.text)) return false;
  const roles = new Set(others.flatMap(({ roles, weakRole }) => (roles.length > 0 ? roles : (weakRole ?? []))));
  return roles.has('progress') && roles.size > 2;
}

const hasBox = (text: string) => readBox(text) !== undefined;
const findAnyBox = findFirstItem(hasBox);
const findDone = findFirstItem(isDone);
const findFilled = findFirstItem(isFilled);
const findUnfilled = findFirstItem((text) => isUnfilled(wordsOf(text) ?? ''));
const findDated = findFirstItem((text) => dated.test(text));

/** A search for the first item of a piece whose text passes a test: to see whether there is any. */
function findFirstItem(test: (text: string) => boolean): Search<Found> {
  return ({ blocks, lines }) => {
    const first = blocks.find((block) => isItemWith(block, lines, test));
    return first ? [{ line: first.line }] : [];
  };
}

function isItemWith(block: Block, lines: readonly string[], test: (text: string) => boolean): boolean {
  return block.kind === 'item' && test((lines[block.line] as string).slice(block.character));
}

/** True for a done step that is not the skeleton's example. */
function isDone(text: string): boolean {
  return /^x$/i.test(readBox(text)?.mark ?? '') && isFilled(text);
}

/** True for a box whose words are those of a step. */
function isFilled(text: string): boolean {
  const words = wordsOf(text);
  return words !== undefined && words !== '' && !isUnfilled(words);
}

/** What stands behind a box and a stamp; undefined where there is no box. */
function wordsOf(text: string): string | undefined {
  const box = readBox(text);
  return (
    box &&
    text
      .slice(box.length)
      .replace(/^\s*[([<][^()[\]<>]{0,40}[)\]>](?=\s+\S)/, (stamp) => (isExample(stamp.trim()) ? stamp : ''))
      .trim()
  );
}

/** True for words that ask for a step, or are an example of one. */
function isUnfilled(words: string): boolean {
  return isExample(words) || asksForAll(words) || saysLater(words);
}

/** True for words that are all in brackets: `<first step>`, `{{step}}`, `[What is done first]`. */
function asksForAll(words: string): boolean {
  return /^[*_`]{0,2}(?:<[^<>]{1,200}>|\{{1,2}[^{}]{1,200}\}{1,2}|\[[^[\]]{1,200}\]|（[^（）]{1,200}）)[*_`]{0,2}[.。…]?$/.test(
    words,
  );
}

/** True for a living heading that only plans have. */
function isDistinctive({ text, roles }: RoledHeading): boolean {
  return roles.some(isLiving) && !common.get().has(headingKey(text));
}

/** True for a text with a box below Progress. */
function hasBoxes(text: SearchableText, headings: readonly PartHeading[]): boolean {
  return headings.some(
    ({ line, partEnd, roles }) => roles.includes('progress') && text.findBetween(findBoxes, line, partEnd).length > 0,
  );
}

/** True for a fence that quotes a plan's living sections. */
function isSkeleton(code: readonly string[]): boolean {
  const keys = code.flatMap((line) => (/^ {0,3}#{1,4}\s/.test(line) ? [headingKey(line.slice(0, 100))] : []));
  return keys.some(isCanonicalLiving);
}
