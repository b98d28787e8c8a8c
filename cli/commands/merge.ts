import { Command, InvalidArgumentError } from '@commander-js/extra-typings';
import { type Merged, mergeTexts } from '../../core/merge/merge';
import { readingsBy } from '../../files/checkContext';
import { relativeToPath } from '../../files/paths';
import { messageOf } from '../machine/complaint';
import type { Session } from '../machine/session';
import { workplaceOf } from '../search/workplace';

/** `execplan merge` */
export function mergeCommand(session: Session) {
  const sizeOf = (text: string) => {
    if (!/^\d{1,3}$/.test(text) || Number(text) < 1) throw new InvalidArgumentError('It has to be a number from 1 up.');
    return Number(text);
  };
  return new Command('merge')
    .summary('unite two versions of a plan by meaning, as a merge driver of git does')
    .description(
      'Unites two versions of a plan that come from the same one: what each side has done to a step stands in one step, and ' +
        'the records of both in the logs. The result is written over OURS. It ends with 1 where it leaves conflicts, between ' +
        "git's marks, and with 2, nothing written, where it cannot merge at all. `execplan init git` has git call it.",
    )
    .argument('<base>', 'the version that both come from; an empty file where there is none')
    .argument('<ours>', 'our version, which becomes the result')
    .argument('<theirs>', 'their version')
    .option('--path <path>', 'where the plan lies: what execplan.config.json says of it counts (default: that of OURS)')
    .option('--marker-size <n>', 'how many characters a mark of a conflict has', sizeOf, 7)
    .option('--print', 'print the result, and write nothing')
    .action(async (base, ours, theirs, { path, markerSize, print }) => {
      try {
        await mergeFiles([base, ours, theirs], { path: path ?? ours, markerSize, isPrinted: print ?? false }, session);
      } catch (error) {
        session.complain(`${path ?? ours}: ${messageOf(error)}`, 'failure');
      }
    });
}

interface MergeFilesOptions {
  path: string;
  markerSize: number;
  isPrinted: boolean;
}

async function mergeFiles(
  files: readonly [base: string, ours: string, theirs: string],
  { path, markerSize, isPrinted }: MergeFilesOptions,
  session: Session,
): Promise<void> {
  const { machine } = session;
  const plan = machine.resolve(path);
  const context = await workplaceOf(session).contexts.of(plan);
  const reading = readingsBy(() => context, relativeToPath)(plan);
  const [base, ours, theirs] = (await Promise.all(files.map((file) => machine.read(machine.resolve(file))))) as [
    string,
    string,
    string,
  ];
  const merge = (own: string): Merged => {
    const merged = mergeTexts(base, own, theirs, { reading, markerSize });
    if ('text' in merged) return merged;
    const file = files[['base', 'ours', 'theirs'].indexOf(merged.version)];
    throw new Error(
      `a conflict in ${file}, line ${merged.conflict.start + 1}, is not resolved yet; nothing was merged or written`,
    );
  };
  let merged = merge(ours);
  if (isPrinted) session.write(merged.text);
  else await write();
  for (const { start, end } of merged.conflicts)
    session.complain(`${path}:${start + 1}: conflict, up to line ${end + 1}`, 'note');
  if (merged.conflicts.length > 0) session.stop();

  async function write(): Promise<void> {
    const file = machine.resolve(files[1]);
    const plain = (text: string) => text.replace(/^\uFEFF/, '');
    const mark = ours.startsWith('\uFEFF') ? '\uFEFF' : '';
    await machine.update(file, file.slice(0, file.lastIndexOf('/')), (now) => {
      if (now !== plain(ours)) merged = merge(mark + now);
      // The writer keeps a byte order mark where there is one.
      return mark === '' ? merged.text : plain(merged.text);
    });
  }
}
