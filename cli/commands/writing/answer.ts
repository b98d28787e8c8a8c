import { CommanderError } from '@commander-js/extra-typings';
import { Declined, type Reason } from '../../../core/calls/declined';
import type { Done } from '../../../core/calls/deed';
import { jsonText, plain } from '../../../core/calls/plain';
import { changeLines } from '../../../core/calls/plainLines';
import type { PlanFile } from '../../../core/calls/planFile';
import { planState } from '../../../core/calls/planState';
import { messageOf } from '../../machine/complaint';
import type { Session } from '../../machine/session';
import type { Moved } from '../../plans/archive';
import { unifiedDiff } from '../../report/diff';
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

/** Tells what was moved, or would be, and whose links followed. */
export function answerMove(
  action: 'archive' | 'restore',
  { plan, others }: Moved,
  { json, dryRun = false }: Pick<WritingOptions, 'json' | 'dryRun'>,
  session: Session,
): void {
  const { print, isScreen, machine } = session;
  const { before, after, changes } = plan;
  const followed = others.map((each) => ({ file: each.before.file, hash: each.after.hash, changes: each.changes }));
  const written: Written = {
    file: after.file,
    action,
    written: !dryRun,
    hash: dryRun ? before.hash : after.hash,
    changes,
    plans: after.analysis.document.plans.map((each) => planState(after, each, machine.now())),
  };
  if (json) {
    print(jsonText({ ...written, from: before.file, others: followed }));
    return;
  }
  print(plain(`${before.file} → ${after.file}`));
  if (dryRun) {
    print(`hash ${before.hash}`);
    for (const each of [plan, ...others])
      print(unifiedDiff(each.before.file, each.before.text, each.after.text, isScreen));
    return;
  }
  for (const each of others) print(changeLines(each.before.file, each.changes).join('\n'));
  print(writtenLines(written).join('\n'));
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
  notOver: 'Say --as done, --as abandoned or --as superseded.',
  alreadyMoved: 'Say --to for another place.',
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
