import { type ReadText, readText } from '../check';
import { PlanText } from '../plan/planText';
import type { Reading } from '../plan/reading';
import { Lazy } from '../text/lazy';

/** A text that is kept: it is read again at the cost of what has changed. */
export interface KeptText {
  text: PlanText;
  /** Counts the texts that it has had: who holds an older number must not ask it any more. */
  revision: number;
  /** What it says now. */
  read: Lazy<ReadText>;
}

/** The first text of a file. */
export function newText(lines: readonly string[], reading: Reading): KeptText {
  const text = new PlanText(lines, reading);
  return { text, revision: 0, read: new Lazy(() => readText(text)) };
}

interface Kept extends KeptText {
  lines: readonly string[];
  reading: string;
}

/** How many texts are kept: those that were asked for last. */
const most = 16;

/** The texts of files that are looked at again and again by one program. */
export class KeptTexts {
  readonly #kept = new Map<string, Kept>();

  /** The kept text of a file, with these lines from now on. */
  with(path: string, lines: readonly string[], reading: Reading): KeptText {
    const key = JSON.stringify(reading);
    const known = this.#kept.get(path);
    this.#kept.delete(path);
    const kept =
      known && known.reading === key ? changed(known, lines) : { ...newText(lines, reading), lines, reading: key };
    this.#kept.set(path, kept);
    for (const oldest of this.#kept.keys()) if (this.#kept.size > most) this.#kept.delete(oldest);
    return kept;
  }
}

/** Brings a text to other lines by one change, from the first line that differs to the last. */
function changed(kept: Kept, lines: readonly string[]): Kept {
  const before = kept.lines;
  const least = Math.min(before.length, lines.length);
  let start = 0;
  while (start < least && before[start] === lines[start]) start++;
  if (start === before.length && start === lines.length) return kept;
  let behind = 0;
  while (behind < least - start && before[before.length - 1 - behind] === lines[lines.length - 1 - behind]) behind++;
  // A change takes a line at least, and leaves one.
  if (start === least - behind) {
    if (start > 0) start--;
    else behind--;
  }
  kept.text.change(start, before.length - behind, lines.slice(start, lines.length - behind));
  kept.lines = lines;
  kept.revision++;
  kept.read = new Lazy(() => readText(kept.text));
  return kept;
}
