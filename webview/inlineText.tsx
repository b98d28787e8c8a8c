import { inlineParts } from '../core/text/inlineParts';

/** Plan text as text nodes, code spans as `<code>`; its HTML stays text. */
export function InlineText({ text }: { text: string }) {
  return inlineParts(text).map((part, index) => (part.code ? <code key={index}>{part.text}</code> : part.text));
}
