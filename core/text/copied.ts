/**
 * A copy of plain data whose strings have memory of their own: a string that is a part of a text keeps the whole text
 * alive.
 */
export function copied<T>(value: T): T {
  return JSON.parse(JSON.stringify(value));
}
