import { Refusal } from '../../files/writing/refusal';
import { messageOf } from '../machine/complaint';

/** A writing, which tells when its new text stands in the file: see `updateFile`. */
export type Writing = (onInPlace: () => void) => Promise<unknown>;

/**
 * The writings of a process that lives on: each is answered as soon as its new text stands in the file, and the watch of the
 * old file goes on behind the answer. The next one of the same file waits for its end.
 */
export class LateWrites {
  readonly #underWay = new Map<string, Promise<void>>();
  readonly #failures = new Map<string, string>();

  /**
   * Resolves when the new text stands in a file, rejects as the writing does before that. Rejects with a `Refusal`, and does
   * not begin, where the writing before it has failed behind its answer and nobody was told.
   */
  async begin(path: string, write: Writing): Promise<void> {
    // Those that came first go first.
    while (this.#underWay.has(path)) await this.#underWay.get(path);
    const failure = this.takeFailure(path);
    if (failure !== undefined) throw new Refusal(failure);
    let isInPlace = false;
    let onInPlace = () => {};
    const inPlace = new Promise<void>((resolve) => {
      onInPlace = () => {
        isInPlace = true;
        resolve();
      };
    });
    const whole = write(() => onInPlace());
    this.#underWay.set(
      path,
      whole
        .then(
          () => {},
          (error: unknown) => {
            if (isInPlace) this.#failures.set(path, failureOf(error));
          },
        )
        .finally(() => this.#underWay.delete(path)),
    );
    await Promise.race([inPlace, whole]);
  }

  /** Why the last writing of a file failed behind its answer; told once, undefined where it did not. */
  takeFailure(path: string): string | undefined {
    const failure = this.#failures.get(path);
    this.#failures.delete(path);
    return failure;
  }
}

function failureOf(error: unknown): string {
  return (
    'the change that was answered last may not be in the file any more, since another program wrote to it at the same moment ' +
    `(${messageOf(error)}). Look at its text, and make the change again where it is missing.`
  );
}
