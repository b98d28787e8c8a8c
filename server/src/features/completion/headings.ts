import { t } from '@vscode/l10n';
import { CompletionItemKind } from 'vscode-languageserver';
import { milestoneTemplateFor } from '../../../../core/edits/addMilestone';
import { missingRoles } from '../../../../core/edits/addSection';
import { bodies } from '../../../../core/edits/newPlan';
import { type Template, tabStops, toText } from '../../../../core/edits/template';
import { languageOf, nameOf } from '../../../../core/plan/language';
import { headingOf, isLiving, livingRoles } from '../../../../core/plan/sections';
import { hintIn } from '../../../../core/words/hints';
import { listIn, phraseIn } from '../../../../core/words/phrases';
import type { Role } from '../../../../core/words/roles';
import type { Proposal } from './item';
import type { Place } from './place';

const typed = /^ {0,3}(#{1,6})[ \t]*([^#]*)$/;

/** The headings that a plan lacks, in canonical order and in its language, each with what belongs below it. */
export function headingProposals(place: Place): Proposal[] {
  const { plan, before, behind, source } = place;
  const marks = typed.exec(before)?.[1];
  const isBlank = before.trim() === '' && place.trigger === undefined;
  if (place.isCode || behind.trim() !== '' || (marks === undefined && !isBlank)) return [];
  const start = before.search(/\S|$/);
  // What an editor looks for is what stands there: `##` finds a heading of any level.
  const filter = (name: string) =>
    marks === undefined ? name : `${before.slice(start).replace(/[^#]*$/, '')} ${name}`;
  const language = languageOf(plan);
  const level = '#'.repeat(plan.sections.length > 0 ? plan.level : 2);
  const proposals: Proposal[] = [];
  if (!plan.title?.text && plan.sections.length === 0) {
    const tab = tabStops();
    const living = phraseIn(
      language,
      'living',
      listIn(
        language,
        livingRoles.map((role) => nameOf(role, language)),
      ),
    );
    proposals.push({
      label: '# …',
      kind: CompletionItemKind.Struct,
      detail: t('The title of a plan'),
      template: ['# ', tab(hintIn(language, 'planTitle')), '\n\n', living, '\n\n'],
      start,
      filter: filter('title'),
    });
  }
  for (const role of missingRoles(plan)) {
    const name = nameOf(role, language);
    proposals.push({
      label: `${level} ${name}`,
      kind: CompletionItemKind.Module,
      detail: isLiving(role) ? t('Section that is kept up to date') : t('Section'),
      documentation: role === 'progress' ? undefined : toText(bodies[role](tabStops())),
      template: [`${level} ${name}\n\n`, ...bodyOf(role, language)],
      start,
      filter: filter(name === headingOf(role) ? name : `${name} ${headingOf(role)}`),
    });
  }
  const milestone = milestoneTemplateFor(plan, source.analysis.lines);
  if (milestone)
    proposals.push({
      label: firstLine(milestone),
      kind: CompletionItemKind.Event,
      detail: t('Milestone'),
      template: milestone,
      start,
      filter: filter(`plan-milestone ${firstLine(milestone)}`),
    });
  return proposals;
}

/** What is written below a new heading: a first step, "none yet", or what asks for its text. */
function bodyOf(role: Role, language: Parameters<typeof nameOf>[1]): Template {
  const tab = tabStops();
  if (role === 'progress') return ['- [ ] ', tab(phraseIn(language, 'firstStep')), '\n'];
  if (isLiving(role)) return [tab(phraseIn(language, 'none')), '\n'];
  return [...(language === 'en' ? bodies[role](tab) : [tab(phraseIn(language, 'notWritten'))]), '\n'];
}

function firstLine(template: Template): string {
  return toText(template).split('\n', 1)[0] as string;
}
