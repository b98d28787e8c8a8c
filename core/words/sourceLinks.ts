import { edges, lazyPattern, sourceOf } from './pattern';
import type { Words } from './words';

const { raw } = String;

/** Stands for a link in its sentence. */
export const linkMark = '\uFFFC';
const away = `[^${linkMark}]`;
const lore = raw`(?:details?|information|infos?|instructions?|guidance|explanations?|documentation|docs|how|usage|background|specifics|reference|context|learn|understand|steps|examples?|requirements|setup)\b`;
const book = raw`(?:guides?|guidelines?|instructions?|docs?|documentation|tutorials?|steps|articles?|posts?|blog|recipes?|walkthroughs?|procedures?|quick-?starts?|readme|manuals?|how-?tos?|handbooks?|spec(?:ification)?s?)\b`;

/** How a sentence sends its reader to a link: patterns, only of an order, not of a sentence that names its source. */
// biome-ignore format: a row a language
export const sendingAway: Words = {
  en: [
    raw`\b(?:see|consult|read|check|visit|refer to|go to|look at)\b${away}{0,120}${linkMark}${away}{0,60}?\b(?:for|to) (?:[\w-]+ ){0,4}${lore}`,
    raw`\bfor (?:[\w-]+ ){0,3}${lore}${away}{0,80}\b(?:see|refer to|read|visit|consult|check)\b${away}{0,80}${linkMark}`,
    raw`\bfollow(?:ing)?\b${away}{0,60}\b${book}${away}{0,60}${linkMark}`,
    raw`\b(?:refer to|consult)\b${away}{0,80}${linkMark}`,
    raw`^\W{0,4}(?:read|review|study|see)\b${away}{0,60}\b${book}${away}{0,40}${linkMark}`,
    raw`^\W{0,4}(?:please )?(?:also )?see(?: also)?\b:?${away}{0,60}${linkMark}\W{0,6}$`,
    raw`\bas (?:described|explained|outlined|detailed|instructed) (?:in|at|on|by)\b${away}{0,80}${linkMark}`,
    raw`\blearn more\b${away}{0,80}${linkMark}`,
    raw`\b(?:more|further|additional|full) (?:details?|info(?:rmation)?|instructions)\b${away}{0,30}\b(?:at|in|on|here|under)\b ?${linkMark}`,
    raw`\b(?:details? (?:are )?(?:at|in|on|here)|(?:more|details?|instructions):) {0,2}${linkMark}`,
  ],
  zh: [
    `(?:[详詳]见|[详詳]情|[参參][见見]|[参參][阅閱]|[请請](?:[参參][考照阅閱]|查看|[阅閱][读讀])|更多信息)${away}{0,40}${linkMark}`,
    `(?:按照|遵循|依照|根据|[参參]考)${away}{0,30}(?:文[档檔]|指南|教程|[说說]明|手[册冊])${away}{0,20}${linkMark}`,
  ],
  ja: [`${linkMark}${away}{0,30}(?:を参照(?!し(?:た|、))|に従[いっう]|に沿って)`, `詳細は${away}{0,30}${linkMark}`],
  ko: [`${linkMark}${away}{0,30}(?:참고하|참조하|따라|따르)`, `자세한 (?:내용|사항)은${away}{0,30}${linkMark}`],
  es: [
    `(?:consult|véase|ver |lee)${away}{0,60}${linkMark}${away}{0,40}(?:detalles|información|instrucciones)`,
    raw`(?:sigu|siga|seguir)\p{L}{0,6} ${away}{0,40}(?:guía|documentaci|tutori|instruc|pasos)${away}{0,40}${linkMark}`,
  ],
  pt: [
    `(?:consult|veja|ver |leia)${away}{0,60}${linkMark}${away}{0,40}(?:detalhes|informações|instruções)`,
    raw`(?:sigu|siga|seguir)\p{L}{0,6} ${away}{0,40}(?:guia|documentaç|tutori|instruc|passos)${away}{0,40}${linkMark}`,
  ],
  fr: [
    `(?:consult|voir |lire |reportez)${away}{0,60}${linkMark}${away}{0,40}(?:détails|informations?|instructions)`,
    raw`(?:suiv)\p{L}{0,6} ${away}{0,40}(?:guide|documentation|tutori|instruc|étapes)${away}{0,40}${linkMark}`,
  ],
  de: [
    `(?:folge|befolge|gemäß|entsprechend|nach) ${away}{0,20}(?:anleitung|dokumentation|tutorial|schritten)${away}{0,40}${linkMark}`,
    raw`^\W{0,4}siehe ${away}{0,60}${linkMark}`,
    `(?:details|einzelheiten|weitere informationen|mehr) (?:dazu )?(?:unter|siehe|auf|in) ${away}{0,40}${linkMark}`,
  ],
  ru: [
    raw`^\W{0,4}(?:см\.|смотри(?:те)?) ${away}{0,60}${linkMark}`, raw`подробн\p{L}{1,5}${away}{0,40}${linkMark}`,
    `(?:следуй(?:те)?|по|согласно) (?:инструкц|руководств|документац)${away}{0,60}${linkMark}`,
  ],
};

const order = lazyPattern(() => sourceOf(sendingAway, edges.none), 'iu');

/** True for a sentence with `linkMark` in place of a link that sends its reader there for what it does not say. */
export function sendsToLink(sentence: string): boolean {
  return order(sentence).test(sentence);
}
