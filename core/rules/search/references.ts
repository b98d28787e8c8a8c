import type { PieceText } from '../../text/pieceText';
import type { Found } from '../../text/searchableText';
import { earlierIn, mayRefer, saysWhere, unnamedDocumentsIn } from '../../words/references';

/** Words of an English text that refer to what it does not name. */
export interface VagueReference extends Found {
  character: number;
  /** In the same line: where they wrap, they go on in the next one. */
  endCharacter: number;
  words: string;
  /** What the name of the document meant would have in it, in lower case: `architecture`; empty where none is meant. */
  document: readonly string[];
}

const generic = /^(?:docs?|documents?|documentation|the|our|and|of)$/;

/** How far to both sides a name is looked for, in characters. */
const reach = 200;

/** The references of a piece to what it does not name, in order; not those in code. */
export function findVagueReferences(piece: PieceText): VagueReference[] {
  if (!mayRefer(piece.text)) return [];
  const lines: string[] = [];
  const raw: string[] = [];
  for (let line = piece.line; line < piece.endLine; line++) {
    const words = piece.proseAt(line);
    lines.push(words);
    raw.push(words === '' ? '' : piece.lineAt(line));
  }
  const text = lines.join('\n');
  const written = raw.join('\n');
  const found: VagueReference[] = [];
  for (const { match, isTalk } of earlierIn(text)) {
    if (isTalk || !isNamed(written, match)) found.push(referenceOf(match, text, piece.line, []));
  }
  for (const match of unnamedDocumentsIn(text)) {
    const document = `${match[1]}${match[2]}`.toLowerCase().split(/\s+/);
    if (!isNamed(written, match))
      found.push(
        referenceOf(
          match,
          text,
          piece.line,
          document.filter((word) => !generic.test(word)),
        ),
      );
  }
  return found.sort((a, b) => a.line - b.line || a.character - b.character);
}

function referenceOf(match: RegExpExecArray, text: string, line: number, document: readonly string[]): VagueReference {
  const [words] = match;
  const above = text.slice(0, match.index).split('\n');
  const character = (above.at(-1) as string).length;
  return {
    line: line + above.length - 1,
    character,
    endCharacter: character + (words.split('\n')[0] as string).length,
    words: words.replace(/\s+/g, ' '),
    document,
  };
}

/** True where the sentence around says where to look. */
function isNamed(text: string, { index, 0: words }: RegExpExecArray): boolean {
  const end = index + words.length;
  const before = text.slice(Math.max(0, index - reach), index).split(/[.!?]\s|\n\s*\n|\n\s*[-*+]\s/);
  const after = text.slice(end, end + reach).split(/[.!?](?:\s|$)|\n\s*\n|\n\s*[-*+]\s/);
  return saysWhere(`${before.at(-1)} ${after[0]}`);
}

/** The name of a document somewhere in a plan: `docs/architecture.md`. */
export interface DocumentName extends Found {
  /** In lower case. */
  name: string;
}

const documentName = /[\w./-]{1,200}\.(?:md|mdx|rst|adoc|txt|pdf|docx|html?)\b/gi;

/** The documents that a piece names, in code or out of it. */
export function findDocumentNames({ text, line }: PieceText): DocumentName[] {
  return [...text.matchAll(documentName)].map(({ 0: name, index }) => ({
    line: line + text.slice(0, index).split('\n').length - 1,
    name: name.toLowerCase(),
  }));
}
