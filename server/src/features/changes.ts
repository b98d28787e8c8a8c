import { fileChanges, toldChange } from '../../../core/plan/fileChanges';
import type { PlanDocument } from '../../../core/plan/model';
import type { FileChanges } from '../protocol';

/** What differs between two texts of a file, for the client's views; `identity` names the present one. */
export function toFileChanges(identity: string, former: PlanDocument, present: PlanDocument): FileChanges {
  return {
    identity,
    plans: fileChanges(former, present).map(({ plan, changes, before, after }) => ({
      title: plan.title?.text,
      line: (plan.title?.range ?? plan.range).start.line,
      changes: changes.map(toldChange),
      before,
      after,
    })),
  };
}
