import { hasDirective } from './directive';
import type { Role } from './model';
import { isLiving, rolesOf } from './sections';

/**
 * A cheap look at a text: may it be a plan? A directive that calls it one, two headings of living sections, or one
 * among four of the format, wherever they stand: it takes another text for a plan now and then, and misses one only by
 * headings of more than 200 characters. Nothing is parsed: the parser decides.
 */
export function mayBePlan(text: string): boolean {
  if (hasDirective(text, 'plan')) return true;
  const seen = new Set<Role>();
  for (const heading of headingsOf(text)) {
    for (const role of rolesOf(heading)) seen.add(role);
    const living = [...seen].filter(isLiving).length;
    if (living >= 2 || (living === 1 && seen.size >= 4)) return true;
  }
  return false;
}

/** Headings with hashes, then underlined ones: most lines are neither, and cost no more than a look at their start. */
function* headingsOf(text: string): Generator<string> {
  for (const [, heading] of text.matchAll(/^ {0,3}#{1,6}[ \t]+(.{1,200})$/gm)) yield (heading as string).trim();
  for (const { index } of text.matchAll(/^ {0,3}(?:=+|-+)[ \t]*$/gm)) {
    const above = /(?:^|[\r\n]) {0,3}([^\r\n]{1,200})(?:\r\n|\r|\n)$/.exec(text.slice(Math.max(0, index - 206), index));
    if (above) yield (above[1] as string).trim();
  }
}
