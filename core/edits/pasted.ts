/** What begins a line that is more than plain text: a heading, a quote, a fence, a table, HTML, a reference. */
const special = /^(?:#{1,6}\s|>|```|~~~|\||<[a-z!/]|\[[^\]]+\]:|(?:[-*_]\s*){3,}$|(?:[-*+]|\d{1,9}[.)])$)/i;
const marked = /^(?:[-*+•◦–]|\d{1,9}[.)])\s+/;
const boxed = /^\[[^\]]{0,12}\](?:\s|$)/;
/** An address and nothing else. */
const address = /^https?:\/\/[^\s<>"]{1,2000}$/i;

/** More lines than somebody pastes as steps. */
const mostLines = 200;

/**
 * Plain lines as open steps of the list that a line is of; undefined where they are none: for steps, and for Markdown of
 * another kind. What marks them as a list is left out, and their indentation, but for how deep they are in each other.
 *
 *     Write the reader      - [ ] Write the reader
 *       with a test    →      - [ ] with a test
 *     Ship it               - [ ] Ship it
 */
export function pastedSteps(text: string, neighbour: string | undefined): string | undefined {
  const lines = text.split(/\r\n|\r|\n/).filter((line) => line.trim() !== '');
  if (lines.length === 0 || lines.length > mostLines) return undefined;
  const rows = lines.map((line) => {
    const words = line.trim();
    return { indent: widthOf(line), words: words.replace(marked, ''), isSpecial: special.test(words) };
  });
  if (rows.some(({ words, isSpecial }) => isSpecial || words === '' || boxed.test(words))) return undefined;
  const [, indent = '', bullet = '-'] = /^(\s*)([-*+]|\d{1,9}[.)])\s/.exec(neighbour ?? '') ?? [];
  const marker = /\d/.test(bullet) ? '-' : bullet;
  const depths: number[] = [];
  return rows
    .map((row) => {
      while (depths.length > 0 && (depths.at(-1) as number) >= row.indent) depths.pop();
      depths.push(row.indent);
      return `${indent}${'  '.repeat(depths.length - 1)}${marker} [ ] ${row.words}`;
    })
    .join('\n');
}

/**
 * What of steps is inserted behind what stands in their first line: nothing (or blanks), a marker, or a marker and a box. Editors
 * that insert a snippet indent its further lines as the first one is; that is not written twice.
 */
export function stepsBehind(before: string, steps: string): string {
  const indent = widthOf(steps);
  const written = Math.min(widthOf(before), indent);
  const [first = '', ...further] = steps.split('\n').map((line) => line.slice(written));
  const words = first.slice(first.indexOf('] ') + 2);
  const start = before.trim() === '' ? first : before.includes('[') ? words : `[ ] ${words}`;
  return [start, ...further].join('\n');
}

/**
 * Whether a text pasted behind what stands in its line stays as it is where an editor inserts it as a snippet: such an editor
 * indents lines anew, and puts a line that was copied as a whole into the one of the cursor.
 */
export function isKeptBySnippet(text: string, before: string): boolean {
  const [, ...further] = text.split(/\r\n|\r|\n/);
  if (further.length === 0) return true;
  return further.at(-1) !== '' && [before, ...further].every((line) => !/^\s/.test(line));
}

/** The address that a text is, without blanks around it; undefined for any other text. */
export function pastedAddress(text: string): string | undefined {
  const trimmed = text.trim();
  return address.test(trimmed) ? trimmed : undefined;
}

function widthOf(line: string): number {
  return line.length - line.trimStart().length;
}
