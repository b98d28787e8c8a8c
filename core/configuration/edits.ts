import { type JsonPlace, jsonPlaces } from './jsonPlaces';

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

/** Puts a member into the object or the list that a key of the whole has; both come into being where they are not there. */
function put(text: string, container: string, member: Member): TextChange | undefined {
  if (!isObject(text)) return undefined;
  const places = jsonPlaces(text);
  const whole = places.get('') as JsonPlace;
  const opening = member.key === undefined ? '[' : '{';
  const style = styleOf(text, whole);
  const around = places.get(container);
  if (!around) {
    const value = opening + alone(member, style.unit, style) + (opening === '[' ? ']' : '}');
    return insertion(text, whole, { key: container, value }, '', style);
  }
  if (text[around.start] !== opening) return undefined;
  const old = member.key === undefined ? undefined : places.get(`${container}/${member.key}`);
  if (old) return { start: old.start, end: old.end, text: member.value };
  return insertion(text, around, member, style.unit, style);
}

/** A new last member: on a line of its own where the others have one. `indent` is that of the line that closes the whole. */
function insertion(
  text: string,
  { start, end, ends = [] }: JsonPlace,
  member: Member,
  indent: string,
  style: Style,
): TextChange {
  const last = ends.at(-1);
  if (last === undefined) return { start: start + 1, end: end - 1, text: alone(member, indent, style) };
  const isWide = /\n\s*$/.test(text.slice(last, end - 1));
  const own = /(?:^|\n)([ \t]*)[^\n]*$/.exec(text.slice(0, last))?.[1] || indent + style.unit;
  return { start: last, end: last, text: `,${isWide ? style.lineEnd + own : ' '}${written(member)}` };
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

function styleOf(text: string, { start, end, ends = [] }: JsonPlace): Style {
  const unit = /^\{[ \t]*\r?\n([ \t]+)"/.exec(text.slice(start))?.[1] ?? '  ';
  return {
    unit,
    lineEnd: text.includes('\r\n') ? '\r\n' : '\n',
    isFlat: ends.length > 0 && !text.slice(start, end).includes('\n'),
  };
}

function isObject(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}
