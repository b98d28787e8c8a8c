import { Command, Option } from '@commander-js/extra-typings';
import { howFar } from '../../../core/calls/declined';
import { declined } from '../../../core/calls/place';
import type { PlanFile } from '../../../core/calls/planFile';
import { stateOf } from '../../../core/calls/planState';
import { archivePath, isPutAway, restorePath } from '../../../core/plan/planPath';
import type { Machine } from '../../machine/machine';
import { toPosix } from '../../machine/nodeMachine';
import type { Session } from '../../machine/session';
import { makeMove, type PlanMove, planned } from '../../plans/archive';
import { type Meant, planFileFor } from '../../plans/planAtWork';
import { clockOf } from '../../plans/planFile';
import { type Workplace, workplaceOf } from '../../search/workplace';
import { answerMove, refuse } from './answer';

const over = ['done', 'abandoned', 'superseded'] as const;
type Over = (typeof over)[number];

const finished: Meant = {
  isMeant: (file) => !isPutAway(file.file) && overOf(file) !== undefined,
  what: 'over',
};
const putAway: Meant = { isMeant: (file) => isPutAway(file.file), what: 'put away' };

/** `execplan archive` */
export function archiveCommand(session: Session) {
  return new Command('archive')
    .summary('put a plan away that is over, or take it up again')
    .description(
      'Moves a plan that is over into the folder that is there for such plans (completed/, done/, archive/ …), and sets its ' +
        'status; links in it and to it follow. It is done when all its steps are; --as says what else became of it.',
    )
    .argument('[plan]', 'its file; left out, it is the only one that is over where plans lie')
    .addOption(new Option('--as <state>', 'what became of it').choices(over))
    .addOption(new Option('--by <text>', 'what supersedes it, such as the path of another plan'))
    .option('--to <path>', 'another file than the one that is proposed')
    .addOption(new Option('--back', 'take it up again: to where plans at work lie').conflicts(['as', 'by']))
    .option('--expect <hash>', 'the hash of the text that you have seen; refused where it is another one by now')
    .option('--dry-run', 'print what would be written as a diff, and write nothing')
    .option('--json', 'the answer as one JSON object, a refusal too; lines are 1-based')
    .action(async (named, options) => {
      const workplace = workplaceOf(session);
      const { back = false } = options;
      try {
        const file = await planFileFor(named, workplace, back ? putAway : finished);
        if (!session.isComplete) return;
        const state = back ? 'active' : (options.as ?? overOf(file));
        if (state === undefined) throw notOver(file);
        const proposed =
          options.to === undefined
            ? await proposedFor(file, back, state, workplace)
            : session.machine.resolve(toPosix(options.to));
        const context = { clock: clockOf(file, session.machine), marks: file.settings.marks };
        const move: PlanMove = { file, to: proposed, state, by: options.by, context, expect: options.expect };
        const made = options.dryRun ? await planned(move, workplace) : await makeMove(move, workplace);
        answerMove(made, options, session);
      } catch (error) {
        refuse(error, named ?? '', options, session);
      }
    });
}

/** What all plans of a file are that are over; undefined where one is not. */
function overOf(file: PlanFile): Over | undefined {
  const { plans } = file.analysis.document;
  const states = plans.map((plan) => over.find((each) => each === stateOf(file, plan)));
  return states.every((state) => state !== undefined) ? states[0] : undefined;
}

function notOver(file: PlanFile) {
  const { plans } = file.analysis.document;
  if (plans.length === 0) return declined(file, 'noPlan', 'this file is not recognized as an ExecPlan');
  const figures = howFar(plans.flatMap(({ steps }) => steps));
  return declined(
    file,
    'notOver',
    `it is not over (${figures}); say what became of it: --as done, abandoned or superseded`,
  );
}

async function proposedFor(file: PlanFile, isBack: boolean, state: string, { machine }: Workplace): Promise<string> {
  const parent = file.path.slice(0, file.path.lastIndexOf('/'));
  const beside = [parent, parent.slice(0, parent.lastIndexOf('/'))];
  const folders = (await Promise.all(beside.map((folder) => foldersIn(folder, machine)))).flat();
  const path = isBack ? restorePath(file.path, folders) : archivePath(file.path, state === 'done', folders);
  if (path !== undefined) return path;
  throw isBack
    ? declined(file, 'notPutAway', 'it is not put away; say --to')
    : declined(file, 'alreadySaid', 'it is put away already; say --to');
}

async function foldersIn(folder: string, machine: Machine): Promise<string[]> {
  try {
    const entries = await machine.list(folder);
    return entries.filter(({ type }) => type === 'directory').map(({ name }) => `${folder}/${name}`);
  } catch {
    return [];
  }
}
