import type { ChangedLines } from '../calls/changedLines';
import type { Finding } from '../rules/rule';

/**
 * What the rules find behind a change that they did not find before it. Lines have moved, and figures in messages are others
 * (`4 of 6 decisions`): a finding is an old one where its rule said the same as often, and what stands on changed lines is
 * taken for the newer.
 */
export function broughtBy(
  changes: readonly ChangedLines[],
  before: readonly Finding[],
  after: readonly Finding[],
): Finding[] {
  const known = new Map<string, number>();
  for (const each of before) known.set(keyOf(each), (known.get(keyOf(each)) ?? 0) + 1);
  const isChanged = ({ range }: Finding) =>
    changes.some(({ line, added }) => range.start.line + 1 >= line && range.start.line + 1 < line + added.length);
  const isOld = (each: Finding) => {
    const left = known.get(keyOf(each)) ?? 0;
    known.set(keyOf(each), left - 1);
    return left > 0;
  };
  const old = new Set([...after.filter((each) => !isChanged(each)), ...after.filter(isChanged)].filter(isOld));
  return after.filter((each) => !old.has(each));
}

function keyOf({ rule, message }: Finding): string {
  return `${rule.id} ${message.replace(/\d+/g, '#')}`;
}
