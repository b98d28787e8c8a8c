import { chosen } from './lines';
import { allBelow, type Branch } from './node';
import type { Versions } from './versions';

/**
 * The steps and entries that a merged text has to have, each as often as there are of it: what one side has changed as that
 * side has it, what one has deleted not at all. Undefined where the two sides disagree about one of them.
 */
export function expectedIn(roots: readonly Branch[], versions: Versions): readonly string[] | undefined {
  const ids = new Set(roots.flatMap((root) => allBelow(root).flatMap((each) => (isRecord(each) ? [each.id] : []))));
  const expected: string[] = [];
  for (const id of ids) {
    const [base, ours, theirs] = [versions.base(id), versions.of('ours', id), versions.of('theirs', id)];
    if (!ours || !theirs) {
      const only = ours ?? theirs;
      // Deleted by both, or by one.
      if (!only || (base && !versions.isChanged(ours ? 'ours' : 'theirs', id))) continue;
      if (base) return undefined;
      expected.push(recordOf(nameOf(only), markOf(only)));
      continue;
    }
    const names = [nameOf(base ?? ours), nameOf(ours), nameOf(theirs)] as const;
    const marks = [markOf(base ?? ours), markOf(ours), markOf(theirs)] as const;
    if (isTorn(...names) || isTorn(...marks)) return undefined;
    expected.push(recordOf(chosen(...names), chosen(...marks)));
  }
  return expected.sort();
}

/** The steps and entries of a text, in the same form. */
export function recordsIn(root: Branch): readonly string[] {
  return allBelow(root)
    .filter(isRecord)
    .map((each) => recordOf(nameOf(each), markOf(each)))
    .sort();
}

function isRecord({ kind }: Branch): boolean {
  return kind === 'step' || kind === 'entry';
}

function isTorn(base: string, ours: string, theirs: string): boolean {
  return ours !== base && theirs !== base && ours !== theirs;
}

const plain = (text: string) => text.replace(/\s+/g, ' ').trim();
const nameOf = ({ name }: Branch) => plain(name);
const markOf = ({ step }: Branch) => step?.mark ?? '';
const recordOf = (name: string, mark: string) => `[${mark}] ${name}`;
