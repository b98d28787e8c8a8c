/** A piece of plan text for display: words, or a code span's content. */
export interface InlinePart {
  text: string;
  code: boolean;
}

/** More than this is no step that anybody reads, even where all of it is shown. In UTF-16 code units. */
const longest = 4000;

/** Stands for a code span while marks are stripped (Unicode's own placeholder for an object in text). */
const placeholder = '\uFFFC';

/**
 * Plan text without its inline marks: code spans apart, emphasis and link targets gone. Linear in the text, which is cut
 * where no view shows it. Whatever is no complete mark stays as it is; HTML is just text.
 *
 *     Add `cache.ts` and **test** it   →   "Add ", code "cache.ts", " and test it"
 */
export function inlineParts(text: string): InlinePart[] {
  const spans: string[] = [];
  const words = stripMarks(liftCode(cut(text).replaceAll(placeholder, ''), spans)).split(placeholder);
  return words
    .flatMap((word, index) => [
      { text: word, code: false },
      { text: spans[index] ?? '', code: true },
    ])
    .filter((part) => part.text !== '');
}

/** The same as one text: where nothing can be set apart. */
export function withoutMarks(text: string): string {
  return inlineParts(text)
    .map((part) => part.text)
    .join('');
}

function cut(text: string): string {
  return text.length > longest ? `${text.slice(0, longest).replace(/[\ud800-\udbff]$/, '')}…` : text;
}

/** Replaces each code span by the placeholder; a run of backticks is closed by the next run of the same length. */
function liftCode(text: string, spans: string[]): string {
  const runs = [...text.matchAll(/`+/g)];
  const next = new Map<number, number>();
  const closers = runs
    .map((run, index) => ({ length: run[0].length, index }))
    .reverse()
    .map(({ length, index }) => {
      const closer = next.get(length);
      next.set(length, index);
      return closer;
    })
    .reverse();
  let lifted = '';
  let from = 0;
  for (let index = 0; index < runs.length; index++) {
    const open = runs[index];
    const close = runs[closers[index] ?? -1];
    if (!open || !close) continue;
    spans.push(text.slice(open.index + open[0].length, close.index).replace(/^ (.*\S.*) $/, '$1'));
    lifted += text.slice(from, open.index) + placeholder;
    from = close.index + close[0].length;
    index = runs.indexOf(close);
  }
  return lifted + text.slice(from);
}

/** Each pattern runs from one mark to the next of its kind at most, so all of them are linear. */
function stripMarks(text: string): string {
  return text
    .replace(/\[([^[\]]+)\]\([^()\s]*\)/g, '$1')
    .replace(/(?<![\w*])\*\*(?=[^\s*])([^*]*[^\s*])\*\*(?![\w*])/g, '$1')
    .replace(/(?<![\w*])\*(?=[^\s*])([^*]*[^\s*])\*(?![\w*])/g, '$1')
    .replace(/(?<![\w_])__(?=[^\s_])([^_]*[^\s_])__(?![\w_.])/g, '$1')
    .replace(/(?<![\w_])_(?=[^\s_])([^_]*[^\s_])_(?![\w_])/g, '$1')
    .replace(/(?<![\w~])~~(?=[^\s~])([^~]*[^\s~])~~(?![\w~])/g, '$1');
}
