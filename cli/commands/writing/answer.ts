import { CommanderError } from '@commander-js/extra-typings';
import { messageOf } from '../../machine/complaint';
import type { Session } from '../../machine/session';
import { Declined, type Reason } from '../../plans/declined';
import type { Done } from '../../plans/perform';
import type { PlanFile } from '../../plans/planFile';
import { planState } from '../../plans/planState';
import { unifiedDiff } from '../../report/diff';
import { jsonText } from '../../report/plain';
import { stateLines } from '../../report/planState';
import { reasonLines, type Written, writtenLines } from '../../report/written';
import type { WritingOptions } from './options';

/** Tells what was done, or would be. */
export function answer(
  action: string,
  { before, after, changes, isWritten }: Done,
  { json }: Pick<WritingOptions, 'json'>,
  { print, isScreen, machine }: Session,
): void {
  const written: Written = {
    file: before.file,
    action,
    written: isWritten,
    hash: isWritten ? after.hash : before.hash,
    changes,
    plans: after.analysis.document.plans.map((plan) => planState(after, plan, machine.now())),
  };
  if (json) print(jsonText(written));
  else if (isWritten) print(writtenLines(written).join('\n'));
  else {
    // `git apply` and `patch` pass over what stands in front of a diff.
    print(`hash ${before.hash}`);
    print(unifiedDiff(before.file, before.text, after.text, isScreen));
  }
}

/** Tells how the plans of a file stand. */
export function tell(file: PlanFile, { json }: Pick<WritingOptions, 'json'>, { print, machine }: Session): void {
  const states = file.analysis.document.plans.map((plan) => planState(file, plan, machine.now()));
  print(json ? jsonText(states) : states.flatMap(stateLines).join('\n'));
}

/** What a call can say to go on, by the refusal of an action. */
const hints: Readonly<Record<string, string>> = {
  remainder: 'Say --remainder done, or --remainder split.',
  alreadyDone: 'execplan untick opens it again.',
};

/** Tells why nothing was done to a file: what is there instead, or what went wrong. */
export function refuse(error: unknown, file: string, { json }: Pick<WritingOptions, 'json'>, session: Session): void {
  // A wrong call has been told.
  if (error instanceof CommanderError) throw error;
  if (error instanceof Declined) {
    const hint = hints[error.reason.refused];
    const reason = hint ? { ...error.reason, message: `${error.reason.message} ${hint}` } : error.reason;
    const [first, ...more] = reasonLines(reason);
    if (json) session.print(jsonText(reasonJson(reason)));
    session.refuse(json ? [first as string] : [first as string, ...more]);
  } else session.complain(`${file === '' ? '' : `${file}: `}${messageOf(error)}`, 'failure');
}

function reasonJson({ refused, message, file, hash, candidates = [] }: Reason) {
  return { refused, message, file: file ?? null, hash: hash ?? null, candidates };
}
