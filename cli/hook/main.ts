import { writeSync } from 'node:fs';
import { join } from 'node:path';
import type { JournalStore } from '../../files/journal/store';
import { stateFolder } from '../../node/userFolders';
import { requireCached } from '../machine/codeCache';
import { type HookOptions, hookOptions } from './call';
import { type HookEvent, readEvent } from './event';
import type * as Plans from './hook';
import { nodeHost } from './nodeHost';
import { realPath, topOf, touchedBy } from './planFiles';

/** Bytes of an event that are read, and milliseconds that are waited for all of it. */
const [mostBytes, patience] = [32 * 1024 * 1024, 5_000];

/** The program `execplan hook`: whatever happens, it ends with 0, and says nothing where it has nothing to say. */
function main(options: HookOptions): void {
  const late = setTimeout(() => process.exit(0), patience);
  readAll((input) => {
    clearTimeout(late);
    try {
      const event = readEvent(input);
      const host = nodeHost(Date.now);
      if (!event || isNothing(event, host.journals)) return;
      const { answerTo } = loadPlans();
      const answer = answerTo(event, options, host);
      if (answer !== '') writeSync(1, answer);
    } catch {
      // A hook that cannot do its work is silent.
    }
  });
}

/** True for a tool call that has changed no plan: most are, and for them nothing that reads plans is loaded. */
function isNothing(event: HookEvent, journals: JournalStore): boolean {
  if (event.name !== 'PostToolUse') return false;
  const folder = realPath(event.folder ?? '.');
  return folder === undefined || touchedBy(event, folder, topOf(folder), journals).length === 0;
}

/** What reads plans, a bundle of its own. */
function loadPlans(): typeof Plans {
  return requireCached(join(__dirname, 'hookPlans.js'), join(stateFolder(), 'code')) as typeof Plans;
}

/**
 * Reads the standard input to its end. By its stream: `fs.read` would block a thread that Node waits for at its own end, so
 * an input that never ends would keep the process for ever.
 */
function readAll(done: (input: string) => void): void {
  const chunks: Buffer[] = [];
  let length = 0;
  const end = (input: string) => {
    process.stdin.destroy();
    done(input);
  };
  process.stdin
    .on('data', (chunk: Buffer) => {
      chunks.push(chunk);
      length += chunk.length;
      if (length > mostBytes) end('');
    })
    .on('end', () =>
      end(
        Buffer.concat(chunks)
          .toString('utf8')
          .replace(/^\uFEFF/, ''),
      ),
    )
    .on('error', () => end(''));
}

main(hookOptions(process.argv.slice(3)) ?? { block: 0 });
