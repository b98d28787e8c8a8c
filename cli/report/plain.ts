/** A plan's words can be in a message: nothing in them may steer the terminal. */
export function plain(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ');
}
