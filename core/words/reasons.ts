import { edges, wordTest } from './pattern';
import { hasUnknownScript } from './scripts';
import { allButEnglish, european, none, type Words } from './words';

const { raw } = String;

/** Words that give a reason. */
// biome-ignore format: a row a language
export const reasonWords: Words = {
  en: [
    'because', 'since',
    raw`(?<!\b(?:do|does|did|doing|and|or|even|not|if|just|say) )so(?! (?:far|on|forth|called|much|many|long)\b|-)`,
    'in order', 'therefore', 'thereby', 'thus', 'hence', 'due to', 'owing to', 'given (?:that|the|how|its?|this)',
    'thanks to', 'for the sake of', 'rationale', 'reason(?:s|ing|ed)?', 'why', raw`justif\w{2,12}`, raw`motivat\w{2,6}`,
    'to (?:avoid|prevent|keep|preserve|ensure|allow|enable|reduce|minimi[sz]e|maximi[sz]e|support|match|mirror|let|maintain|satisfy|comply|simplify|stay|remain|protect|guarantee|limit|isolate|retain|eliminate|remove|stop|save|speed|improve|align|honou?r|meet|make|give|catch|fail|leave|respect|fit|unblock)',
    raw`(?:user|operator|maintainer|owner|reviewer|customer|client|stakeholder|team|spec|specification|brief|prompt|issue)s? (?:\w{2,12} )?(?:asked|requested|requires?|required|wants|wanted|confirmed|chose|prefers?|preferred|approved|directed|decided|instructed|said|says|specified|demands?|needs?)`,
    "(?:as|per|by|on|following|at|matching) (?:the |explicit |direct )?(?:user|operator|maintainer|owner|customer|reviewer|team)(?:['’]s?)? (?:request|requests|instruction|instructions|direction|feedback|decision|choice|preference|requirement|approval)",
    '(?:as|per) (?:request(?:ed)?|instructed|directed|required|specified)',
    'user (?:request|instruction|direction|feedback|decision|preference|requirement)',
  ],
  zh: [
    '因为', '因此', '由于', '所以', '以便', '为了', '避免', '防止', '以免', '从而', '确保', '保证', '便于', '理由',
    '原因', '故(?![障意事])', '否则', '以保持', '用户(?:要求|希望|指定|确认)',
  ],
  'zh-Hant': ['因為', '由於', '為了', '從而', '確保', '保證', '便於', '否則'],
  ja: [
    'ため(?!し)', '為に', 'ので(?!は|も)', '[るたいだ]から', 'ことから', 'べく', 'ように(?!する)', '避け', '防ぐ',
    '防止', '理由', '根拠',
  ],
  ko: ['때문', '위해', '위하여', '이유', '근거', '므로', '도록', '방지', '피하', '않게'],
  es: [
    'porque', 'para (?:que|evitar|no|mantener|reducir|permitir|garantizar|preservar|simplificar)', 'ya que', 'debido',
    'pues',
  ],
  pt: ['porque', 'para (?:que|evitar|manter|reduzir|permitir|garantir|preservar|simplificar)', 'devido', 'pois'],
  fr: ['afin', 'parce que', 'puisque', 'pour (?:que|ne|éviter|garder|permettre|garantir|réduire|préserver|rester)'],
  de: [
    'weil', 'damit', 'denn', 'sonst', 'deshalb', 'daher', 'aufgrund', 'wegen',
    'da (?:die|der|das|es|wir|sonst|keine?|ein|eine)', raw`um\s.{1,80}\szu`,
  ],
  ru: ['потому', 'чтобы', 'так как', 'поскольку', 'из-за', 'ради', 'иначе', 'поэтому'],
  it: ['perché', 'poiché', 'per (?:evitare|mantenere|non)'],
  nl: ['omdat', 'zodat'],
  pl: ['ponieważ', 'aby', 'żeby'],
  sv: ['eftersom', 'för att'],
  tr: ['çünkü', 'için'],
};

