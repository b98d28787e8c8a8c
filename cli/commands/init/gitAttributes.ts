import { expandBraces } from './braces';

const begin = '# execplan: plans are merged by meaning, see `execplan help merge`';
const end = '# /execplan';

/** The lines that have git merge the files of some globs by our driver; those of `exclude` as any other file. */
export function attributeLines(locations: readonly string[], exclude: readonly string[]): string[] {
  const patterns = (globs: readonly string[]) => [...new Set(globs.flatMap(expandBraces))].map(asPattern);
  return [
    begin,
    ...patterns(locations).map((pattern) => `${pattern} merge=execplan`),
    ...patterns(exclude).map((pattern) => `${pattern} !merge`),
    end,
  ];
}

/** A `.gitattributes` with our lines, in place of those that were there, or at its end; without any for undefined. */
export function withAttributes(text: string, lines: readonly string[] | undefined): string {
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
  const all = text.split(/\r?\n/);
  const first = all.indexOf(begin);
  const last = first < 0 ? -1 : all.indexOf(end, first);
  const own = lines ?? [];
  if (last >= 0) return [...all.slice(0, first), ...own, ...all.slice(last + 1)].join(lineEnd);
  if (own.length === 0) return text;
  const before = text === '' || text.endsWith('\n') ? text : `${text}${lineEnd}`;
  return `${before}${own.join(lineEnd)}${lineEnd}`;
}

/** A pattern with blanks stands in quotes. */
function asPattern(glob: string): string {
  const pattern = glob.replace(/^\.?\//, '/');
  return /[\s"]/.test(pattern) ? `"${pattern.replace(/["\\]/g, '\\$&')}"` : pattern;
}
