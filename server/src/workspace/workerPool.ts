import { mayBePlan } from '../../../core/plan/firstLook';
import type { Rule } from '../../../core/rules/rule';
import type { FileState, ScanResult } from '../../../files/fileState';
import type { ScannedFile } from '../protocol';
import { type ClosedFile, describe, type FileReader, readerBy, type ServerContext } from './closedFile';
import { existenceBy, type KnownPaths } from './existence';

/** What is on disk; `notUtf8` is a text that may be in another encoding than UTF-8. */
export type Utf8State = FileState | 'notUtf8';

/** One of many files. */
export interface WorkerFile extends ScannedFile {
  /** True where it is checked, too: that waits until no file is read for its figures alone. */
  isChecked: boolean;
  /** What is known of the paths that it names, where the rules ask for them. */
  knownPaths?: KnownPaths | undefined;
}

/** To a worker: the context of all files that follow, or one file. */
type WorkerMessage = { context: ServerContext } | { file: WorkerFile };

/** From a worker, in the order of the files. */
export interface WorkerAnswer {
  result: ScanResult;
  /** Where it was accepted. */
  file?: ClosedFile;
  /** The paths it names that are to be asked for. */
  asked?: readonly string[];
  errors: readonly string[];
}

/** What runs `serveWorker`: a thread, or the server itself between its messages. */
export interface WorkerThread {
  post(message: WorkerMessage): void;
  onAnswer(listener: (answer: WorkerAnswer) => void): void;
  /** Calls back when the thread has ended, unasked or not. */
  onEnd(listener: () => void): void;
  end(): void;
}

/** Files that each thread has in its queue, so that it never waits for the next one. */
const tasksPerThread = 3;

/** Answers what a `WorkerPool` asks, in the order of the messages. `read` never rejects. */
export function serveWorker(
  rules: readonly Rule[],
  read: (uri: string) => Utf8State | Promise<Utf8State>,
  now: () => number,
  answer: (answer: WorkerAnswer) => void,
): (message: WorkerMessage) => void {
  let errors: string[] = [];
  let reader: FileReader;
  const scanOne = (
    { uri, isPlan, isChecked, knownPaths }: WorkerFile,
    state: Utf8State,
  ): Omit<WorkerAnswer, 'errors'> => {
    const result = scanResultOf(state, isPlan);
    if (result !== 'accepted') return { result };
    const { text } = state as { text: string };
    if (!isChecked) return { result, file: reader.read(uri, text) };
    const asked = new Set<string>();
    const existence = knownPaths && existenceBy(knownPaths, (place) => asked.add(place));
    return { result, file: reader.check(uri, text, existence), asked: [...asked] };
  };
  let before = Promise.resolve();
  return (message) => {
    // The disk works while texts before this one are read and checked.
    const state = 'file' in message ? read(message.file.uri) : undefined;
    before = before.then(async () => {
      if ('context' in message) {
        reader = readerBy(message.context, rules, now, (error) => errors.push(error));
        return;
      }
      let answered: Omit<WorkerAnswer, 'errors'> = { result: 'unknown' };
      try {
        answered = scanOne(message.file, (await state) as Utf8State);
      } catch (error) {
        errors.push(describe(error));
      }
      answer({ ...answered, errors });
      errors = [];
    });
  };
}

/** The result of a scan, from what the disk holds. */
export function scanResultOf(state: Utf8State, isPlan: boolean): ScanResult {
  if (typeof state !== 'object') return state === 'gone' ? 'none' : state;
  return isPlan || mayBePlan(state.text) ? 'accepted' : 'none';
}

interface Task {
  file: WorkerFile;
  context: ServerContext;
  resolve(answer: WorkerAnswer): void;
  reject(error: Error): void;
}

interface Running {
  thread: WorkerThread;
  /** True for the last one: it alone takes what can wait, so that the server itself has its hands free. */
  takesBackground: boolean;
  context: ServerContext | undefined;
  tasks: Task[];
}

/**
 * Read and check many closed files at a time. Threads are there only while there is work: their memory goes with them.
 */
export class WorkerPool {
  /** In the order of `starts`; with gaps where one has ended. */
  readonly #running: (Running | undefined)[] = [];
  readonly #foreground: Task[] = [];
  /** What has its turn when nothing else waits. */
  readonly #background: Task[] = [];

  /** How each of them is started; all of them work at the same time. */
  constructor(private readonly starts: readonly (() => WorkerThread)[]) {}

  /** Rejects when the thread ends before it has answered. */
  read(file: WorkerFile, context: ServerContext): Promise<WorkerAnswer> {
    return new Promise((resolve, reject) => {
      (file.isChecked ? this.#background : this.#foreground).push({ file, context, resolve, reject });
      for (const [i, start] of this.starts.entries()) if (!this.#running[i]) this.#start(i, start);
      this.#fill();
    });
  }

  #start(index: number, start: () => WorkerThread): void {
    const takesBackground = index === this.starts.length - 1;
    const running: Running = { thread: start(), takesBackground, context: undefined, tasks: [] };
    this.#running[index] = running;
    running.thread.onAnswer((answer) => {
      running.tasks.shift()?.resolve(answer);
      this.#fill();
    });
    running.thread.onEnd(() => {
      if (this.#running[index] !== running) return;
      this.#running[index] = undefined;
      const foreground = this.#started.length > 0 ? [] : this.#foreground.splice(0);
      const background = takesBackground ? this.#background.splice(0) : [];
      for (const { reject } of [...running.tasks, ...foreground, ...background])
        reject(new Error('A thread that reads files has ended'));
    });
  }

  #fill(): void {
    if (this.#isIdle) for (const running of this.#running.splice(0)) running?.thread.end();
    for (let turn = 0; turn < tasksPerThread; turn++)
      for (const running of this.#started) {
        if (running.tasks.length > turn) continue;
        const task = this.#foreground.shift() ?? (running.takesBackground ? this.#background.shift() : undefined);
        if (!task) continue;
        if (running.context !== task.context) {
          running.context = task.context;
          running.thread.post({ context: task.context });
        }
        running.tasks.push(task);
        running.thread.post({ file: task.file });
      }
  }

  get #started(): Running[] {
    return this.#running.flatMap((each) => each ?? []);
  }

  get #isIdle(): boolean {
    const isDone = this.#foreground.length === 0 && this.#background.length === 0;
    return isDone && this.#started.every(({ tasks }) => tasks.length === 0);
  }
}