/** Words that often tell one, where nothing else in the plan has a key for it. */
// biome-ignore format: a row a language
export const reasonHints: Words = {
  en: [
    raw`ADR-?\d{1,5}`, 'otherwise', 'without', 'would', 'must', 'cannot', "can['’]t", 'need(?:s|ed)?', 'require[sd]?',
    'requiring', 'already', 'enough', 'sufficient', 'necessary', 'unnecessary', 'useful', 'needless',
    'safe(?:r|ty|ly)?', 'simple(?:r|st)?', 'simplicity', raw`simplif\w{1,8}`, 'faster', 'fast', 'slow(?:er)?',
    'small(?:er|est)?', 'easier', 'easy', 'low(?:er|est)', 'better', 'best', 'cleaner', 'cheap(?:er)?', 'less', 'fewer',
    'minimal', raw`risk\w{0,4}`, raw`consisten\w{1,4}`, raw`compatib\w{2,6}`, raw`incompatib\w{2,6}`,
    raw`deterministic\w{0,4}`, 'scope', 'worth', 'while', 'which', 'whereas', 'keep(?:s|ing)', 'preserv(?:es|ing)',
    'prevent(?:s|ing)', 'avoid(?:s|ing)', 'allow(?:s|ing)', 'enabl(?:es|ing)', 'ensur(?:es|ing)', 'let(?:s|ting)',
    'mak(?:es|ing)', 'reduc(?:es|ing)', 'match(?:es|ing)', 'mirror(?:s|ing)', 'follow(?:s|ing)', 'satisf(?:ies|ying)',
    'support(?:s|ing)', 'provid(?:es|ing)', 'giv(?:es|ing)', 'help(?:s|ing)', 'protect(?:s|ing)', 'isolat(?:es|ing)',
    'simplif(?:ies|ying)', 'remov(?:es|ing)', 'eliminat(?:es|ing)', 'guarant(?:ees|eeing)', 'fit(?:s|ting)?',
  ],
  ...none('unseen', ...allButEnglish),
};

const tellsReason = wordTest(reasonWords, { edges: edges.lettersAndDigits });
const hintsAtReason = wordTest(reasonHints, { edges: edges.lettersAndDigits });

/** More than one clause: the second may explain the first. */
const clauses =
  /[.!?;:](?:\*\*|[)"'”’])?\s+\S.{10,}|[。；！？：]\s?\S.{4,}|\s[—–-]{1,2}\s.{10,}|\s?—\s?.{10,}|[(（][^()（）]{15,}[)）]|\n\s*(?:[-*+]|\d{1,2}[.)])\s/su;

/**
 * Whether words say why: `told` in so many words, `perhaps` by a second sentence, a clause behind a dash, or words that
 * often stand in a reason. `told` also for a script that nobody here reads.
 */
export function reasonIn(text: string): 'told' | 'perhaps' | 'none' {
  const prose = text
    .replace(/`[^`]{1,500}`/g, 'x')
    .replace(/\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d)?)?(?:Z|\sUTC)?/g, '')
    .replace(/^[\s*_()[\]（）:：,;—–-]{1,20}/, '');
  if (tellsReason(prose) || hasUnknownScript(prose)) return 'told';
  return hintsAtReason(prose) || clauses.test(prose) ? 'perhaps' : 'none';
}

/** What a column of a table is called that gives a reason, beside those with a key for their name. */
// biome-ignore format: a row a language
export const reasonColumns: Words = {
  en: ['why', 'reason', 'rationale', 'because', 'motivation', 'justification', 'notes?', 'comment', 'context'],
  zh: ['原因', '理由', '说明'],
  ja: ['備考', '背景', '理由'],
  ko: ['이유', '비고'],
  ...none('unseen', ...european),
};

/** True for the names of columns of which one gives a reason. */
export const hasReasonColumn = wordTest(reasonColumns, { edges: edges.none, flags: 'i' });
