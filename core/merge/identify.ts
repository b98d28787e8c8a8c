import { headingKey } from '../plan/headings';
import { type LetterPairs, likenessOf, pairsIn } from './likeness';
import { wordsOf } from './lines';
import { allBelow, type Branch, branchesOf, linesIn } from './node';

/** How alike two branches have to be to be one, reworded: between the same two neighbours, beside one of them, elsewhere. */
const enough = { between: 0.4, beside: 0.6, elsewhere: 0.75 };

/** By how much the best candidate has to be better than the next one: what may be two things is nobody's guess. */
const margin = 0.1;

/** How many pairs are compared at most. */
const mostCompared = 50_000;

/**
 * Gives the same id to what is the same in three versions of a text: sections by their headings, steps and entries by their
 * words, wherever they stand now. What is only alike is the same where it stands in the same place and nothing else is.
 */
export function identify(base: Branch, ours: Branch, theirs: Branch): void {
  let id = 1;
  const trees = [base, ours, theirs].map((root) => allBelow(root));
  for (const tree of trees) for (const each of tree) each.id = id++;
  const [inBase, inOurs, inTheirs] = trees as [Branch[], Branch[], Branch[]];
  for (const [root, side] of [
    [ours, inOurs],
    [theirs, inTheirs],
  ] as const)
    new Pairing(inBase, side, true).pairAll(base, root);
  // What both have added is the same only where it says the same.
  const known = new Set(inBase.map((each) => each.id));
  const added = (side: readonly Branch[]) => side.filter((each) => !known.has(each.id));
  new Pairing(added(inOurs), added(inTheirs), false).pairAll(ours, theirs);
}

/** Two versions, of which the second takes the ids of the first. */
class Pairing {
  readonly #left: Set<Branch>;
  readonly #right: Set<Branch>;
  readonly #letterPairs = new Map<string, LetterPairs>();
  readonly #filledLines = new Map<Branch, ReadonlySet<string>>();

  constructor(
    left: readonly Branch[],
    right: readonly Branch[],
    private readonly maybeReworded: boolean,
  ) {
    this.#left = new Set(left);
    this.#right = new Set(right);
  }

