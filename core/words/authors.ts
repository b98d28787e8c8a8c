/** What agents and people are called where a decision says who made it. */
const names =
  'codex|claude|gpt|chatgpt|gemini|copilot|cursor|devin|opus|sonnet|agent|assistant|user|human|owner|operator|maintainer|reviewer|planner|implementer|team|stakeholder';
const verbs =
  'asked|requested|chose|wants|wanted|confirmed|decided|approved|directed|explicitly|prefers|preferred|specified|said|agreed|instructed|selected|accepted|authorized';

/** An agent's name in brackets, in front of a colon, at the end behind a dash; who decided, as a subject or behind "by". */
const author = new RegExp(
  [
    String.raw`[(（[【][^()（）[\]【】\n]{0,60}\b(?:${names})\b[^()（）[\]【】\n]{0,60}[)）\]】]`,
    String.raw`^[^:：\n]{0,40}\b(?:${names})\b[^:：\n]{0,30}[:：]`,
    String.raw`[—–-]\s{0,2}(?:${names})[\s.)]{0,4}$`,
    String.raw`\b(?:user|operator|maintainer|owner|reviewer|team|stakeholder|customer|client)s?\s(?:[a-z]{2,12}\s)?(?:${verbs})\b`,
    String.raw`\b(?:we|i)\s(?:[a-z]{2,12}\s)?(?:${verbs})\b`,
    String.raw`\b(?:${verbs}|made|proposed|set|taken)\s(?:[a-z]{2,12}\s)?by\s\S`,
    String.raw`\b(?:user|owner|maintainer|reviewer|operator)(?:['’]s?)?\s(?:request|instruction|direction|feedback|decision|preference|requirement|approval)`,
    String.raw`\b(?:per|by)\s(?:the\s)?(?:${names})\b`,
    String.raw`\b(?:owner|decider|decided by|made by|by|who)\s?[:：]\s?\S`,
    String.raw`(?:^|[\s(])@[a-z\d][\w-]{1,38}`,
    '用户|负责人|作者|ユーザ|担当|사용자|담당|작성자|пользовател',
  ].join('|'),
  'i',
);
/** `— Mara Lind` at the end. */
const signature = /\s[—–-]{1,2}\s?\p{Lu}[\p{L}.]{1,20}(?:\s\p{Lu}[\p{L}.]{0,20}){0,2}[\s.)]{0,4}$/u;

/** True for words that tell who made a decision. */
export function namesAuthor(text: string): boolean {
  const words = text.replace(/`[^`]{1,500}`/g, 'x').trimEnd();
  return author.test(words) || signature.test(words.slice(-80));
}
