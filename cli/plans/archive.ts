import type { ActionContext } from '../../core/actions/action';
import { refusalText } from '../../core/actions/refusal';
import { runAction } from '../../core/actions/run';
import { type ChangedLines, changedLines } from '../../core/calls/changedLines';
import { Declined } from '../../core/calls/declined';
import { declined } from '../../core/calls/place';
import type { PlanFile } from '../../core/calls/planFile';
import { applyEdits } from '../../core/edits/apply';
import type { PlanEdit } from '../../core/edits/planEdit';
import { movedLinks } from '../../core/rules/fixes/movedLinks';
import type { PlanState } from '../../core/words/statuses';
import { Refusal } from '../../files/writing/refusal';
import { shownPath } from '../machine/complaint';
import type { Machine } from '../machine/machine';
import type { Workplace } from '../search/workplace';
import { planFiles } from './planAtWork';
import { planFileOf } from './planFile';

/** A plan that is to lie elsewhere. Paths are absolute. */
export interface PlanMove {
  file: PlanFile;
  to: string;
  /** What the plan is from then on; undefined leaves what it says. */
  state: PlanState | undefined;
  /** What supersedes it. */
  by?: string | undefined;
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

/** The plan that moved, and the other plans whose links follow. */
export interface Moved {
  plan: MovedFile;
  others: readonly MovedFile[];
}

/** What a move would write. Throws `Declined` where it cannot be made. */
export async function planned(move: PlanMove, workplace: Workplace): Promise<Moved> {
  const { file, to, expect } = move;
  const { machine } = workplace;
  if (expect !== undefined && file.hash !== expect.trim().toLowerCase())
    throw declined(file, 'moved', `it is no longer what ${expect} names; look at it again`);
  if (await machine.look(to))
    throw declined(file, 'alreadyThere', `something lies at ${shownPath(to, machine)} already`);
  const text = withStatus(file, move, machine);
  const own = { file: shownPath(to, machine), path: to };
  const plan = { before: file, after: await planFileOf(own, text, workplace), changes: changedLines(file.text, text) };
  const others: MovedFile[] = [];
  for (const other of await planFiles([], workplace)) {
    if (other.path === file.path) continue;
    const after = other.withText(withLinks(other, move, machine));
    if (after.text !== other.text) others.push({ before: other, after, changes: changedLines(other.text, after.text) });
  }
  return { plan, others };
}

/** Makes a move: the plan's text first, then its place, then the links to it. */
export async function makeMove(move: PlanMove, workplace: Workplace): Promise<Moved> {
  const made = await planned(move, workplace);
  const { file, to } = move;
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
    await machine.move(file.path, to, within);
    for (const { before } of made.others) await write(before, (present) => withLinks(present, move, machine));
  } catch (error) {
    if (error instanceof Refusal)
      throw new Declined({ refused: 'notWritten', message: error.message, file: file.file, hash: file.hash });
    throw error;
  }
  return made;
}

/** The text with its status, and with links that lead from the new place where they led. */
function withStatus(file: PlanFile, { to, state, by, context }: PlanMove, machine: Machine): string {
  const { document, searchable } = file.analysis;
  const edits: PlanEdit[] = [];
  for (const { range } of state === undefined ? [] : document.plans) {
    const params = { lines: [range.start.line], state, by, identity: file.hash };
    const result = runAction('setStatus', params, file, context);
    if ('refused' in result && result.refused !== 'alreadySaid')
      throw declined(file, result.refused, refusalText(result));
    if ('edits' in result) edits.push(...result.edits);
  }
  const touched = new Set(edits.map(({ range }) => range.start.line));
  const links = movedLinks(searchable, { from: file.path, to, placeOf: (path) => path, exists: machine.exists });
  return applyEdits(file.text, [...edits, ...links.filter(({ range }) => !touched.has(range.start.line))]);
}

function withLinks(other: PlanFile, { file, to }: PlanMove, machine: Machine): string {
  const edits = movedLinks(other.analysis.searchable, {
    from: other.path,
    to: other.path,
    placeOf: (path) => (path === file.path ? to : path),
    // It may have moved already.
    exists: (path) => path === file.path || machine.exists(path),
  });
  return applyEdits(other.text, edits);
}
