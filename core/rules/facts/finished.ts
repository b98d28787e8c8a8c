import type { Plan } from '../../plan/model';
import { stepFigures } from '../../plan/progress';
import { remembered } from '../../text/remembered';
import type { SearchableText } from '../../text/searchableText';
import { findMalformedBoxes } from '../search/malformedBoxes';

/** True for a plan with something done and nothing left, as far as one can tell: a miswritten box may be an open step. */
export const isFinished = remembered((plan: Plan, text: SearchableText): boolean => {
  const { done, partial, open } = stepFigures(plan).figures;
  if (done === 0 || partial + open > 0) return false;
  return plan.sections
    .filter(({ roles }) => roles.includes('progress'))
    .every(({ range }) => text.find(findMalformedBoxes, range).every((box) => box.isDone));
});
