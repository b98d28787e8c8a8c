/**
 * The lines (1-based) in which the keys of a JSON text stand, by their paths: `rules`, `rules/empty-section`. The text is
 * one that `JSON.parse` takes; of a key that stands there twice, the last one counts, as it does there.
 */
export function keyLines(text: string): ReadonlyMap<string, number> {
  const lines = new Map<string, number>();
  /** The keys that lead to the present value; an array has an empty one. */
  const path: string[] = [];
  let line = 1;
  let isKey = false;
  const isInObject: boolean[] = [];
  for (const [token] of text.matchAll(/"(?:[^"\\]|\\.)*"|[{}[\],\n]/g)) {
    if (token === '\n') line++;
    else if (token === '{' || token === '[') {
      isInObject.push(token === '{');
      path.push('');
      isKey = token === '{';
    } else if (token === '}' || token === ']') {
      isInObject.pop();
      path.pop();
      isKey = false;
    } else if (token === ',') isKey = isInObject.at(-1) === true;
    else if (isKey) {
      path[path.length - 1] = JSON.parse(token);
      lines.set(path.join('/'), line);
      isKey = false;
    }
  }
  return lines;
}
