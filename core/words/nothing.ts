/** What a section says that has nothing yet, as regular expressions for the start of its words, by language. */
const inLetters: readonly string[] = [
  // English
  String.raw`none(?:\s(?:yet|so far|to date|currently|to report|recorded|noted|observed|known|found|at (?:this|the) (?:time|point|stage|moment)|for now))*(?=[^\p{L}\p{N}]*$|[.;,:]\s|\s?[—–-]{1,3}\s|\s\()`,
  String.raw`(?:n\/a|tbd|tbc|tba|todo|pending|placeholder)(?=[^\p{L}\p{N}]*$|[.,;:]|\s?[—–-]{1,3}\s|\s\()|pending(?: \w+){1,3}[^\p{L}\p{N}]*$|no (?:implementation )?work has (?:been )?(?:started|begun)|to be (?:written|filled|determined|completed|added|recorded|documented|updated|defined|summari[sz]ed)`,
  String.raw`nothing(?:\s(?:yet|so far|to report|recorded|unexpected))*(?=[^\p{L}\p{N}]*$|[.,;]\s)`,
  String.raw`not (?:yet|started|applicable|completed?|finished|done|begun|written|filled)\b`,
  String.raw`no (?:surprises|discoveries|decisions|outcomes?|entries|findings|unexpected \w+)\b(?: have been| has been)?\b`,
  String.raw`in progress[^\p{L}\p{N}]*$|work in progress|(?:will be|to be) (?:filled|updated|written|completed|added|recorded)\b`,
  // Ellipses and placeholders
  String.raw`…|\.{3}|<[^>]*>[^\p{L}\p{N}]*$|\[[^\]]*\][^\p{L}\p{N}]*$|\{\{?[^}]*\}?\}[^\p{L}\p{N}]*$|[^\p{L}\p{N}]*$|(?:yyyy|YYYY)-(?:mm|MM)-(?:dd|DD)`,
  // Spanish, Portuguese, French, German, Russian
  String.raw`ningun[ao]?\b.{0,20}$|nada (?:todavía|aún|por ahora)|aún (?:no|ningun)|todavía no|sin (?:sorpresas|novedades|decisiones|empezar)|pendiente|por (?:completar|definir)`,
  String.raw`nenhum[a]?\b.{0,20}$|ainda (?:não|nada|nenhum)|nada (?:ainda|até)|a (?:preencher|definir)\b|pendente|sem (?:surpresas|decisões)`,
  String.raw`aucun[e]?\b.{0,30}$|rien (?:pour|à|encore)|pas (?:encore|de (?:surprise|décision|découverte))|à (?:compléter|remplir|définir|venir)|néant[^\p{L}\p{N}]*$|en attente`,
  String.raw`(?:derzeit|bislang|bisher|zurzeit) (?:keine?|nichts)|noch (?:keine?|nichts|offen|nicht)|keine?(?: bisher| bislang)?[^\p{L}\p{N}]*$|bisher (?:keine|nichts)|offen[^\p{L}\p{N}]*$|wird (?:noch |später )?(?:ergänzt|ausgefüllt|nachgetragen)`,
  String.raw`(?:пока |ещё |еще )?нет[^\p{L}\p{N}]*$|пока (?:нет|не|ничего)|ещё не|еще не|не (?:начат|заверш|заполнен)|будет (?:заполнен|добавлен|дополнен)|отсутству`,
];

const inSigns: readonly string[] = [
  // Chinese
  String.raw`(?:暂|尚|目前|暫)?(?:无|無|没有|沒有)(?:记录|内容|意外|发现|决策|記錄)?[^\p{L}\p{N}]*$|(?:暂|尚|暫)[无無未]|尚未|未(?:开始|完成|開始|记录|記錄|填写|填寫)|待(?:定|填|补|補|完成|更新|记录|記錄|补充|執行|执行)|完成后(?:填写|补充|更新)`,
  // Japanese
  String.raw`(?:特に|現時点では|今のところ)?(?:なし|無し)[^\p{L}\p{N}]*$|まだ|未(?:記入|定|着手|実施|完了|記載|作成)|.{0,40}(?:時|後|次第|時点|随時)(?:に|で|、)?(?:随時)?(?:記入|記載|追記|更新|記録)(?:する|します|すること|予定)?[^\p{L}\p{N}]*$|(?:記入|追記|記載)予定`,
  // Korean
  `없(?:음|습니다)|아직|미정|미완료|해당 ?없음|미작성|.{0,20}(?:작성|기록|추가|업데이트) ?예정|완료 ?후 ?(?:작성|기록)|추후 ?(?:작성|기록)`,
];

