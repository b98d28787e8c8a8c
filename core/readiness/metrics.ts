import type { Range } from 'vscode-languageserver-textdocument';
import type { Entry, Plan } from '../plan/model';
import { lastRecorded, stepFigures } from '../plan/progress';
import { recordsOf } from '../rules/facts/records';
import { linkInsteadOfKnowledge } from '../rules/link-instead-of-knowledge';
import type { Finding } from '../rules/rule';
import { findPages } from '../rules/search/pages';
import { undefinedReference } from '../rules/undefined-reference';
import { hasLine } from '../text/positions';
import type { SearchableText } from '../text/searchableText';
import { isAllSkeleton, isSkeleton } from './parts';
import { leansOn } from './pointers';

/** So many of so many. */
export interface Share {
  own: number;
  of: number;
}

/** How long ago the plan was written in, against how long that may be. */
export interface Freshness {
  /** The last instant that the newest stamp may mean, in milliseconds since the epoch. */
  since: number;
  /** Whole minutes from then to now; 0 for a stamp of the future. */
  minutes: number;
  /** `execplan.freshness`, in minutes. */
  target: number;
}

const minute = 60_000;

/**
 * How many of a plan's decisions and sections can be understood without an external source. One does not where it sends
 * its reader to a page, refers to what nobody can look up, or is nothing but a pointer; a decision does not either where a
 * page stands in place of its reasons. A log counts by its decisions, and what still has a skeleton's words does not count. `findings` are those of the plan.
 */
export function selfContainmentOf(plan: Plan, findings: readonly Finding[], text: SearchableText): Share | null {
  const decisions = recordsOf(plan, 'decisions');
  if (isAllSkeleton(plan, text)) return null;
  const sections = plan.sections.filter(
    (section) => (decisions.length === 0 || !section.roles.includes('decisions')) && !isSkeleton(section, text),
  );
  const away = findings
    .filter(({ rule }) => rule === linkInsteadOfKnowledge || rule === undefinedReference)
    .map(({ range }) => range.start.line);
  const standsOn = (range: Range) => away.some((line) => hasLine(range, line));
  const isCited = (entry: Entry) =>
    !entry.fields.some(({ role }) => role === 'rationale') &&
    text.find(findPages, wholeLines(entry.range)).some(({ isText, isQuoted }) => isText && !isQuoted);
  const own =
    decisions.filter((entry) => !standsOn(wholeLines(entry.range)) && !isCited(entry)).length +
    sections.filter((section) => !standsOn(section.range) && !leansOn(section, text.lines)).length;
  const of = decisions.length + sections.length;
  return of > 0 ? { own, of } : null;
}

/** How fresh a plan in work is, by its newest stamp. */
export function freshnessOf(plan: Plan, now: number, target: number): Freshness | null {
  const { partial, open } = stepFigures(plan).figures;
  const last = lastRecorded(plan);
  if (!last || partial + open === 0) return null;
  return { since: last.latest, minutes: Math.max(0, Math.floor((now - last.latest) / minute)), target };
}

function wholeLines({ start, end }: Range): Range {
  return { start: { line: start.line, character: 0 }, end: { line: end.line + 1, character: 0 } };
}
