import { edges, lazyPattern, sourceOf, wordTest } from './pattern';
import { allButEnglish, none, type Words, wordsIn } from './words';

const { raw } = String;

const gap = raw`(?: |\n[ >\t]{0,12})`;
const said =
  '(?:defined|discussed|described|mentioned|specified|noted|explained|agreed|outlined|stated|established|decided|covered|introduced|determined)';
const stop = raw`(?=\s{0,3}(?:[.,;:)!?—–]|\n|$)`;

/** Words of a reference to what was said at another time: patterns. */
// biome-ignore format: a row a language
export const earlierReferences: Words = {
  en: [
    raw`\bas${gap}(?:(?:we|I|was|were|already)${gap}){0,2}${said}${gap}(?:upon${gap}|on${gap})?(?:previously|earlier|before|elsewhere)\b`,
    raw`\bas${gap}(?:(?:we|I)${gap})?(?:previously|earlier)${gap}${said}\b`,
    raw`\bas${gap}(?:we${gap})?(?:have${gap})?(?:discussed|agreed(?:${gap}upon|${gap}on)?)(?:${gap}above)?${stop})`,
    raw`\b(?:per|following)${gap}(?:our|the|my)${gap}(?:(?:previous|earlier|last|prior|recent)${gap})?(?:discussions?|conversations?)${stop}|${gap}(?:and|so|we|the|with|that|about|on|to)\b)`,
    raw`\bthe${gap}(?:previous|prior|earlier|last)${gap}ExecPlans?\b(?!${gap}\d|[ -]\w+less)`,
  ],
  ...none('grammar', ...allButEnglish),
};

/** What documents are called by their kind. */
// biome-ignore format: a row a language
export const documentKinds: Words = {
  en: ['docs?', 'documents?', 'documentation', 'specs?', 'specifications?', 'wiki', 'handbook', 'PRD', 'brief'],
  ...none('grammar', ...allButEnglish),
};

/** What leads to such a document: patterns. */
// biome-ignore format: a row a language
export const documentLeads: Words = {
  en: [
    `[Aa]ccording${gap}to`, `[Aa]s${gap}per`, '[Pp]er', '[Ss]ee', `[Rr]efer${gap}to`, '[Cc]onsult',
    `[Aa]s${gap}(?:described|defined|specified|documented|outlined|explained|laid${gap}out|set${gap}out|detailed|required|stated)${gap}(?:in|by)`,
    `(?:described|defined|specified|documented|outlined|detailed)${gap}in`, `[Ii]n${gap}accordance${gap}with`, 'Follow',
    '[Ff]ollowing', `(?:must|should|to)${gap}follow`, `[Cc]onforms?${gap}to`,
  ],
  ...none('grammar', ...allButEnglish),
};

/** Words by which a reference says where to look. */
// biome-ignore format: a row a language
export const namedPlaces: Words = {
  en: [
    'sections?', raw`appendi\w+`, 'chapter', 'milestones?', 'phases?', 'decision log', 'above', 'below',
    'this (?:plan|file|document|repository)',
  ],
  ...none('grammar', ...allButEnglish),
};

/** Words that stand in such a reference, for a quick look. */
// biome-ignore format: a row a language
export const referenceSigns: Words = {
  en: ['discussions?', 'conversations?', 'ExecPlans?', 'previously', 'earlier', 'discussed', 'agreed'],
  ...none('grammar', ...allButEnglish),
};

const earlier = lazyPattern(() => sourceOf(earlierReferences, edges.none), 'gi');
/** Words with capitals may be a document's name. */
const unnamed = lazyPattern(() => {
  const leads = wordsIn(documentLeads, 'en').join('|');
  const kinds = wordsIn(documentKinds, 'en').join('|');
  return raw`\b(?:${leads})${gap}(?:the|our)${gap}((?:(?!same|following|whole|rest)[a-z][a-z-]{1,20}${gap}){0,3})(${kinds})(?:${stop}|${gap}(?:for|and|or|to|when|before|after|because|so|as|about|then|which|that|if|while|but|on|says?|requires?)\b))`;
}, 'g');
const quickLook = lazyPattern(() => {
  const words = [...wordsIn(documentKinds, 'en'), ...wordsIn(referenceSigns, 'en')].join('|');
  return raw`[ \n](?:${words})\b(?![/.-]\w)`;
}, '');

/** Whether a text is worth a closer look: few are. */
export function mayRefer(text: string): boolean {
  return quickLook(text).test(text);
}

/** What a text says with reference to another time; `isTalk` where it is a talk that nobody can look up. */
export function earlierIn(text: string): { match: RegExpExecArray; isTalk: boolean }[] {
  return [...text.matchAll(earlier(text))].map((match) => ({
    match,
    isTalk: /discuss|agreed|conversation/i.test(match[0]),
  }));
}

/** References to a document by its kind alone: the words in front of the kind, and the kind, are groups 1 and 2. */
export function unnamedDocumentsIn(text: string): RegExpExecArray[] {
  return [...text.matchAll(unnamed(text))];
}

/** True for words that say where to look: a path, a link, code, quoted words, a section, a number. */
export const saysWhere = wordTest(namedPlaces, {
  edges: edges.ascii,
  flags: 'i',
  signs: [
    raw`[\x60"“”§#]|\]\(|\w\/\w|\w\.(?:md|rst|txt|pdf|html?|ya?ml|json)\b|https?:`,
    raw`\b[A-Z]{2,}-?\d|\d\.\d|\bRFC\b`,
  ],
});

/** Words of a section that say where something is to be read. */
// biome-ignore format: a row a language
export const pointerWords: Words = {
  en: [
    'see', 'refer(?:s|red)?', 'consult', 'lives?', 'stored', 'kept', 'listed', 'documented', 'described', 'defined',
    'detailed', 'specified', 'outlined', 'tracked', 'captured', 'found', 'given', 'follow', 'as in',
    'task (?:files?|documents?)',
  ],
  zh: ['[参參][见見照考阅閱]', raw`[详詳]?[见見]\s?[\x60[]`, '[请請]查看'],
  ja: ['に(?:記載|定義|ある)'],
  ko: ['참고', '참조'],
  es: ['véase-', 'consulte-'],
  pt: ['consulte-'],
  fr: ['voir-'],
  de: ['siehe-'],
  ru: [raw`см\.-`],
};

/** True for words that say where something is to be read. */
export const pointsElsewhere = wordTest(pointerWords);
