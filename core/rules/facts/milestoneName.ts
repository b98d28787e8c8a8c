import type { Milestone } from '../../plan/model';
import { excerpt } from '../../text/excerpt';
import { readName } from '../../words/milestoneNames';

/** What the plan itself calls a milestone: `Milestone 1`, `Phase B`; the start of its heading where it has no number. */
export function milestoneName({ heading: { text } }: Milestone): string {
  const named = readName(text);
  const name = named?.number ? text.slice(0, text.length - named.rest.length).replace(/^[\s*_`[(]+/, '') : text;
  return excerpt(name);
}
