import { type Block, insideOf } from '../text/blocks';
import { readPaths } from '../text/paths';
import { movedRange } from '../text/positions';
import { isCommand, prompt, shell } from '../text/shellCommands';
import { type KeyRole, milestoneKeyRole } from '../words/keyNames';
import { readBox } from './box';
import { readKey } from './keys';
import type { Deliverable, Milestone, Passage } from './model';

type MilestoneDetails = Pick<Milestone, 'scope' | 'deliverables' | 'commands' | 'expected'>;

const kind = /^([^:：`/]{1,40})[:：]\s+(?=\S)/;

/**
 * What a milestone says of itself, from the blocks of its part: keys as paragraphs, items or sub-headings.
 *
 *     Scope: Create the tables
 *     Deliverables:
 *     - Migration file: migrations/001.sql
 */
export function readDetails(blocks: readonly Block[], lines: readonly string[]): MilestoneDetails {
  const details: MilestoneDetails = { scope: undefined, deliverables: [], commands: [], expected: undefined };
  const fallback: { scope: Passage | undefined; commands: Passage[] } = { scope: undefined, commands: [] };
  let current: KeyRole | undefined;
  let isLoose = false;

  const take = (role: KeyRole | undefined, passage: Passage | undefined) => {
    if (!passage) return;
    if (role === 'scope') details.scope ??= passage;
    else if (role === 'expected') details.expected = details.expected ? joined([details.expected, passage]) : passage;
    else if (role === 'deliverables') details.deliverables.push(deliverableOf(passage));
    else if (role === 'commands') details.commands.push(...quoted(passage, isLoose));
  };
  const keyAt = (text: string) => {
    const key = readKey(text);
    const found = key ?? readLooseKey(text);
    if (found) isLoose = key === undefined;
    return found;
  };

  for (const block of blocks) {
    if (block.kind === 'heading') current = keyAt(`${block.text}:`)?.role;
    else if (block.kind === 'fence' || block.kind === 'code') {
      const code = codeOf(block, lines);
      const isShell = isShellCode(block.kind === 'fence' ? block.info : '', code);
      if (current === 'expected') take(current, code.length > 0 ? joined(code) : undefined);
      else if (current === 'commands') details.commands.push(...commandsIn(code));
      else if (isShell) fallback.commands.push(...commandsIn(code));
    } else if (block.kind === 'paragraph' || block.kind === 'item') {
      const end = block.kind === 'item' ? block.textEndLine : block.endLine;
      if (endsList(block, details, current, lines)) current = undefined;
      for (let line = block.line; line < end; line++) {
        const from = line === block.line && block.kind === 'item' ? block.character : indentOf(lines[line] as string);
        const words = (lines[line] as string).slice(from);
        // In the list below a key of the format only such a key ends it: `- Tests: test/a.test.ts` is a deliverable.
        const key = block.kind === 'item' && current !== undefined && !isLoose ? readKey(words) : keyAt(words);
        if (key) current = key.role;
        const passage = wordsFrom(line, from + (key?.length ?? 0), lines);
        if (key || block.kind === 'item') take(current, passage);
        else if (line === block.line && current !== undefined) take(current, passage);
        else if (line === block.line && !fallback.scope) fallback.scope = paragraphOf(block.line, end, lines);
      }
    }
  }
  return {
    ...details,
    scope: details.scope ?? fallback.scope,
    commands: details.commands.length > 0 ? details.commands : fallback.commands,
  };
}

/** The details, so many lines further down: a copy. */
export function movedDetails({ scope, deliverables, commands, expected }: MilestoneDetails, by: number) {
  const moved = <P extends Passage>(passage: P): P => ({ ...passage, range: movedRange(passage.range, by) });
  return {
    scope: scope && moved(scope),
    deliverables: deliverables.map(moved),
    commands: commands.map(moved),
    expected: expected && moved(expected),
  };
}

/** `Migration file: migrations/001.sql` → kind `Migration file`, path `migrations/001.sql`. */
function deliverableOf({ text, range }: Passage): Deliverable {
  return { text, range, kind: kind.exec(text)?.[1]?.replace(/[*_]/g, '').trim(), path: readPaths(text)[0]?.path };
}

/** Code that its fence calls shell; code of no language where a line surely is to be run. */
function isShellCode(info: string, code: readonly Passage[]): boolean {
  if (!/^(?:$|plain|text|txt)/i.test(info)) return shell.test(info);
  return code.some(({ text }) => isCommand(text));
}

/** True for what a list of deliverables or commands does not hold: a box, prose behind it, another key. */
function endsList(
  block: Block,
  { deliverables }: MilestoneDetails,
  current: KeyRole | undefined,
  lines: readonly string[],
): boolean {
  const line = lines[block.line] as string;
  if (block.kind !== 'item') return current === 'deliverables' && deliverables.length > 0;
  const text = line.slice(block.character);
  return readBox(text) !== undefined || (current === 'commands' && /^[^:：`]{1,40}[:：](?:\s|$)/.test(text));
}

