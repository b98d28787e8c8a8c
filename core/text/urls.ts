/** An address that a text names. */
export interface NamedUrl {
  url: string;
  /** Where it begins in the text. */
  start: number;
}

/** Up to a blank, a quote, a bracket, or punctuation as wide as its letters. */
const url = /https?:\/\/(?=[\w[])[^\s<>"'`)\]|，。；：、！？（）「」『』【】《》]+/gi;
const local =
  /^https?:\/\/(?:localhost|127\.|10\.|192\.168\.|0\.0\.0\.0|\[::1\]|[^/]*\.(?:local|localhost|test|internal)\b|[^/.:]*(?:[:/?#]|$))/i;

/**
 * The `http` and `https` addresses of a text, in order, without the punctuation behind them.
 *
 *     See https://example.com/a, then http://localhost:3000.   →   https://example.com/a, http://localhost:3000
 */
export function readUrls(text: string): NamedUrl[] {
  if (!/https?:/i.test(text)) return [];
  return [...text.matchAll(url)].map((match) => ({ url: match[0].replace(/[.,:;!?*_]+$/, ''), start: match.index }));
}

/** True for the address of this machine or of its own network: no link to a page. */
export function isLocal(url: string): boolean {
  return local.test(url);
}

/** A text with blanks for its addresses. */
export function withoutUrls(text: string): string {
  return /https?:/i.test(text) ? text.replace(url, (found) => ' '.repeat(found.length)) : text;
}
