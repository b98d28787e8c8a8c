import type { PieceText } from '../../text/pieceText';
import type { Link } from './links';

/** Stands for the link in its sentence. */
const mark = '\uFFFC';
const away = `[^${mark}]`;
const lore = String.raw`(?:details?|information|infos?|instructions?|guidance|explanations?|documentation|docs|how|usage|background|specifics|reference|context|learn|understand|steps|examples?|requirements|setup)\b`;
const book = String.raw`(?:guides?|guidelines?|instructions?|docs?|documentation|tutorials?|steps|articles?|posts?|blog|recipes?|walkthroughs?|procedures?|quick-?starts?|readme|manuals?|how-?tos?|handbooks?|spec(?:ification)?s?)\b`;

/** How a sentence sends its reader to a link, by language; only where it is an order, not where a source is named. */
const patterns: readonly string[] = [
  // English
  String.raw`\b(?:see|consult|read|check|visit|refer to|go to|look at)\b${away}{0,120}${mark}${away}{0,60}?\b(?:for|to) (?:[\w-]+ ){0,4}${lore}`,
  String.raw`\bfor (?:[\w-]+ ){0,3}${lore}${away}{0,80}\b(?:see|refer to|read|visit|consult|check)\b${away}{0,80}${mark}`,
  String.raw`\bfollow(?:ing)?\b${away}{0,60}\b${book}${away}{0,60}${mark}`,
  String.raw`\b(?:refer to|consult)\b${away}{0,80}${mark}`,
  String.raw`^\W{0,4}(?:read|review|study|see)\b${away}{0,60}\b${book}${away}{0,40}${mark}`,
  String.raw`^\W{0,4}(?:please )?(?:also )?see(?: also)?\b:?${away}{0,60}${mark}\W{0,6}$`,
  String.raw`\bas (?:described|explained|outlined|detailed|instructed) (?:in|at|on|by)\b${away}{0,80}${mark}`,
  String.raw`\blearn more\b${away}{0,80}${mark}|\b(?:more|further|additional|full) (?:details?|info(?:rmation)?|instructions)\b${away}{0,30}\b(?:at|in|on|here|under)\b ?${mark}`,
  String.raw`\b(?:details? (?:are )?(?:at|in|on|here)|(?:more|details?|instructions):) {0,2}${mark}`,
  // Chinese, Japanese, Korean
  `(?:[详詳]见|[详詳]情|[参參][见見]|[参參][阅閱]|[请請](?:[参參][考照阅閱]|查看|[阅閱][读讀])|更多信息)${away}{0,40}${mark}`,
  `(?:按照|遵循|依照|根据|[参參]考)${away}{0,30}(?:文[档檔]|指南|教程|[说說]明|手[册冊])${away}{0,20}${mark}`,
  `${mark}${away}{0,30}(?:を参照(?!し(?:た|、))|に従[いっう]|に沿って)|詳細は${away}{0,30}${mark}`,
  `${mark}${away}{0,30}(?:참고하|참조하|따라|따르)|자세한 (?:내용|사항)은${away}{0,30}${mark}`,
  // Spanish, Portuguese, French, German, Russian
  `(?:consult|véase|ver |lee|veja|leia|voir |lire |reportez)${away}{0,60}${mark}${away}{0,40}(?:detalles|información|instrucciones|detalhes|informações|instruções|détails|informations?|instructions)`,
  String.raw`(?:sigu|siga|seguir|suiv)\p{L}{0,6} ${away}{0,40}(?:guía|guia|guide|documentaci|documentaç|documentation|tutori|instruc|pasos|passos|étapes)${away}{0,40}${mark}`,
  String.raw`(?:folge|befolge|gemäß|entsprechend|nach) ${away}{0,20}(?:anleitung|dokumentation|tutorial|schritten)${away}{0,40}${mark}|^\W{0,4}siehe ${away}{0,60}${mark}|(?:details|einzelheiten|weitere informationen|mehr) (?:dazu )?(?:unter|siehe|auf|in) ${away}{0,40}${mark}`,
  String.raw`^\W{0,4}(?:см\.|смотри(?:те)?) ${away}{0,60}${mark}|подробн\p{L}{1,5}${away}{0,40}${mark}|(?:следуй(?:те)?|по|согласно) (?:инструкц|руководств|документац)${away}{0,60}${mark}`,
];
const order = new RegExp(patterns.join('|'), 'iu');

/** How far a sentence is followed, in characters and in lines. */
const reach = 240;
const reachLines = 3;
const start = /^\s*(?:[-*+]\s|\d{1,3}[.)]\s|#|\||>?\s*$)/;

/**
 * True where a sentence sends its reader to a link for what the plan does not say. A source that is only named does not.
 *
 *     See https://example.com/guide for details.   →   true
 *     The idea is from https://example.com/blog.   →   false
 */
export function sendsAway(link: Link, piece: PieceText): boolean {
  return order.test(sentenceOf(link, piece));
}

/** The sentence around a link, with the link's words and a mark in its place. */
function sentenceOf({ line, text, character, endCharacter }: Link, piece: PieceText): string {
  const raw = piece.lineAt(line);
  let before = raw.slice(0, character).replace(/`$/, '');
  for (let above = line - 1, first = raw; above >= Math.max(piece.line, line - reachLines); above--) {
    if (start.test(first) || piece.lineAt(above).trim() === '') break;
    first = piece.lineAt(above);
    before = `${first.trimEnd()} ${before.trimStart()}`;
  }
  let after = raw.slice(endCharacter).replace(/^`/, '');
  for (let below = line + 1; below <= Math.min(piece.endLine - 1, line + reachLines); below++) {
    const next = piece.lineAt(below);
    if (start.test(next)) break;
    after = `${after.trimEnd()} ${next.trim()}`;
  }
  const words = `${plain(before.slice(-reach))}${text}${mark}`.replace(/^\s*(?:[-*+]|\d{1,3}[.)])\s+(?:\[.\]\s+)?/, '');
  return lastSentence(words) + firstSentence(plain(after.slice(0, reach)));
}

/** Without the targets of other links, and without emphasis. */
function plain(words: string): string {
  return words.replace(/\]\([^\s()]{0,200}\)/g, '').replace(/[[\]*_]+/g, '');
}

function lastSentence(words: string): string {
  const parts = words.split(/(?<=[.!?]["')\]]?)\s+(?=\S)|(?<=[。！？；])/);
  return (parts.at(-1) as string).replace(/\s+/g, ' ').trimStart();
}

function firstSentence(words: string): string {
  return (words.split(/(?<=[.!?])(?:\s|$)|(?<=[。！？；])/)[0] as string).replace(/\s+/g, ' ');
}