function readLooseKey(text: string): { role: KeyRole; length: number } | undefined {
  const match = /^[*_]{0,3}([A-Za-z][A-Za-z ]{1,30})[*_]{0,3}[:：][*_]{0,3}(?:[ \t]+|$)/.exec(text);
  const name = match?.[1]?.toLowerCase().trim() ?? '';
  const role = milestoneKeyRole(name);
  return match && role ? { role, length: match[0].length } : undefined;
}

/** What to run of a line of words: what stands in backticks, else all of it where nothing else can be meant. */
function quoted({ text, range }: Passage, isLoose: boolean): Passage[] {
  const { line } = range.start;
  const found = [...text.matchAll(/`([^`]{1,500})`/g)].map((match) => {
    const character = range.start.character + match.index + 1;
    const command = match[1] as string;
    return {
      text: command,
      range: { start: { line, character }, end: { line, character: character + command.length } },
    };
  });
  return found.length > 0 || isLoose ? found : [{ text, range }];
}

/** The filled lines of a code block, without fences. */
function codeOf(block: Extract<Block, { endLine: number }>, lines: readonly string[]): Passage[] {
  const { line: first, endLine } = block.kind === 'fence' ? insideOf(block, lines) : block;
  const code: Passage[] = [];
  for (let line = first; line < endLine; line++) {
    const words = wordsFrom(line, indentOf(lines[line] as string), lines);
    if (words) code.push(words);
  }
  return code;
}

/** The lines to run: those with a prompt where there are prompts, else all but comments. */
function commandsIn(code: readonly Passage[]): Passage[] {
  const prompted = code.filter(({ text }) => prompt.test(text));
  return (prompted.length > 0 ? prompted : code)
    .filter(({ text }) => !text.startsWith('#'))
    .map(({ text, range: { start, end } }) => {
      const skip = prompt.exec(text)?.[0].length ?? 0;
      return { text: text.slice(skip), range: { start: { line: start.line, character: start.character + skip }, end } };
    });
}

function joined(passages: readonly Passage[]): Passage {
  return {
    text: passages.map(({ text }) => text).join('\n'),
    range: { start: (passages[0] as Passage).range.start, end: (passages.at(-1) as Passage).range.end },
  };
}

function paragraphOf(line: number, end: number, lines: readonly string[]): Passage | undefined {
  const passages = Array.from({ length: end - line }, (_, i) =>
    wordsFrom(line + i, indentOf(lines[line + i] as string), lines),
  ).filter((each) => each !== undefined);
  return passages.length > 0 ? joined(passages) : undefined;
}

/** A line's words from a character on; undefined for a blank rest. */
function wordsFrom(line: number, from: number, lines: readonly string[]): Passage | undefined {
  const text = lines[line] as string;
  const words = text.slice(from).trim();
  const character = from + text.slice(from).search(/\S/);
  if (words === '') return undefined;
  return { text: words, range: { start: { line, character }, end: { line, character: character + words.length } } };
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}
