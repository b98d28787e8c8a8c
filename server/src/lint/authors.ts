/** What agents and people are called where a decision says who made it. */
const names =
  'codex|claude|gpt|chatgpt|gemini|copilot|cursor|devin|opus|sonnet|agent|assistant|user|human|owner|operator|maintainer|reviewer|planner|implementer|team|stakeholder|用户|作者|ユーザー?|担当|사용자|작성자';
const verbs =
  'asked|requested|chose|wants|wanted|confirmed|decided|approved|directed|explicitly|prefers|preferred|specified|said|agreed|instructed|selected|accepted|authorized';

/** An agent's name in brackets, in front of a colon, at the end behind a dash; who decided, as a subject or behind "by". */
const author = new RegExp(
  [
    String.raw`[(（[【][^()（）[\]【】\n]{0,60}(?<![\p{L}\d])(?:${names})(?![\p{L}\d])[^()（）[\]【】\n]{0,60}[)）\]】]`,
    String.raw`^[^:：\n]{0,40}(?<![\p{L}\d])(?:${names})(?![\p{L}\d])[^:：\n]{0,30}[:：]`,
    String.raw`(?:—|–|--|-)\s{0,2}(?:${names})[\s.)]{0,4}$`,
    String.raw`(?<![\p{L}\d])(?:user|operator|maintainer|owner|reviewer|team|stakeholder|customer|client|we|I)\s(?:\p{L}{2,12}\s)?(?:${verbs})(?![\p{L}\d])`,
    String.raw`(?<![\p{L}\d])(?:${verbs}|made|proposed|set|taken)\s(?:\p{L}{2,12}\s)?by\s\S`,
    String.raw`(?<![\p{L}\d])(?:user|owner|maintainer|reviewer|operator)(?:['’]s?)?\s(?:request|instruction|direction|feedback|decision|preference|requirement|approval)`,
    String.raw`(?<![\p{L}\d])(?:per|by|decider|decided by|owner|by the)[:：]?\s(?:the\s)?(?:${names})(?![\p{L}\d])`,
    String.raw`(?<![\p{L}\d])(?:owner|decider|decided by|made by|by|who|负责人|担当者?|담당자?)\s?[:：]\s?\S`,
    String.raw`(?:^|[\s(])@[A-Za-z\d][\w-]{1,38}`,
    '用户|ユーザー|사용자',
  ].join('|'),
  'iu',
);

/** `— Mara Lind` at the end. */
const signature = /\s[—–-]{1,2}\s?\p{Lu}[\p{L}.]{1,20}(?:\s\p{Lu}[\p{L}.]{0,20}){0,2}[\s.)]{0,4}$/u;

/** True for words that tell who made a decision. */
export function namesAuthor(text: string): boolean {
  const words = text.replace(/`[^`]{1,500}`/g, 'x').trimEnd();
  return author.test(words) || signature.test(words);
}
