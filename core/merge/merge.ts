import { defaultReading, type Reading } from '../plan/reading';
import { type Conflict, conflictsIn } from '../text/conflicts';
import { expectedIn, recordsIn } from './expected';
import { identify } from './identify';
import { hasMark, isSame, type Line, readLines, type TextLines, textOf, withMark } from './lines';
import type { Tree } from './node';
import { flatTree, growTree } from './tree';
import { isClash, type Piece, uniteChildren } from './unite';
import { Versions } from './versions';

/** What became of three versions of a text. */
export interface Merged {
  text: string;
  /** What nobody could unite, by the marks around it in `text`; empty where all is united. */
  conflicts: readonly Conflict[];
}

/** A version that is not to be merged: a merge before is not finished in it. */
export interface Unmergeable {
  version: 'base' | 'ours' | 'theirs';
  conflict: Conflict;
}

export interface MergeOptions {
  reading?: Reading;
  /** How many characters a mark of a conflict has, as git has it: 7 or more. */
  markerSize?: number;
}

/**
 * Unites two versions of a plan that come from the same one, by meaning: a step that the one has ticked and the other
 * reworded is one step, ticked and reworded, and the records of both stand in the logs. What both have changed in the same
 * thing, and whatever else nobody can tell, is a conflict with marks around it. Texts without a plan are merged by their lines.
 */
export function mergeTexts(
  base: string,
  ours: string,
  theirs: string,
  { reading = defaultReading, markerSize = 7 }: MergeOptions = {},
): Merged | Unmergeable {
  const versions = { base, ours, theirs };
  for (const version of ['base', 'ours', 'theirs'] as const) {
    const [conflict] = conflictsIn(versions[version].split(/\r\n|\r|\n/));
    if (conflict) return { version, conflict };
  }
  if (ours === base || ours === theirs) return { text: theirs, conflicts: [] };
  if (theirs === base) return { text: ours, conflicts: [] };
  const texts = [base, ours, theirs].map(readLines) as [TextLines, TextLines, TextLines];
  return printed(merge(texts, reading), texts, markerSize);
}

type Three<T> = readonly [base: T, ours: T, theirs: T];

function merge(texts: Three<TextLines>, reading: Reading): readonly Piece[] {
  const [base, ours, theirs] = texts.map(({ lines }) => lines) as unknown as Three<readonly Line[]>;
  const [o, t] = [growTree(ours, reading), growTree(theirs, reading)];
  // Both may have written the plan anew.
  const b = growTree(base, reading) ?? (base.length === 0 ? flatTree(base) : undefined);
  const flat = () => united([flatTree(base), flatTree(ours), flatTree(theirs)]);
  if (!b || !o || !t) return flat();
  identify(b.root, o.root, t.root);
  const pieces = united([b, o, t]);
  const expected = expectedIn([b.root, o.root, t.root], new Versions(b.root, o.root, t.root));
  const isRight = (candidate: readonly Piece[]) => {
    if (expected === undefined || candidate.some(isClash)) return false;
    const tree = growTree(candidate as readonly Line[], reading);
    return tree !== undefined && isSameList(expected, recordsIn(tree.root));
  };

  if (isRight(pieces)) return pieces;
  const byLines = flat();
  if (isRight(byLines)) return byLines;
  if (pieces.some(isClash)) return pieces;
  // United, and yet not what was meant to come of it: whoever reads it has to decide.
  return byLines.some(isClash) ? byLines : [{ ours, theirs }];
}

function united([base, ours, theirs]: Three<Tree>): readonly Piece[] {
  const versions = new Versions(base.root, ours.root, theirs.root);
  const tail = isSame(base.tail, ours.tail) ? theirs.tail : ours.tail;
  return [...uniteChildren(base.root, ours.root, theirs.root, versions), ...tail];
}

function isSameList(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((each, i) => each === other[i]);
}

/** The text of what has been united, with marks around what has not. */
function printed(pieces: readonly Piece[], texts: Three<TextLines>, markerSize: number): Merged {
  const lines: Line[] = [];
  const conflicts: Conflict[] = [];
  const mark = (sign: string, name = '') => {
    lines.push({ text: `${sign.repeat(markerSize)}${name}`, end: undefined });
    return lines.length - 1;
  };
  for (const piece of hasMark(...texts) ? marked(pieces) : pieces) {
    if (!isClash(piece)) {
      lines.push(piece);
      continue;
    }
    const start = mark('<', ' ours');
    lines.push(...piece.ours);
    const middle = mark('=');
    lines.push(...piece.theirs);
    conflicts.push({ start, base: undefined, middle, end: mark('>', ' theirs') });
  }
  return { text: textOf(lines, ...texts), conflicts };
}

/** With a byte order mark in front of the first line: of both sides, where it is in dispute. */
function marked([first, ...more]: readonly Piece[]): Piece[] {
  if (!first) return [];
  const begin = ([line, ...rest]: readonly Line[]) => (line ? [withMark(line), ...rest] : []);
  return [isClash(first) ? { ours: begin(first.ours), theirs: begin(first.theirs) } : withMark(first), ...more];
}
