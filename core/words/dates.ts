const months =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?';

/** A date in figures or with the month's name; also a time that only the plan's readers know: `Date: plan creation`. */
const date = new RegExp(
  [
    String.raw`(?<!\d)\d{4}[-/.年년]\s?\d{1,2}(?!\d)`,
    String.raw`(?<![\d/.])\d{1,2}(?:/\d{1,2}/\d{2,4}|\.\d{1,2}\.(?:19|20)\d\d)(?!\d)`,
    String.raw`(?<!\d)\d{1,2}\s?[月월]\s?\d{1,2}\s?[日일]`,
    String.raw`\b(?:${months})\.?\s\d{1,2}(?:st|nd|rd|th)?(?![\d:])`,
    String.raw`(?<!\d)\d{1,2}(?:st|nd|rd|th)?\.?\s(?:${months})\b`,
    String.raw`\b(?:date|date\s?/\s?author|when)[*_]{0,2}\s?[:：][*_]{0,2}\s{0,3}[^\n]{0,60}(?:creation|draft|planning|initial|plan\b|kick-?off|review|phase|milestone|stage|session|round|day|week|start|today|timestamp)`,
  ].join('|'),
  'i',
);

/** True for words that name a date. */
export function namesDate(text: string): boolean {
  return date.test(text);
}
