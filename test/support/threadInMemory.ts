import type { Rule } from '../../core/rules/rule';
import type { Environment } from '../../server/src/workspace/environment';
import { serveWorker, type WorkerThread } from '../../server/src/workspace/workerPool';

/** What a thread of the server's is, in the same one: all that is said to it and by it is copied. */
export function threadInMemory(
  rules: readonly Rule[],
  read: NonNullable<Environment['readUtf8']>,
  now = () => Date.parse('2026-03-01T09:30:15Z'),
): WorkerThread {
  let hear: Parameters<WorkerThread['onAnswer']>[0] = () => {};
  const post = serveWorker(rules, read, now, (answer) => hear(structuredClone(answer)));
  return {
    post: (question) => post(structuredClone(question)),
    onAnswer: (listener) => {
      hear = listener;
    },
    onEnd: () => {},
    end: () => {},
  };
}
