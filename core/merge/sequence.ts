import { diff3MergeRegions } from 'node-diff3';
import { type Branch, isBranch, type Node } from './node';
import { otherSide, type Side, tokenOf, type Versions } from './versions';

/** What stands in a place of the merged text: a line, a branch, or what the two sides have there and nobody can unite. */
export type Slot =
  | { readonly kind: 'line'; readonly node: Node & { kind: 'line' } }
  /** `side`: the one whose place it is. */
  | { readonly kind: 'branch'; readonly branch: Branch; readonly side: Side }
  | { readonly kind: 'clash'; readonly ours: readonly Node[]; readonly theirs: readonly Node[] };

/** A stretch that both sides have changed. */
interface Stretch {
  readonly base: readonly Node[];
  readonly ours: readonly Node[];
  readonly theirs: readonly Node[];
}

/**
 * The order of what three versions of one branch hold; of what one side has moved its place counts. Between two that all
 * have, lines conflict as text does. Steps, entries and whole parts are kept from both sides, and what one side has deleted
 * goes, unless the other has changed it.
 */
export function mergeSequence(
  base: readonly Node[],
  ours: readonly Node[],
  theirs: readonly Node[],
  versions: Versions,
): Slot[] {
  const isMoved = (side: Side, node: Node) => isBranch(node) && versions.isMoved(side, node.id);
  const b = base.filter((node) => !isMoved('ours', node) && !isMoved('theirs', node));
  const o = ours.filter((node) => isMoved('ours', node) || !isMoved('theirs', node));
  const t = theirs.filter((node) => isMoved('theirs', node) || !isMoved('ours', node));
  const tokens = (nodes: readonly Node[], side: Side) => nodes.map((node) => markedToken(node, side, versions));
  const slots: Slot[] = [];
  for (const region of diff3MergeRegions(tokens(o, 'ours'), b.map(tokenOf), tokens(t, 'theirs'))) {
    if (!region.stable) {
      const stretch = {
        base: b.slice(region.oStart, region.oStart + region.oLength),
        ours: o.slice(region.aStart, region.aStart + region.aLength),
        theirs: t.slice(region.bStart, region.bStart + region.bLength),
      };
      slots.push(...mergeStretch(stretch, versions));
      continue;
    }
    const from = region.buffer === 'o' ? b : region.buffer === 'a' ? o : t;
    const side = region.buffer === 'b' ? 'theirs' : 'ours';
    for (const node of from.slice(region.bufferStart, region.bufferStart + region.bufferLength))
      slots.push(slotOf(node, side));
  }
  return withoutTwins(slots);
}

/** What both sides have moved, each to another place, stands in both: there it is in dispute. */
function withoutTwins(slots: readonly Slot[]): Slot[] {
  const seen = new Set<number>();
  const twice = new Set<number>();
  for (const slot of slots) {
    if (slot.kind !== 'branch') continue;
    if (seen.has(slot.branch.id)) twice.add(slot.branch.id);
    seen.add(slot.branch.id);
  }
  if (twice.size === 0) return [...slots];
  return slots.map((slot): Slot => {
    if (slot.kind !== 'branch' || !twice.has(slot.branch.id)) return slot;
    const [ours, theirs] = slot.side === 'ours' ? [[slot.branch], []] : [[], [slot.branch]];
    return { kind: 'clash', ours, theirs };
  });
}

/** A branch that only one side has changed, and the other deleted, is like no other. */
function markedToken(node: Node, side: Side, versions: Versions): string {
  return tokenOf(node) + (isBranch(node) && isKeptAgainst(node, side, versions) ? '!' : '');
}

/** True for a branch that a side has changed and the other has deleted. */
function isKeptAgainst(node: Branch, side: Side, versions: Versions): boolean {
  return (
    versions.base(node.id) !== undefined &&
    versions.of(otherSide[side], node.id) === undefined &&
    versions.isChanged(side, node.id)
  );
}

function slotOf(node: Node, side: Side): Slot {
  return isBranch(node) ? { kind: 'branch', branch: node, side } : { kind: 'line', node };
}

function mergeStretch(stretch: Stretch, versions: Versions): Slot[] {
  const ours = stretch.ours.map(tokenOf);
  const theirs = stretch.theirs.map(tokenOf);
  if (ours.join('\n') === theirs.join('\n')) return stretch.ours.map((node) => slotOf(node, 'ours'));
  return mergeBranches(stretch, versions) ?? clashOf(stretch);
}

/** What both sides have alike at the ends of a stretch, and between it what they have not. */
function clashOf({ ours, theirs }: Stretch): Slot[] {
  const isAlike = (one: Node | undefined, other: Node | undefined) =>
    one !== undefined && other !== undefined && tokenOf(one) === tokenOf(other);
  let start = 0;
  while (isAlike(ours[start], theirs[start])) start++;
  let end = 0;
  const most = Math.min(ours.length, theirs.length) - start;
  while (end < most && isAlike(ours[ours.length - 1 - end], theirs[theirs.length - 1 - end])) end++;
  return [
    ...ours.slice(0, start).map((node) => slotOf(node, 'ours')),
    { kind: 'clash', ours: ours.slice(start, ours.length - end), theirs: theirs.slice(start, theirs.length - end) },
    ...ours.slice(ours.length - end).map((node) => slotOf(node, 'ours')),
  ];
}

