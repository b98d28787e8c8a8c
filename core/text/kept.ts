import type { Block } from './blocks';

/**
 * Remembers what was read from a block, on the block itself: a block lives as long as its text stays the same, so that
 * after a keystroke only what changed is read. `move` takes a value along when lines were put in or taken out above it.
 * What comes out holds the value; another may be put there.
 */
export function keeper<B extends Block, T>(
  move: (value: T, by: number) => T,
): (block: B, read: () => T) => { value: T } {
  const keeper = Symbol('keeper');
  return (block, read) => {
    let known = block.kept;
    while (known && known.keeper !== keeper) known = known.next;
    if (!known) {
      known = { keeper, line: block.line, value: read(), next: block.kept };
      block.kept = known;
    } else if (known.line !== block.line) {
      known.value = move(known.value as T, block.line - known.line);
      known.line = block.line;
    }
    return known as { value: T };
  };
}

/**
 * The same for what is read from a run of blocks up to a line, and kept on the first of them: it is read again when one
 * of them is another. Lines without a block (blank ones, quotes) belong to the block before them.
 */
export function runKeeper<T>(
  move: (value: T, by: number) => T,
): (first: Block, run: readonly Block[], end: number, read: () => T) => T {
  const keep = keeper<Block, { run: readonly Block[]; end: number; value: T }>(({ run, end, value }, by) => ({
    run,
    end: end + by,
    value: move(value, by),
  }));
  return (first, run, end, read) => {
    const make = () => ({ run, end, value: read() });
    const known = keep(first, make);
    if (known.value.end !== end || !isSame(known.value.run, run)) known.value = make();
    return known.value.value;
  };
}

/** True for lists of the very same things. */
export function isSame(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((each, i) => each === b[i]);
}

/** Reads something of an object once: of one that never changes. What else is asked for is the same for the same object. */
export function remembered<K extends object, V, A extends readonly unknown[] = []>(
  read: (key: K, ...rest: A) => V,
): (key: K, ...rest: A) => V {
  const known = new WeakMap<K, { value: V }>();
  return (key, ...rest) => {
    const found = known.get(key) ?? { value: read(key, ...rest) };
    known.set(key, found);
    return found.value;
  };
}

/** The things of several lists in one; for long lists much faster than `flat`. */
export function joined<T>(lists: readonly (readonly T[])[]): T[] {
  const all: T[] = [];
  for (const list of lists) for (const each of list) all.push(each);
  return all;
}
