import MarkdownIt from 'markdown-it';

/** How long markdown-it takes for the blocks of some texts, in milliseconds: how fast the machine is just now. */
export function floorOf(texts: readonly string[]): number {
  const markdown = new MarkdownIt({ html: true });
  const started = performance.now();
  for (const text of texts) markdown.block.parse(text, markdown, {}, []);
  return performance.now() - started;
}
