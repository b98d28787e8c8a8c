// The one cache. Nothing that was read ever changes, so what is read of it is remembered with it and forgotten with it:
// what is read of lines with the piece that they begin in, as long as the pieces that they reach into are the same and
// so is what else was given (`SearchableText`); what is read of a part of the model with that part (`remembered`). Where
// the same lines stand further down or up, what was read of them is copied to there, not read again.

/** What was read of the lines of a piece, by what has read it. */
export type Memory = Map<object, unknown>;

/** Reads something of an object once. What else is given must be the same for the same object, and is not looked at. */
export function remembered<K extends object, V, A extends readonly unknown[] = []>(
  read: (key: K, ...given: A) => V,
): (key: K, ...given: A) => V {
  const known = new WeakMap<K, V>();
  return (key, ...given) => {
    const found = known.get(key);
    if (found !== undefined || known.has(key)) return found as V;
    const value = read(key, ...given);
    known.set(key, value);
    return value;
  };
}
