import { type Block, type HeadingBlock, headingIn } from '../text/blocks';
import { memo } from '../text/memo';
import { namesAppendix, namesArchive } from '../words/archives';
import { announced, isContainer } from '../words/milestoneNames';
import { isNothing } from '../words/nothing';
import { isGuideHeading } from '../words/planTitles';
import type { Role } from '../words/roles';
import { tellsStatus } from '../words/statuses';
import { headingKey, type RoledHeading } from './headings';
import { rolesOf, toldRoles, weakRoleOf } from './sections';

/** Longer headings mean nothing to us. */
const longest = 200;

type Meaning = Omit<RoledHeading, keyof HeadingBlock>;

const meaningOf = memo(1000, (text): Meaning => {
  const key = text.length > longest ? '' : headingKey(text);
  const roles = rolesOf(text, key);
  return {
    roles,
    told: toldRoles(text, roles),
    weakRole: text.length > longest ? undefined : weakRoleOf(text, key),
    unit: announced(text),
    isContainer: isContainer(text, key),
    speaksOfPlans: isGuideHeading(text),
    isAppendix: namesAppendix(text),
    isArchive: namesArchive(text),
  };
});

/**
 * Reads what a heading's words mean. A sentence, or words that say that there is nothing, with a line of dashes right below
 * is a paragraph that its author wanted to be followed by a rule: Markdown makes a heading of it.
 *
 *     None yet.
 *     ---
 */
export function headingOrText(heading: HeadingBlock): Block {
  const { text, line, endLine, level } = heading;
  const meaning = meaningOf(text);
  const isUnderlined = level === 2 && endLine > line + 1;
  const isText = isUnderlined && meaning.roles.length === 0 && !meaning.unit && isSentence(text, endLine - line - 1);
  if (isText) return { kind: 'paragraph', line, endLine: endLine - 1 };
  const { roles, told, weakRole, unit, isContainer, speaksOfPlans, isAppendix, isArchive } = meaning;
  // Field by field: `...meaning` takes many times as long.
  const roled: RoledHeading = {
    kind: 'heading',
    line,
    endLine,
    level,
    text,
    roles,
    told,
    weakRole,
    unit,
    isContainer,
    speaksOfPlans,
    isAppendix,
    isArchive,
  };
  return roled;
}

/** True for the words of a paragraph rather than of a heading. */
function isSentence(text: string, lines: number): boolean {
  return lines > 1 || /[.。!！…;；,，][*_`)\]"']{0,3}$/.test(text) || isNothing(text) || tellsStatus(text);
}

/** The roles of the lines that look like headings, wherever they stand, each as often as it is there. */
export function rolesIn(lines: readonly string[]): Role[] {
  return lines.flatMap((line) => rolesOf(headingIn(line) ?? ''));
}
