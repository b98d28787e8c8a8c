/** A file by its path from the top of a workspace or a repository, with `/`, and its text. */
export interface TextFile {
  path: string;
  text: string;
}

/**
 * A text with the path of a file that has gone to another place, in words or code: where it stands whole, neither as the end of
 * a longer one nor as the beginning of another name. A file at the top is called by a name that may mean another one, too.
 */
export function withName(text: string, from: string, to: string): string {
  if (!from.includes('/')) return text;
  let made = '';
  let rest = 0;
  for (let at = text.indexOf(from); at >= 0; at = text.indexOf(from, at + from.length)) {
    const isWhole =
      !/[\w/.-]/.test(text.charAt(at - 1)) &&
      !/^(?:[\w/-]|\.\w)/.test(text.slice(at + from.length, at + from.length + 2));
    if (!isWhole) continue;
    made += text.slice(rest, at) + to;
    rest = at + from.length;
  }
  return made + text.slice(rest);
}
