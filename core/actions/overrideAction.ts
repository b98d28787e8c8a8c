import { overrule } from '../edits/overrule';
import type { Override } from '../plan/reading';
import type { Action } from './action';

/** What the two actions that say what a text is differ in. */
interface OverrideAction<Id extends string> extends Pick<Action<Id>, 'id' | 'summary' | 'needs'> {
  override: Override;
  command: { title: string; icon: string };
}

/** Makes an action that writes into a text whether it is a plan, whatever else it holds. */
export function overrideAction<Id extends string>({
  override,
  command,
  ...own
}: OverrideAction<Id>): Action<Id, object> {
  return {
    ...own,
    params: {},
    command: { ...command, ...(override === 'ignore' ? { group: 'file' } : {}) },
    run({ analysis: { document }, getText }) {
      const edits = overrule(document, getText(), override);
      return edits.length > 0 ? { edits } : { refused: 'alreadySaid' };
    },
  };
}
