import { isSame, type Line, wordsOf } from './lines';
import { type Branch, isBranch, linesIn, type Node } from './node';
import { mergeSequence, type Slot } from './sequence';
import { mergeStepHead } from './stepHead';
import { otherSide, type Side, type Versions } from './versions';

/** A line of the merged text, or what the two sides have where nobody can unite them. */
export type Piece = Line | Clash;

export interface Clash {
  readonly ours: readonly Line[];
  readonly theirs: readonly Line[];
}

export function isClash(piece: Piece): piece is Clash {
  return 'ours' in piece;
}

/** What becomes of the children of one branch in three versions; undefined for a version that does not have it. */
export function uniteChildren(
  base: Branch | undefined,
  ours: Branch | undefined,
  theirs: Branch | undefined,
  versions: Versions,
): Piece[] {
  const slots = mergeSequence(base?.children ?? [], ours?.children ?? [], theirs?.children ?? [], versions);
  const gaps = gapsIn([...(ours?.children ?? []), ...(theirs?.children ?? [])]);
  const pieces: Piece[] = [];
  let before: Place = 'start';
  for (const slot of slots) {
    pieces.push(...piecesOf(slot, before, gaps, versions));
    before = placeBehind(slot);
  }
  return pieces;
}

/** What stands in front of a branch, in the same one: that tells how many blank lines belong between. */
type Place = 'start' | 'text' | 'branch';

function placeBehind(slot: Slot): Place {
  if (slot.kind !== 'clash') return slot.kind === 'line' ? 'text' : 'branch';
  const last = slot.theirs.at(-1) ?? slot.ours.at(-1);
  return last && isBranch(last) ? 'branch' : 'text';
}

function placeOf(branch: Branch): Place {
  const beside = branch.parent?.children ?? [];
  const before = beside[beside.indexOf(branch) - 1];
  return before === undefined ? 'start' : isBranch(before) ? 'branch' : 'text';
}

/** The usual blank lines in front of steps and entries, by what stands before them. */
type Gaps = ReadonlyMap<Place, readonly Line[]>;

function gapsIn(nodes: readonly Node[]): Gaps {
  const counts = new Map<Place, Map<number, { count: number; gap: readonly Line[] }>>();
  for (const node of nodes) {
    if (!isBranch(node) || node.kind === 'section') continue;
    const place = placeOf(node);
    const byLength = counts.get(place) ?? new Map<number, { count: number; gap: readonly Line[] }>();
    counts.set(place, byLength);
    const { count } = byLength.get(node.gap.length) ?? { count: 0 };
    byLength.set(node.gap.length, { count: count + 1, gap: node.gap });
  }
  return new Map(
    [...counts].map(([place, byLength]) => [
      place,
      [...byLength.values()].sort((a, b) => b.count - a.count)[0]?.gap ?? [],
    ]),
  );
}

function piecesOf(slot: Slot, before: Place, gaps: Gaps, versions: Versions): Piece[] {
  if (slot.kind === 'line') return [slot.node.line];
  if (slot.kind === 'clash')
    return withoutGap(
      slot.ours.flatMap((node) => sideOf(node, 'ours', slot.theirs, versions)),
      slot.theirs.flatMap((node) => sideOf(node, 'theirs', slot.ours, versions)),
    );
  return unite(slot.branch.id, slot.side, (branches) => gapOf(branches, before, gaps), versions);
}

/** A conflict with the blank lines that both sides begin with in front of it. */
function withoutGap(ours: readonly Line[], theirs: readonly Line[]): Piece[] {
  const blanks = (lines: readonly Line[]) => lines.findIndex(({ text }) => text.trim() !== '');
  const counts = [ours, theirs].filter((lines) => lines.length > 0).map(blanks);
  const count = Math.max(0, Math.min(...counts));
  const gap = (ours.length > 0 ? ours : theirs).slice(0, count);
  return [...gap, { ours: ours.slice(count), theirs: theirs.slice(count) }];
}

/** What a side has in a conflict: with what the other one has done to it elsewhere, where that can be united. */
function sideOf(node: Node, side: Side, others: readonly Node[], versions: Versions): readonly Line[] {
  if (!isBranch(node)) return [node.line];
  const other = versions.of(otherSide[side], node.id);
  if (!other || others.includes(other)) return linesIn(node);
  const united = unite(node.id, side, () => node.gap, versions);
  return united.some(isClash) ? linesIn(node) : (united as Line[]);
}

type Versioned = { base: Branch | undefined; ours: Branch | undefined; theirs: Branch | undefined };

/** What becomes of one branch, at the place where `side` has it. */
function unite(id: number, side: Side, gapFor: (branches: Versioned) => readonly Line[], versions: Versions): Piece[] {
  const base = versions.base(id);
  const [ours, theirs] = [versions.of('ours', id), versions.of('theirs', id)];
  const own = (side === 'ours' ? ours : theirs) as Branch;
  const other = side === 'ours' ? theirs : ours;
  const clash = () => (side === 'ours' ? { ours: linesIn(own), theirs: [] } : { ours: [], theirs: linesIn(own) });
  // Moved by one, deleted by the other; or moved to two places.
  if (base && !other) return versions.isMoved(side, id) ? [clash()] : linesIn(own);
  if (versions.isMoved('ours', id) && versions.isMoved('theirs', id) && ours?.parent?.id !== theirs?.parent?.id)
    return [clash()];
  const head = ours && theirs ? mergeHead(base, ours, theirs) : own.head;
  const inside = uniteChildren(base, ours, theirs, versions);
  const gap = gapFor({ base, ours, theirs });
  if (head) return [...gap, ...head, ...inside];
  return [...gap, { ours: ours?.head ?? [], theirs: theirs?.head ?? [] }, ...inside];
}

function mergeHead(base: Branch | undefined, ours: Branch, theirs: Branch): readonly Line[] | undefined {
  if (isSame(ours.head, theirs.head)) return ours.head;
  if (!base) return undefined;
  if (isSame(base.head, ours.head)) return theirs.head;
  if (isSame(base.head, theirs.head)) return ours.head;
  // Lines that are only broken elsewhere say the same, but for code.
  if (![base, ours, theirs].some(({ head }) => head.some(({ text }) => /`{3}|~{3}/.test(text)))) {
    const [before, own, other] = [wordsOf(base.head), wordsOf(ours.head), wordsOf(theirs.head)];
    if (own === before) return theirs.head;
    if (other === before || own === other) return ours.head;
  }
  return mergeStepHead(base, ours, theirs);
}

function isItem({ head: [first] }: Branch): boolean {
  return first !== undefined && /^\s*(?:[-*+]|\d{1,9}[.)])\s/.test(first.text);
}

/** The blank lines in front of a branch: as they were, where the same kind of thing stands before it; else as is usual. */
function gapOf({ base, ours, theirs }: Versioned, before: Place, gaps: Gaps): readonly Line[] {
  const [own, other] = [ours ?? theirs, theirs ?? ours] as [Branch, Branch];
  const fits = [own, other].filter((branch) => branch.kind === 'section' || placeOf(branch) === before);
  if (fits.length === 0) return gaps.get(before) ?? (before === 'branch' && isItem(own) ? [] : own.gap);
  const [one, two] = [fits[0] as Branch, fits.at(-1) as Branch];
  if (base && isSame(base.gap, one.gap)) return two.gap;
  if (base && isSame(base.gap, two.gap)) return one.gap;
  return one.gap.length >= two.gap.length ? one.gap : two.gap;
}
