import type { PieceText } from '../../text/pieceText';
import type { Found } from '../../text/searchableText';
import { isCommand, prompt } from '../../text/shellCommands';
import { tellsOutput } from '../../words/checks';

/** A line of code to be run, or a line that tells what comes out. */
export interface CommandLine extends Found {
  kind: 'command' | 'output';
  /** Where its words stand. */
  character: number;
  endCharacter: number;
}

/** The lines of a piece's code to be run, and the lines that tell of an outcome: words on it, and what a prompt's command printed. */
export function findCommandLines(piece: PieceText): CommandLine[] {
  const found: CommandLine[] = [];
  let isPrompted = false;
  let goesOn = false;
  for (let line = piece.line; line < piece.endLine; line++) {
    const text = piece.lineAt(line);
    const words = text.trim();
    if (words === '') continue;
    const isCode = piece.isCode(line);
    const isRun = isCode && !/^(?:`{3,}|~{3,})/.test(words) && isCommand(words);
    const isPrinted: boolean =
      isCode && isPrompted && !goesOn && !/^(?:`{3,}|~{3,}|#)/.test(words) && !prompt.test(words);
    if (isPrinted || tellsOutput(words)) found.push(at(line, text, 'output'));
    else if (isRun) found.push(at(line, text, 'command'));
    isPrompted = isCode && (prompt.test(words) || (isPrompted && !isPrinted));
    goesOn = isCode && words.endsWith('\\');
  }
  return found;
}

function at(line: number, text: string, kind: CommandLine['kind']): CommandLine {
  return { line, kind, character: text.search(/\S/), endCharacter: text.trimEnd().length };
}
