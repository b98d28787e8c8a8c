import { isSame } from './lines';
import { allBelow, type Branch, branchesOf, isBranch, type Node } from './node';

export type Side = 'ours' | 'theirs';

export const otherSide = { ours: 'theirs', theirs: 'ours' } as const;

/** Three versions of a text whose branches bear the same ids (`identify`), and what each side did to them. */
export class Versions {
  readonly #base: ReadonlyMap<number, Branch>;
  readonly #sides: Readonly<Record<Side, ReadonlyMap<number, Branch>>>;
  readonly #moved: Readonly<Record<Side, ReadonlySet<number>>>;

  constructor(base: Branch, ours: Branch, theirs: Branch) {
    this.#base = byId(base);
    this.#sides = { ours: byId(ours), theirs: byId(theirs) };
    this.#moved = { ours: this.#movedBy('ours'), theirs: this.#movedBy('theirs') };
  }

  base(id: number): Branch | undefined {
    return this.#base.get(id);
  }

  of(side: Side, id: number): Branch | undefined {
    return this.#sides[side].get(id);
  }

  /** True where a side has put what was there before into another branch, or in front of what stood before it. */
  isMoved(side: Side, id: number): boolean {
    return this.#moved[side].has(id);
  }

  /** True where a side has changed anything of a branch that was there before; what was moved out or in apart. */
  isChanged(side: Side, id: number): boolean {
    const [before, now] = [this.base(id), this.of(side, id)];
    if (!before || !now) return true;
    if (!isSame(before.head, now.head)) return true;
    const staying = ({ children }: Branch) =>
      children.filter((each) => !isBranch(each) || !(this.isMoved('ours', each.id) || this.isMoved('theirs', each.id)));
    const [was, is] = [staying(before), staying(now)];
    return (
      was.length !== is.length ||
      was.some(
        (each, i) => tokenOf(each) !== tokenOf(is[i] as Node) || (isBranch(each) && this.isChanged(side, each.id)),
      )
    );
  }

  #movedBy(side: Side): ReadonlySet<number> {
    const moved = new Set<number>();
    for (const [id, now] of this.#sides[side]) {
      const before = this.#base.get(id);
      if (before && before.parent?.id !== now.parent?.id) moved.add(id);
    }
    for (const before of this.#base.values()) {
      const now = this.#sides[side].get(before.id);
      if (!now) continue;
      const order = new Map(branchesOf(before).map((each, i) => [each.id, i]));
      const stayed = branchesOf(now).filter(({ id }) => order.has(id));
      const inOrder = longestRise(stayed.map(({ id }) => order.get(id) as number));
      for (const [i, { id }] of stayed.entries()) if (!inOrder.has(i)) moved.add(id);
    }
    return moved;
  }
}

/** What a node is compared by: a line's words, a branch's id. */
export function tokenOf(node: Node): string {
  return isBranch(node) ? `#${node.id}` : `=${node.line.text}`;
}

function byId(root: Branch): ReadonlyMap<number, Branch> {
  return new Map([root, ...allBelow(root)].map((each) => [each.id, each]));
}

/** The indices of the most numbers that rise from one to the next. */
function longestRise(numbers: readonly number[]): ReadonlySet<number> {
  const ends: number[] = [];
  const before: number[] = [];
  for (const [i, number] of numbers.entries()) {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((numbers[ends[middle] as number] as number) < number) low = middle + 1;
      else high = middle;
    }
    before[i] = low > 0 ? (ends[low - 1] as number) : -1;
    ends[low] = i;
  }
  const rise = new Set<number>();
  for (let i = ends.at(-1) ?? -1; i >= 0; i = before[i] as number) rise.add(i);
  return rise;
}
