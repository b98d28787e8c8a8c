import { startProse } from '../../scripts/bench/prose';
import { basePlan } from './basePlans';
import { type Doc, docOf, filledLines, textOf } from './blocks';
import { type Author, type Edit, makers, type Touch } from './edits';

/** Two histories that begin with one plan. */
export interface Pair {
  base: string;
  ours: string;
  theirs: string;
  /** What each side did, in order. */
  edits: { ours: readonly string[]; theirs: readonly string[] };
  /** True where both have changed the same thing to something else. */
  disagree: boolean;
  /** The text after the edits of both, one after the other; undefined where it matters whose come first. */
  both: string | undefined;
}

/** A plan after somebody's edits, and what these were. */
interface History {
  doc: Doc;
  edits: readonly Edit[];
}

/** Numbers from 0 up to 1 that are the same for a seed. */
export function mulberry(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A pair of histories of one to six edits each; the same for the same seed and number. */
export function makePair(seed: number, number: number, base = basePlan(number)): Pair {
  const random = mulberry(seed * 100_003 + number);
  const doc = docOf(base);
  let count = 0;
  // Two who work on one plan at the same time take different parts of it; see `pickStep` for the exceptions.
  const steps = doc.flatMap(({ kind, id }) => (kind === 'step' ? [id] : []));
  const half = Math.ceil(steps.length / 2);
  const others = new Map([
    ['ours', new Set(steps.slice(half))],
    ['theirs', new Set(steps.slice(0, half))],
  ]);
  const author = (name: 'ours' | 'theirs'): Author => {
    const authorCount = count++;
    let minute = authorCount * 3;
    return {
      name,
      prose: startProse(Math.floor(random() * 1_000_000)),
      chance: (below) => Math.floor(random() * below),
      clock: () => {
        minute += 5 + Math.floor(random() * 40);
        return { now: Date.UTC(2026, 2, 1, 8, minute), timeZone: 'UTC' };
      },
      next: () => 100 + 2 * count++ + authorCount,
      worksAt: (id) => !(others.get(name) as ReadonlySet<string>).has(id),
    };
  };
  const [ours, theirs] = [write(doc, author('ours'), random), write(doc, author('theirs'), random)];
  const doDisagree = disagree(ours, theirs);
  return {
    base,
    ours: textOf(ours.doc),
    theirs: textOf(theirs.doc),
    edits: { ours: ours.edits.map(({ name }) => name), theirs: theirs.edits.map(({ name }) => name) },
    disagree: doDisagree,
    both: doDisagree ? undefined : replay(doc, ours.edits, theirs.edits),
  };
}

function write(doc: Doc, author: Author, random: () => number): History {
  const wanted = 1 + Math.floor(random() * 6);
  const edits: Edit[] = [];
  const sum = makers.reduce((total, [weight]) => total + weight, 0);
  for (let tries = 0; edits.length < wanted && tries < 50; tries++) {
    let at = random() * sum;
    const [, maker] = makers.find(([weight]) => {
      at -= weight;
      return at < 0;
    }) as (typeof makers)[number];
    const edit = maker(doc, author);
    const after = edit?.apply(doc);
    if (!edit || !after || textOf(after) === textOf(doc)) continue;
    // Nobody changes the same thing twice: what is meant is what stands there at last.
    const isAgain = edit.touches.some((touch) =>
      edits.some(({ touches }) => touches.some((other) => isOfSame(touch, other))),
    );
    if (isAgain) continue;
    doc = after;
    edits.push(edit);
  }
  return { doc, edits };
}

/** True where both have changed the same thing to something else; two who wrote the same words agree, as with dates alone. */
function disagree(ours: History, theirs: History): boolean {
  const touched = ({ edits }: History) => edits.flatMap(({ touches }) => touches);
  const linesOf = ({ doc }: History, thing: string) => doc.find(({ id }) => id === thing)?.lines.join('\n');
  const saysSame = (thing: string) => {
    const own = linesOf(ours, thing);
    return own !== undefined && own === linesOf(theirs, thing);
  };
  return touched(ours).some((one) =>
    touched(theirs).some(
      (other) =>
        isOfSame(one, other) &&
        !one.value.startsWith(other.value) &&
        !other.value.startsWith(one.value) &&
        (one.facet === 'place' || !saysSame(one.thing)),
    ),
  );
}

function isOfSame(one: Touch, other: Touch): boolean {
  return one.thing === other.thing && (one.facet === other.facet || one.facet === '*' || other.facet === '*');
}

/** All edits one after the other; undefined where it matters whose come first, or where one cannot be made any more. */
function replay(doc: Doc, ours: readonly Edit[], theirs: readonly Edit[]): string | undefined {
  const after = (edits: readonly Edit[]) =>
    edits.reduce<Doc | undefined>((now, edit) => now && (edit.apply(now) || undefined), doc);
  const [one, other] = [after([...ours, ...theirs]), after([...theirs, ...ours])];
  if (!one || !other) return undefined;
  const isSame = filledLines(textOf(one)).join('\n') === filledLines(textOf(other)).join('\n');
  return isSame ? textOf(one) : undefined;
}
