import { namesExecPlan } from '../words/planTitles';
import type { Role } from '../words/roles';
import { hasDirective } from './directive';
import { isLiving, toldRoles } from './sections';

/**
 * A cheap look at a text: may it be a plan? A directive that calls it one, two headings of living sections, or one
 * among four of the format or below a title that says so, wherever they stand: it takes another text for a plan now and then, and misses one only by
 * headings of more than 200 characters. Nothing is parsed: the parser decides.
 */
export function mayBePlan(text: string): boolean {
  if (hasDirective(text, 'plan')) return true;
  const seen = new Set<Role>();
  let isTitled: boolean | undefined;
  for (const heading of headingsOf(text)) {
    isTitled ??= namesExecPlan(heading);
    for (const role of toldRoles(heading)) seen.add(role);
    const living = [...seen].filter(isLiving).length;
    if (living >= 2 || (living === 1 && (seen.size >= 4 || isTitled))) return true;
  }
  return false;
}

const hashes = /#{1,6}[ \t]+(.{1,200})$/my;

/** Headings with hashes, then underlined ones: most lines are neither, and cost next to nothing. */
function* headingsOf(text: string): Generator<string> {
  for (let at = text.indexOf('#'); at >= 0; at = text.indexOf('#', at)) {
    hashes.lastIndex = at;
    const heading = isIndent(text, at) ? hashes.exec(text) : null;
    if (heading) yield (heading[1] as string).trim();
    while (text[at] === '#') at++;
  }
  for (const { index } of text.matchAll(/^ {0,3}(?:=+|-+)[ \t]*$/gm)) {
    const above = /(?:^|[\r\n]) {0,3}([^\r\n]{1,200})(?:\r\n|\r|\n)$/.exec(text.slice(Math.max(0, index - 206), index));
    if (above) yield (above[1] as string).trim();
  }
}

/** True where nothing but at most three blanks stands between a line's beginning and a place. */
function isIndent(text: string, at: number): boolean {
  let from = at;
  while (at - from < 3 && text[from - 1] === ' ') from--;
  return from === 0 || /[\r\n]/.test(text.charAt(from - 1));
}
