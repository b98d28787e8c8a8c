import { type Around, filesAround } from './existence';
import type { FileState } from './files/fileState';
import type { Rule } from './lint/rule';
import { mayBePlan } from './plan/firstLook';
import type { Look, LookedAt } from './protocol';
import { type ClosedFile, describe, readerBy, type Terms } from './terms';

/** What is on disk; `odd` is a text that may be in another encoding than UTF-8. */
export type PlainState = FileState | 'odd';

/** One of many files, and what is known of its surroundings where the terms ask for them. */
export interface AwayFile extends LookedAt {
  around?: Around | undefined;
}

/** To a reader: the terms of all files that follow, or one file. */
type Question = { terms: Terms } | { file: AwayFile };

/** From a reader, in the order of the files. */
export interface Answer {
  look: Look;
  /** Where it was taken. */
  file?: ClosedFile;
  /** The places around it that are to be asked for. */
  asked?: readonly string[];
  errors: readonly string[];
}

/** What runs `serveReader`: a thread, or the server itself between its messages. */
export interface ReaderThread {
  post(question: Question): void;
  onAnswer(listener: (answer: Answer) => void): void;
  /** Calls back when the thread has ended, unasked or not. */
  onEnd(listener: () => void): void;
  end(): void;
}

/** Files that a thread has before it: it never waits for the next one. */
const ahead = 3;

/** Answers what `Readers` ask, in the order of the questions. `read` never rejects. */
export function serveReader(
  rules: readonly Rule[],
  read: (uri: string) => Promise<PlainState>,
  now: () => number,
  answer: (answer: Answer) => void,
): (question: Question) => void {
  let errors: string[] = [];
  let readText: ReturnType<typeof readerBy>;
  const takeOne = ({ uri, isPlan, around }: AwayFile, state: PlainState): Omit<Answer, 'errors'> => {
    const look = lookOf(state, isPlan);
    if (look !== 'taken') return { look };
    const asked = new Set<string>();
    const files = around && filesAround(around, (place) => asked.add(place));
    return { look, file: readText(uri, (state as { text: string }).text, files), asked: [...asked] };
  };
  let before = Promise.resolve();
  return (question) => {
    // The disk works while texts before this one are read and checked.
    const state = 'file' in question ? read(question.file.uri) : undefined;
    before = before.then(async () => {
      if ('terms' in question) {
        readText = readerBy(question.terms, rules, now, (message) => errors.push(message));
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
  terms: Terms;
  resolve(answer: Answer): void;
  reject(error: Error): void;
}

interface Running {
  thread: ReaderThread;
  terms: Terms | undefined;
  tasks: Task[];
}

/**
 * Read and check many closed files at a time. Threads are there only while there is work: their memory goes with them.
 */
export class Readers {
  readonly #running: Running[] = [];
  readonly #waiting: Task[] = [];

  /** How each of them is started; all of them work at the same time. */
  constructor(private readonly starts: readonly (() => ReaderThread)[]) {}

  /** Rejects when the thread ends before it has answered. */
  read(file: AwayFile, terms: Terms): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ file, terms, resolve, reject });
      const start = this.starts[this.#running.length];
      if (start) this.#add(start);
      this.#fill();
    });
  }

  #add(start: () => ReaderThread): void {
    const running: Running = { thread: start(), terms: undefined, tasks: [] };
    this.#running.push(running);
    running.thread.onAnswer((answer) => {
      running.tasks.shift()?.resolve(answer);
      this.#fill();
    });
    running.thread.onEnd(() => {
      const index = this.#running.indexOf(running);
      if (index < 0) return;
      this.#running.splice(index, 1);
      const left = this.#running.length > 0 ? running.tasks : [...running.tasks, ...this.#waiting.splice(0)];
      for (const { reject } of left) reject(new Error('A thread that reads files has ended'));
    });
  }

  #fill(): void {
    for (const { thread } of this.#isIdle ? this.#running.splice(0) : []) thread.end();
    for (let turn = 0; turn < ahead; turn++)
      for (const running of this.#running) {
        if (running.tasks.length > turn) continue;
        const task = this.#waiting.shift();
        if (!task) return;
        if (running.terms !== task.terms) {
          running.terms = task.terms;
          running.thread.post({ terms: task.terms });
        }
        running.tasks.push(task);
        running.thread.post({ file: task.file });
      }
  }

  get #isIdle(): boolean {
    return this.#waiting.length === 0 && this.#running.every(({ tasks }) => tasks.length === 0);
  }
}
