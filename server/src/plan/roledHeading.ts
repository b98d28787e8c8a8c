import { headingKey, type RoledHeading } from './headings';
import type { HeadingBlock } from './markdown';
import { announced, isContainer } from './milestoneNames';
import { rolesOf, weakRoleOf } from './sections';

/** Longer headings mean nothing to us. */
const longest = 200;

/** Reads what a heading's words mean. */
export function roled(heading: HeadingBlock): RoledHeading {
  const { text } = heading;
  const key = text.length > longest ? '' : headingKey(text);
  return Object.assign(heading, {
    roles: rolesOf(text, key),
    weakRole: weakRoleOf(key),
    unit: announced(text),
    isContainer: isContainer(text, key),
  });
}
