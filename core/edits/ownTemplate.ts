import { splitLines } from '../text/blocks';
import { type TabStop, type Template, tabStops } from './template';

/** What is known of a new plan. */
export interface NewPlanFacts {
  title: string | undefined;
  /** The present, without brackets, and its date alone. */
  stamp: string;
  date: string;
  author: string | undefined;
}

const placeholder = /\{\{\s{0,4}(title|timestamp|date|author)\s{0,4}\}\}/;

/**
 * A project's own template as the text of a new plan: `{{title}}`, `{{timestamp}}`, `{{date}}` and `{{author}}` are filled in,
 * a tab stop stands for what is not known. A template without `{{title}}` gets it as its first heading. What made it no plan,
 * `<!-- execplan: ignore -->`, goes.
 */
export function fillOwnTemplate(own: string, { title, stamp, date, author }: NewPlanFacts): Template {
  const tab = tabStops();
  const stops = new Map<string, TabStop>();
  const stop = (name: string, hint: string): TabStop => {
    const known = stops.get(name) ?? tab(hint);
    stops.set(name, known);
    return known;
  };
  const hasTitle = /\{\{\s{0,4}title\s{0,4}\}\}/.test(own);
  let isNamed = hasTitle;
  const lines = splitLines(own.replace(/^\uFEFF/, '')).filter(
    (line) => !/^\s*<!--\s*execplan\s*:\s*ignore\s*-->\s*$/i.test(line),
  );
  while (lines[0]?.trim() === '') lines.shift();
  const values: Readonly<Record<string, string | TabStop>> = {
    title: title ?? stop('title', 'Short, action-oriented description'),
    timestamp: stamp,
    date,
    author: author ?? stop('author', 'who'),
  };
  return lines.flatMap((line, i): Template => {
    const end = i < lines.length - 1 ? '\n' : '';
    const heading = isNamed ? undefined : /^#\s+/.exec(line)?.[0];
    if (heading) {
      isNamed = true;
      return [heading, values.title as string | TabStop, end];
    }
    const pieces: (string | TabStop)[] = [];
    let rest = line;
    for (let match = placeholder.exec(rest); match; match = placeholder.exec(rest)) {
      pieces.push(rest.slice(0, match.index), values[match[1] as string] as string | TabStop);
      rest = rest.slice(match.index + match[0].length);
    }
    return [...pieces, rest, end].filter((piece) => piece !== '');
  });
}
