import type { TextDocument } from 'vscode-languageserver-textdocument';
import { isStill } from '../analysis';
import { addEntry } from '../edit/addEntry';
import { insertSections, missingRoles } from '../edit/addSection';
import type { PlanEdit } from '../edit/edit';
import { overrule } from '../edit/overrule';
import { tick, untick } from '../edit/tick';
import type { FixContext } from '../lint/rule';
import type { Plan, PlanDocument } from '../plan/model';
import { hasLine, planAt } from '../plan/positions';
import type { PlanEditParams, PlanEditResult } from '../protocol';
import { toWorkspaceEdit } from './workspaceEdit';

type PlanAction = Exclude<PlanEditParams['action'], { type: 'overrule' }>;

/**
 * The edit that a person asked for in a view or by a command. Refused when the text is no longer the one that was
 * looked at, and when there is nothing to do at that line: never guessed.
 */
export function planEdit(
  document: TextDocument | undefined,
  plans: PlanDocument,
  { identity, action }: PlanEditParams,
  context: Omit<FixContext, 'plan'>,
  snippets: boolean,
): PlanEditResult {
  if (!document || !isStill(document, identity)) return { refused: 'moved' };
  if (action.type === 'overrule') {
    const edits = overrule(plans, document.getText(), action.verdict);
    return answer(document, edits, snippets);
  }
  const plan = planAt(plans, action.line) ?? (plans.plans.length === 1 ? plans.plans[0] : undefined);
  return answer(document, plan ? editsFor(plan, action, context) : [], snippets);
}

function answer(document: TextDocument, edits: readonly PlanEdit[], snippets: boolean): PlanEditResult {
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
      return action.type === 'tick' ? tick(plan, step, lines, clock).edits : untick(step, lines);
    }
    case 'addEntry':
      return [addEntry(plan, action.role, action.line, lines, clock)];
    case 'addMissingSections':
      return insertSections(plan, missingRoles(plan), lines);
  }
}
