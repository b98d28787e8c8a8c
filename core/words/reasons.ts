/** Words that give a reason, in the languages of real plans. */
const inLetters: readonly string[] = [
  // English
  String.raw`because|since|(?<!\b(?:do|does|did|doing|and|or|even|not|if|just|say) )so(?! (?:far|on|forth|called|much|many|long)\b|-)|in order|therefore|thereby|thus|hence|due to|owing to|given (?:that|the|how|its?|this)|thanks to|for the sake of|rationale|reason(?:s|ing|ed)?|why|justif\w{2,12}|motivat\w{2,6}`,
  `to (?:avoid|prevent|keep|preserve|ensure|allow|enable|reduce|minimi[sz]e|maximi[sz]e|support|match|mirror|let|maintain|satisfy|comply|simplify|stay|remain|protect|guarantee|limit|isolate|retain|eliminate|remove|stop|save|speed|improve|align|honou?r|meet|make|give|catch|fail|leave|respect|fit|unblock)`,
  String.raw`(?:user|operator|maintainer|owner|reviewer|customer|client|stakeholder|team|spec|specification|brief|prompt|issue)s? (?:\w{2,12} )?(?:asked|requested|requires?|required|wants|wanted|confirmed|chose|prefers?|preferred|approved|directed|decided|instructed|said|says|specified|demands?|needs?)`,
  `(?:as|per|by|on|following|at|matching) (?:the |explicit |direct )?(?:user|operator|maintainer|owner|customer|reviewer|team)(?:['’]s?)? (?:request|requests|instruction|instructions|direction|feedback|decision|choice|preference|requirement|approval)|(?:as|per) (?:request(?:ed)?|instructed|directed|required|specified)|user (?:request|instruction|direction|feedback|decision|preference|requirement)`,
  // Spanish, Portuguese, French, Italian, German, Dutch, Polish, Swedish, Turkish, Russian
  String.raw`porque|para (?:que|evitar|no|mantener|manter|reducir|reduzir|permitir|garantizar|garantir|preservar|simplificar)|ya que|debido|devido|pois|pues|afin|parce que|puisque|pour (?:que|ne|éviter|garder|permettre|garantir|réduire|préserver|rester)|perché|poiché|per (?:evitare|mantenere|non)|weil|damit|denn|sonst|deshalb|daher|aufgrund|wegen|da (?:die|der|das|es|wir|sonst|keine?|ein|eine)|um\s.{1,80}\szu|omdat|zodat|ponieważ|aby|żeby|eftersom|för att|çünkü|için|потому|чтобы|так как|поскольку|из-за|ради|иначе|поэтому`,
];

const inSigns =
  /因为|因為|因此|由于|由於|所以|以便|为了|為了|避免|防止|以免|从而|從而|确保|確保|保证|保證|便于|便於|理由|原因|故(?![障意事])|否则|否則|以保持|用户(?:要求|希望|指定|确认)|ため(?!し)|為に|ので(?!は|も)|[るたいだ]から|ことから|べく|ように(?!する)|避け|防ぐ|防止|理由|根拠|때문|위해|위하여|이유|근거|므로|도록|방지|피하|않게/;

const reason = new RegExp(String.raw`(?<![\p{L}\d])(?:${inLetters.join('|')})(?![\p{L}\d])`, 'iu');

/** Words that often tell one, where nothing else in the plan has a key for it. */
const hint =
  /(?<![\p{L}\d])(?:ADR-?\d{1,5}|otherwise|without|would|must|cannot|can['’]t|need(?:s|ed)?|require[sd]?|requiring|already|enough|sufficient|necessary|unnecessary|useful|needless|safe(?:r|ty|ly)?|simple(?:r|st)?|simplicity|simplif\w{1,8}|faster|fast|slow(?:er)?|small(?:er|est)?|easier|easy|low(?:er|est)|better|best|cleaner|cheap(?:er)?|less|fewer|minimal|risk\w{0,4}|consisten\w{1,4}|compatib\w{2,6}|incompatib\w{2,6}|deterministic\w{0,4}|scope|worth|while|which|whereas|keep(?:s|ing)|preserv(?:es|ing)|prevent(?:s|ing)|avoid(?:s|ing)|allow(?:s|ing)|enabl(?:es|ing)|ensur(?:es|ing)|let(?:s|ting)|mak(?:es|ing)|reduc(?:es|ing)|match(?:es|ing)|mirror(?:s|ing)|follow(?:s|ing)|satisf(?:ies|ying)|support(?:s|ing)|provid(?:es|ing)|giv(?:es|ing)|help(?:s|ing)|protect(?:s|ing)|isolat(?:es|ing)|simplif(?:ies|ying)|remov(?:es|ing)|eliminat(?:es|ing)|guarant(?:ees|eeing)|fit(?:s|ting)?)(?![\p{L}\d])/iu;

/** More than one clause: the second may explain the first. */
const clauses =
  /[.!?;:](?:\*\*|[)"'”’])?\s+\S.{10,}|[。；！？：]\s?\S.{4,}|\s[—–-]{1,2}\s.{10,}|\s?—\s?.{10,}|[(（][^()（）]{15,}[)）]|\n\s*(?:[-*+]|\d{1,2}[.)])\s/su;

/** Letters of other scripts than those whose words are known here. */
const unknown =
  /[^\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\P{L}ー々]/u;

/**
 * Whether words say why: `told` in so many words, `perhaps` by a second sentence, a clause behind a dash, or words that
 * often stand in a reason. `told` also for a script that nobody here reads.
 */
export function reasonIn(text: string): 'told' | 'perhaps' | 'none' {
  const prose = text
    .replace(/`[^`]{1,500}`/g, 'x')
    .replace(/\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d)?)?(?:Z|\sUTC)?/g, '')
    .replace(/^[\s*_()[\]（）:：,;—–-]{1,20}/, '');
  if (reason.test(prose) || inSigns.test(prose) || unknown.test(prose)) return 'told';
  return hint.test(prose) || clauses.test(prose) ? 'perhaps' : 'none';
}
