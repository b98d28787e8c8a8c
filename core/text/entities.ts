import { tokenizer } from './linesState';

/** A text with the signs that its entities stand for: `R&amp;D` → `R&D`. What is no entity stays. */
export function withEntities(text: string): string {
  return text.includes('&') ? text.replace(/&(?:#\w{1,8}|\w{1,32});/g, tokenizer.utils.unescapeAll) : text;
}
