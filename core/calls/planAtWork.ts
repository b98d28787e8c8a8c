import { isPutAway } from '../plan/planPath';
import { stateOfStatus } from '../words/statuses';
import { Declined, planCandidate } from './declined';
import type { PlanFile } from './planFile';
import { stateOf } from './planState';

/** Which plans may be meant where none is named. */
export interface Meant {
  isMeant(file: PlanFile): boolean;
  /** Which ones where there is none of those. */
  mayBeMeant?(file: PlanFile): boolean;
  /** What they are, behind `plans that are`. */
  what: string;
}

/** The only file whose plans are meant; declined with all of them where there are several, or none. */
export function onlyFile(files: readonly PlanFile[], { isMeant, mayBeMeant, what }: Meant = atWork): PlanFile {
  const first = files.filter(isMeant);
  const meant = first.length > 0 ? first : files.filter((file) => mayBeMeant?.(file));
  const [only, second] = meant;
  if (only && !second) return only;
  const candidates = (second ? meant : files).flatMap((file) =>
    file.analysis.document.plans.map((plan) => planCandidate(file, plan)),
  );
  throw new Declined({
    refused: second ? 'ambiguousPlan' : 'noPlan',
    message: second
      ? `${meant.length} files hold plans that are ${what}; name one`
      : `no plan that is ${what} was found where plans lie${candidates.length > 0 ? '; name one' : ''}`,
    candidates,
  });
}

/** True for a file with a plan that is neither done nor given up, nor put away. */
export function isAtWork(file: PlanFile): boolean {
  if (isPutAway(file.file)) return false;
  return file.analysis.document.plans.some((plan) => ['active', 'new'].includes(stateOf(file, plan)));
}

/** All steps may be done, and the outcome and the status not written yet. */
const atWork: Meant = {
  isMeant: isAtWork,
  mayBeMeant: (file) =>
    !isPutAway(file.file) &&
    file.analysis.document.plans.some(
      ({ status }) => status === undefined || (stateOfStatus(status) ?? 'active') === 'active',
    ),
  what: 'at work',
};