  pairAll(left: Branch, right: Branch): void {
    this.#pairSections(left, right);
    const places = (kind: Branch['kind']) => [this.#free(this.#left, kind), this.#free(this.#right, kind)] as const;
    this.#pairBy(...places('section'), (each) => each.name, 'only');
    for (const kind of ['step', 'entry'] as const) {
      const whole = (each: Branch) => wordsOf(linesIn(each));
      const inSection = (name: (each: Branch) => string) => (each: Branch) => `${sectionOf(each).id} ${name(each)}`;
      if (kind === 'entry') this.#pairBy(...places(kind), inSection(whole), 'inOrder');
      if (kind === 'entry' && !this.maybeReworded) continue;
      this.#pairBy(
        ...places(kind),
        inSection((each) => each.name),
        'inOrder',
      );
      this.#pairBy(...places(kind), (each) => `${each.parent?.id} ${each.name}`, 'inOrder');
      this.#pairBy(
        ...places(kind),
        inSection((each) => wordsOf(each.head)),
        'only',
      );
      this.#pairBy(...places(kind), (each) => each.name, 'only');
      this.#pairAlike(
        ...places(kind),
        (each) => `${sectionOf(each).id}`,
        (a, b) => this.#likenessOfRecords(a, b),
      );
    }
    for (const kind of ['note', 'part'] as const) {
      this.#pairBy(...places(kind), (each) => `${each.parent?.id} ${wordsOf(each.head)}`, 'inOrder');
      if (kind === 'part') this.#pairBy(...places(kind), keyOfPart, 'inOrder');
      this.#pairAlike(
        ...places(kind),
        (each) => `${each.parent?.id} ${each.name}`,
        (a, b) => this.#likeness(wordsOf(a.head), wordsOf(b.head)),
      );
    }
  }

  #pairSections(left: Branch, right: Branch): void {
    const inside = () =>
      [
        branchesOf(left).filter((each) => each.kind === 'section' && this.#left.has(each)),
        branchesOf(right).filter((each) => each.kind === 'section' && this.#right.has(each)),
      ] as const;
    const before = inside();
    this.#pairBy(...before, (each) => each.name, 'inOrder');
    this.#pairBy(...inside(), (each) => headingKey(each.name), 'only');
    this.#pairAlike(
      ...inside(),
      () => '',
      (a, b) => 0.7 * this.#commonShare(a, b) + 0.3 * this.#likeness(a.name, b.name),
    );
    const byId = new Map(branchesOf(right).map((each) => [each.id, each]));
    for (const each of branchesOf(left)) {
      const other = each.kind === 'section' ? byId.get(each.id) : undefined;
      if (other) this.#pairSections(each, other);
    }
  }

  #free(side: ReadonlySet<Branch>, kind: Branch['kind']): Branch[] {
    return [...side].filter((each) => each.kind === kind);
  }

  #pair(left: Branch, right: Branch): void {
    right.id = left.id;
    this.#left.delete(left);
    this.#right.delete(right);
  }

  /** Pairs what has the same key: where it is the only one on both sides, or where both have as many, in their order. */
  #pairBy(
    left: readonly Branch[],
    right: readonly Branch[],
    keyOf: (branch: Branch) => string | undefined,
    rule: 'only' | 'inOrder',
  ): void {
    const [own, others] = [grouped(left, keyOf), grouped(right, keyOf)];
    for (const [key, group] of own) {
      const other = others.get(key);
      if (other?.length === group.length && (rule === 'inOrder' || group.length === 1))
        for (const [i, each] of group.entries()) this.#pair(each, other[i] as Branch);
    }
  }

  /**
   * Pairs what is most alike, from the most alike on, where nothing else is nearly as much so. Only what has the same
   * context is compared, and nothing where that would take seconds: it is then another thing.
   */
  #pairAlike(
    left: readonly Branch[],
    right: readonly Branch[],
    contextOf: (branch: Branch) => string,
    likeness: (left: Branch, right: Branch) => number,
  ): void {
    if (!this.maybeReworded) return;
    const others = grouped(right, contextOf);
    for (const [context, group] of grouped(left, contextOf)) {
      const beside = others.get(context) ?? [];
      if (group.length * beside.length <= mostCompared) this.#pairAlikeIn(group, beside, likeness);
    }
  }

  #pairAlikeIn(
    left: readonly Branch[],
    right: readonly Branch[],
    likeness: (left: Branch, right: Branch) => number,
  ): void {
    const neighbours = new Map([...left, ...right].map((each) => [each, this.#neighboursOf(each)]));
    const candidates = left
      .flatMap((one) =>
        right.map((other) => {
          const [a, b] = [neighbours.get(one), neighbours.get(other)] as [Neighbours, Neighbours];
          const same = Number(a.before === b.before) + Number(a.behind === b.behind);
          const least = same === 2 ? enough.between : same === 1 ? enough.beside : enough.elsewhere;
          return { one, other, score: likeness(one, other), least };
        }),
      )
      .filter(({ score, least }) => score >= least)
      .sort((a, b) => b.score - a.score);
    const byBranch = grouped(
      candidates.flatMap((each) => [each.one, each.other].map((branch) => ({ ...each, branch }))),
      ({ branch }) => branch,
    );
    const isFree = ({ one, other }: { one: Branch; other: Branch }) => this.#left.has(one) && this.#right.has(other);
    for (const candidate of candidates) {
      if (!isFree(candidate)) continue;
      const { one, other, score } = candidate;
      const rivals = [...(byBranch.get(one) ?? []), ...(byBranch.get(other) ?? [])].filter(
        (each) => each.score > score - margin && (each.one !== one || each.other !== other),
      );
      if (!rivals.some(isFree)) this.#pair(one, other);
    }
  }

  /** What is left of a step and when it was done tell which one it is, too; of an entry all that it says, below its first line as well. */
  #likenessOfRecords(one: Branch, other: Branch): number {
    const textOf = ({ name, step }: Branch) => `${name} ${step?.remaining ?? ''}`;
    const isAtSameTime = one.time !== undefined && one.time === other.time;
    const byName = this.#likeness(textOf(one), textOf(other));
    const likeness =
      one.kind === 'entry' ? Math.max(byName, this.#likeness(wordsOf(linesIn(one)), wordsOf(linesIn(other)))) : byName;
    return likeness + (isAtSameTime ? 0.2 : 0);
  }

  #likeness(one: string, other: string): number {
    const pairsOf = (text: string) => {
      const known = this.#letterPairs.get(text) ?? pairsIn(text);
      this.#letterPairs.set(text, known);
      return known;
    };
    return likenessOf(pairsOf(one), pairsOf(other));
  }

  /** The share of lines that two sections have in common, of the shorter one's. */
  #commonShare(one: Branch, other: Branch): number {
    const linesOf = (section: Branch) => {
      const known = this.#filledLines.get(section) ?? filledLines(section);
      this.#filledLines.set(section, known);
      return known;
    };
    const [own, others] = [linesOf(one), linesOf(other)];
    const least = Math.min(own.size, others.size);
    return least === 0 ? 0 : [...own].filter((line) => others.has(line)).length / least;
  }

  /** The ids of what is paired already, next to a branch: those between two of them are in the same place. */
  #neighboursOf(branch: Branch): Neighbours {
    const around = branch.parent as Branch;
    const beside = branchesOf(around);
    const at = beside.indexOf(branch);
    const isPaired = (each: Branch) => !this.#left.has(each) && !this.#right.has(each);
    const end = `end of ${around.id}`;
    return {
      before: beside.slice(0, at).findLast(isPaired)?.id ?? end,
      behind: beside.slice(at + 1).find(isPaired)?.id ?? end,
    };
  }
}

interface Neighbours {
  before: number | string;
  behind: number | string;
}

function sectionOf(branch: Branch): Branch {
  let section = branch;
  while (section.kind !== 'section') section = section.parent as Branch;
  return section;
}

/** Keys name a part; one without is told by its words alone. */
function keyOfPart({ parent, name }: Branch): string | undefined {
  return name === '' ? undefined : `${parent?.id} ${name}`;
}

function filledLines({ children }: Branch): ReadonlySet<string> {
  return new Set(
    children
      .flatMap(linesIn)
      .map(({ text }) => text.trim())
      .filter((text) => text !== ''),
  );
}

function grouped<T, K>(all: readonly T[], keyOf: (each: T) => K | undefined): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const each of all) {
    const key = keyOf(each);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group) group.push(each);
    else groups.set(key, [each]);
  }
  return groups;
}
