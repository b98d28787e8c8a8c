import { createInterface } from 'node:readline/promises';
import { styleText } from 'node:util';
import { runCommandLine } from './commandLine';
import { machine } from './machine/nodeMachine';
import type { Style } from './machine/style';

const isScreen = process.stdout.isTTY === true;
const colours = { error: 'red', warning: 'yellow', information: 'cyan', hint: 'dim', faint: 'dim' } as const;
const paint = (style: Style, text: string) => styleText(colours[style], text);

async function ask(question: string): Promise<string> {
  const lines = createInterface({ input: process.stdin, output: process.stdout });
  try {
    return await lines.question(question);
  } finally {
    lines.close();
  }
}

// Who reads may go before the end: `execplan check | head`.
process.stdout.on('error', () => {});

void runCommandLine(process.argv.slice(2), {
  machine,
  isScreen,
  ask: isScreen && process.stdin.isTTY === true ? ask : undefined,
  write: (text) => process.stdout.write(text),
  writeError: (text) => process.stderr.write(text),
  paint: isScreen && !process.env.NO_COLOR ? paint : (_, text) => text,
}).then((code) => {
  process.exitCode = code;
});
