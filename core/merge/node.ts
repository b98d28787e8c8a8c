import type { Step } from '../plan/model';
import type { Line } from './lines';

/**
 * A text as a tree: sections by their headings, in them steps and entries, in these notes and parts, and lines between.
 * Every line of the text stands in it once, in order.
 */
export type Node = TextNode | Branch;

/** A line of prose or code, or a blank one between two of them: it is compared as text. */
export interface TextNode {
  readonly kind: 'line';
  readonly line: Line;
}

/** What stays the same thing when it is reworded or moved. */
export interface Branch {
  /** `note`: an item without box in a step. `part`: of an entry, from one key, item or blank line to the next. */
  readonly kind: 'section' | 'step' | 'entry' | 'note' | 'part';
  /** The same in all versions, once they have been compared (`identify`). */
  id: number;
  /** The blank lines in front of it. */
  readonly gap: readonly Line[];
  /** A heading; a step's first paragraph; what an entry says in front of its parts; all of a note or a part. */
  readonly head: readonly Line[];
  readonly children: readonly Node[];
  readonly parent: Branch | undefined;
  /** What does not change with its state: a heading's words, a step's without mark and time, a part's key. */
  readonly name: string;
  /** Of a step: as it was read, with its lines counted from the first of the head. */
  readonly step: Step | undefined;
  /** When it was written, in milliseconds since the epoch; undefined where it does not say so. */
  readonly time: number | undefined;
}

/** A whole text: its root has no heading. */
export interface Tree {
  readonly root: Branch;
  /** The blank lines at its end. */
  readonly tail: readonly Line[];
}

/** True for a node that is more than a line of text. */
export function isBranch(node: Node): node is Branch {
  return node.kind !== 'line';
}

/** The branches in one, without the lines between them. */
export function branchesOf({ children }: Branch): Branch[] {
  return children.filter(isBranch);
}

/** All branches below one, in the order of the text. */
export function allBelow(branch: Branch): Branch[] {
  const all: Branch[] = [];
  const add = ({ children }: Branch) => {
    for (const each of children) {
      if (!isBranch(each)) continue;
      all.push(each);
      add(each);
    }
  };
  add(branch);
  return all;
}

/** The lines of a node as they are written, with the blank ones in front of it. */
export function linesIn(node: Node): Line[] {
  if (!isBranch(node)) return [node.line];
  return [...node.gap, ...node.head, ...node.children.flatMap(linesIn)];
}
