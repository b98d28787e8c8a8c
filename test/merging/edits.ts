import { addEntry } from '../../core/edits/addEntry';
import type { Clock } from '../../core/edits/stamp';
import { stamp, tick, untick } from '../../core/edits/tick';
import type { LivingRole } from '../../core/words/roles';
import type { Prose } from '../../scripts/bench/prose';
import { type Block, type Doc, edited, lineOf, planOf, putBehind, replaced, stepOf } from './blocks';

/** One change that somebody makes to a plan. Made again on another version it does the same to the same things. */
export interface Edit {
  name: string;
  /** What it changes, and what to: two sides disagree where they change the same thing to something else. */
  touches: readonly Touch[];
  /** Undefined where it cannot be made: what it is about is gone. */
  apply(doc: Doc): Doc | undefined;
}

/** `state` of `step 12` becomes `x 10:45Z`. A value that begins another one says less of the same. `*` is all of a thing. */
export interface Touch {
  thing: string;
  facet: string;
  value: string;
}

/** Who edits: what chance says, and where somebody works. */
export interface Author {
  name: string;
  prose: Prose;
  /** A number from 0 up to below `below`. */
  chance(below: number): number;
  clock(): Clock;
  /** A number that nobody else has. */
  next(): number;
  /** True for a step of the part of a plan that this side works at. */
  worksAt(id: string): boolean;
}

export type Maker = (doc: Doc, author: Author) => Edit | undefined;

const isOpen = (lines: readonly string[]) => /^\s*(?:[-*+]|\d+[.)]) \[ \] /.test(lines[0] ?? '');
const isDone = (lines: readonly string[]) => /^\s*(?:[-*+]|\d+[.)]) \[x\] /.test(lines[0] ?? '');

/** A step of those that somebody works at; at one in twenty times of all. */
function pickStep(doc: Doc, author: Author, wanted: (lines: readonly string[]) => boolean): string | undefined {
  const isAnywhere = author.chance(20) === 0;
  const steps = doc.filter(
    ({ kind, id, lines }) => kind === 'step' && wanted(lines) && (isAnywhere || author.worksAt(id)),
  );
  return steps.length === 0 ? undefined : steps[author.chance(steps.length)]?.id;
}

/** Ticks as the action does: with the time, in the plan's own way. */
const tickByAction: Maker = (doc, author) => {
  const id = pickStep(doc, author, isOpen);
  if (!id) return undefined;
  const clock = author.clock();
  const before = blockOf(doc, id);
  const { plan: seen, step: open, lines: around } = stepOf(doc, id);
  const edits = open && tick(seen, open, around, clock)?.edits;
  const ticked = edits && blockOf(edited(doc, edits, { id, kind: 'step' }), id);
  const written = ticked?.lines;
  return {
    name: 'tick',
    touches: [{ thing: id, facet: 'state', value: `x ${clock.now}` }],
    apply: (now) => {
      // Somebody who ticks sees the plan as it is: what others do later does not change how the time is written.
      if (written && isSameBlock(blockOf(now, id), before)) return replaced(now, id, () => written);
      // The other one has ticked it in the same words: dates alone do not tell two ticks of a day apart.
      if (ticked && isSameBlock(blockOf(now, id), ticked)) return now;
      const { plan, step, lines } = stepOf(now, id);
      const write = step?.state === 'done' ? stamp : tick;
      const edits = step && write(plan, step, lines, clock)?.edits;
      return edits && edited(now, edits, { id, kind: 'step' });
    },
  };
};

