/** Puts something into the group of a key. */
export function push<K, T>(groups: Map<K, T[]>, key: K, each: T): void {
  const group = groups.get(key);
  if (group) group.push(each);
  else groups.set(key, [each]);
}

/** Things by what they have in common, in the order in which they come. */
export function groupedBy<K, T>(all: Iterable<T>, keyOf: (each: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const each of all) push(groups, keyOf(each), each);
  return groups;
}
