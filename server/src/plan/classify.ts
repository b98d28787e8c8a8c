import { headingKey, type RoledHeading } from './headings';
import { type Blocks, blocksBetween } from './markdown';
import type { Role } from './model';
import type { Reading } from './reading';
import { isLiving, sections } from './sections';

/** A title that names the rules for plans, not a plan: "ExecPlans", "Codex Execution Plans for X", "ExecPlan specification". */
const guideTitle =
  /^(?:\W|codex\s){0,4}exec(?:ution)?[\s-]?plans\b|\bexec(?:ution)?[\s-]?plans?[\s-]{1,3}(?:specification|spec|guide|guidelines|rules|standard|template|format|skeleton)\b|\bplan[\s-]?(?:format|vorlage|template)\b|(?:计划|計畫|計画|계획)(?:规范|規範|模板|格式|テンプレート|ガイド|템플릿|가이드)/i;
/** Headings of a text that speaks about plans. */
const guideHeading =
  /^(?:when to (?:use|write)|how to (?:use|write)|where (?:\w+ )?plans? live|required sections|non-negotiable|guidelines|(?:writing|style) (?:guidelines|rules)|skeleton of|anti-?patterns|pflichtstruktur)/i;
/** A title that nobody has filled in: `<Title of the change>`, `ExecPlan: [name]`, `{{title}}`. */
const unfilledTitle = /^(?:\W{0,3}exec\s?plan\W{1,3})?(?:<[^<>]+>|\[[^[\]]+\]|\{{1,2}[^{}]+\}{1,2})\s*$/i;
const box = /^\s*(?:[-*+]|\d{1,9}[.)])\s+\[[^\]]\]\s/;
const doneBox = /^\s*(?:[-*+]|\d{1,9}[.)])\s+\[[xX]\]\s/;

/** Living headings that texts of other kinds have, too: a report, a record of one decision. */
const common =
  /^(?:(?:current |status and )?progress(?: updates?| report)?|decisions?(?: made)?|outcomes?|retrospective|discoveries|results and retrospective|进度|进展|進度|結果|结果|成果|决策|决定|決策|決定|決定事項|発見|進捗|결과|결정|진행|progres[os]o?|avances?|resultados|retrospectiva|decisiones|decisões|résultats|décisions|bilan|stand|ergebnisse|entscheidungen|результаты|итоги|решения|выполнение)$/;

/** The key of each canonical living heading, as a skeleton in a fence has it. */
const livingKeys = new Set(sections.filter(({ living }) => living).map(({ heading }) => headingKey(heading)));

/**
 * Tells by its content whether a text is a plan: two living sections and a third of the format; one and three others
 * where it calls itself an ExecPlan, or has steps and lies where plans lie. Where all living headings are common words,
 * steps, the text itself or its place must tell. A text that speaks about plans is a guide, and so is a skeleton that
 * nobody has begun to fill in. In doubt it is `other`, and nothing is said about it. `found` are the roles seen.
 */
export function classify(
  { lines, blocks }: Blocks,
  headings: readonly RoledHeading[],
  { isLocated }: Pick<Reading, 'isLocated'>,
): { kind: 'plan' | 'guide' | 'other'; found: Role[] } {
  const found = [...new Set<Role>(headings.flatMap(({ roles }) => roles))];
  const title = headings[0]?.text ?? '';
  const speaksOfPlans = guideTitle.test(title) || headings.filter(({ text }) => guideHeading.test(text)).length >= 2;
  const quoted = blocks.some((block) => block.kind === 'fence' && isSkeleton(lines.slice(block.line, block.endLine)));
  const living = found.filter(isLiving).length;
  if (living === 0 || living + found.length < 5) return { kind: speaksOfPlans || quoted ? 'guide' : 'other', found };
  const holds = (pattern: RegExp) =>
    blocks.some((block) => block.kind === 'item' && pattern.test(lines[block.line] ?? ''));
  const isGuide = speaksOfPlans || (unfilledTitle.test(title) && !holds(doneBox)) || (quoted && !holds(box));
  if (isGuide) return { kind: 'guide', found };
  const callsItself = lines.slice(0, 40).some((line) => /\bexec[ -]?plan/i.test(line));
  const hasSteps = hasBoxes({ lines, blocks }, headings);
  const isPlan =
    living > 1
      ? isLocated || callsItself || hasSteps || headings.some(isDistinctive)
      : callsItself || (isLocated && hasSteps);
  return { kind: isPlan ? 'plan' : 'other', found };
}

/** True for a living heading that only plans have. */
function isDistinctive({ text, roles }: RoledHeading): boolean {
  return roles.some(isLiving) && !common.test(headingKey(text));
}

/** True for a text with a box below Progress. */
function hasBoxes({ lines, blocks }: Blocks, headings: readonly RoledHeading[]): boolean {
  return headings.some(
    ({ line, partEnd, roles }) =>
      roles.includes('progress') &&
      blocksBetween(blocks, line, partEnd).some((block) => block.kind === 'item' && box.test(lines[block.line] ?? '')),
  );
}

/** True for a fence that quotes a plan's living sections. */
function isSkeleton(code: readonly string[]): boolean {
  const keys = code.flatMap((line) => (/^ {0,3}#{1,4}\s/.test(line) ? [headingKey(line.slice(0, 100))] : []));
  return keys.filter((key) => livingKeys.has(key)).length > 0;
}
