import { decorationOf } from '../edits/decoration';
import type { Step } from '../plan/model';
import { defaultReading } from '../plan/reading';
import { readStep } from '../plan/steps';
import { chosen, type Line } from './lines';
import type { Branch } from './node';

/** The first paragraph of a step, apart in what can change on its own. */
interface Facets {
  /** Indentation and list marker. */
  marker: string;
  /** The character in the box. */
  mark: string;
  /** `(completed: …; remaining: …)` with the blank in front of it; empty where there is none. */
  remainder: string;
  /** Where it stands, and the brackets around it; undefined where nothing says when the step was done. */
  stamp: Stamped | undefined;
  /** The times in its words, which say nobody knows what. */
  times: string;
  /** The words of all lines, without the other facets, blanks put together. */
  words: string;
  /** The lines behind the box, without remainder and stamp. */
  lines: readonly Line[];
}

interface Stamped {
  place: 'lead' | 'trail';
  text: string;
}

type StepBranch = Branch & { readonly step: Step };

/**
 * The first paragraph of a step that both sides have changed: marked and stamped by the one, reworded or broken into
 * other lines by the other. Undefined where both have changed the same of it, or where nobody can tell.
 */
export function mergeStepHead(base: Branch, ours: Branch, theirs: Branch): readonly Line[] | undefined {
  if (!isStep(base) || !isStep(ours) || !isStep(theirs)) return undefined;
  const [b, o, t] = [facetsOf(base), facetsOf(ours), facetsOf(theirs)];
  if (!b || !o || !t) return undefined;
  const state = ({ mark, remainder, stamp }: Facets) => JSON.stringify([mark, remainder, stamp]);
  if (isTornApart(b.marker, o.marker, t.marker) || isTornApart(b.words, o.words, t.words)) return undefined;
  // Each says when it was done, in its own place: two times would be one too many.
  if (
    (o.times !== b.times && t.stamp?.text !== b.stamp?.text) ||
    (t.times !== b.times && o.stamp?.text !== b.stamp?.text)
  )
    return undefined;
  const stated = mergeState(b, o, t, state);
  if (!stated) return undefined;
  const worded = b.words === o.words ? (b.words === t.words ? laidOut(b, o, t) : t) : o;
  const marker = chosen(b.marker, o.marker, t.marker);
  const { mark, remainder, stamp } = stated;
  const wanted = { ...worded, marker, mark, remainder, stamp };
  const merged = write(wanted);
  return isReadAs(merged, wanted, base.step.depth) ? merged : undefined;
}

/** Which of three with the same words is written: the one that breaks its lines as nobody else does. */
function laidOut(base: Facets, ours: Facets, theirs: Facets): Facets {
  return layout(ours) === layout(base) ? theirs : ours;
}

function layout({ lines }: Facets): string {
  return lines.map(({ text }) => text).join('\n');
}

/** The mark, the remainder and the stamp go together; a time that only one of them knows is no other state. */
function mergeState(
  base: Facets,
  ours: Facets,
  theirs: Facets,
  state: (facets: Facets) => string,
): Pick<Facets, 'mark' | 'remainder' | 'stamp'> | undefined {
  if (!isTornApart(state(base), state(ours), state(theirs)))
    return chosen(state(base), state(ours), state(theirs)) === state(ours) ? ours : theirs;
  if (ours.mark !== theirs.mark || ours.remainder !== theirs.remainder) return undefined;
  if (base.stamp === undefined && ours.stamp === undefined) return theirs;
  return base.stamp === undefined && theirs.stamp === undefined ? ours : undefined;
}

/** True where both sides have made something else of it. */
function isTornApart(base: string, ours: string, theirs: string): boolean {
  return ours !== base && theirs !== base && ours !== theirs;
}

function isStep(branch: Branch): branch is StepBranch {
  return branch.step !== undefined;
}

const remainderAtEnd = /(\s*\((?:completed|remaining)\s*:.*\))([.。]?\s*)$/i;

function facetsOf({ step, head }: StepBranch): Facets | undefined {
  const texts = head.map(({ text }) => text);
  const [first = ''] = texts;
  const box = step.markCharacter + step.mark.length + 1;
  const decoration = decorationOf(step, texts);
  const stamped: Stamped | undefined = decoration && {
    place: decoration.place,
    text: (texts[decoration.line] as string).slice(decoration.start, decoration.end),
  };
  if (decoration) {
    const text = texts[decoration.line] as string;
    texts[decoration.line] = text.slice(0, decoration.start) + text.slice(decoration.end);
  }
  texts[0] = (texts[0] as string).slice(box);
  let remainder = '';
  if (step.remaining !== undefined || /\((?:completed|remaining)\s*:/i.test(texts.join(' '))) {
    // It goes with the step's state only where it is all that follows: one line, at the end.
    const last = texts.length - 1;
    const found = texts.findIndex((text) => /\((?:completed|remaining)\s*:/i.test(text));
    if (found !== last) return undefined;
    const [, whole = '', behind = ''] = remainderAtEnd.exec(texts[last] as string) ?? [];
    if (whole === '') return undefined;
    remainder = whole;
    // The full stop behind it ends the step's words.
    texts[last] = (texts[last] as string).slice(0, -whole.length - behind.length) + behind;
  }
  return {
    marker: first.slice(0, step.markCharacter),
    mark: step.mark,
    remainder,
    stamp: stamped,
    times: step.stamps
      .filter((each) => each !== decoration?.stamp)
      .map(({ text }) => text)
      .join(),
    words: texts
      .map((text) => text.trim())
      .join(' ')
      .replace(/\s+/g, ' ')
      .trim(),
    lines: head.map(({ end }, i) => ({ text: texts[i] as string, end })),
  };
}

function write({ marker, mark, remainder, stamp, lines }: Facets): Line[] {
  const texts = lines.map(({ text }) => text);
  const last = texts.length - 1;
  if (remainder !== '') texts[last] = (texts[last] as string).replace(/[.。]?\s*$/, (stop) => remainder + stop);
  if (stamp?.place === 'trail') {
    const text = texts[last] as string;
    const id = /(?:\s+\^[A-Za-z0-9-]{1,40})?\s*$/.exec(text)?.index ?? text.length;
    texts[last] = text.slice(0, id) + stamp.text + text.slice(id);
  }
  const lead = stamp?.place === 'lead' ? stamp.text : '';
  const rest = texts[0] as string;
  const blank = /^\s*/.exec(rest)?.[0] || ' ';
  texts[0] = `${marker}${mark}]${lead === '' ? rest : `${blank}${lead.trimStart()}${rest.trimStart()}`}`;
  return texts.map((text, i) => ({ text, end: (lines[i] as Line).end }));
}

/** True where lines, read again, say what they were made of and nothing else. */
function isReadAs(lines: readonly Line[], wanted: Facets, depth: number): boolean {
  const texts = lines.map(({ text }) => text);
  const read = readStep(
    {
      line: 0,
      character: wanted.marker.length - 1,
      textEndLine: texts.length,
      wholeEndLine: texts.length,
      depth,
    },
    texts,
    defaultReading,
  );
  const facets = read && facetsOf({ step: read, head: lines } as StepBranch);
  const said = ({ marker, mark, remainder, stamp, words }: Facets) =>
    JSON.stringify([marker, mark, remainder.trim(), stamp?.place, stamp?.text.trim(), words]);
  return facets !== undefined && said(facets) === said(wanted);
}
