/** What a keyboard, a word processor or another language puts in place of Markdown's marks; each as long as what it becomes. */
const blanks = '\u00A0\u2000-\u200A\u202F\u205F\u3000';
const invisible = '\u00AD\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF';
const bullets = '•‣◦▪▫●○∙・·⁃–—−－﹣＊＋‐‑◆◇■►▸▶➢➤※★☆';
const emoji = '(?:\\p{Extended_Pictographic}[\\uFE0F\\u200D]?){1,3}';

/** Brackets that a box may have. */
const [opened, closed] = ['[［【〔〖⟦', '\\]］】〕〗⟧'];
const opening = new RegExp(`[${opened}]`);

/** Markers that number a step in other ways than `1.` and `1)`. */
const numbers = [
  '\\d{1,3}[、．）]',
  '[\uFF10-\uFF19]{1,3}[.)、．）]',
  '[(（](?:\\d{1,3}|[A-Za-z]|[ivxIVX]{2,5})[)）]',
  '[\u2460-\u2473\u24B6-\u24E9\u2776-\u2793]',
  '[A-Za-z][.)]',
  '[ivxIVX]{2,5}[.)]',
  '\\d{1,2}(?:\\.\\d{1,2}){1,3}\\.?',
].join('|');

const headingMarks = new RegExp(`^(?:([${invisible}]{1,3} {0,3}#{1,6})[ ${blanks}]|( {0,3}#{1,6})[${blanks}])`);

/** A step: what stands in front of its box, and the box. */
const step = new RegExp(
  [
    `^([ \\t]*)([${invisible}${blanks}]{0,3})`,
    `([-*+${bullets}]|\\d{1,9}[.)]|${numbers})`,
    `([ \\t${blanks}${invisible}]{0,8})(${emoji}[ \\t]?)?`,
    `([${opened}])([^${closed}]{1,8})([${closed}])(?=[\\s${blanks}]|$)`,
  ].join(''),
  'u',
);

/** Marks that stand for a blank and for an `x`. */
const wideBlank = new RegExp(`^[${blanks}]$`);
const wideX = /^[\uFF58\uFF38\u0445\u0425]$/;

/**
 * A line as Markdown would have it: other blanks behind the marks of a heading, other bullets, numbers and brackets of a
 * step's box become Markdown's own, sign for sign, so that every character stays where it is.
 *
 *     • ［ｘ］ Add the table   →   - [x] Add the table
 */
export function readableLine(line: string): string {
  const code = line.charCodeAt(0);
  if (code === 35 || code > 127) {
    const heading = headingMarks.exec(line);
    if (heading) return `${blanked((heading[1] ?? heading[2]) as string)} ${line.slice(heading[0].length)}`;
  }
  // Most lines begin with a word, or with a box as it should be.
  if (beginsWithWord(line, code) || (code <= 45 && plainBox.test(line))) return line;
  const bracket = line.search(opening);
  if (bracket < 0 || bracket > 24) return line;
  // `- [x] `: nearly all.
  if (line[bracket - 1] === ' ' && line[bracket - 2] === '-' && line[bracket + 2] === ']' && /^[ \t]*-/.test(line))
    return withWideMark(line, bracket);
  const match = step.exec(line);
  if (!match) return line;
  const [whole, indent, hidden, marker, gap, sign = '', , inside] = match as unknown as string[];
  // `1.[ ]` is no item, and what mends it says so.
  if (gap === '' && /^(?:[-*+]|\d{1,9}[.)])$/.test(marker as string)) return line;
  const width = (marker as string).length + (gap as string).length + sign.length;
  const box = `[${markOf(inside as string)}]`;
  return `${indent}${' '.repeat((hidden as string).length)}${markerOf(marker as string, width)}${box}${line.slice((whole as string).length)}`;
}

/** True for a line that begins with a word: `a) ` and `iv. ` are numbers, and so is nothing else with a letter in front. */
function beginsWithWord(line: string, code: number): boolean {
  const letter = code | 32;
  const isNumber = letter === 105 || letter === 118 || letter === 120; // i, v, x
  if (!(letter >= 97 && letter <= 122) || isNumber) return false;
  const next = line.charCodeAt(1);
  return next !== 41 && next !== 46; // ) and .
}

const plainBox = /^ {0,8}- \[[ xX~]\] /;

function withWideMark(line: string, bracket: number): string {
  const mark = line.charAt(bracket + 1);
  const plain = markOf(mark);
  return plain === mark ? line : `${line.slice(0, bracket + 1)}${plain}${line.slice(bracket + 2)}`;
}

function markOf(inside: string): string {
  if (inside === ' ' || inside === 'x') return inside;
  return wideBlank.test(inside) ? ' ' : wideX.test(inside) ? 'x' : inside;
}

/** A marker of Markdown with the blanks behind it, so many characters wide. More than four blanks would make code of it. */
function markerOf(marker: string, width: number): string {
  if (/^[-*+]$/.test(marker) && width <= 5) return marker.padEnd(width);
  if (/^\d{1,9}[.)]$/.test(marker) && width > marker.length && width <= marker.length + 4) return marker.padEnd(width);
  if (width < 2) return marker;
  return width <= 5 ? '-'.padEnd(width) : `${'1'.repeat(width - 2)}. `;
}

function blanked(text: string): string {
  return text.replace(new RegExp(`[${invisible}]`, 'g'), ' ');
}
