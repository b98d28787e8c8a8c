import type { Environment } from '../../server/src/environment';
import type { Rule } from '../../server/src/lint/rule';
import { type ReaderThread, serveReader } from '../../server/src/readers';

/** What a thread of the server's is, in the same one: all that is said to it and by it is copied. */
export function threadInMemory(rules: readonly Rule[], read: NonNullable<Environment['readPlain']>): ReaderThread {
  let hear: Parameters<ReaderThread['onAnswer']>[0] = () => {};
  const post = serveReader(
    rules,
    read,
    () => Date.parse('2026-03-01T09:30:15Z'),
    (answer) => hear(structuredClone(answer)),
  );
  return {
    post: (question) => post(structuredClone(question)),
    onAnswer: (listener) => {
      hear = listener;
    },
    onEnd: () => {},
    end: () => {},
  };
}
