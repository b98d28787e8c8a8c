import { Editor } from '../support/editor';
import { Random } from '../support/random';
import { changeOf } from './changes';
import { mutatedText } from './texts';

/** How much was tried. */
export interface Differential {
  texts: number;
  changes: number;
  comparisons: number;
}

/** Changes of one text, and the lines that it may grow to. */
const changesOfText = 150;
const longest = 2500;

/**
 * Edits texts of all kinds, and compares what is known of each by its changes with what is known of it when it is read
 * afresh: document, findings, lines. Throws at the first difference, with the seed and the number of the change.
 */
export function editAtRandom(sources: readonly string[], changes: number, seed: number): Differential {
  const random = new Random(seed);
  const tried = { texts: 0, changes: 0, comparisons: 0 };
  while (tried.changes < changes) {
    const editor = new Editor(mutatedText(sources, random));
    tried.texts++;
    for (let left = changesOfText; left > 0 && tried.changes < changes && editor.lines.length < longest; left--) {
      const count = random.pick([1, 1, 2, 3, 5]);
      for (let i = 0; i < count; i++) {
        // Several changes of one message are each about the text that the one before has made.
        editor.edit(changeOf(editor.lines, sources, random));
        tried.changes++;
      }
      try {
        editor.assertAsNew();
      } catch (error) {
        throw new Error(`seed ${seed}, text ${tried.texts}, change ${tried.changes}`, { cause: error });
      }
      tried.comparisons++;
    }
  }
  return tried;
}
