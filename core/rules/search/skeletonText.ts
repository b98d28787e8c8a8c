import {
  decisionEntry,
  doneStep,
  milestoneTemplate,
  openStep,
  outcomeEntry,
  surpriseEntry,
} from '../../edits/entryTemplate';
import { newPlan } from '../../edits/newPlan';
import type { Template } from '../../edits/template';

/** How the Cookbook's skeleton tells what belongs into each section, and what others made of it. */
const ofCookbook: readonly string[] = [
  'Explain in a few sentences what someone gains',
  'Use a list with checkboxes to summarize',
  'Document unexpected behaviors, bugs, optimizations',
  'Record every decision made while working',
  'Summarize outcomes, gaps, and lessons',
  'Describe the current state relevant to this task',
  'Describe the current repository state relevant',
  'Describe, in prose, the sequence of edits',
  'Describe the intended sequence of edits',
  'State the exact commands to run',
  'Describe how to start or exercise the system',
  'If steps can be repeated safely, say so',
  'Include the most important transcripts',
  'Be prescriptive. Name the libraries',
  'Replace this section with',
  'If PLANS.md file is checked into the repo',
];

/** How many letters of a text are compared: nobody's own words begin with as many of a skeleton's. */
const compared = 22;

const startsOfCookbook: ReadonlySet<string> = new Set(ofCookbook.map(startOf));

const stamp = '2026-01-01 00:00Z';
/** The words that this extension's templates ask to type over; those that can stand in a plan as they are left out. */
const ownTexts: readonly string[] = (['cookbook', 'seed'] as const)
  .flatMap((dialect): Template[] => [
    newPlan({ dialect, stamp }),
    openStep(),
    doneStep(dialect, stamp),
    surpriseEntry(dialect, stamp),
    decisionEntry(dialect, stamp),
    outcomeEntry(dialect, stamp),
    milestoneTemplate(dialect),
  ])
  .flatMap((template) => template.flatMap((part) => (typeof part === 'string' ? [] : [part.text])))
  .filter(
    (text) => text.length >= 12 && !/^(?:None yet|Write this plan|the repository root|what the command)/.test(text),
  );

const ownShort: ReadonlySet<string> = new Set(ownTexts.map(letters));
const ownStarts: ReadonlySet<string> = new Set(ownTexts.filter((text) => text.length > 40).map(startOf));

/** All that `skeletonOf` knows, for a quick look. */
export const skeletonTexts: readonly string[] = [...ofCookbook, ...ownTexts];

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
  return text.toLowerCase().replace(/[^a-z]+/g, '');
}
