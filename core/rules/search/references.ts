import type { PieceText } from '../../text/pieceText';
import type { Found } from '../../text/searchableText';

/** Words of an English text that refer to what it does not name. */
export interface VagueReference extends Found {
  character: number;
  /** In the same line: where they wrap, they go on in the next one. */
  endCharacter: number;
  words: string;
  /** What the name of the document meant would have in it, in lower case: `architecture`; empty where none is meant. */
  document: readonly string[];
}

/** Whether a piece is worth a closer look: few are. */
const mayRefer =
  /[ \n](?:docs?|documents?|documentation|specs?|specifications?|wiki|handbook|PRD|brief|discussions?|conversations?|ExecPlans?|previously|earlier|discussed|agreed)\b(?![/.-]\w)/;

const gap = String.raw`(?: |\n[ >\t]{0,12})`;
const said =
  '(?:defined|discussed|described|mentioned|specified|noted|explained|agreed|outlined|stated|established|decided|covered|introduced|determined)';
const stop = String.raw`(?=\s{0,3}(?:[.,;:)!?—–]|\n|$)`;

/** To what was said at another time. */
const earlier: readonly string[] = [
  String.raw`\bas${gap}(?:(?:we|I|was|were|already)${gap}){0,2}${said}${gap}(?:upon${gap}|on${gap})?(?:previously|earlier|before|elsewhere)\b`,
  String.raw`\bas${gap}(?:(?:we|I)${gap})?(?:previously|earlier)${gap}${said}\b`,
  String.raw`\bas${gap}(?:we${gap})?(?:have${gap})?(?:discussed|agreed(?:${gap}upon|${gap}on)?)(?:${gap}above)?${stop})`,
  String.raw`\b(?:per|following)${gap}(?:our|the|my)${gap}(?:(?:previous|earlier|last|prior|recent)${gap})?(?:discussions?|conversations?)${stop}|${gap}(?:and|so|we|the|with|that|about|on|to)\b)`,
  String.raw`\bthe${gap}(?:previous|prior|earlier|last)${gap}ExecPlans?\b(?!${gap}\d|[ -]\w+less)`,
];

/** To a document by its kind alone: `according to the architecture doc`. Words with capitals may be its name. */
const unnamed = new RegExp(
  String.raw`\b(?:[Aa]ccording${gap}to|[Aa]s${gap}per|[Pp]er|[Ss]ee|[Rr]efer${gap}to|[Cc]onsult|[Aa]s${gap}(?:described|defined|specified|documented|outlined|explained|laid${gap}out|set${gap}out|detailed|required|stated)${gap}(?:in|by)|(?:described|defined|specified|documented|outlined|detailed)${gap}in|[Ii]n${gap}accordance${gap}with|Follow|[Ff]ollowing|(?:must|should|to)${gap}follow|[Cc]onforms?${gap}to)${gap}(?:the|our)${gap}((?:(?!same|following|whole|rest)[a-z][a-z-]{1,20}${gap}){0,3})(docs?|documents?|documentation|specs?|specifications?|wiki|handbook|PRD|brief)(?:${stop}|${gap}(?:for|and|or|to|when|before|after|because|so|as|about|then|which|that|if|while|but|on|says?|requires?)\b))`,
  'g',
);
const ofTimes = new RegExp(earlier.join('|'), 'gi');

/** What says where to look: a path, a link, code, quoted words, a section, a number. */
const named =
  /[`"“”§#]|\]\(|\w\/\w|\w\.(?:md|rst|txt|pdf|html?|ya?ml|json)\b|https?:|\b(?:sections?|appendi\w+|chapter|milestones?|phases?|decision log|above|below|this (?:plan|file|document|repository))\b|\b[A-Z]{2,}-?\d|\d\.\d|\bRFC\b/i;
const generic = /^(?:docs?|documents?|documentation|the|our|and|of)$/;

/** How far to both sides a name is looked for, in characters. */
const reach = 200;

/** The references of a piece to what it does not name, in order; not those in code. */
export function findVagueReferences(piece: PieceText): VagueReference[] {
  if (!mayRefer.test(piece.text)) return [];
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
  for (const match of text.matchAll(ofTimes)) {
    const isTalk = /discuss|agreed|conversation/i.test(match[0]);
    if (isTalk || !isNamed(written, match)) found.push(referenceOf(match, text, piece.line, []));
  }
  for (const match of text.matchAll(unnamed)) {
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
  return named.test(`${before.at(-1)} ${after[0]}`);
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
