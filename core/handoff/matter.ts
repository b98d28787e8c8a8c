import type { Milestone, Step } from '../plan/model';
import { readPaths } from '../text/paths';
import { lineBehind } from '../text/positions';

/** What a step is about, as far as records name it. */
export interface Matter {
  /** Paths of the repository, and the names of their files. */
  paths: ReadonlySet<string>;
  /** What the milestone is called: `M3`, `Milestone 3`. */
  milestone: { word: string; number: string } | undefined;
}

/** The files that a step and its milestone name. `lines` are those of the text as they are read. */
export function matterOf(step: Step | undefined, milestone: Milestone | undefined, lines: readonly string[]): Matter {
  const paths = new Set<string>();
  const named = [
    ...(step ? lines.slice(step.range.start.line, step.lastLine + 1) : []),
    ...(milestone ? lines.slice(milestone.range.start.line, lineBehind(milestone.range)) : []),
  ];
  for (const line of named) for (const { path } of readPaths(line)) for (const each of namesOf(path)) paths.add(each);
  return { paths, milestone: milestone && { word: milestone.word, number: milestone.number } };
}

/** True where lines name one of its files, or its milestone. */
export function concerns({ paths, milestone }: Matter, lines: readonly string[]): boolean {
  return lines.some(
    (line) =>
      readPaths(line).some(({ path }) => namesOf(path).some((each) => paths.has(each))) ||
      (milestone !== undefined && namesMilestone(line, milestone)),
  );
}

/** A path and the name of its file; a folder's own name says too little. */
function namesOf(path: string): string[] {
  const name = path.split('/').at(-1) as string;
  return name.includes('.') && name !== path ? [path, name] : [path];
}

function namesMilestone(line: string, { word, number }: { word: string; number: string }): boolean {
  if (number === '') return false;
  const names = new Set([`${word} ${number}`, `${word}${number}`, `M${number}`].map((name) => name.toLowerCase()));
  const text = line.toLowerCase();
  for (const name of names)
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1))
      if (!isWord(text[at - 1]) && !isWord(text[at + name.length])) return true;
  return false;
}

function isWord(character: string | undefined): boolean {
  return character !== undefined && /[\p{L}\p{N}_]/u.test(character);
}
