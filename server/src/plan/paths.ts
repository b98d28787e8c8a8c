/** A path of the repository that a text names. */
export interface NamedPath {
  /** As written, without line number, anchor and punctuation at its end. */
  path: string;
  /** Where it begins in the text. */
  start: number;
}

/** What a path in backticks ends with when it is a file without a folder. */
const extension =
  /\.(?:[cm]?[jt]sx?|json[c5]?|md|mdx|ya?ml|toml|lock|py|rs|go|java|kts?|rb|php|cs|cpp|cc|c|h|hpp|swift|sh|bash|ps1|sql|html?|s?css|vue|svelte|proto|tf|nix|lua|ex|exs|hs|ml|xml|ini|cfg|conf|env|txt|csv|svg|png|gradle|zig|dart|r|jl)$/i;
/** A segment of a path. */
const segment = String.raw`(?:\.{0,2}[\w[(+][\w.()[\]+=@%~-]*)`;
const path = new RegExp(String.raw`^(?:\./)?${segment}(?:/${segment})*/?$`);
const folder =
  /^(?:\.?(?:src|lib|libs|test|tests|docs?|app|apps|packages|server|client|scripts|cmd|internal|pkg|crates|tools|github|agents?|config|public|assets|examples|include|migrations|models|plans))\//i;

/**
 * The repository paths that a line names, in order: words with a slash and a file's extension, and what stands in
 * backticks and looks like a path. Absolute paths, URLs, packages and media types are none.
 *
 *     Change `src/a.ts:12` and docs/plan.md.   →   src/a.ts, docs/plan.md
 */
export function readPaths(line: string): NamedPath[] {
  const found: NamedPath[] = [];
  if (line.length > 10_000) return found;
  const word = /`([^`]{1,200})`|[^\s`"'<>|,;，；、（）()]+/g;
  for (let match = word.exec(line); match; match = word.exec(line)) {
    const quoted = match[1];
    const written = (quoted ?? match[0]).replace(/^\*{1,2}(?=\w)/, '');
    const plain = written
      .replace(/(?::\d[\d:,–-]*|#L?\d[\w-]*)$/, '')
      .replace(/[.,:;!?*。：]+$/, '')
      .replace(/^file:(?=\w)/, '');
    if (isPath(plain, quoted !== undefined)) found.push({ path: plain, start: match.index + match[0].indexOf(plain) });
  }
  return found;
}

function isPath(text: string, isQuoted: boolean): boolean {
  if (text.length < 3 || text.length > 200 || !path.test(text) || /^\d[\d./]*$/.test(text)) return false;
  const slash = text.indexOf('/');
  if (slash < 0) return isQuoted && extension.test(text);
  return extension.test(text) || folder.test(text) || (isQuoted && text.endsWith('/'));
}
