/** How many characters of a plan's text a sentence quotes. */
const longest = 40;

/**
 * The start of a text as messages and titles quote it: in one line, of at most 40 characters. Where something was left out,
 * it ends with `…`.
 */
export function excerpt(text: string): string {
  // More than a sentence shows is not looked at: a line can be as long as it likes.
  const plain = text
    .slice(0, 10 * longest)
    .replace(/\s+/g, ' ')
    .trim();
  const characters = [...plain];
  if (characters.length <= longest && text.length <= 10 * longest) return plain;
  return `${characters
    .slice(0, longest - 1)
    .join('')
    .trimEnd()}…`;
}

/** The end of a path, which tells more than its start, of at most 40 characters: `…/gallery/cache.ts`. */
export function pathExcerpt(path: string): string {
  const characters = [...path.slice(-10 * longest)];
  if (characters.length <= longest) return path;
  const end = characters.slice(1 - longest).join('');
  // From a folder on, where the last ones fit.
  return `…${/^[^\\/]*([\\/].+)$/s.exec(end)?.[1] ?? end}`;
}
