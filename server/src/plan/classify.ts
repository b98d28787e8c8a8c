import type { Blocks, HeadingBlock } from './markdown';
import type { Role } from './model';
import { livingRoles, rolesOf } from './sections';

/** A title that names the rules for plans, not a plan: "ExecPlans", "Codex Execution Plans for X", "ExecPlan specification". */
const guideTitle =
  /^(?:\W|codex\s){0,4}exec(?:ution)?[\s-]?plans\b|\bexec(?:ution)?[\s-]?plans?[\s-]{1,3}(?:specification|spec|guide|guidelines|rules|standard|template|format|skeleton)\b/i;
/** Headings of a text that speaks about plans. */
const guideHeading =
  /^(?:when to (?:use|write)|how to (?:use|write)|where (?:\w+ )?plans? live|required sections|non-negotiable|guidelines|(?:writing|style) (?:guidelines|rules)|skeleton of|anti-?patterns)/i;
/** A title that nobody has filled in: `<Title of the change>`, `ExecPlan: <name>`. */
const unfilledTitle = /^(?:\W{0,3}exec\s?plan\W{1,3})?<[^<>]+>\s*$/i;
const doneBox = /^\s*(?:[-*+]|\d{1,9}[.)])\s+\[[xX]\]\s/;

/**
 * Tells by its content whether a text is a plan: a living section among headings that play other roles. A text that
 * speaks about plans is a guide, and so is a skeleton that nobody has begun to fill in. In doubt it is `other`, and
 * nothing is said about it.
 */
export function classify({ lines, blocks }: Blocks, headings: readonly HeadingBlock[]): 'plan' | 'guide' | 'other' {
  const roles = new Set<Role>(headings.flatMap(({ text }) => rolesOf(text)));
  const living = livingRoles.filter((role) => roles.has(role)).length;
  const title = headings[0]?.text ?? '';
  const speaksOfPlans = guideTitle.test(title) || headings.filter(({ text }) => guideHeading.test(text)).length >= 2;
  const isPlan = living >= 2 && roles.size >= 3;
  if (!isPlan) return speaksOfPlans ? 'guide' : 'other';
  const begun = blocks.some((block) => block.kind === 'item' && doneBox.test(lines[block.line] ?? ''));
  return speaksOfPlans || (unfilledTitle.test(title) && !begun) ? 'guide' : 'plan';
}