/** Ticks as agents do: an x and no time, or a time at the end. */
const tickByHand: Maker = (doc, author) => {
  const id = pickStep(doc, author, isOpen);
  if (!id) return undefined;
  const { now } = author.clock();
  const behind = author.chance(2) === 0 ? ` (done ${stampAt(now)})` : '';
  return onFirstLine('tick by hand', id, 'state', behind === '' ? 'x ' : `x ${now}`, (line) =>
    / (?:\(done \d|\(?\d{4}-)/.test(line) ? undefined : line.replace('[ ]', '[x]') + behind,
  );
};

const openAgain: Maker = (doc, author) => {
  const id = pickStep(doc, author, isDone);
  if (!id) return undefined;
  return {
    name: 'untick',
    touches: [{ thing: id, facet: 'state', value: 'open' }],
    apply: (now) => {
      const { step, lines } = stepOf(now, id);
      return step && edited(now, untick(step, lines), { id, kind: 'step' });
    },
  };
};

const markPartial: Maker = (doc, author) => {
  const id = pickStep(doc, author, (lines) => isOpen(lines) && lines.length === 1 && !lines[0]?.includes('(completed'));
  const mark = author.chance(2) === 0 ? '[~]' : '[ ]';
  const left = author.next();
  if (!id) return undefined;
  return onFirstLine('mark partly done', id, 'state', `part ${left}`, (line) =>
    line.replace('[ ]', mark).replace(/\.?$/, (stop) => ` (completed: a draft; remaining: part ${left})${stop}`),
  );
};

/** Says a step in other words: a few of them, or nearly all. */
const reword: Maker = (doc, author) => {
  const id = pickStep(doc, author, (lines) => lines.length === 1 && /\w{4,} \w+ \w{3,}/.test(lines[0] ?? ''));
  if (!id) return undefined;
  const words = author.prose.pick(['of the worker', 'in one go', 'for both readers', 'by hand at first']);
  const number = author.next();
  return onFirstLine('reword', id, 'words', `${number}`, (line) =>
    line.replace(
      /([\w,`]+ [\w,`]+)((?:\.| \(completed.*\)\.?| \(done [^)]*\)\.?)*)$/,
      (_, last: string, end: string) => `${last.split(' ')[0]} ${words} ${number}${end}`,
    ),
  );
};

const addNote: Maker = (doc, author) => {
  const id = pickStep(doc, author, () => true);
  if (!id) return undefined;
  const note = `- Note ${author.next()}: ${author.prose.task()}.`;
  return {
    name: 'note a step',
    touches: [],
    apply: (now) =>
      has(now, id) &&
      replaced(now, id, (lines) => {
        const [, indent = ''] = /^(\s*)/.exec(lines[0] as string) ?? [];
        return [...lines, `${indent}  ${note}`];
      }),
  };
};

const addStep: Maker = (doc, author) => {
  const behind = pickStep(doc, author, () => true);
  if (!behind) return undefined;
  const id = `${author.name} step ${author.next()}`;
  const text = `${author.prose.task()} (${id})`;
  const state = author.chance(3) === 0 ? `[x] (${stampAt(author.clock().now)})` : '[ ]';
  return {
    name: 'add a step',
    touches: [],
    apply: (now) => {
      // Where that step is gone, behind another one.
      const place =
        blockOf(now, behind) ?? now.findLast(({ kind, lines }) => kind === 'step' && !/^\s/.test(lines[0] ?? ''));
      const [, indent = '', bullet = '-'] = /^(\s*)(\S+)/.exec(blockOf(doc, behind)?.lines[0] ?? '') ?? [];
      return place && putBehind(now, place.id, { id, kind: 'step', lines: [`${indent}${bullet} ${state} ${text}`] });
    },
  };
};

const splitInTwo: Maker = (doc, author) => {
  const id = pickStep(doc, author, (lines) => isOpen(lines) && lines.length === 1);
  if (!id) return undefined;
  const added = `${author.name} rest ${author.next()}`;
  const stamp = stampAt(author.clock().now);
  return {
    name: 'split',
    touches: [{ thing: id, facet: 'state', value: added }],
    apply: (now) => {
      const first = blockOf(now, id)?.lines[0];
      if (first === undefined) return undefined;
      const [box = ''] = /^\s*\S+ /.exec(first) ?? [];
      const done = replaced(now, id, ([, ...more]) => [first.replace('[ ]', `[x] (${stamp})`), ...more]);
      return putBehind(done, id, { id: added, kind: 'step', lines: [`${box}[ ] What is left of it (${added})`] });
    },
  };
};

const removeStep: Maker = (doc, author) => {
  const id = pickStep(doc, author, isOpen);
  return id
    ? {
        name: 'remove',
        touches: [{ thing: id, facet: '*', value: 'gone' }],
        apply: (now) => has(now, id) && now.filter((block) => block.id !== id),
      }
    : undefined;
};

const moveStep: Maker = (doc, author) => {
  const id = pickStep(doc, author, (lines) => !/^\s/.test(lines[0] as string));
  const behind = pickStep(doc, author, (lines) => !/^\s/.test(lines[0] as string));
  if (!id || !behind || id === behind) return undefined;
  return {
    name: 'move',
    touches: [{ thing: id, facet: 'place', value: behind }],
    apply: (now) => {
      const block = blockOf(now, id);
      return (
        block &&
        has(now, behind) &&
        putBehind(
          now.filter((each) => each !== block),
          behind,
          block,
        )
      );
    },
  };
};

/** A record by the action: behind the last one, in the plan's own way. */
const addRecord: Maker = (doc, author) => {
  const role = author.prose.pick<LivingRole>(['surprises', 'decisions', 'decisions', 'surprises', 'outcomes']);
  const id = `${author.name} record ${author.next()}`;
  const clock = author.clock();
  const words = {
    text: `${author.prose.task()} (${id})`,
    evidence: `run ${id}`,
    rationale: `It is ${id}`,
    author: 'Ada',
  };
  if (newestOf(doc)) return undefined;
  return {
    name: 'log',
    touches: [],
    apply: (now) => {
      const { plan, lines } = planOf(now);
      return edited(now, [addEntry(plan, role, 0, lines, clock, words)], { id, kind: 'entry' });
    },
  };
};

/** The first entry of a log that has the newest one first. */
function newestOf(doc: Doc): Block | undefined {
  const dateOf = (block: Block | undefined) => /^- \((\d{4}-[^)]*)\)/.exec(block?.lines[0] ?? '')?.[1];
  return doc.find((block, i) => (dateOf(block) ?? '') > (dateOf(doc[i + 1]) ?? '~'));
}

