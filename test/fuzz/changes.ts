import type { Position, TextDocumentContentChangeEvent } from 'vscode-languageserver-textdocument';
import type { Random } from '../support/random';
import { mutatedText, typedText } from './texts';

/** What an editor tells of one change of a text, or a careless one: ranges may be the wrong way round, or lie outside. */
export function changeOf(
  lines: readonly string[],
  sources: readonly string[],
  random: Random,
): TextDocumentContentChangeEvent {
  if (random.chance(0.01)) return { text: mutatedText(sources, random) };
  const start = placeIn(lines, random);
  const height = random.pick([0, 0, 0, 0, 0, 1, 1, 2, 5, random.chance(0.05) ? 80 : 3]);
  const end =
    height === 0
      ? { line: start.line, character: start.character + random.pick([0, 0, 1, 1, 2, 5, 40]) }
      : { line: start.line + height, character: random.pick([0, 0, 0, 1, 4]) };
  const range = random.chance(0.02) ? { start: end, end: start } : { start, end };
  return { range, text: typedText(sources, random) };
}

function placeIn(lines: readonly string[], random: Random): Position {
  const line = random.chance(0.01) ? lines.length + random.below(3) : random.below(lines.length);
  const { length } = lines[line] ?? '';
  const character = random.pick([0, 0, 2, 3, 6, length, length, random.below(length + 1), length + 3]);
  return { line, character };
}
