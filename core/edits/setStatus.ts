import { languageOf } from '../plan/language';
import type { Plan } from '../plan/model';
import { type StatusPlace, statusPlace } from '../plan/status';
import { frontMatterEnd } from '../text/blocks';
import { phraseIn } from '../words/phrases';
import { type PlanState, stateNames, stateOfStatus, statusLabels } from '../words/statuses';
import { wordsIn } from '../words/words';
import { keyStyleOf } from './keyStyle';
import { insertBelowTitle } from './opening';
import { at, type PlanEdit } from './planEdit';
import { type Clock, dateOf } from './stamp';

/**
 * Writes what a plan is into the line or the field that says it, in the plan's own words for it; where there is none, into the
 * front matter, else into a line below the title. Undefined where it says so already. `written` are the text's lines as they are.
 *
 *     Status: In progress   →   Status: Done 2026-11-30
 */
export function setStatus(
  plan: Plan,
  state: PlanState,
  by: string | undefined,
  lines: readonly string[],
  written: readonly string[],
  clock: Clock,
): PlanEdit | undefined {
  const place = statusPlace(plan, lines, written);
  if (place && stateOfStatus(place.text) === state && by === undefined) return undefined;
  const words = statusWords(plan, state, by, clock);
  if (place) {
    const text = inCaseOf(place, words);
    return text === place.text ? undefined : { range: place.range, template: [text] };
  }
  const end = frontMatterEnd(written);
  if (end > 1) {
    const separator = (written[0] as string).includes('+') ? ' = ' : ': ';
    const value = separator === ' = ' || /[:#]/.test(words) ? `"${words.replace(/[\\"]/g, '\\$&')}"` : words;
    return { range: at(end - 1, 0), template: [`status${separator}${value}\n`] };
  }
  const label = capital(wordsIn(statusLabels, languageOf(plan))[0] ?? 'status');
  const colon = keyStyleOf(plan, lines).language.startsWith('zh') ? '：' : ': ';
  return insertBelowTitle(plan, [`${label}${colon}${words}`], lines);
}

/** What a plan is, in its language: `done 2026-11-30`, `superseded by plans/b.md`. */
function statusWords(plan: Plan, state: PlanState, by: string | undefined, clock: Clock): string {
  const language = languageOf(plan);
  if (state === 'superseded' && by !== undefined) return phraseIn(language, 'supersededBy', by);
  const [name] = stateNames[state][language];
  return state === 'active' ? name : `${name} ${dateOf(clock)}`;
}

/** With a capital where the status so far begins with one. */
function inCaseOf({ text }: StatusPlace, words: string): string {
  const [first = ''] = /\p{L}/u.exec(text) ?? [];
  if (first === first.toLowerCase()) return words;
  const own = /^\p{L}+/u.exec(text)?.[0] ?? '';
  return own.length > 1 && own === own.toUpperCase()
    ? words.replace(/^\p{L}+/u, (word) => word.toUpperCase())
    : capital(words);
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
