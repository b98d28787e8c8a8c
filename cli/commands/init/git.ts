import { fileGlobsOf } from '../../../files/fileGlobs';
import { relativeToPath } from '../../../files/paths';
import type { Session } from '../../machine/session';
import { workplaceOf } from '../../search/workplace';
import { attributeLines, withAttributes } from './gitAttributes';
import { isWanted, writeFile } from './writing';

/** What is written: a text in place of another one, and calls of git. */
interface Plan {
  attributes: { path: string; before: string; after: string };
  calls: readonly (readonly string[])[];
}

/** Has git merge plans by meaning, or takes that back: it shows what it writes, and asks. */
export async function initGit(isRemoved: boolean, isSure: boolean, session: Session): Promise<void> {
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
  if (!(await isWanted(isSure, session))) return;
  const { machine } = session;
  const folder = path.slice(0, path.lastIndexOf('/'));
  if (before !== after) await writeFile(path, folder, { before, after }, withOwn, machine);
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
