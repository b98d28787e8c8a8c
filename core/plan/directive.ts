import type { CutText } from '../text/pieces';
import type { Directive } from './model';
import type { Override } from './reading';

const directive = /<!--\s{0,9}execplan:\s{0,9}(plan|ignore)\s{0,9}-->/i;

/** The comment that says what a text is, as it is written. */
export function directiveText(override: Override): string {
  return `<!-- execplan: ${override} -->`;
}

/** The first directive that stands as HTML of its own, outside of code and lists; undefined when there is none. */
export function readDirective({ landmarks, lines }: CutText): Directive | undefined {
  for (const { kind, line } of landmarks) {
    const match = kind === 'html' ? directive.exec((lines[line] as string).slice(0, 200)) : null;
    if (!match) continue;
    const end = match.index + match[0].length;
    return {
      override: (match[1] as string).toLowerCase() as Override,
      range: { start: { line, character: match.index }, end: { line, character: end } },
    };
  }
  return undefined;
}

/** True for a text that holds a directive (of one override), wherever it stands; for a look before anything is parsed. */
export function hasDirective(text: string, override?: Override): boolean {
  const found = text.includes('<!--') ? directive.exec(text)?.[1]?.toLowerCase() : undefined;
  return found !== undefined && (override === undefined || found === override);
}
