/** A path of the repository that a text names. */
export interface NamedPath {
  /** As written, without line number, anchor and punctuation at its end. */
  path: string;
  /** Where it begins in the text. */
  start: number;
}

/** What a file without a folder ends with, and what it is called without an extension; only in backticks. */
const knownName =
  /^(?:[\w[(+][\w.()[\]+@-]*\.(?:[cm]?[jt]sx?|json[c5l]?|ipynb|inc|md5|tsv|parquet|md|mdx|ya?ml|toml|lock|py|rs|go|java|kts?|rb|php|cs|cpp|cc|c|h|hpp|swift|sh|bash|ps1|sql|html?|s?css|vue|svelte|proto|tf|nix|lua|exs?|hs|ml|xml|ini|cfg|conf|env|txt|log|csv|svg|png|gradle|zig|dart|r|jl)|Makefile|Dockerfile|Justfile|Procfile|Gemfile|Rakefile|LICENSE|\.env(?:\.\w+)?|\.(?:git|docker|npm|prettier)ignore|\.(?:npm|nvm|eslint|prettier)rc(?:\.\w+)?|\.editorconfig)$/;
const extension = /[\w)\]]\.[a-z][a-z0-9]{0,7}$/;
/** A segment of a path. */
const segment = String.raw`(?:\.{0,2}[\w[(+][\w.,()[\]+@~-]*)`;
const path = new RegExp(String.raw`^(?:\./)?${segment}(?:/${segment})*/?$`);
const folder =
  /^(?:\.?(?:src|lib|libs|test|tests|docs?|apps?|packages|server|client|scripts|cmd|internal|pkg|crates|tools|github|agents?|config|public|assets|examples|include|migrations|models|plans|services|infra|skills|modules|components|core|backend|frontend|web|api|db|data|specs?|analysis|build|deploy|notebooks))\//;
const mediaType = /^(?:application|audio|font|image|message|model|multipart|text|video)\/[\w.+*-]*$/;

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
      .replace(/(?<=\w\.\w{1,8})(?::\d[\d:,–-]*|#L?\d[\w-]*|::?[A-Za-z_…][\w:.…]*(?:\(\))?)$/, '')
      .replace(/[.,:;!?*。：]+$/, '')
      .replace(/^file:(?=\w)/, '');
    if (isPath(plain, quoted !== undefined)) found.push({ path: plain, start: match.index + match[0].indexOf(plain) });
  }
  return found;
}

function isPath(text: string, isQuoted: boolean): boolean {
  if (text.length < 3 || text.length > 200 || !path.test(text) || /^\d[\d./]*$|\.{3}/.test(text)) return false;
  if (!text.includes('/')) return isQuoted && knownName.test(text);
  if (mediaType.test(text)) return false;
  if (extension.test(text)) return true;
  const last = text.split('/').at(-1) as string;
  return isQuoted && !last.includes('.') && (folder.test(text) || last === '');
}
