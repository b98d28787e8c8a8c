import { Argument, Command } from '@commander-js/extra-typings';
import { fileGlobsOf } from '../../../files/fileGlobs';
import { relativeToPath } from '../../../files/paths';
import { messageOf } from '../../machine/complaint';
import type { Session } from '../../machine/session';
import { workplaceOf } from '../../search/workplace';
import { attributeLines, withAttributes } from './gitAttributes';

/** `execplan init` */
export function initCommand(session: Session) {
  return new Command('init')
    .summary('have git merge plans by meaning')
    .description(
      'Has git merge plans with `execplan merge`: writes an attribute for them into .gitattributes, which everybody has who ' +
        'has the repository, and the driver into the configuration of this clone. It shows both, and asks. In a clone without the driver, or without execplan, git merges as ever.',
    )
    .addArgument(new Argument('<what>', 'what is set up').choices(['git'] as const))
    .option('--remove', 'take both back')
    .option('--yes', 'do not ask')
    .action(async (_, { remove = false, yes = false }) => {
      try {
        await initGit(remove, yes, session);
      } catch (error) {
        session.complain(messageOf(error), 'failure');
      }
    });
}

/** What is written: a text in place of another one, and calls of git. */
interface Plan {
  attributes: { path: string; before: string; after: string };
  calls: readonly (readonly string[])[];
}

async function initGit(isRemoved: boolean, isSure: boolean, session: Session): Promise<void> {
  const plan = await planFor(isRemoved, session);
  const { path, before, after } = plan.attributes;
  if (before === after && plan.calls.length === 0) {
    session.print(isRemoved ? 'Nothing is to be taken back.' : 'All is there: nothing was changed.');
    return;
  }
  if (before !== after) {
    session.print('In .gitattributes, for everybody who has this repository:');
    session.print(changedLines(before, after).join('\n'));
  }
  if (plan.calls.length > 0) {
    session.print('In the configuration of this clone, by git:');
    session.print(plan.calls.map((args) => `  git ${args.map(quoted).join(' ')}`).join('\n'));
  }
  if (!isSure) {
    const answer = session.ask ? await session.ask('Do that? [y/N] ') : undefined;
    if (answer === undefined || !/^\s*y(?:es)?\s*$/i.test(answer)) {
      session.refuse([
        answer === undefined ? 'Nothing was written: --yes does it where nobody can be asked.' : 'Nothing was written.',
      ]);
      return;
    }
  }
  const { machine } = session;
  const folder = path.slice(0, path.lastIndexOf('/'));
  if (before !== after) {
    if (machine.exists(path)) await machine.update(path, folder, (text) => (text === before ? after : withOwn(text)));
    else await machine.create(path, folder, after);
    if (after === '') await machine.remove(path);
  }
  for (const args of plan.calls) {
    const { status, error } = await machine.git(folder, args);
    if (status !== 0) throw new Error(`git ${args.join(' ')} failed: ${error}`);
  }
  session.print(isRemoved ? 'Taken back.' : 'Done. Commit .gitattributes; each clone calls `execplan init git` once.');

  /** Somebody has written the file since it was shown. */
  function withOwn(text: string): string {
    return withAttributes(text, isRemoved ? undefined : linesIn(after));
  }
}

/** Our lines of a text that has them. */
function linesIn(text: string): string[] {
  const all = text.split(/\r?\n/);
  return all.slice(
    all.findIndex((line) => line.startsWith('# execplan:')),
    all.indexOf('# /execplan') + 1,
  );
}

async function planFor(isRemoved: boolean, session: Session): Promise<Plan> {
  const { machine } = session;
  const { contexts, repositories } = workplaceOf(session);
  const root = repositories.rootOf(machine.resolve('.'));
  if (root === undefined) throw new Error('this folder lies in no repository of git');
  const path = `${root}/.gitattributes`;
  const before = machine.exists(path) ? await machine.read(path) : '';
  const { settings } = await contexts.of(`${root}/PLANS.md`);
  const { locations, include, exclude } = fileGlobsOf(settings, relativeToPath(root));
  const lines = isRemoved ? undefined : attributeLines([...locations, ...include], exclude);
  const wanted = isRemoved ? {} : { name: 'plans, by meaning', driver: driverOf(machine.programCall()) };
  const calls: string[][] = [];
  for (const key of ['name', 'driver'] as const) {
    const name = `merge.execplan.${key}`;
    const { status, output } = await machine.git(root, ['config', '--local', '--get', name]);
    const now = status === 0 ? output.replace(/\n$/, '') : undefined;
    const next = (wanted as Partial<Record<typeof key, string>>)[key];
    if (now === next) continue;
    calls.push(next === undefined ? ['config', '--local', '--unset', name] : ['config', '--local', name, next]);
  }
  return { attributes: { path, before, after: withAttributes(before, lines) }, calls };
}

/**
 * The driver's line for git's shell. Where we are not installed, fail or refuse, git's own merge of the file does the work:
 * git itself would take our version for the result, and call that a conflict without a mark.
 */
function driverOf(call: string): string {
  return (
    `${call.replaceAll('%', '%%')} merge --marker-size=%L --path=%P -- %O %A %B; code=$?; ` +
    'test $code -le 1 && exit $code; git merge-file --marker-size=%L -L ours -L base -L theirs %A %O %B'
  );
}

function changedLines(before: string, after: string): string[] {
  const [old, now] = [before, after].map((text) => text.split(/\r?\n/)) as [string[], string[]];
  return [
    ...old.filter((line) => line !== '' && !now.includes(line)).map((line) => `  - ${line}`),
    ...now.filter((line) => line !== '' && !old.includes(line)).map((line) => `  + ${line}`),
  ];
}

/** An argument as a shell takes it. */
function quoted(text: string): string {
  return /^[\w.,:/=@%+-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
