// The one cache. Nothing that was read ever changes, so what is read of it is remembered with it and forgotten with it:
// what is read of lines with the piece that they begin in, as long as the pieces that they reach into are the same and
// so is what else was given (`SearchableText`); what is read of a part of the model with that part (`remembered`). Where
// the same lines stand further down or up, what was read of them is copied to there, not read again.

/** What was read of the lines of a piece, by what has read it. */
export type Memory = Map<object, unknown>;

/**
 * What was read of each object: what has read it, and behind that what it read, in turns. One list an object: a weak map of
 * each reader's own would cost more than most of them read, and a list is found through faster than a small map.
 */
const known = new WeakMap<object, unknown[]>();

/** Reads something of an object once. What else is given must be the same for the same object, and is not looked at. */
export function remembered<K extends object, V, G = undefined>(
  read: (key: K, given: G) => V,
): undefined extends G ? (key: K) => V : (key: K, given: G) => V;
export function remembered<K extends object, V, G>(read: (key: K, given: G) => V): (key: K, given: G) => V {
  return (key, given) => {
    let own = known.get(key);
    if (own) for (let i = 0; i < own.length; i += 2) if (own[i] === read) return own[i + 1] as V;
    const value = read(key, given);
    // What was read meanwhile may have begun the list.
    own = known.get(key);
    if (own) own.push(read, value);
    else known.set(key, [read, value]);
    return value;
  };
}

/** The readers of what says nothing of places. */
const placeless = new WeakSet<object>();

/** Marks a reader of what says nothing of places: numbers, words. It is the same for the same lines wherever they stand. */
export function placelessly<R extends object>(read: R): R {
  placeless.add(read);
  return read;
}

/** Remembers of a copy, whose lines stand elsewhere, what was read of the original and has no place in it: empty lists have none. */
export function carried<T extends object>(original: T, copy: T): T {
  const own = known.get(original);
  const kept: unknown[] = [];
  for (let i = 0; own && i < own.length; i += 2) {
    const [read, value] = [own[i] as object, own[i + 1]];
    if (placeless.has(read) || (Array.isArray(value) && value.length === 0)) kept.push(read, value);
  }
  if (kept.length > 0) known.set(copy, kept);
  return copy;
}
