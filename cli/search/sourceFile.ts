import type { KeptTexts } from '../../core/calls/keptTexts';
import type { Analyzer } from '../../core/check';
import { rules } from '../../core/rules/list';
import { tasksAround } from '../../core/text/tasks';
import { analyzerBy, type CheckContext } from '../../files/checkContext';
import { existenceFrom } from '../../files/existence';
import { relativeToPath } from '../../files/paths';
import { type Complain, messageOf } from '../machine/complaint';
import type { Machine } from '../machine/machine';
import { NotUtf8 } from '../machine/text';
import type { CheckContexts } from './checkContexts';
import { type FoundFile, standardInput } from './planSearch';
import type { Repositories } from './repositories';

/** A file's text, and what it is read and checked with. */
export interface SourceFile {
  /** Without a byte order mark, which no editor counts as a column. */
  text: string;
  /** What is wrong with its bytes: then the text is what it may have been meant to be, as an editor shows it. */
  fault: NotUtf8 | undefined;
  context: CheckContext;
  analyzer: Analyzer;
  /** What the analyzer has asked of the files around it so far: paths from the root of the disk, and the answers. */
  places(): readonly (readonly [path: string, isThere: boolean])[];
  /** True where a rule has failed, or has asked for more than whether files are there: then others may be found though no place has changed. */
  hasFailed(): boolean;
}

/** What files are read with. */
export interface Sources {
  machine: Machine;
  repositories: Repositories;
  contexts: CheckContexts;
  complain: Complain;
  /** What a program keeps of the texts that it has read, which looks at them again and again. */
  kept?: KeptTexts;
}

/** Reads a file, or standard input, that is to be checked. Rejects where that cannot be done. */
export async function readSource(found: Pick<FoundFile, 'file' | 'path'>, sources: Sources): Promise<SourceFile> {
  const { machine } = sources;
  const reading = found.file === standardInput ? machine.readInput() : machine.read(found.path);
  const { text, fault } = await readAsMeant(reading);
  return { text: text.replace(/^\uFEFF/, ''), fault, ...(await sourceOf(found, sources)) };
}

/** What a file is read and checked with, whether it is there or not. */
export async function sourceOf(
  { file, path }: Pick<FoundFile, 'file' | 'path'>,
  { machine, repositories, contexts, complain }: Sources,
): Promise<Omit<SourceFile, 'text' | 'fault'>> {
  const context = await contexts.of(path);
  const top = repositories.topOf(path);
  const tasks = await tasksAround(path.slice(top.length + 1), async (below) => {
    const file = `${top}/${below}`;
    return machine.exists(file) ? machine.read(file).catch(() => null) : null;
  });
  const known = new Map<string, boolean>();
  let hasFailed = false;
  let isAskedForTasks = false;
  const analyzer = analyzerBy(() => context, {
    relativeTo: relativeToPath,
    existenceOf: () => ({
      ...existenceAround(path, machine, top, known),
      tasks: () => {
        isAskedForTasks = true;
        return tasks;
      },
    }),
    now: machine.now,
    rules,
    onError: (rule, error) => {
      hasFailed = true;
      complain(`${file}: rule ${rule.id} failed: ${messageOf(error)}`, 'note');
    },
  });
  return { context, analyzer, places: () => [...known], hasFailed: () => hasFailed || isAskedForTasks };
}

async function readAsMeant(reading: Promise<string>): Promise<{ text: string; fault: NotUtf8 | undefined }> {
  try {
    return { text: await reading, fault: undefined };
  } catch (error) {
    if (error instanceof NotUtf8) return { text: error.guess, fault: error };
    throw error;
  }
}

function existenceAround(path: string, machine: Machine, top: string, known: Map<string, boolean>) {
  return existenceFrom(path.slice(top.length + 1), (below) => {
    const place = `${top}/${below}`.replace(/\/$/, '');
    const answer = known.get(place) ?? machine.exists(place);
    known.set(place, answer);
    return answer;
  });
}
