import type { PieceText } from '../../text/pieceText';
import type { Found } from '../../text/searchableText';
import { isCommand, prompt } from '../../text/shellCommands';
import type { TaskTool } from '../../text/tasks';

/** A command in a block of code that runs something by its name: `npm run build`, `make test`, `just serve`. */
export interface TaskCommand extends Found {
  tool: TaskTool;
  name: string;
  character: number;
  endCharacter: number;
  /** True where it may run in another folder than the plan's top: the block, or what leads to it, names one. */
  isElsewhere: boolean;
}

const run = /^(?:npm|pnpm)\s+(?:run|run-script)\s+(?:(?:-s|--silent)\s+)?([\w][\w:.@/-]{0,80})$/;
const test = /^(?:npm|pnpm)\s+(?:test|t)$/;
const make =
  /^make\s+(?:(?:-j\d{0,3}|-[Bkns]|--silent|[A-Z_]{1,30}=\S{0,80})\s+){0,6}([\w][\w./-]{0,80})(?:\s+[A-Z_]{1,30}=\S{0,80}){0,6}$/;
const just = /^just\s+([A-Za-z_][\w-]{0,80})(?:\s+[^\s|&;]{1,80}){0,8}$/;
/** What says that a command runs in another folder. */
const elsewhere =
  /(?:^|[\s;&|(])(?:cd|pushd)\s+(?!\.?\/?(?:\s|$|&))|\s(?:-C|--prefix|--cwd|--dir|-w|--workspace|--filter|-F|--directory|-f|--file|--justfile)(?:[\s=]|$)|\bdocker\b|\bssh\s/;
/** A folder in backticks, in the words that lead to a block. */
const folder = /`(?:\.{0,2}\/)?[\w.@-]+(?:\/[\w.@-]+)*\/?`/;

/** The commands of a piece that run something by its name; those of other tools, and ones that are put together, are left out. */
export function findTaskCommands(piece: PieceText): TaskCommand[] {
  if (!/\b(?:npm|pnpm|make|just)\s/.test(piece.text)) return [];
  const found: TaskCommand[] = [];
  let isElsewhere = false;
  for (let line = piece.line; line < piece.endLine; line++) {
    const raw = piece.lineAt(line);
    if (!piece.isCode(line)) {
      // The words above a block say where it runs; a blank line does not end them.
      if (raw.trim() !== '') isElsewhere = folder.test(raw) || elsewhere.test(raw);
      continue;
    }
    if (raw.length > 1_000) continue;
    if (elsewhere.test(raw)) isElsewhere = true;
    const words = raw.trim();
    if (!isCommand(words)) continue;
    const start = raw.search(/\S/) + (prompt.exec(words)?.[0].length ?? 0);
    // A comment behind it, and what is done with its output.
    const command = raw
      .slice(start)
      .replace(/\s+#\s.*$/, '')
      .replace(/\s+(?:2?>|\||&&|\|\|)\s?.*$/, '')
      .replace(/\s+--(?:\s.*)?$/, '')
      .trimEnd();
    const named = nameIn(command);
    if (!named) continue;
    const character = start + command.lastIndexOf(named.name);
    found.push({ line, ...named, character, endCharacter: character + named.name.length, isElsewhere });
  }
  return found;
}

function nameIn(command: string): Pick<TaskCommand, 'tool' | 'name'> | undefined {
  const script = run.exec(command)?.[1];
  if (script !== undefined) return { tool: 'npm', name: script };
  if (test.test(command)) return { tool: 'npm', name: 'test' };
  const target = make.exec(command)?.[1];
  if (target !== undefined) return { tool: 'make', name: target };
  const recipe = just.exec(command)?.[1];
  return recipe === undefined ? undefined : { tool: 'just', name: recipe };
}
