import { hasDirective } from './directive';
import { isLiving, rolesOf } from './sections';

/**
 * A cheap look at a text: may it be a plan? Two headings of living sections are
 * enough, wherever they stand, or a directive that calls it one, so it
 * takes another text for a plan now and then, and misses one only by headings of more than 200 characters. Nothing is parsed: the parser decides.
 */
export function mayBePlan(text: string): boolean {
  if (hasDirective(text, 'plan')) return true;
  const seen = new Set<string>();
  const heading = /^ {0,3}(?:#{1,6}[ \t]+(.{1,200})|(.{1,200})(?:\r\n|\r|\n) {0,3}(?:=+|-+)[ \t]*)$/gm;
  for (let match = heading.exec(text); match; match = heading.exec(text)) {
    for (const role of rolesOf((match[1] ?? match[2] ?? '').trim())) if (isLiving(role)) seen.add(role);
    if (seen.size >= 2) return true;
  }
  return false;
}
