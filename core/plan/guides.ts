/** What a path to the rules for plans ends with. */
const ending = /(?:^|\/)(?:plans\.md|exec-?plans?\/(?:readme|agents)\.md)$/i;

/**
 * The paths by which a text names the rules for plans, as it writes them, each once. What a path stands in (code, a link, a
 * sentence) is left out.
 */
export function guidePathsIn(lines: readonly string[]): string[] {
  const paths = lines.flatMap((line) =>
    /\.md/i.test(line)
      ? line
          .split(/[\s`'"“”()<>[\]|*]/)
          .map((word) => word.replace(/^\.\//, '').replace(/(?<=\.md)(?:#.*|[.,;:!?]+)$/i, ''))
          .filter((word) => ending.test(word) && !word.includes('://'))
      : [],
  );
  return [...new Set(paths)];
}
