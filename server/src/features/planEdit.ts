import { isStill } from '../../../core/check';
import { addEntry } from '../../../core/edits/addEntry';
import { insertSections, missingRoles } from '../../../core/edits/addSection';
import { overrule } from '../../../core/edits/overrule';
import type { PlanEdit } from '../../../core/edits/planEdit';
import { tick, untick } from '../../../core/edits/tick';
import type { Plan, PlanDocument } from '../../../core/plan/model';
import { planAt } from '../../../core/plan/planAt';
import type { FixContext } from '../../../core/rules/rule';
import type { OpenText } from '../../../core/text/openText';
import { hasLine } from '../../../core/text/positions';
import type { PlanEditParams, PlanEditResult } from '../protocol';
import { toWorkspaceEdit } from './workspaceEdit';

type PlanAction = Exclude<PlanEditParams['action'], { type: 'overrule' }>;

/**
 * The edit that a person asked for in a view or by a command. Refused when the text is no longer the one that was
 * looked at, and when there is nothing to do at that line: never guessed.
 */
export function planEdit(
  document: OpenText | undefined,
  plans: PlanDocument,
  { identity, action }: PlanEditParams,
  context: Omit<FixContext, 'plan'>,
  snippets: boolean,
): PlanEditResult {
  if (!document || !isStill(document, identity)) return { refused: 'moved' };
  if (action.type === 'overrule') {
    const edits = overrule(plans, document.getText(), action.override);
    return answer(document, edits, snippets);
  }
  const plan = planAt(plans, action.line) ?? (plans.plans.length === 1 ? plans.plans[0] : undefined);
  return answer(document, plan ? editsFor(plan, action, context) : [], snippets);
}

function answer(document: OpenText, edits: readonly PlanEdit[], snippets: boolean): PlanEditResult {
  const first = edits[0];
  if (!first) return { refused: 'nothing' };
  return { edit: toWorkspaceEdit(document, edits, snippets), version: document.version, reveal: first.range };
}

function editsFor(plan: Plan, action: PlanAction, { lines, clock }: Omit<FixContext, 'plan'>): PlanEdit[] {
  switch (action.type) {
    case 'tick':
    case 'untick': {
      const step = plan.steps.find(({ range }) => hasLine(range, action.line));
      if (!step || (step.state === 'done') === (action.type === 'tick')) return [];
      return action.type === 'tick' ? (tick(plan, step, lines, clock)?.edits ?? []) : untick(step, lines);
    }
    case 'addEntry':
      return [addEntry(plan, action.role, action.line, lines, clock)];
    case 'addMissingSections':
      return insertSections(plan, missingRoles(plan), lines);
  }
}