/** A record as an agent writes it into a log that has the newest one first. */
const addRecordOnTop: Maker = (doc, author) => {
  const first = newestOf(doc);
  if (!first) return undefined;
  const id = `${author.name} record ${author.next()}`;
  const stamp = stampAt(author.clock().now);
  const text = `${author.prose.task()} (${id})`;
  return {
    name: 'log on top',
    touches: [],
    apply: (now) => {
      const at = now.findIndex((block) => block.id === first.id);
      const top = now.findIndex((_, i) => i <= at && now.slice(i, at + 1).every((each) => each.kind === 'entry'));
      // Behind what was written on top before, as a later one: the newest stands first.
      return at < 0
        ? undefined
        : [...now.slice(0, top), { id, kind: 'entry', lines: [`- (${stamp}) ${text}.`] }, ...now.slice(top)];
    },
  };
};

/** Adds to what an entry says. */
const addToEntry: Maker = (doc, author) => {
  const entries = doc.filter(({ kind, lines }) => kind === 'entry' && lines[0]?.startsWith('- '));
  const entry = entries[author.chance(Math.max(1, entries.length))];
  const number = author.next();
  const text = `  Impact: none for the reader of part ${number}.`;
  return (
    entry && {
      name: 'add to an entry',
      touches: [{ thing: entry.id, facet: 'impact', value: `${number}` }],
      apply: (now) => has(now, entry.id) && replaced(now, entry.id, (lines) => [...lines, text]),
    }
  );
};

const rewordEntry: Maker = (doc, author) => {
  const entries = doc.filter(({ kind, lines }) => kind === 'entry' && lines[0]?.startsWith('- '));
  const entry = entries[author.chance(Math.max(1, entries.length))];
  const number = author.next();
  return (
    entry &&
    onFirstLine('reword an entry', entry.id, 'words', `${number}`, (line) => `${line} Seen again in run ${number}.`)
  );
};

