/** Where a value stands in a JSON text, in UTF-16 code units. */
export interface JsonPlace {
  start: number;
  /** Behind it. */
  end: number;
  /** The line (1-based) of its key; for an element of a list and for the whole, its own first. */
  line: number;
  /** Where its members or elements end, in order; undefined for a value that has none by its kind. */
  ends: readonly number[] | undefined;
}

/**
 * The values of a JSON text by the keys that lead to them: `rules`, `rules/empty-section`; the whole text's is empty, and
 * an element of a list counts from 0 (`terms/0`). The text is one that `JSON.parse` takes; of a key that stands there
 * twice, the last one counts, as it does there.
 */
export function jsonPlaces(text: string): ReadonlyMap<string, JsonPlace> {
  const places = new Map<string, JsonPlace>();
  interface Open {
    path: string;
    start: number;
    line: number;
    ends: number[];
    isObject: boolean;
    /** The key that the next value has. */
    key: { name: string; line: number } | undefined;
  }
  const open: Open[] = [];
  let line = 1;
  const nameOf = (path: string, name: string | number) => (path === '' ? `${name}` : `${path}/${name}`);
  const begin = () => {
    const around = open.at(-1);
    if (!around) return { path: '', line };
    return { path: nameOf(around.path, around.key?.name ?? around.ends.length), line: around.key?.line ?? line };
  };
  const finish = (end: number) => {
    const around = open.at(-1);
    if (!around) return;
    around.ends.push(end);
    around.key = undefined;
  };
  for (const { 0: token, index } of text.matchAll(/"(?:[^"\\]|\\.)*"|[{}[\]\n]|[^\s"{}[\],:\uFEFF]+/g)) {
    const end = index + token.length;
    const around = open.at(-1);
    if (token === '\n') line++;
    else if (token === '{' || token === '[')
      open.push({ ...begin(), start: index, ends: [], isObject: token === '{', key: undefined });
    else if (token === '}' || token === ']') {
      const closed = open.pop();
      if (closed) places.set(closed.path, { start: closed.start, end, line: closed.line, ends: closed.ends });
      finish(end);
    } else if (around?.isObject && !around.key) around.key = { name: JSON.parse(token), line };
    else {
      const { path, line: own } = begin();
      places.set(path, { start: index, end, line: own, ends: undefined });
      finish(end);
    }
  }
  return places;
}
