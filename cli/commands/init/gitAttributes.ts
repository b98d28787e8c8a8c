import { withMarkedLines } from '../../agents/markedLines';
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
  return withMarkedLines(text, { begin, end }, lines?.slice(1, -1));
}

/** A pattern with blanks stands in quotes. */
function asPattern(glob: string): string {
  const pattern = glob.replace(/^\.?\//, '/');
  return /[\s"]/.test(pattern) ? `"${pattern.replace(/["\\]/g, '\\$&')}"` : pattern;
}
