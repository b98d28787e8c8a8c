import type { Machine } from '../../machine/machine';
import type { Session } from '../../machine/session';

/** Asks whether what was shown is to be done, unless that was said before; says so where nothing is done. */
export async function isWanted(isSure: boolean, session: Session): Promise<boolean> {
  if (isSure) return true;
  const answer = session.ask ? await session.ask('Do that? [y/N] ') : undefined;
  if (answer !== undefined && /^\s*y(?:es)?\s*$/i.test(answer)) return true;
  session.refuse([
    answer === undefined ? 'Nothing was written: --yes does it where nobody can be asked.' : 'Nothing was written.',
  ]);
  return false;
}

/**
 * Writes a file that was shown, by the one writer; undefined and an empty text delete it. `again` makes the change anew where
 * somebody has written the file since it was shown. `folder` is what a link must not lead out of.
 */
export async function writeFile(
  path: string,
  folder: string,
  { before, after }: { before: string | undefined; after: string | undefined },
  again: (text: string) => string,
  machine: Machine,
): Promise<void> {
  if (!machine.exists(path)) return machine.create(path, folder, after ?? '');
  const { text } = await machine.update(path, folder, (present) =>
    present === before ? (after ?? '') : again(present),
  );
  if (text === '') await machine.remove(path);
}
