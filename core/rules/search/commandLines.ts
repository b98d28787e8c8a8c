import type { PieceText } from '../../text/pieceText';
import type { Found } from '../../text/searchableText';
import { isCommand, prompt } from '../../text/shellCommands';

/** A line of code to be run, or a line that tells what comes out. */
export interface CommandLine extends Found {
  kind: 'command' | 'output';
  /** Where its words stand. */
  character: number;
  endCharacter: number;
}

/** Words on what a command prints or does, in English first. */
const outcome = new RegExp(
  [
    String.raw`(?<!\p{L})(?:expect[a-z]{0,6}|should|must|outputs?|print(?:s|ed)?|pass(?:es|ed|ing)?|succe[a-z]{1,6}|exit(?:s|ed)?|zero|observ[a-z]{1,6}|results?|report(?:s|ed)?|green|silent|sees?|verif[a-z]{1,8}|confirm[a-z]{0,3}|show(?:s|n|ing)?|appear(?:s|ed)?|display(?:s|ed)?|return(?:s|ed)?|fail(?:s|ed|ing|ures?)?|errors?|complet[a-z]{1,4}|clean|finish[a-z]{0,3}|ok|produc[a-z]{1,4}|log(?:s|ged)?|yields?|transcript|looks? like|ends? with|validat[a-z]{1,5})(?!\p{L})|→|->|=>|✓|✔`,
    '预期|預期|期望|输出|輸出|应|應|通过|通過|成功|失败|失敗|显示|顯示|返回|看到|结果|結果|期待|出力|表示|確認|なる|こと|기대|예상|출력|통과|성공|실패|표시|결과|확인',
    String.raw`(?<!\p{L})(?:esper|salida|debe|deve|saída|attend|sortie|doit|erwart|ausgabe|soll|muss|ожида|вывод|долж)`,
  ].join('|'),
  'iu',
);

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
    if (isPrinted || outcome.test(words)) found.push(at(line, text, 'output'));
    else if (isRun) found.push(at(line, text, 'command'));
    isPrompted = isCode && (prompt.test(words) || (isPrompted && !isPrinted));
    goesOn = isCode && words.endsWith('\\');
  }
  return found;
}

function at(line: number, text: string, kind: CommandLine['kind']): CommandLine {
  return { line, kind, character: text.search(/\S/), endCharacter: text.trimEnd().length };
}
