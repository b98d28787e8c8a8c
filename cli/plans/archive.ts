import type { ActionContext, FileChange, PlanFiles } from '../../core/actions/action';
import { refusalText } from '../../core/actions/refusal';
import { runAction } from '../../core/actions/run';
import { type ChangedLines, changedLines } from '../../core/calls/changedLines';
import { Declined } from '../../core/calls/declined';
import { declined } from '../../core/calls/place';
import type { PlanFile } from '../../core/calls/planFile';
import { Refusal } from '../../files/writing/refusal';
import { shownPath } from '../machine/complaint';
import type { Workplace } from '../search/workplace';
import { filesBelow } from './planAtWork';
import { planFileOf } from './planFile';
import { remember } from './remember';

/** A plan that is to lie elsewhere. */
export interface PlanMove {
  file: PlanFile;
  action: 'archive' | 'restore';
  /** What is to be said for the action, beside the identity of the text. */
  params: { state?: string | undefined; by?: string | undefined };
  /** Another path than the one that the action finds, absolute. */
  to: string | undefined;
  context: ActionContext;
  /** The hash of the text that the caller has seen. */
  expect?: string | undefined;
}

/** What became of a file in a move. */
export interface MovedFile {
  before: PlanFile;
  after: PlanFile;
  changes: readonly ChangedLines[];
}

/** The plan that moved, and the other files whose links follow. */
export interface Moved {
  plan: MovedFile;
  others: readonly MovedFile[];
}

/** What a move would write, and how it is told of a text that another file turns out to have. */
interface Planned extends Moved {
  withLinks(other: PlanFile): string;
}

/** What a move would write. Throws `Declined` where it cannot be made. */
export async function planned(move: PlanMove, workplace: Workplace): Promise<Planned> {
  const { file, action, to, context, expect } = move;
  const { machine, contexts } = workplace;
  if (expect !== undefined && file.hash !== expect.trim().toLowerCase())
    throw declined(file, 'moved', `it is no longer what ${expect} names; look at it again`);
  const top = contexts.folderOf(file.path) ?? file.path.slice(0, file.path.lastIndexOf('/'));
  if (to !== undefined && !to.startsWith(`${top}/`))
    throw declined(file, 'badParam', `${shownPath(to, machine)} leads out of ${shownPath(top, machine)}`);
  const others = (await filesBelow(top, workplace)).filter(({ path }) => path !== file.path);
  const below = (path: string) => path.slice(top.length + 1);
  // What was there counts throughout: a file may have moved already.
  const known = new Map<string, boolean>();
  const exists = (path: string): boolean => {
    const answer = known.get(path) ?? machine.exists(`${top}/${path}`);
    known.set(path, answer);
    return answer;
  };
  const changesOf = (those: readonly PlanFile[]): readonly FileChange[] => {
    const files: PlanFiles = {
      path: below(file.path),
      others: those.map(({ path, text }) => ({ path: below(path), text })),
      exists,
      uriOf: (path) => `${top}/${path}`,
    };
    const params = { ...move.params, to: to === undefined ? undefined : below(to), identity: file.hash };
    const result = runAction(action, params, file, { ...context, files });
    if ('refused' in result) throw declined(file, result.refused, refusalText(result));
    if (!('files' in result)) throw new Error(`${action} moves nothing`);
    return result.files;
  };
  const changes = changesOf(others);
  const moving = changes.find((change) => change.kind === 'move');
  if (!moving) throw new Error(`${action} moves nothing`);
  const text = textBehind(file, changes);
  const after = await planFileOf({ file: shownPath(moving.to, machine), path: moving.to }, text, workplace);
  return {
    plan: { before: file, after, changes: changedLines(file.text, text) },
    others: others.flatMap((other) => {
      const text = textBehind(other, changes);
      if (text === other.text) return [];
      return [{ before: other, after: other.withText(text), changes: changedLines(other.text, text) }];
    }),
    withLinks: (other) => textBehind(other, changesOf([other])),
  };
}

/** Makes a move: the plan's text first, then its place, then the links to it. */
export async function makeMove(move: PlanMove, workplace: Workplace): Promise<Moved> {
  const made = await planned(move, workplace);
  const { file } = move;
  const { machine, contexts } = workplace;
  const within = contexts.folderOf(file.path) ?? file.path.slice(0, file.path.lastIndexOf('/'));
  const write = async (target: PlanFile, change: (present: PlanFile) => string) => {
    const interrupted = await machine.interrupted(target.path);
    if (interrupted) throw new Refusal(interrupted);
    return machine.update(target.path, within, (text) => change(text === target.text ? target : target.withText(text)));
  };
  try {
    await write(file, (present) => {
      if (present.hash !== file.hash && present.text !== made.plan.after.text)
        throw declined(present, 'moved', 'another program has written it meanwhile; look at it again');
      return made.plan.after.text;
    });
    await machine.move(file.path, made.plan.after.path, within);
    for (const { before, after } of made.others)
      await write(before, (present) => (present.text === before.text ? after.text : made.withLinks(present)));
    remember(made.plan.after, made.plan.changes, machine);
    for (const { after, changes } of made.others) remember(after, changes, machine);
  } catch (error) {
    if (error instanceof Refusal)
      throw new Declined({ refused: 'notWritten', message: error.message, file: file.file, hash: file.hash });
    throw error;
  }
  return made;
}

/** The text of a file behind what an action changes. */
function textBehind({ path, text }: PlanFile, changes: readonly FileChange[]): string {
  const edit = changes.find((each) => each.kind === 'edit' && each.uri === path);
  if (edit?.kind !== 'edit') return text;
  const { start, end, text: put } = edit.change;
  return text.slice(0, start) + put + text.slice(end);
}
