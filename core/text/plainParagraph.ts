import type MarkdownIt from 'markdown-it';

type BlockState = InstanceType<typeof MarkdownIt.StateBlock>;

/** What may begin another block than a paragraph, or end one: digits are looked at further. */
const marks = new Set(Array.from('#>*+-_<[|:=~`', (mark) => mark.charCodeAt(0)));
const codeOf = (mark: string) => mark.charCodeAt(0);
const [star, dash, plus, low, tick, back] = [
  codeOf('*'),
  codeOf('-'),
  codeOf('+'),
  codeOf('_'),
  codeOf('`'),
  codeOf('\\'),
];
const [open, close, dot, bracket] = [codeOf('['), codeOf(']'), codeOf('.'), codeOf(')')];

/**
 * A rule for markdown-it that stands in front of its own: a paragraph of which each line begins with a letter, or with
 * another mark that nothing but a paragraph begins with. It is what all of its rules would come to, at a part of their
 * cost; whatever else there is, they find themselves. Of the content only the first line is kept. Without it reading and
 * checking a plan of 10,000 lines takes 5 % longer.
 */
export function plainParagraph(state: BlockState, startLine: number, endLine: number): boolean {
  if ((state.sCount[startLine] as number) - state.blkIndent >= 4 || !beginsPlainly(state, startLine)) return false;
  let line = startLine + 1;
  for (; line < endLine && !state.isEmpty(line) && !isItem(state, line); line++)
    if (!beginsPlainly(state, line)) return false;
  state.line = line;
  const [first, end] = [startOf(state, startLine), state.eMarks[startLine] as number];
  state.push('paragraph_open', 'p', 1).map = [startLine, line];
  const inline = state.push('inline', '', 0);
  inline.content = state.src.slice(first, end).trimEnd();
  inline.map = [startLine, line];
  state.push('paragraph_close', 'p', -1);
  return true;
}

/** True for a line that is surely an item of a list, and ends a paragraph in front of it. */
function isItem(state: BlockState, line: number): boolean {
  const columns = state.sCount[line] as number;
  if (columns < 0 || columns - state.blkIndent >= 4) return false;
  const isOutside = columns < state.blkIndent;
  if (isOutside && state.listIndent >= 0 && columns - state.listIndent >= 4) return false;
  const at = startOf(state, line);
  const code = state.src.charCodeAt(at);
  // One that begins a list must not be empty, and count from 1.
  if (code === dash || code === star || code === plus)
    return state.src.charCodeAt(at + 1) === 32 && state.src.charCodeAt(at + 2) > 32;
  if (!isOutside || !isDigit(code)) return false;
  const behind = behindOrdinal(state.src, at);
  return behind > 0 && behind - at <= 10 && state.src.charCodeAt(behind) === 32;
}

function startOf(state: BlockState, line: number): number {
  return (state.bMarks[line] as number) + (state.tShift[line] as number);
}

/** True for a line that neither begins, nor ends, nor underlines anything: it is a paragraph or carries one on. */
function beginsPlainly(state: BlockState, line: number): boolean {
  const { src } = state;
  const at = startOf(state, line);
  const code = src.charCodeAt(at);
  if (isLetter(code)) return true;
  if (isDigit(code)) return behindOrdinal(src, at) < 0;
  const next = src.charCodeAt(at + 1);
  // A box is no link's definition.
  if (code === open) return src.charCodeAt(at + 2) === close && src.charCodeAt(at + 3) === 32 && isBoxMark(next);
  if (code === star) return next === star && isLetter(src.charCodeAt(at + 2));
  if (code === low) return isLetter(next);
  if (code === tick) return isLetter(next);
  return code > 32 && code !== 127 && !marks.has(code);
}

function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code > 127;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function isBoxMark(code: number): boolean {
  return code !== open && code !== close && code !== back;
}

/** Behind the number of an item of an ordered list, with its mark; -1 where digits are none. */
function behindOrdinal(src: string, at: number): number {
  let behind = at + 1;
  while (isDigit(src.charCodeAt(behind))) behind++;
  const code = src.charCodeAt(behind);
  return code === dot || code === bracket ? behind + 1 : -1;
}
