import { fillForm } from '../../edits/entryForm';
import {
  decisionForm,
  doneStep,
  milestoneTemplate,
  openStep,
  outcomeForm,
  surpriseForm,
} from '../../edits/entryTemplate';
import { newPlan } from '../../edits/newPlan';
import { type Template, toText } from '../../edits/template';
import { hints } from '../../words/hints';
import { skeletonSentences } from '../../words/placeholders';
import { allWords, type WrittenWords } from '../../words/words';

/** How many letters of a text are compared: nobody's own words begin with as many of a skeleton's. */
const compared = 22;

const startsOfCookbook: ReadonlySet<string> = new Set(allWords(skeletonSentences).map(startOf));

const stamp = '2026-01-01 00:00Z';
/** The words that this extension's English templates ask to type over; those that can stand in a plan as they are left out. */
const englishTexts: readonly string[] = (['cookbook', 'seed'] as const)
  .flatMap((dialect): Template[] => [
    newPlan({ template: dialect, stamp }),
    openStep(),
    doneStep(dialect, stamp),
    fillForm(surpriseForm(dialect, stamp)),
    fillForm(decisionForm(dialect, stamp)),
    fillForm(outcomeForm(dialect, stamp)),
    milestoneTemplate(dialect),
  ])
  .flatMap((template) => template.flatMap((part) => (typeof part === 'string' ? [] : [part.text])))
  .filter(
    (text) => text.length >= 12 && !/^(?:None yet|Write this plan|the repository root|what the command)/.test(text),
  );

/** The same in all languages that plans are written in. */
const ownTexts: readonly string[] = [
  ...englishTexts,
  ...(Object.values(hints) as WrittenWords[])
    .filter(({ en }) => englishTexts.includes(en[0]))
    .flatMap(({ en: _, ...others }) => Object.values(others).flat()),
];

const ownShort: ReadonlySet<string> = new Set(ownTexts.map(letters));
const ownStarts: ReadonlySet<string> = new Set(ownTexts.filter((text) => text.length > 40).map(startOf));

/** The lines of this extension's own skeletons, letters alone: also those that can stand in a plan as they are. */
const ownLines: ReadonlySet<string> = new Set(
  (['cookbook', 'seed'] as const)
    .flatMap((dialect) => [newPlan({ template: dialect, stamp }), milestoneTemplate(dialect)])
    .flatMap((template) => toText(template).split('\n'))
    .map(letters)
    .filter((line) => line !== ''),
);

/** True for a line that stands in one of this extension's skeletons, whatever marks are around its words. */
export function isOwnLine(line: string): boolean {
  return ownLines.has(letters(line));
}

/** All that `skeletonOf` knows, for a quick look. */
export const skeletonTexts: readonly string[] = [...allWords(skeletonSentences), ...ownTexts];

/** Whose skeleton a paragraph, a heading or an item is taken from; undefined where the words are somebody's own. */
export function skeletonOf(text: string): 'cookbook' | 'own' | undefined {
  const start = startOf(text);
  if (startsOfCookbook.has(start)) return 'cookbook';
  return ownStarts.has(start) || (text.length < 80 && ownShort.has(letters(text))) ? 'own' : undefined;
}

function startOf(text: string): string {
  return letters(text.slice(0, 2 * compared)).slice(0, compared);
}

function letters(text: string): string {
  return text.toLowerCase().replace(/\P{L}+/gu, '');
}
