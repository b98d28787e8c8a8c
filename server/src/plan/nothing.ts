/** The words of a section that has nothing yet, at the start of its text. */
const nothing =
  /^(?:none(?:\s(?:yet|so far|to report|recorded|noted|observed|at this (?:time|point|stage)|for now))*(?=\W*$|[.;,:—–-]\s)|n\/a\b|tbd\b|todo\b|pending\b|to be (?:written|filled|determined|completed|added|recorded|documented|updated|defined)|nothing(?:\s(?:yet|so far|to report|recorded))|not (?:yet|started|applicable|completed?|finished|done|begun)\b|no (?:surprises|discoveries|decisions|outcomes|entries|unexpected \w+)\b(?: have been| has been)?\b|in progress\W*$|work in progress|…|\.{3}|<[^>]*>\W*$|无\W*$|暂无|尚无|待定|待填|待补|なし\W*$|未定|未完|まだ|없음|아직|미정|ninguna?\W*$|pendiente|nenhuma?\W*$|aucune?\W*$|noch (?:keine|nichts|offen)|keine\W*$|пока нет|нет\W*$)/i;
/** What a skeleton tells its author to do. */
const instruction =
  /^(?:record|document|capture|summari[sz]e|describe|fill(?: in)?|update|note|list|explain|write|add|compare|use this section|this section (?:will|is to|should)|will be)\b(?!\s*:)/i;

/** True for the words of a section, or of an entry, that has nothing yet: "None yet.", "TBD", an ellipsis. */
export function isNothing(text: string): boolean {
  return text.length <= 240 && nothing.test(plain(text));
}

/** True for the skeleton's own words in place of content: "Summarize outcomes at completion." */
export function isInstruction(text: string): boolean {
  return text.length <= 400 && instruction.test(plain(text));
}

/** Without list marker, emphasis and brackets in front. */
function plain(text: string): string {
  return text.replace(/^\s*(?:(?:[-*+]|\d{1,9}[.)])\s+)?(?:\[[^\]]\]\s+)?[\s*_`([（]{0,6}/, '').trim();
}

/** The same, but of nothing else: the only words that an edit may replace. */
const onlyNothing =
  /^(?:none(?: yet| so far)?|n\/a|tbd|todo|pending|to be (?:written|filled in|determined|completed|added|recorded)|nothing(?: yet| so far)?|not yet|…|\.{3}|无|暂无|待定|なし|未定|未完了?|없음)$/i;

/** True for words that say nothing but that there is nothing yet, whatever marks stand around them. */
export function isOnlyNothing(text: string): boolean {
  return onlyNothing.test(plain(text).replace(/[\s.。!*_`)\]）]{1,6}$/, '')) || onlyNothing.test(plain(text));
}
