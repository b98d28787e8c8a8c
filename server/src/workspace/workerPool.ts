import { mayBePlan } from '../../../core/plan/firstLook';
import type { Rule } from '../../../core/rules/rule';
import type { FileState, Look } from '../../../files/fileState';
import type { LookedAt } from '../protocol';
import { type CheckContext, type ClosedFile, describe, type FileReader, readerBy } from './checkContext';
import { existenceBy, type KnownPaths } from './existence';

/** What is on disk; `odd` is a text that may be in another encoding than UTF-8. */
export type PlainState = FileState | 'odd';

/** One of many files. */
export interface AwayFile extends LookedAt {
  /** True where the rules are to look at it, too: that waits until no file is read for its figures alone. */
  isChecked: boolean;
  /** What is known of its surroundings where the terms ask for them. */
  knownPaths?: KnownPaths | undefined;
}

/** To a reader: the terms of all files that follow, or one file. */
type Question = { terms: CheckContext } | { file: AwayFile };

/** From a reader, in the order of the files. */
export interface Answer {
  look: Look;
  /** Where it was taken. */
  file?: ClosedFile;
  /** The paths it names that are to be asked for. */
  asked?: readonly string[];
  errors: readonly string[];
}

/** What runs `serveWorker`: a thread, or the server itself between its messages. */
export interface WorkerThread {
  post(question: Question): void;
  onAnswer(listener: (answer: Answer) => void): void;
  /** Calls back when the thread has ended, unasked or not. */
  onEnd(listener: () => void): void;
  end(): void;
}

/** Files that a thread has before it: it never waits for the next one. */
const ahead = 3;

/** Answers what `WorkerPool` ask, in the order of the questions. `read` never rejects. */
export function serveWorker(
  rules: readonly Rule[],
  read: (uri: string) => PlainState | Promise<PlainState>,
  now: () => number,
  answer: (answer: Answer) => void,
): (question: Question) => void {
  let errors: string[] = [];
  let reader: FileReader;
  const takeOne = ({ uri, isPlan, isChecked, knownPaths }: AwayFile, state: PlainState): Omit<Answer, 'errors'> => {
    const look = lookOf(state, isPlan);
    if (look !== 'taken') return { look };
    const { text } = state as { text: string };
    if (!isChecked) return { look, file: reader.read(uri, text) };
    const asked = new Set<string>();
    const existence = knownPaths && existenceBy(knownPaths, (place) => asked.add(place));
    return { look, file: reader.check(uri, text, existence), asked: [...asked] };
  };
  let before = Promise.resolve();
  return (question) => {
    // The disk works while texts before this one are read and checked.
    const state = 'file' in question ? read(question.file.uri) : undefined;
    before = before.then(async () => {
      if ('terms' in question) {
        reader = readerBy(question.terms, rules, now, (message) => errors.push(message));
        return;
      }
      let answered: Omit<Answer, 'errors'> = { look: 'unknown' };
      try {
        answered = takeOne(question.file, (await state) as PlainState);
      } catch (error) {
        errors.push(describe(error));
      }
      answer({ ...answered, errors });
      errors = [];
    });
  };
}

/** What a file's state means to whoever asked for it. */
export function lookOf(state: PlainState, isPlan: boolean): Look {
  if (typeof state !== 'object') return state === 'gone' ? 'none' : state;
  return isPlan || mayBePlan(state.text) ? 'taken' : 'none';
}

interface Task {
  file: AwayFile;
  terms: CheckContext;
  resolve(answer: Answer): void;
  reject(error: Error): void;
}

interface Running {
  thread: WorkerThread;
  /** True for the last one: it alone takes what can wait, so that the server itself has its hands free. */
  isPatient: boolean;
  terms: CheckContext | undefined;
  tasks: Task[];
}

/**
 * Read and check many closed files at a time. Threads are there only while there is work: their memory goes with them.
 */
export class WorkerPool {
  /** In the order of `starts`; with gaps where one has ended. */
  readonly #running: (Running | undefined)[] = [];
  readonly #waiting: Task[] = [];
  /** What has its turn when nothing else waits. */
  readonly #patient: Task[] = [];

  /** How each of them is started; all of them work at the same time. */
  constructor(private readonly starts: readonly (() => WorkerThread)[]) {}

  /** Rejects when the thread ends before it has answered. */
  read(file: AwayFile, terms: CheckContext): Promise<Answer> {
    return new Promise((resolve, reject) => {
      (file.isChecked ? this.#patient : this.#waiting).push({ file, terms, resolve, reject });
      for (const [i, start] of this.starts.entries()) if (!this.#running[i]) this.#start(i, start);
      this.#fill();
    });
  }

  #start(index: number, start: () => WorkerThread): void {
    const isPatient = index === this.starts.length - 1;
    const running: Running = { thread: start(), isPatient, terms: undefined, tasks: [] };
    this.#running[index] = running;
    running.thread.onAnswer((answer) => {
      running.tasks.shift()?.resolve(answer);
      this.#fill();
    });
    running.thread.onEnd(() => {
      if (this.#running[index] !== running) return;
      this.#running[index] = undefined;
      const waiting = this.#now.length > 0 ? [] : this.#waiting.splice(0);
      const patient = isPatient ? this.#patient.splice(0) : [];
      for (const { reject } of [...running.tasks, ...waiting, ...patient])
        reject(new Error('A thread that reads files has ended'));
    });
  }

  #fill(): void {
    if (this.#isIdle) for (const running of this.#running.splice(0)) running?.thread.end();
    for (let turn = 0; turn < ahead; turn++)
      for (const running of this.#now) {
        if (running.tasks.length > turn) continue;
        const task = this.#waiting.shift() ?? (running.isPatient ? this.#patient.shift() : undefined);
        if (!task) continue;
        if (running.terms !== task.terms) {
          running.terms = task.terms;
          running.thread.post({ terms: task.terms });
        }
        running.tasks.push(task);
        running.thread.post({ file: task.file });
      }
  }

  get #now(): Running[] {
    return this.#running.flatMap((each) => each ?? []);
  }

  get #isIdle(): boolean {
    const isDone = this.#waiting.length === 0 && this.#patient.length === 0;
    return isDone && this.#now.every(({ tasks }) => tasks.length === 0);
  }
}
