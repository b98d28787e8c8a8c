import { t } from '@vscode/l10n';
import type { DocumentSymbol, Range } from 'vscode-languageserver';
import type { Entry, Milestone, Plan, PlanDocument, Section, Step } from '../../../core/plan/model';
import { type Figures, figuresOf, stepFigures } from '../../../core/plan/progress';
import { type ShownMilestone, shownMilestones } from '../../../core/plan/shownMilestones';
import { countBefore } from '../../../core/text/positions';
import { symbolKinds } from '../protocol';
import { figuresText } from './figures';

/**
 * The outline of a text: each plan with its sections and milestones, these with their steps and entries. Nothing is said of
 * what a symbol has not: those of a long plan come to a megabyte, and most of the time goes by in sending it.
 */
export function toDocumentSymbols({ plans }: PlanDocument): DocumentSymbol[] {
  return plans.map(planSymbol);
}

function planSymbol(plan: Plan): DocumentSymbol {
  const { figures, byMilestone } = stepFigures(plan);
  const milestones = [
    ...plan.milestones.map((each, i) => milestoneSymbol(each, byMilestone[i])),
    ...shownMilestones(plan).milestones.flatMap((each) => rowSymbol(each)),
  ];
  const sections = plan.sections.map((each) => sectionSymbol(plan, each, milestones));
  // A milestone is shown below the section that holds it, else below the plan.
  const free = milestones.filter((milestone) => {
    const around = sections.find(({ range }) => holds(range, milestone.range));
    if (around) addChild(around, milestone);
    return !around;
  });
  for (const { children } of sections) children?.sort((a, b) => a.range.start.line - b.range.start.line);
  return {
    name: plan.title?.text || t('Plan without a title'),
    detail: figuresText(figures),
    kind: symbolKinds.plan,
    range: plan.range,
    selectionRange: plan.title?.range ?? { start: plan.range.start, end: plan.range.start },
    children: [...sections, ...free].sort((a, b) => a.range.start.line - b.range.start.line),
  };
}

function sectionSymbol(plan: Plan, section: Section, milestones: readonly DocumentSymbol[]): DocumentSymbol {
  const { roles, heading, range } = section;
  const steps = roles.includes('progress') ? inside(range, plan.steps) : [];
  // A record of a section with two roles is an entry of each, and one line of the outline.
  const entries = inside(range, plan.entries).filter(
    (entry, i, all) => all[i - 1]?.range.start.line !== entry.range.start.line,
  );
  const count = entries.length === 0 ? '' : entries.length === 1 ? t('1 entry') : t('{0} entries', entries.length);
  return withDetail(
    {
      name: heading.text || t('Section without a title'),
      kind: symbolKinds.section,
      range,
      selectionRange: heading.range,
      children: [...stepSymbols(withoutMilestone(steps, milestones)), ...entries.map(entrySymbol)],
    },
    steps.length > 0 ? figuresText(figuresOf(steps)) : count,
  );
}

/** The steps of a Progress that stand below none of its milestones; the others become theirs. */
function withoutMilestone(steps: readonly Step[], milestones: readonly DocumentSymbol[]): readonly Step[] {
  const taken = new Set<Step>();
  // Of two that hold a step the later one stands inside of the other.
  for (const milestone of [...milestones].reverse()) {
    const own = inside(milestone.range, steps).filter((step) => !taken.has(step));
    for (const step of own) taken.add(step);
    if (own.length > 0) milestone.children = stepSymbols(own);
  }
  return taken.size > 0 ? steps.filter((step) => !taken.has(step)) : steps;
}

function milestoneSymbol(
  { word, number, title, heading, range }: Milestone,
  figures: Figures | undefined,
): DocumentSymbol {
  const name = `${word === 'milestone' ? number : `${capital(word)} ${number}`} · ${title}`;
  return withDetail(
    {
      name: title === heading.text ? title : name,
      kind: symbolKinds.milestone,
      range,
      selectionRange: heading.range,
    },
    figures && figuresText(figures),
  );
}

/** A milestone that only a table tells of. */
function rowSymbol({ milestone, number, title, range, status, figures }: ShownMilestone): DocumentSymbol[] {
  if (milestone) return [];
  return [
    {
      name: number === '' ? title : `${number} · ${title}`,
      detail: figuresText(figures) || (status?.text ?? ''),
      kind: symbolKinds.milestone,
      range,
      selectionRange: range,
      children: [],
    },
  ];
}

/** Steps as a tree: each holds those of greater depth that follow it. */
function stepSymbols(steps: readonly Step[]): DocumentSymbol[] {
  const roots: DocumentSymbol[] = [];
  const open: { depth: number; symbol: DocumentSymbol }[] = [];
  for (const step of steps) {
    const symbol = stepSymbol(step);
    while (open.length > 0 && (open.at(-1) as { depth: number }).depth >= step.depth) open.pop();
    const around = open.at(-1)?.symbol;
    if (around) addChild(around, symbol);
    else roots.push(symbol);
    for (const { symbol: around } of open) around.range = { start: around.range.start, end: symbol.range.end };
    open.push({ depth: step.depth, symbol });
  }
  return roots;
}

function stepSymbol({ text, stamps, state, range, remaining }: Step): DocumentSymbol {
  return withDetail(
    { name: text || t('Step without text'), kind: symbolKinds[state], range, selectionRange: range },
    state === 'partial' && remaining ? t('remaining: {0}', remaining) : stamps[0]?.text,
  );
}

function entrySymbol({ text, range, stamps }: Entry): DocumentSymbol {
  return withDetail(
    { name: text || t('Entry without text'), kind: symbolKinds.entry, range, selectionRange: range },
    stamps[0]?.text,
  );
}

function withDetail(symbol: DocumentSymbol, detail: string | undefined): DocumentSymbol {
  if (detail) symbol.detail = detail;
  return symbol;
}

function addChild(around: DocumentSymbol, symbol: DocumentSymbol): void {
  around.children ??= [];
  around.children.push(symbol);
}

/** Those of some things in document order that a range holds. */
function inside<T extends { range: Range }>(outer: Range, all: readonly T[]): T[] {
  const found: T[] = [];
  const first = countBefore(all, outer.start.line, ({ range }) => range.start.line);
  for (let i = first; i < all.length; i++) {
    const each = all[i] as T;
    if (each.range.start.line > outer.end.line) break;
    if (holds(outer, each.range)) found.push(each);
  }
  return found;
}

function holds(outer: Range, inner: Range): boolean {
  return (
    inner.start.line >= outer.start.line &&
    (inner.end.line < outer.end.line ||
      (inner.end.line === outer.end.line && inner.end.character <= outer.end.character))
  );
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
