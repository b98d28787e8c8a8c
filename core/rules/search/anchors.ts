import { slug } from 'github-slugger';
import { withEntities } from '../../text/entities';
import type { PieceText } from '../../text/pieceText';
import type { Found } from '../../text/searchableText';

/** A place that `#…` may lead to. */
export interface Anchor extends Found {
  /** As GitHub makes it of a heading, or as a mark in the text has it: in small letters, composed (NFC). */
  slug: string;
}

const named = /<[a-z][a-z\d]{0,12}\s[^<>]{0,200}?(?:id|name)\s?=\s?["']?([^"'\s<>]{1,200})/gi;
/** Attributes in braces, as Kramdown, Pandoc and MkDocs have them: `{#rows}`, `{: #rows .wide}`, `{ id="rows" }`. */
const attributes = /\{:?[ \t]{0,3}(?=[#.\w])([^{}\n]{1,200})\}[ \t]*$/;
const ownName = /(?:^|\s)(?:#([^\s{}="']{1,100})|(?:id|name)=["']?([^\s{}"']{1,100}))/;
/** An Obsidian block's name, at the end of its last line. */
const blockName = /(?:^|\s)(\^[\w-]{1,100})[ \t]*$/;

/** The anchors of a piece: its headings, and what `<a id="…">`, `{#…}` and `^…` at the end of a line name. */
export function findAnchors(piece: PieceText): Anchor[] {
  const found: Anchor[] = [];
  const put = (line: number, name: string | undefined) => {
    if (name) found.push({ line, slug: name.toLowerCase().normalize('NFC') });
  };
  for (const block of piece.blocks) if (block.kind === 'heading') put(block.line, slugOf(block.text));
  const hasElements = /<[a-z]/i.test(piece.text);
  const hasNames = /[}^]/.test(piece.text);
  if (hasElements || hasNames)
    for (let line = piece.line; line < piece.endLine; line++) {
      const text = piece.lineAt(line);
      if (hasElements) for (const [, name] of text.matchAll(named)) put(line, name);
      if (hasNames && !piece.isCode(line)) put(line, nameAtEnd(text) ?? blockName.exec(text)?.[1]);
    }
  return found;
}

/** What attributes at the end of a line call the heading or the paragraph in front of them. */
function nameAtEnd(text: string): string | undefined {
  const own = text.trimEnd().endsWith('}') ? attributes.exec(text)?.[1] : undefined;
  const match = own === undefined ? null : ownName.exec(own);
  return match?.[1] ?? match?.[2];
}

/**
 * What GitHub makes of a heading, once its marks and the targets of its links are gone.
 *
 *     Surprises & `Discoveries`   →   surprises--discoveries
 */
export function slugOf(heading: string): string {
  const words = withEntities(heading)
    .replace(/!?\[([^\]]{0,300})\]\([^)]{0,500}\)/g, '$1')
    .replace(/[*`~]/g, '');
  return slug(words.trim().replace(/\s/g, ' '));
}
