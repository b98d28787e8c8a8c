import type { Milestone, Plan } from '../plan/model';
import { closes, readBlocks } from '../text/blocks';
import { lineBehind } from '../text/positions';
import { remembered } from '../text/remembered';
import { hintIn } from '../words/hints';
import { proofLabelOf } from '../words/proof';
import { type Dialect, proofTemplate } from './entryTemplate';
import { keyStyleOf } from './keyStyle';
import { atEnd, isBlank } from './lines';
import type { PlanEdit } from './planEdit';
import { type Template, tabStops } from './template';

/**
 * Adds what proves a milestone: behind its own words, as most of the plan's other milestones say it (`Acceptance: …`),
 * else the command to run and what it prints.
 */
export function addMilestoneProof(
  plan: Plan,
  milestone: Milestone,
  dialect: Dialect,
  lines: readonly string[],
): PlanEdit {
  const lead = proofLead(plan, milestone, lines);
  const keys = keyStyleOf(plan, lines);
  const body = lead
    ? [lead, tabStops()(hintIn(keys.language, 'run'))]
    : proofTemplate(formOf(plan, dialect, lines), keys);
  const first = milestone.heading.range.end.line;
  return paragraph(first, ownEnd(first, lineBehind(milestone.range), lines), body, lines);
}

/** Adds the command to run and what it prints at the end of a section; `end` is the first line behind it. */
export function addProof(plan: Plan, line: number, end: number, dialect: Dialect, lines: readonly string[]): PlanEdit {
  return paragraph(line, end, proofTemplate(formOf(plan, dialect, lines), keyStyleOf(plan, lines)), lines);
}

function formOf(plan: Plan, dialect: Dialect, lines: readonly string[]): Dialect {
  return fencesOf(plan, lines) ?? dialect;
}

/** Fences where the plan has some; a fence around the plan, whose end another fence could be, allows none in it. */
const fencesOf = remembered(({ range }: Plan, lines: readonly string[]): Dialect | undefined => {
  const { line } = range.start;
  const isFence = (text: string | undefined) => /^\s*(?:`{3,}|~{3,})/.test(text ?? '');
  if (lines.slice(line + 1, lineBehind(range)).some((text) => isFence(text))) return 'seed';
  return isFence(lines[line - 1]) || isFence(lines[line]) ? 'cookbook' : undefined;
});

/** How many of its milestones a plan has to prove in one way for it to be its own. */
const least = 2;
/** How the plan's other milestones begin the line that tells of their proof: `Acceptance: `, `- **验收：**`. */
function proofLead(plan: Plan, milestone: Milestone, lines: readonly string[]): string | undefined {
  const { leads, byLevel } = proofLeads(plan, lines);
  const own = leads.get(milestone);
  let [most, count]: [string | undefined, number] = [undefined, least - 1];
  for (const [lead, all] of byLevel.get(milestone.heading.level) ?? []) {
    const others = lead === own ? all - 1 : all;
    if (others > count) [most, count] = [lead, others];
  }
  if (!most) return undefined;
  return /：(?:\*\*|__)?$/.test(most) ? most : `${most} `;
}

/** How each milestone of a plan begins that line, and how many of a level do so in each way. */
const proofLeads = remembered(({ milestones }: Plan, lines: readonly string[]) => {
  const leads = new Map<Milestone, string>();
  const byLevel = new Map<number, Map<string, number>>();
  for (const milestone of milestones) {
    const lead = leadIn(milestone, lines);
    if (lead === undefined) continue;
    leads.set(milestone, lead);
    const { level } = milestone.heading;
    const counts = byLevel.get(level) ?? new Map<string, number>();
    byLevel.set(level, counts.set(lead, (counts.get(lead) ?? 0) + 1));
  }
  return { leads, byLevel };
});

function leadIn({ range }: Milestone, lines: readonly string[]): string | undefined {
  for (let line = range.start.line + 1; line < lineBehind(range); line++) {
    const text = lines[line] as string;
    const lead = proofLabelOf(text)?.trim();
    // A key alone in its line leads to a list or to code.
    if (lead && text.trim().length !== lead.length) return lead;
  }
  return undefined;
}

/** The first line behind the words below a heading: the first sub-heading, or the end. */
function ownEnd(heading: number, end: number, lines: readonly string[]): number {
  const blocks = readBlocks(lines.slice(heading + 1, end));
  const sub = blocks.find(({ kind }) => kind === 'heading');
  return sub ? heading + 1 + sub.line : end;
}

/** As a paragraph of its own behind the last filled line from `line` up to `end`; items of a list stay one list. */
function paragraph(line: number, end: number, body: Template, lines: readonly string[]): PlanEdit {
  let last = end - 1;
  // A rule belongs to what follows.
  while (last > line && /^\s*(?:$|(?:[-*_]\s*){3,}$)/.test((lines[last] as string).slice(0, 200))) last--;
  const isItem = (text: unknown) => typeof text === 'string' && /^\s{0,3}[-*+]\s/.test(text);
  const gap = isItem(body[0]) && isItem(lines[last]) ? '\n' : '\n\n';
  const isCrowded = !isBlank(lines[last + 1]);
  return { range: atEnd(last, lines), template: [gap, ...body, isCrowded ? '\n' : ''] };
}

/** Adds what a command prints behind the code that it stands in, as that is set: in a fence, or by indentation. */
export function addOutput(plan: Plan, line: number, lines: readonly string[]): PlanEdit {
  const { last, mark } = codeAround(plan, line, lines);
  const indent = /^\s*/.exec(lines[line] as string)?.[0] ?? '';
  const outer = mark ? mark.indent : indent.slice(4);
  const keys = keyStyleOf(plan, lines);
  const key = keys.written('expected').trimEnd();
  const stop = tabStops()(hintIn(keys.language, 'output'));
  const isCrowded = !isBlank(lines[last + 1]);
  const code = mark ? [`${outer}${mark.fence}text\n${outer}`, stop, `\n${outer}${mark.fence}`] : [indent, stop];
  return {
    range: atEnd(last, lines),
    template: [`\n\n${outer}${key}\n\n`, ...code, isCrowded ? '\n' : ''],
  };
}

/** The last line of the code around a line, and the fence that it stands in. */
function codeAround(
  { range }: Plan,
  line: number,
  lines: readonly string[],
): { last: number; mark?: { indent: string; fence: string } } {
  const from = range.start.line + 1;
  let open: { indent: string; fence: string; line: number } | undefined;
  for (let each = from; each < lineBehind(range); each++) {
    const [, indent = '', fence] = /^(\s*(?:[-*+]\s+)?)(`{3,}|~{3,})/.exec(lines[each] as string) ?? [];
    if (fence === undefined) continue;
    if (!open) open = { indent: indent.replace(/\S/g, ' '), fence, line: each };
    else if (closes(lines[each] as string, open.fence)) {
      if (open.line < line && line < each) return { last: each, mark: open };
      open = undefined;
    }
  }
  const indent = (lines[line] as string).search(/\S/);
  let last = line;
  for (
    let each = line;
    each < lineBehind(range) && (isBlank(lines[each]) || (lines[each] as string).search(/\S/) >= indent);
    each++
  )
    if (!isBlank(lines[each])) last = each;
  return { last };
}
