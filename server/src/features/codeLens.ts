import { t } from '@vscode/l10n';
import type { CodeLens, Command } from 'vscode-languageserver';
import type { Plan } from '../../../core/plan/model';
import { hasLine } from '../../../core/text/positions';
import type { LivingRole } from '../../../core/words/roles';
import { nextStepOf, planFigures } from './figures';
import type { PlanSource } from './planSource';

/** What adds a record to a section, for clients that name it: it takes an object of URI, identity and line. */
const addCommands: Readonly<Partial<Record<LivingRole, string>>> = {
  progress: 'execplan.addStep',
  surprises: 'execplan.addSurprise',
  decisions: 'execplan.addDecision',
  outcomes: 'execplan.addOutcome',
};

/** Above Progress, milestones and logs: figures, the next step, findings, and what adds a record. */
export function codeLenses(source: PlanSource): CodeLens[] {
  return source.analysis.document.plans.flatMap((plan) => lensesOf(plan, source));
}

function lensesOf(
  plan: Plan,
  { uri, document: { identity }, analysis: { findings }, client, settings }: PlanSource,
): CodeLens[] {
  if (!settings.codeLens || client.commands.size === 0) return [];
  const has = (id: string) => client.commands.has(id);
  const lenses: CodeLens[] = [];
  const put = (line: number, command: Command) => {
    lenses.push({ range: { start: { line, character: 0 }, end: { line, character: 0 } }, command });
  };
  // It takes a URI, a line and a character.
  const reveal = (title: string, line: number, character: number): Command =>
    has('execplan.revealPlace')
      ? { title, command: 'execplan.revealPlace', arguments: [uri, line, character] }
      : { title, command: '' };
  for (const { roles, heading, range } of plan.sections) {
    const { line } = heading.range.start;
    if (roles.includes('progress') && plan.steps.length > 0) {
      put(line, { title: planFigures(plan), command: '' });
      const next = nextStepOf(plan);
      if (next) put(line, reveal(t('Next step'), next.range.start.line, next.range.start.character));
    }
    for (const role of roles) {
      const command = addCommands[role as LivingRole];
      if (command === undefined) continue;
      const count = plan.entries.filter(
        (entry) => entry.role === role && hasLine(range, entry.range.start.line),
      ).length;
      if (role !== 'progress' && count > 0)
        put(line, { title: count === 1 ? t('1 entry') : t('{0} entries', count), command: '' });
      if (has(command))
        put(line, { title: addTitle(role as LivingRole), command, arguments: [{ uri, identity, line }] });
      const found = findings.filter(({ range: at, severity }) => severity !== 'hint' && hasLine(range, at.start.line));
      const [first] = found;
      if (first)
        put(
          line,
          reveal(
            found.length === 1 ? t('1 finding') : t('{0} findings', found.length),
            first.range.start.line,
            first.range.start.character,
          ),
        );
    }
  }
  for (const [i, { heading }] of plan.milestones.entries()) {
    const { line } = heading.range.start;
    const figures = planFigures(plan, i);
    if (figures === '') continue;
    put(line, { title: figures, command: '' });
    const open = plan.steps.find(
      ({ milestone, state, isBlocked }) => milestone === i && !isBlocked && (state === 'open' || state === 'partial'),
    );
    if (open) put(line, reveal(t('Next step'), open.range.start.line, open.range.start.character));
  }
  return lenses;
}

function addTitle(role: LivingRole): string {
  switch (role) {
    case 'progress':
      return t('Add step');
    case 'surprises':
      return t('Add surprise');
    case 'decisions':
      return t('Add decision');
    case 'outcomes':
      return t('Add outcome');
  }
}
