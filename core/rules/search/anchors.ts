import { slug } from 'github-slugger';
import type { PieceText } from '../../text/pieceText';
import type { Found } from '../../text/searchableText';

/** A place that `#…` may lead to. */
export interface Anchor extends Found {
  /** As GitHub makes it of a heading, or as an HTML element has it. */
  slug: string;
}

const named = /<[a-z][a-z\d]{0,12}\s[^<>]{0,200}?(?:id|name)\s?=\s?["']?([^"'\s<>]{1,200})/gi;
const own = /\{#([\w-]{1,100})\}\s*$/;

/** The anchors of a piece: its headings, and what `<a id="…">` and `{#…}` name. */
export function findAnchors(piece: PieceText): Anchor[] {
  const found: Anchor[] = [];
  for (const block of piece.blocks)
    if (block.kind === 'heading') {
      found.push({ line: block.line, slug: slugOf(block.text) });
      const name = own.exec(block.text)?.[1];
      if (name) found.push({ line: block.line, slug: name.toLowerCase() });
    }
  if (/<[a-z]/i.test(piece.text))
    for (let line = piece.line; line < piece.endLine; line++)
      for (const [, name] of piece.lineAt(line).matchAll(named))
        found.push({ line, slug: (name as string).toLowerCase() });
  return found;
}

/**
 * What GitHub makes of a heading, once its marks and the targets of its links are gone.
 *
 *     Surprises & `Discoveries`   →   surprises--discoveries
 */
function slugOf(heading: string): string {
  const words = heading.replace(/!?\[([^\]]{0,300})\]\([^)]{0,500}\)/g, '$1').replace(/[*`~]/g, '');
  return slug(words.trim().replace(/\s/g, ' '));
}
