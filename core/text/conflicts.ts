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

const isStart = (line: string) => line.startsWith('<<<') && /^<{7}(?: |$)/.test(line);
const isBase = (line: string) => /^\|{7}(?: |$)/.test(line);
const isMiddle = (line: string) => /^={7}$/.test(line);
const isEnd = (line: string) => /^>{7}(?: |$)/.test(line);

/** True for a mark that is nothing else: seven `=` may underline a heading. */
export const isOuterMark = (line: string) => isStart(line) || isBase(line) || isEnd(line);

/** True for a line that may be a mark of a conflict: whoever keeps what was found looks again where one comes or goes. */
export function mayBeConflictMark(line: string): boolean {
  const code = line.charCodeAt(0);
  // Each line of a text is asked: its first character costs a fraction of a pattern.
  return ((code >= 60 && code <= 62) || code === 124) && /^(?:<{7}|\|{7}|={7}|>{7})/.test(line);
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
    fence = fenceBehind(text, fence);
    if (fence !== undefined || !isStart(text)) continue;
    const conflict = conflictAt(lines, line);
    if (!conflict) continue;
    found.push(conflict);
    line = conflict.end;
  }
  return found;
}

/**
 * The mark of the fence that is open behind a line, by the one in front of it; undefined where none is. A fence labelled md
 * is no code here: it may hold a whole plan.
 */
export function fenceBehind(line: string, open: string | undefined): string | undefined {
  const [, mark, info = ''] = /^ {0,3}(`{3,}|~{3,})\s*(\S*)/.exec(line) ?? [];
  if (!mark) return open;
  if (open === undefined) return /^(?:md|markdown)$/i.test(info) ? undefined : mark;
  return mark.startsWith(open) && info === '' ? undefined : open;
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
