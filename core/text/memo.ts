import { copied } from './copied';

/** Longer texts seldom come again. */
const longest = 200;

/**
 * Reads short texts once that come again and again, in one plan or in many: the names of sections. What is remembered is
 * forgotten all at once when it is more than `limit` texts.
 */
export function memo<V>(limit: number, read: (text: string) => V): (text: string) => V {
  const known = new Map<string, { value: V }>();
  return (text) => {
    const found = known.get(text);
    if (found) return found.value;
    if (text.length > longest) return read(text);
    if (known.size >= limit) known.clear();
    // A part of a text would keep the whole text alive, and so would what is read of it.
    const own = copied(text);
    const value = read(own);
    known.set(own, { value });
    return value;
  };
}
