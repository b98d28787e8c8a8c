import type { PieceText } from '../../text/pieceText';
import type { Found } from '../../text/searchableText';

/** What was meant to be a box. */
export interface MalformedBox extends Found {
  /** From `[` to behind `]`. */
  character: number;
  endCharacter: number;
  /** True where it may be something else, an empty list such as `[]`, unless boxes stand around it. */
  isDoubtful: boolean;
  /** True where it has the mark of a done step. */
  isDone: boolean;
  /** Where it is a sign in place of a box (`☐`, `✅`): the mark of the box that it stands for. */
  sign: ' ' | 'x' | '~' | undefined;
  /** True where it stands on the line below its list marker. */
  isBelowMarker: boolean;
}

/** How far into a line a box may stand: nested lists, and the marker of a long numbered one. */
const far = 40;

/** What may stand before a box: blanks, and the marker of an item, with or without a blank, perhaps with bold words behind. */
const before = /^[ \t]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]*(?:(?<=[ \t])(?:\*\*|__|~~))?)?$/;

/** A box, also one that a Markdown editor has escaped: nothing, blanks, or one mark among blanks; a blank that HTML names. */
const box = /^\\?\[([ \t]{0,3}\\?[xX~✓✔-]?[ \t]{0,3}|\.{2,3}|_{2,3}|&(?:nbsp|#32|#160|emsp|ensp);)\\?\]/;

/** What follows brackets that are a link, a footnote or a definition; a stamp in parentheses is none. */
const linked = /^(?:\((?!\d{4}-\d)|\[|:\s*(?:<|\w{2,10}:\/\/|[./#]))/;

/** The boxes of a piece that Markdown does not take for any, each at the begin of an item or of a paragraph. */
export function findMalformedBoxes(piece: PieceText): MalformedBox[] {
  const found: MalformedBox[] = [];
  const firsts = new Set<number>();
  for (const block of piece.blocks) if (block.kind === 'item' && block.depth === 0) firsts.add(block.line);
  for (let line = piece.line; line < piece.endLine; line++) {
    const text = piece.lineAt(line);
    // Nearly all boxes are as they should be.
    if (text.startsWith('- [') && isWhole(text, 2)) continue;
    const sign = firsts.has(line) && text.charCodeAt(text.search(/[^\s*+\d.)-]/)) > 127 ? signIn(text) : undefined;
    if (sign) {
      found.push({ line, ...sign });
      continue;
    }
    const bracket = text.indexOf('[');
    if (bracket < 0 || bracket > far || isWhole(text, bracket)) continue;
    const character = text[bracket - 1] === '\\' ? bracket - 1 : bracket;
    const lead = text.slice(0, character);
    const match = before.test(lead) ? box.exec(text.slice(character)) : null;
    if (!match || piece.proseAt(line)[bracket] !== '[') continue;
    const [brackets, inside] = match as unknown as [string, string];
    const behind = text.slice(character + brackets.length);
    const hasMarker = lead.trim() !== '';
    // A type of a language: `[]string`.
    if (inside === '' && /^[A-Za-z]/.test(behind)) continue;
    // Text that goes on in a line of its own may begin with any bracket.
    if (
      (linked.test(behind) && !(hasMarker && isBeforeLink(inside, behind))) ||
      (!hasMarker && !(isBare(inside, behind) && beginsHere(piece, line, lead)))
    )
      continue;
    const isDoubtful = inside !== ' ' && /^(?:\s*|[._]+)$/.test(inside);
    const isDone = /[xX✓✔]/.test(inside);
    const isBelowMarker = !hasMarker && isMarker(piece, line - 1);
    const place = { line, character, endCharacter: character + brackets.length };
    found.push({ ...place, isDoubtful, isDone, sign: undefined, isBelowMarker });
  }
  return found;
}

/**
 * True for the inside of a box that a link or a number follows without a blank: `[ ][Read it](notes.md)`, `[x][1] Read it`;
 * `[x](y)` and `[x][y]` are links themselves.
 */
function isBeforeLink(inside: string, behind: string): boolean {
  return (
    (inside === ' ' && /^\[[^\]]{1,200}\](?:\(|\s|$)/.test(behind)) ||
    (/^[xX]$/.test(inside) && /^\[(?:[^\]]{1,200}\]\(|[#^]?\d{1,6}\]\s)/.test(behind))
  );
}

/** True for a bracket that opens a box as it should be: behind a marker and a blank, and before a blank or nothing. */
function isWhole(text: string, bracket: number): boolean {
  // `- [x] ` without a further blank: nearly all.
  if (text[bracket + 2] === ']' && text[bracket + 3] === ' ' && text[bracket - 1] === ' ' && text[bracket - 2] === '-')
    return true;
  return (
    text[bracket + 2] === ']' &&
    isBlank(text[bracket + 3]) &&
    isBlank(text[bracket - 1]) &&
    '-*+.)'.includes(text[text.slice(0, bracket).trimEnd().length - 1] ?? ' ')
  );
}

function isBlank(character: string | undefined): boolean {
  return character === ' ' || character === undefined || /\s/.test(character);
}

/** True for the inside of a box without a list marker: `[ ] text`, `[x] text`. */
function isBare(inside: string, behind: string): boolean {
  return /^[ xX]$/.test(inside) && /^\s+\S/.test(behind);
}

/** True for a line that does not carry on the words of the line before: only a list, a box or an announcement is before it. */
function beginsHere(piece: PieceText, line: number, lead: string): boolean {
  if (line === piece.line) return true;
  const above = piece.lineAt(line - 1);
  if (above.trim() === '' || isMarker(piece, line - 1) || /[:：][*_]{0,2}\s*$/.test(above) || /^\s{0,3}#/.test(above))
    return true;
  return lead === '' && /^[ \t]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?\[[ xX]\]\s/.test(above);
}

/** True for a line that is nothing but a list marker. */
function isMarker(piece: PieceText, line: number): boolean {
  return line >= piece.line && /^\s*(?:[-*+]|\d{1,9}[.)])\s*$/.test(piece.lineAt(line));
}

/** Signs of boxes, by the mark that they stand for; the first ones of each are nothing else. */
const signs: readonly (readonly [mark: ' ' | 'x' | '~', sure: string, doubtful: string])[] = [
  [' ', '\u2610\u2B1C\u{1F532}\u{1F533}\u25A1\u25A2\u2B1A', '\u25FB\u25CB\u26AA\u{1F518}'],
  ['x', '\u2611\u2612', '\u2705\u2714\u2713\u{1F7E9}\u{1F197}'],
  ['~', '', '\u23F3\u231B\u{1F6A7}\u{1F504}\u{1F7E1}\u{1F7E8}'],
];

/** The sign that an item begins with in place of a box; undefined where it begins with words. */
function signIn(text: string): Omit<MalformedBox, 'line'> | undefined {
  const [, lead = '', sign = ''] = /^(\s{0,3}(?:[-*+]|\d{1,9}[.)])\s{1,4})(\p{S}\uFE0F?)(?=\s)/u.exec(text) ?? [];
  const plain = sign.replace('\uFE0F', '');
  const found = plain === '' ? undefined : signs.find(([, sure, doubtful]) => (sure + doubtful).includes(plain));
  if (!found) return undefined;
  return {
    character: lead.length,
    endCharacter: lead.length + sign.length,
    isDoubtful: !found[1].includes(plain),
    isDone: found[0] === 'x',
    sign: found[0],
    isBelowMarker: false,
  };
}
