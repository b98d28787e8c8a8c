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
 * blank behind. Bold or struck words that begin with the box begin behind it. `marker` is for a box that stands in no list.
 *
 *     -[ x]Fill it   →   - [x] Fill it
 *     - ☐ Fill it    →   - [ ] Fill it
 */
export function mendBox({ line, character, endCharacter, sign }: BoxPlace, text: string, marker: string): PlanEdit {
  const lead = /^([ \t]*)([-*+]|\d{1,9}[.)])?([ \t]*)(\*\*|__|~~)?$/.exec(text.slice(0, character));
  const [, indent = '', own = '', gap = '', bold = ''] = lead ?? [];
  const mark = /^\\?\[[ \t]*\\?([^\s[\]\\._&])/.exec(text.slice(character, endCharacter))?.[1] ?? ' ';
  const box = `[${sign ?? mark}]`;
  const rest = text.slice(endCharacter);
  // `**[x]** text`: what made the box bold goes with it; `[x]: text`: the colon came with it.
  const closing = bold !== '' && rest.startsWith(bold) ? bold.length : 0;
  const behind = rest.slice(0, closing) + (/^[:：]?[ \t]*/.exec(rest.slice(closing))?.[0] ?? '');
  const isEnd = endCharacter + behind.length === text.length;
  return {
    range: within(line, indent.length, endCharacter + behind.length),
    template: [`${own || marker}${own === '' ? ' ' : gap || ' '}${box}${isEnd ? '' : ` ${closing > 0 ? '' : bold}`}`],
  };
}
