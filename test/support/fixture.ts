/** What a caret line marks: the columns of the carets in the line above it, and the words behind them. */
export interface Mark {
  /** 0-based, in the text without caret lines. */
  line: number;
  character: number;
  endCharacter: number;
  /** `rule-id`, or empty where the carets stand alone. */
  label: string;
}

const carets = /^(\s*)(\^+)\s*([\w-]*)\s*$/;

/**
 * A text with its caret lines taken out. Several caret lines in a row mark the same line of text.
 *
 *     - [x] Add the table
 *       ^^^ done-without-timestamp
 */
export function readFixture(source: string): { text: string; marks: Mark[] } {
  const lines: string[] = [];
  const marks: Mark[] = [];
  for (const line of source.split('\n')) {
    const match = carets.exec(line);
    if (!match) {
      lines.push(line);
      continue;
    }
    const character = (match[1] as string).length;
    marks.push({
      line: lines.length - 1,
      character,
      endCharacter: character + (match[2] as string).length,
      label: match[3] as string,
    });
  }
  return { text: lines.join('\n'), marks };
}

/** A text with caret lines below what is marked, as `readFixture` reads them. A mark of several lines ends with its first. */
export function annotate(text: string, marks: readonly Mark[]): string {
  return text
    .split('\n')
    .flatMap((words, line) => [
      words,
      ...marks
        .filter((mark) => mark.line === line)
        .map(({ character, endCharacter, label }) => {
          const width = Math.max(1, (endCharacter > character ? endCharacter : words.length) - character);
          return `${' '.repeat(character)}${'^'.repeat(width)} ${label}`.trimEnd();
        }),
    ])
    .join('\n');
}

/** The same text with another line end. */
export function withLineEnd(text: string, lineEnd: '\n' | '\r\n' | '\r'): string {
  return text.replace(/\n/g, lineEnd);
}
