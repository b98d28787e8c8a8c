/** The lines that ours stand between, each as a whole line. */
export interface Marks {
  begin: string;
  end: string;
}

/**
 * A text with some lines of ours between two marks, in place of those that were there, or at its end; without any for
 * undefined. What is not ours stays to the character. `gap` puts a blank line in front of them at the end of a text.
 */
export function withMarkedLines(text: string, marks: Marks, lines: readonly string[] | undefined, gap = false): string {
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
  const own = lines && [marks.begin, ...lines, marks.end].join(lineEnd);
  const place = placeOf(text, marks);
  if (place && own !== undefined) return text.slice(0, place.start) + own + text.slice(place.end);
  if (place) return withoutPlace(text, place, gap);
  if (own === undefined) return text;
  const isOpen = text !== '' && !text.endsWith('\n');
  const blank = gap && text !== '' ? lineEnd : '';
  // A text that does not end with a line end is one again without ours.
  return text + (isOpen ? lineEnd : '') + blank + own + (isOpen ? '' : lineEnd);
}

/** Where ours stands: from the first mark to the end of the last one, without its line end. */
interface Place {
  start: number;
  end: number;
}

function withoutPlace(text: string, { start, end }: Place, gap: boolean): string {
  let before = text.slice(0, start);
  let behind = text.slice(end);
  const isOpen = behind === '';
  behind = behind.replace(/^\r?\n/, '');
  // The blank line in front of ours came with it, and the line end of a text that had none.
  if (gap && /\n\r?\n$/.test(before)) before = before.replace(/\r?\n$/, '');
  return isOpen ? before.replace(/\r?\n$/, '') : before + behind;
}

function placeOf(text: string, { begin, end }: Marks): Place | undefined {
  const start = lineAt(text, begin, 0);
  const last = start === undefined ? undefined : lineAt(text, end, start + begin.length);
  return start === undefined || last === undefined ? undefined : { start, end: last + end.length };
}

/** Where a line stands that is nothing but some words. */
function lineAt(text: string, words: string, from: number): number | undefined {
  for (let at = text.indexOf(words, from); at >= 0; at = text.indexOf(words, at + 1)) {
    const behind = text.slice(at + words.length, at + words.length + 2);
    if ((at === 0 || text[at - 1] === '\n') && /^(?:\r?\n|$)/.test(behind)) return at;
  }
  return undefined;
}
