import { t } from '@vscode/l10n';
import type { Position } from 'vscode-languageserver';
import { recordTemplate } from '../../../../core/edits/addEntry';
import { bodies } from '../../../../core/edits/newPlan';
import { tabStops, toText } from '../../../../core/edits/template';
import type { Plan } from '../../../../core/plan/model';
import { isLiving } from '../../../../core/plan/sections';
import type { LivingRole, Role } from '../../../../core/words/roles';
import type { PlanSource } from '../planSource';
import { codeBlock } from './markdown';
import type { Said } from './said';

/** What belongs below the heading of a section, with an example in the plan's own shape. */
export function sectionHover(source: PlanSource, plan: Plan, { line }: Position): Said | undefined {
  const section = plan.sections.find(({ heading: { range } }) => line >= range.start.line && line <= range.end.line);
  if (!section) return undefined;
  return {
    range: section.heading.range,
    paragraphs: section.roles.flatMap((role) => [belongs(role), codeBlock(exampleOf(source, plan, role))]),
  };
}

function exampleOf({ analysis, clock, author }: PlanSource, plan: Plan, role: Role): string {
  if (!isLiving(role) || role === 'progress') return toText(bodies[role](tabStops()));
  return toText(recordTemplate(plan, role as LivingRole, -1, analysis.lines, clock, author));
}

function belongs(role: Role): string {
  switch (role) {
    case 'purpose':
      return t('What somebody can do after this change, and how they see it work.');
    case 'progress':
      return t('A checklist of all work, with the time of each done step. Every stopping point is recorded here.');
    case 'surprises':
      return t('What was found that nobody had expected, with short evidence.');
    case 'decisions':
      return t('Every decision, with its reason, its date and who made it.');
    case 'outcomes':
      return t('What was reached, what remains, and what was learned, at the end of a milestone or of the plan.');
    case 'context':
      return t('What is there today, for a reader who knows nothing: files by their full paths, every term explained.');
    case 'planOfWork':
      return t('In prose, which places change, in which order, and what each gets.');
    case 'concreteSteps':
      return t('The exact commands, where to run them, and what they print.');
    case 'validation':
      return t('How to start the system and use it, and what a person then sees.');
    case 'idempotence':
      return t('Which steps can be repeated without harm, and how to go back when one fails halfway.');
    case 'artifacts':
      return t('The shortest transcripts, diffs and snippets that prove the work.');
    case 'interfaces':
      return t('The modules, types and signatures that exist in the end, and the libraries they rest on.');
  }
}
