import type { Complain } from './complaint';
import type { Machine } from './machine';
import type { Style } from './style';

/** What the command line runs in: a machine, and who reads what it prints. */
export interface Terminal {
  machine: Machine;
  /** Writes to standard output, as it is. */
  write(text: string): void;
  /** Writes to standard error, as it is. */
  writeError(text: string): void;
  /** True where standard output is a screen. */
  isScreen: boolean;
  /**
   * Asks who sits there, and tells what was typed; undefined where standard input or output is no terminal: then nobody
   * may be there.
   */
  ask?: ((question: string) => Promise<string>) | undefined;
  /** Colours a piece of text where somebody looks; the same text elsewhere. */
  paint(style: Style, text: string): string;
}

/** What a command has while it runs. */
export interface Session extends Terminal {
  /** Prints a text and a line end; nothing when it is empty. */
  print(text: string): void;
  /** A failure ends the call with 2, whatever the command says. */
  complain: Complain;
  /** False when something could not be looked at. */
  readonly isComplete: boolean;
  /** Ends the call with 1: something was found that one has to stop for. */
  stop(): void;
  /** Ends the call with 3: nothing was written, and these lines say why. */
  refuse(lines: readonly string[]): void;
}