/** Changes a line of prose; text conflicts by its paragraphs. */
const editProse: Maker = (doc, author) => {
  const lines = doc.filter(({ kind, lines: [line = ''] }) => kind === 'text' && /^[A-Z][a-z]+ .*[a-z]/.test(line));
  const line = lines[author.chance(Math.max(1, lines.length))];
  if (!line) return undefined;
  const number = author.next();
  return {
    name: 'change prose',
    touches: [{ thing: paragraphOf(doc, line.id), facet: 'words', value: `${number}` }],
    apply: (now) =>
      has(now, line.id) &&
      replaced(now, line.id, ([text = '']) => [text.replace(/\S+$/, (last) => `${last} (see ${number})`)]),
  };
};

/** A paragraph at the end of a section. */
const addParagraph: Maker = (doc, author) => {
  const headings = doc.filter(({ kind, lines: [line = ''] }, i) => {
    const name = /^## (?!Progress|Surpris|Decision|Outcome)/.test(line);
    return kind === 'text' && name && i > 0;
  });
  const heading = headings[author.chance(Math.max(1, headings.length))];
  const at = heading ? doc.indexOf(heading) : -1;
  const before = doc.slice(0, at).findLast(({ lines: [line = ''] }) => line.trim() !== '');
  if (!heading || before?.kind !== 'text' || /^\s|^#|```/.test(before.lines[0] as string)) return undefined;
  const id = `${author.name} paragraph ${author.next()}`;
  return {
    name: 'add a paragraph',
    touches: [{ thing: `end of ${before.id}`, facet: 'words', value: id }],
    apply: (now) => {
      const next = now.findIndex((block) => block.id === heading.id);
      if (next < 0) return undefined;
      const text = [`${author.name} adds: ${id} tells more.`, ''];
      return [...now.slice(0, next), { id, kind: 'text', lines: text }, ...now.slice(next)];
    },
  };
};

/** All kinds of edits, as often as they come. */
export const makers: readonly (readonly [weight: number, maker: Maker])[] = [
  [26, tickByAction],
  [12, tickByHand],
  [2, openAgain],
  [5, markPartial],
  [8, reword],
  [6, addNote],
  [9, addStep],
  [3, splitInTwo],
  [2, removeStep],
  [3, moveStep],
  [16, addRecord],
  [6, addRecordOnTop],
  [3, addToEntry],
  [2, rewordEntry],
  [4, editProse],
  [2, addParagraph],
];

/** `change` yields undefined where there is nothing left to be done. */
function onFirstLine(
  name: string,
  id: string,
  facet: string,
  value: string,
  change: (line: string) => string | undefined,
): Edit {
  return {
    name,
    touches: [{ thing: id, facet, value }],
    apply: (now) => has(now, id) && replaced(now, id, ([first = '', ...more]) => [change(first) ?? first, ...more]),
  };
}

/** `undefined` where a document has no such block, for `&&`. */
function has(doc: Doc, id: string): true | undefined {
  return lineOf(doc, id) >= 0 ? true : undefined;
}

function isSameBlock(one: Block | undefined, other: Block | undefined): boolean {
  return one?.lines.join('\n') === other?.lines.join('\n');
}

function blockOf(doc: Doc, id: string) {
  return doc.find((block) => block.id === id);
}

/** The first line of the paragraph that a line belongs to: text that touches is one thing. */
function paragraphOf(doc: Doc, id: string): string {
  let at = doc.findIndex((block) => block.id === id);
  while (doc[at - 1]?.kind === 'text' && doc[at - 1]?.lines[0]?.trim() !== '') at--;
  return `paragraph of ${doc[at]?.id}`;
}

function stampAt(now: number): string {
  return `${new Date(now).toISOString().slice(0, 16).replace('T', ' ')}Z`;
}