/** For words in lower case: a pattern with `\p{L}` that takes no heed of case is ten times as long in the making. */
const [nothingInLetters, nothingInSigns] = [inLetters, inSigns].map(
  (patterns) => new RegExp(`^(?:${patterns.join('|')})`, 'u'),
) as [RegExp, RegExp];

/** What a skeleton tells its author to do. */
const instruction =
  /^(?:record|document|capture|summari[sz]e|describe|fill(?: in)?|update (?:this|as|at|when)|note|list|explain|write|add|compare|use this section|this section (?:will|is to|should)|will be|summary of (?:results|outcomes)|unexpected (?:findings|behaviou?rs?|discoveries) (?:or|and)|how to|what(?: (?:worked|happened|changed|remains|went|did(?:n['’]t| not)|is next|was (?:achieved|learned|decided))|['’]s next))\b(?!\s*[:\d])/i;

/** True for the words of a section, or of an entry, that has nothing yet: "None yet.", "TBD", an ellipsis. */
export function isNothing(text: string): boolean {
  if (text.length > 240) return false;
  const words = plain(text).toLowerCase();
  return nothingInLetters.test(words) || (/[\u3000-\uffff]/.test(words) && nothingInSigns.test(words));
}

const stated =
  /^.{0,30}?(?:(?<!\p{L})(?:none|no|nothing|n\/a|not applicable|ningun[ao]?|nada|sin|nenhuma?|sem|aucune?|rien|pas d|néant|keine?|nichts|нет)(?!\p{L})|无|無|没有|沒有|なし|ありません|ない|없)/iu;

/** True for words that put off what is to be said ("TBD", "Pending", an ellipsis), rather than say that there is nothing. */
export function isPutOff(text: string): boolean {
  return isInstruction(text) || (isNothing(text) && !stated.test(plain(text)));
}

/** True for the skeleton's own words in place of content: "Summarize outcomes at completion." */
export function isInstruction(text: string): boolean {
  return text.length <= 400 && instruction.test(plain(text.slice(0, 120)));
}

/** Without list marker, box, emphasis, and brackets in front. */
function plain(text: string): string {
  return text
    .replace(/^\s*(?:(?:[-*+]|\d{1,9}[.)])\s+)?(?:\[[^\]]\]\s+)?/, '')
    .replace(/[*_`]+/g, '')
    .replace(/^[\s([（]{1,6}/, '')
    .trim();
}

/** The same, but of nothing else: the only words that an edit may replace. */
const onlyNothing =
  /^(?:none(?: yet| so far| to date)?|n\/a|tbd|tbc|tba|todo|pending|to be (?:written|filled in|determined|completed|added|recorded)|nothing(?: yet| so far)?|not yet|…|\.{3}|无|無|暂无|暫無|尚无|待定|なし|特になし|まだなし|未定|未完了?|未記入|없음|아직 없음|ninguna?(?: todavía)?|nenhuma?(?: ainda)?|aucune?(?: pour l['’]instant)?|nada(?: todavía| aún| ainda)?|rien(?: pour l['’]instant)?|noch keine|keine?|(?:noch )?nichts|пока нет|нет)$/i;

/** True for words that say nothing but that there is nothing yet, whatever marks stand around them. */
export function isOnlyNothing(text: string): boolean {
  return onlyNothing.test(plain(text).replace(/[\s.。!)\]）]{1,6}$/, '')) || onlyNothing.test(plain(text));
}
