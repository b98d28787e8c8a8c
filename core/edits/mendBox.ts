import { type PlanEdit, within } from './planEdit';

/** Where a malformed box stands in a line: from `[` (or the backslash before it) to behind `]`. */
interface BoxPlace {
  line: number;
  character: number;
  endCharacter: number;
  /** The mark that a sign in place of a box stands for. */
  sign?: string | undefined;
}

/**
 * Makes a task-list item of what was meant to be one: a list marker and a blank in front, one character in the brackets, a
 * blank behind. Bold words that begin with the box begin behind it. `marker` is for a box that stands in no list.
 *
 *     -[ x]Fill it   →   - [x] Fill it
 *     - ☐ Fill it    →   - [ ] Fill it
 */
export function mendBox({ line, character, endCharacter, sign }: BoxPlace, text: string, marker: string): PlanEdit {
  const lead = /^([ \t]*)([-*+]|\d{1,9}[.)])?([ \t]*)(\*\*|__)?$/.exec(text.slice(0, character));
  const [, indent = '', own = '', gap = '', bold = ''] = lead ?? [];
  const box = `[${sign ?? /[^\s[\]\\]/.exec(text.slice(character, endCharacter))?.[0] ?? ' '}]`;
  // `[x]: text`: the colon came with the box.
  const behind = /^[:：]?[ \t]*/.exec(text.slice(endCharacter))?.[0] ?? '';
  const isEnd = endCharacter + behind.length === text.length;
  return {
    range: within(line, indent.length, endCharacter + behind.length),
    template: [`${own || marker}${own === '' ? ' ' : gap || ' '}${box}${isEnd ? '' : ` ${bold}`}`],
  };
}
