/** A merge conflict that nobody has resolved yet, by the lines of its marks (0-based). */
export interface Conflict {
  /** `<<<<<<< ours` */
  start: number;
  /** `||||||| base`: where the common ancestor's lines begin, which diff3 writes; undefined where there are none. */
  base: number | undefined;
  /** `=======` */
  middle: number;
  /** `>>>>>>> theirs` */
  end: number;
}

const isStart = (line: string) => /^<{7}(?: |$)/.test(line);
const isBase = (line: string) => /^\|{7}(?: |$)/.test(line);
const isMiddle = (line: string) => /^={7}$/.test(line);
const isEnd = (line: string) => /^>{7}(?: |$)/.test(line);

/** True for a line that may be a mark of a conflict: whoever keeps what was found looks again where one comes or goes. */
export function mayBeConflictMark(line: string): boolean {
  return /^(?:<{7}|\|{7}|={7}|>{7})/.test(line);
}

/**
 * The merge conflicts of some lines, in order. All three marks have to be there; one that code shows is none, unless the
 * code is the Markdown of a whole plan.
 */
export function conflictsIn(lines: readonly string[]): Conflict[] {
  if (!lines.some(isStart)) return [];
  const found: Conflict[] = [];
  let fence: string | undefined;
  for (let line = 0; line < lines.length; line++) {
    const text = lines[line] as string;
    const [, mark, info = ''] = /^ {0,3}(`{3,}|~{3,})\s*(\S*)/.exec(text) ?? [];
    if (mark && fence === undefined && !/^(?:md|markdown)$/i.test(info)) fence = mark;
    else if (mark && fence !== undefined && mark.startsWith(fence) && info === '') fence = undefined;
    if (fence !== undefined || !isStart(text)) continue;
    const conflict = conflictAt(lines, line);
    if (!conflict) continue;
    found.push(conflict);
    line = conflict.end;
  }
  return found;
}

function conflictAt(lines: readonly string[], start: number): Conflict | undefined {
  let base: number | undefined;
  let middle: number | undefined;
  for (let line = start + 1; line < lines.length; line++) {
    const text = lines[line] as string;
    if (isStart(text)) return undefined;
    if (middle === undefined && base === undefined && isBase(text)) base = line;
    else if (middle === undefined && isMiddle(text)) middle = line;
    else if (middle !== undefined && isEnd(text)) return { start, base, middle, end: line };
  }
  return undefined;
}

/** The lines without the marks of conflicts and the common ancestor's lines: blank, so that all others stay in place. */
export function withoutConflictMarks(lines: readonly string[], conflicts: readonly Conflict[]): readonly string[] {
  if (conflicts.length === 0) return lines;
  const read = [...lines];
  for (const { start, base, middle, end } of conflicts) {
    read[start] = '';
    read[end] = '';
    for (let line = base ?? middle; line <= middle; line++) read[line] = '';
  }
  return read;
}
