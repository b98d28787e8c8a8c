import { type HeadingBlock, headingIn } from '../text/blocks';
import { memo } from '../text/memo';
import { announced, isContainer } from '../words/milestoneNames';
import type { Role } from '../words/roles';
import { headingKey, type RoledHeading } from './headings';
import { rolesOf, weakRoleOf } from './sections';

/** Longer headings mean nothing to us. */
const longest = 200;

type Meaning = Pick<RoledHeading, 'roles' | 'weakRole' | 'unit' | 'isContainer'>;

const meaningOf = memo(1000, (text): Meaning => {
  const key = text.length > longest ? '' : headingKey(text);
  return {
    roles: rolesOf(text, key),
    weakRole: weakRoleOf(key),
    unit: announced(text),
    isContainer: isContainer(text, key),
  };
});

/** Reads what a heading's words mean. */
export function roled(heading: HeadingBlock): RoledHeading {
  return { ...heading, ...meaningOf(heading.text) };
}

/** The roles of the lines that look like headings, wherever they stand, each as often as it is there. */
export function rolesIn(lines: readonly string[]): Role[] {
  return lines.flatMap((line) => rolesOf(headingIn(line) ?? ''));
}
