import type { CommandUnknownOpts } from '@commander-js/extra-typings';
import { hasOwnTime } from '../../../core/calls/ownTime';
import type { Session } from '../../machine/session';
import { standardInput } from '../../search/planSearch';

/** The words that a call gives for a record or a step, from the argument or from standard input; what is none ends the call. */
export async function wordsOf(
  said: string | undefined,
  command: CommandUnknownOpts,
  { machine }: Pick<Session, 'machine'>,
): Promise<string> {
  if (said === undefined) command.error("error: missing required argument 'text'");
  if (/\.(?:md|markdown)$/i.test(said) && (await machine.look(machine.resolve(said))))
    command.error(`error: '${said}' is a file; the text is missing behind it`);
  const words = (said === standardInput ? await machine.readInput() : said).replace(/\s+/g, ' ').trim();
  if (words === '') command.error('error: the text is empty');
  if (hasOwnTime(words)) command.error('error: the clock is ours: leave the time out of the text, it is added');
  return words;
}
