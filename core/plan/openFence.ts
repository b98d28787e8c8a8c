import { closes, headingIn, isClosed } from '../text/blocks';
import type { Role } from '../words/roles';
import { rolesOf } from './sections';

/** A fence that nobody has closed where its code ends: what it takes of the text behind. */
export interface OpenFence {
  /** Lines that look like headings of level 2 or below; comments in shell code look like titles. */
  headings: number;
  /** The roles of those of them that a section of a plan has. */
  roles: Role[];
  /** True where nothing closes it up to the end of the text. */
  isOpen: boolean;
  /** True where another fence begins in it, behind a heading. */
  takesFence: boolean;
}

/** What quotes headings on purpose. */
const quoting = /^(?:md|markdown|mdx)\b/i;
const plain = /^(?:te?xt|plain|template|$)/i;

/**
 * Reads the lines of a fence, its marks included, by what a fence that was meant to be closed before takes: headings, and
 * the first mark of the next fence. Undefined for one that takes none, and for one that is labelled md.
 */
export function readOpenFence(info: string, own: readonly string[]): OpenFence | undefined {
  if (quoting.test(info)) return undefined;
  const mark = (/`{3,}|~{3,}/.exec(own[0] as string) as RegExpExecArray)[0];
  const fence: OpenFence = {
    headings: 0,
    roles: [],
    isOpen: !isClosed({ line: 0, endLine: own.length }, own),
    takesFence: false,
  };
  for (const line of own.slice(1)) {
    const words = /^ {0,3}##/.test(line) ? headingIn(line) : undefined;
    if (words !== undefined) {
      fence.headings++;
      fence.roles.push(...rolesOf(words));
    } else fence.takesFence ||= fence.headings > 0 && line.trimStart().startsWith(mark) && !closes(line, mark);
  }
  return fence.isOpen || fence.headings > 0 ? fence : undefined;
}

/** True for a fence that surely was not meant to take what it takes: it may be a skeleton that somebody quotes. */
export function isMistake(info: string, { isOpen, takesFence }: OpenFence): boolean {
  return isOpen || (takesFence && !plain.test(info));
}
