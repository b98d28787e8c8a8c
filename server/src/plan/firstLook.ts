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
  const heading = /^ {0,3}(?:#{1,6}[ \t]+(.{1,200})|(.{1,200})(?:\r\n|\r|\n) {0,3}(?:=+|-+)[ \t]*)$/gm;
  for (let match = heading.exec(text); match; match = heading.exec(text)) {
    for (const role of rolesOf((match[1] ?? match[2] ?? '').trim())) seen.add(role);
    const living = [...seen].filter(isLiving).length;
    if (living >= 2 || (living === 1 && seen.size >= 4)) return true;
  }
  return false;
}