/** Unites what the two sides have done to steps, entries and parts; undefined where lines of text are in dispute. */
function mergeBranches(stretch: Stretch, versions: Versions): Slot[] | undefined {
  const { base, ours, theirs } = stretch;
  if (![...base, ...ours, ...theirs].some(isBranch)) return undefined;
  const [own, others] = [cut(ours, base), cut(theirs, base)];
  // Text in place of something else is another text.
  const isText = (node: Node) => !isBranch(node);
  if (base.length > 0 && [...own.between, ...others.between].some((nodes) => nodes.some(isText))) return undefined;
  const slots: Slot[] = [];
  for (let i = 0; i <= base.length; i++) {
    const gap = mergeInserted(own.between[i] ?? [], others.between[i] ?? []);
    if (!gap) return undefined;
    slots.push(...gap);
    const node = base[i];
    if (!node) break;
    const [inOurs, inTheirs] = [own.kept[i], others.kept[i]];
    if (inOurs && inTheirs) slots.push(slotOf(inOurs, 'ours'));
    else if (inOurs && isBranch(inOurs) && isKeptAgainst(inOurs, 'ours', versions))
      slots.push({ kind: 'clash', ours: [inOurs], theirs: [] });
    else if (inTheirs && isBranch(inTheirs) && isKeptAgainst(inTheirs, 'theirs', versions))
      slots.push({ kind: 'clash', ours: [], theirs: [inTheirs] });
  }
  return slots;
}

/** A side's nodes by those of the base: which it has kept, and what it has put in front of each and behind the last. */
interface Cut {
  kept: (Node | undefined)[];
  between: Node[][];
}

function cut(side: readonly Node[], base: readonly Node[]): Cut {
  const kept: (Node | undefined)[] = base.map(() => undefined);
  const between: Node[][] = [...base, undefined].map(() => []);
  let at = 0;
  for (const node of side) {
    const found = base.findIndex((each, i) => i >= at && tokenOf(each) === tokenOf(node));
    if (found < 0) (between[at] as Node[]).push(node);
    else {
      kept[found] = node;
      at = found + 1;
    }
  }
  return { kept, between };
}

/** What both sides have put in one place. Lines of text of both are in dispute, and so are sections. */
function mergeInserted(ours: readonly Node[], theirs: readonly Node[]): Slot[] | undefined {
  const ids = new Set(ours.flatMap((node) => (isBranch(node) ? [node.id] : [])));
  const others = theirs.filter((node) => !isBranch(node) || !ids.has(node.id));
  const isSection = (node: Node) => node.kind === 'section';
  const [sections, otherSections] = [ours.filter(isSection), others.filter(isSection)];
  const [own, rest] = [ours.filter((node) => !isSection(node)), others.filter((node) => !isSection(node))];
  const hasText = [...own, ...rest].some((node) => !isBranch(node));
  if (hasText && own.length > 0 && rest.length > 0) return undefined;
  // Of two sections nobody can tell the order, nor whether they are the same thing.
  if (sections.length > 0 && otherSections.length > 0) return undefined;
  return [
    ...inOrderOfTime(own, rest),
    ...sections.map((node) => slotOf(node, 'ours')),
    ...otherSections.map((node) => slotOf(node, 'theirs')),
  ];
}

/** Two lists in one, each in its own order: by time as far as they tell it, ours before theirs. */
function inOrderOfTime(ours: readonly Node[], theirs: readonly Node[]): Slot[] {
  const newestFirst = [...ours, ...theirs].some((node) => isBranch(node) && isNewestFirst(node));
  const timeOf = (node: Node | undefined) => (node && isBranch(node) ? node.time : undefined);
  const slots: Slot[] = [];
  const others = [...theirs];
  for (const node of ours) {
    const time = timeOf(node);
    while (time !== undefined) {
      const other = timeOf(others[0]);
      if (other === undefined || (newestFirst ? other <= time : other >= time)) break;
      slots.push(slotOf(others.shift() as Node, 'theirs'));
    }
    slots.push(slotOf(node, 'ours'));
  }
  return [...slots, ...others.map((node) => slotOf(node, 'theirs'))];
}

/** True for an entry of a log whose times fall more often than they rise. */
function isNewestFirst({ kind, parent }: Branch): boolean {
  if (kind !== 'entry' && kind !== 'step') return false;
  const times = (parent?.children ?? []).flatMap((node) =>
    isBranch(node) && node.kind === kind && node.time !== undefined ? [node.time] : [],
  );
  const falls = times.filter((time, i) => i > 0 && time < (times[i - 1] as number)).length;
  const rises = times.filter((time, i) => i > 0 && time > (times[i - 1] as number)).length;
  return falls > rises;
}
