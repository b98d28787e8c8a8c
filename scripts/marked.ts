/**
 * A Markdown text with other lines between `<!-- NAME -->` and `<!-- /NAME -->`, a blank line around them. Throws when
 * the text does not have both marks on lines of their own.
 */
export function withMarked(text: string, name: string, lines: readonly string[]): string {
  const [start, end] = [`<!-- ${name} -->\n`, `\n<!-- /${name} -->\n`];
  const from = text.indexOf(start);
  const to = text.indexOf(end, from + start.length - 1);
  if (from < 0 || to < 0) throw new Error(`Unexpected text without the marks of ${name}`);
  return `${text.slice(0, from + start.length)}\n${lines.join('\n')}\n${text.slice(to)}`;
}
