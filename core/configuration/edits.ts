import type { Node } from 'jsonc-parser';
import { memberAt, parseConfiguration } from './repositoryFile';

/** A replacement in a text, in UTF-16 code units. */
export interface TextChange {
  start: number;
  end: number;
  text: string;
}

/** Makes a configuration file switch a rule off. Undefined for a text that is none, and where `rules` is no object. */
export function switchOff(text: string, rule: string): TextChange | undefined {
  return put(text, 'rules', { key: rule, value: '"off"' });
}

/** Makes a configuration file name a term that needs no explanation. Undefined as above, and where `terms` is no list. */
export function addTerm(text: string, term: string): TextChange | undefined {
  return put(text, 'terms', { key: undefined, value: JSON.stringify(term) });
}

/** The text of a new configuration file: what one of the functions above makes of an empty one. */
export function newConfiguration(change: (text: string) => TextChange | undefined): string {
  const { start, end, text } = change('{}') as TextChange;
  return `${'{}'.slice(0, start)}${text}${'{}'.slice(end)}\n`;
}

/** A member of an object, or an element of a list. */
interface Member {
  key: string | undefined;
  value: string;
}

/**
 * Puts a member into the object or the list that a key of the whole has; both come into being where they are not there.
 * The parser's own `modify` lays the lines around a change out anew, and parts a comment from what it is about.
 */
function put(text: string, container: string, member: Member): TextChange | undefined {
  const { root, error } = parseConfiguration(text);
  if (error || root?.type !== 'object') return undefined;
  const brackets = member.key === undefined ? '[]' : '{}';
  const style = styleOf(text, root);
  const around = memberAt(root, [container])?.children?.[1];
  if (!around) {
    const value = `${brackets[0]}${alone(member, style.unit, style)}${brackets[1]}`;
    return insertion(text, root, { key: container, value }, '', style);
  }
  if (text[around.offset] !== brackets[0]) return undefined;
  const old = member.key === undefined ? undefined : memberAt(around, [member.key])?.children?.[1];
  if (old) return { start: old.offset, end: endOf(old), text: member.value };
  return insertion(text, around, member, style.unit, style);
}

/** A comment that stands behind a member, with a comma in front of it. */
const behindMember = /^(\s*,)?([ \t]*(?:\/\/[^\r\n]*|\/\*[^\r\n]*?\*\/)(?=[ \t]*\r?\n))?/;

/** A new last member: on a line of its own where the others have one. `indent` is that of the line that closes the whole. */
function insertion(text: string, around: Node, member: Member, indent: string, style: Style): TextChange {
  const last = around.children?.at(-1);
  const [start, end] = [around.offset + 1, endOf(around) - 1];
  if (!last) {
    const comments = text.slice(start, end).trimEnd();
    return {
      start,
      end,
      text: comments + alone(member, indent, comments === '' ? style : { ...style, isFlat: false }),
    };
  }
  const from = endOf(last);
  const [all, comma = '', comment = ''] = behindMember.exec(text.slice(from, end)) as RegExpExecArray;
  const isWide = /\n\s*$/.test(text.slice(from, end));
  const own = /(?:^|\n)([ \t]*)[^\n]*$/.exec(text.slice(0, last.offset))?.[1] || indent + style.unit;
  const next = `${isWide ? style.lineEnd + own : ' '}${written(member)}`;
  return { start: from, end: from + all.length, text: `,${comment}${next}${comma && ','}` };
}

/** What stands between the brackets of an object or a list with one member. */
function alone(member: Member, indent: string, { unit, lineEnd, isFlat }: Style): string {
  return isFlat ? ` ${written(member)} ` : `${lineEnd}${indent}${unit}${written(member)}${lineEnd}${indent}`;
}

function written({ key, value }: Member): string {
  return key === undefined ? value : `${JSON.stringify(key)}: ${value}`;
}

/** How a text is indented, and how its lines end. */
interface Style {
  unit: string;
  lineEnd: string;
  /** True where all that it says is in one line. */
  isFlat: boolean;
}

function styleOf(text: string, root: Node): Style {
  const own = text.slice(root.offset, endOf(root));
  return {
    unit: /^\{[^"\n]*\n([ \t]+)["/]/.exec(own)?.[1] ?? '  ',
    lineEnd: text.includes('\r\n') ? '\r\n' : '\n',
    isFlat: (root.children ?? []).length > 0 && !own.includes('\n'),
  };
}

/** The place behind a value or a member. */
function endOf({ offset, length }: Node): number {
  return offset + length;
}
