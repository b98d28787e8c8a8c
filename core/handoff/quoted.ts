const fence = /^\s{0,3}(`{3,}|~{3,})/;

/**
 * Lines of a plan as they are put into another text: without indentation that all have, without blank lines at either end,
 * a heading as bold words, and a fence that they leave open closed.
 */
export function quoted(lines: readonly string[]): string {
  const filled = lines.filter((line) => line.trim() !== '');
  const indent = Math.min(...filled.map((line) => line.length - line.trimStart().length));
  const said: string[] = [];
  let open: string | undefined;
  for (const line of lines) {
    const own = line.trim() === '' ? '' : line.slice(indent).trimEnd();
    const marks = fence.exec(own)?.[1];
    if (marks && !open) open = marks;
    else if (open && marks?.startsWith(open) && own.trim() === marks) open = undefined;
    said.push(open ? own : asBold(own));
  }
  while (said[0] === '') said.shift();
  while (said.at(-1) === '') said.pop();
  if (open) said.push(open);
  return said.join('\n');
}

function asBold(line: string): string {
  const [, words] = /^#{1,6}\s+(.*?)\s*#*$/.exec(line) ?? [];
  return words === undefined ? line : words === '' ? '' : `**${words.replace(/\*\*/g, '')}**`;
}

/** Lines between blank ones; a fence stands whole, with the paragraph that it is about. */
export function paragraphs(lines: readonly string[]): string[][] {
  const found: string[][] = [];
  let current: string[] = [];
  let open: string | undefined;
  for (const [index, line] of lines.entries()) {
    const marks = fence.exec(line)?.[1];
    if (marks && !open) open = marks;
    else if (open && marks?.startsWith(open) && line.trim() === marks) open = undefined;
    const isEnd = line.trim() === '' && !open && !continues(lines[index + 1]);
    if (isEnd) {
      if (current.some((each) => each.trim() !== '')) found.push(current);
      current = [];
    } else current.push(line);
  }
  if (current.some((each) => each.trim() !== '')) found.push(current);
  return found;
}

/** True for a line that belongs to what stands before the blank line above it: code, or what is indented. */
function continues(line: string | undefined): boolean {
  return line !== undefined && (/^\s/.test(line) || fence.test(line));
}

/** The first of the paragraphs; empty where there is none. */
export function firstParagraph(lines: readonly string[]): string[] {
  return paragraphs(lines)[0] ?? [];
}
