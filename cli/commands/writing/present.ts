import type { CommandUnknownOpts } from '@commander-js/extra-typings';
import type { Clock } from '../../../core/edits/stamp';
import type { Session } from '../../machine/session';
import { shownTime, timeSaid } from '../../plans/presentTime';

/**
 * The time (milliseconds since the epoch) that is written: the present, or another one that a person has typed and
 * confirmed at a terminal. Undefined, with the reason told, where they have not.
 */
export async function presentFor(
  said: string | undefined,
  clock: Clock,
  command: CommandUnknownOpts,
  session: Session,
): Promise<number | undefined> {
  if (said === undefined) return clock.now;
  if (!session.ask)
    command.error(
      'error: the clock is ours: --at is for a person at a terminal; leave it out, and the present is written',
    );
  const read = timeSaid(said, clock);
  if ('wrong' in read) command.error(`error: option '--at <time>' argument '${said}' is invalid: ${read.wrong}`);
  const time = shownTime({ ...clock, now: read.time });
  const answer = await session.ask(`Write ${time}, and not the present time, ${shownTime(clock)}? [y/N] `);
  if (/^\s*y(?:es)?\s*$/i.test(answer)) return read.time;
  session.refuse(['Nothing was written.']);
  return undefined;
}
