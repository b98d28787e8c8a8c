import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs, styleText } from 'node:util';
import { rules } from '../core/rules/list';
import { version } from '../package.json';
import { checkFiles } from './commands/check';
import { inspectFiles } from './commands/inspect';
import { type Complain, messageOf } from './machine/complaint';
import { machine, toPosix } from './machine/nodeMachine';
import { type Call, flags, readCall, usage } from './options';
import { diffReport } from './report/diff';
import { githubReport } from './report/github';
import { jsonReport } from './report/json';
import { isClean, type ReportedFile } from './report/report';
import { sarifReport } from './report/sarif';
import type { Style } from './report/style';
import { textReport } from './report/text';

const docs = join(__dirname, '..', 'docs', 'rules');

// Who reads may go before the end: `execplan check | head`.
process.stdout.on('error', () => {});

main(process.argv.slice(2)).then((status) => {
  process.exitCode = status;
});

async function main(args: string[]): Promise<number> {
  const call = callOf(args);
  if (typeof call === 'string') {
    console.error(call === '' ? usage : `${call}\n\n${usage}`);
    return 2;
  }
  if (call.command === 'help') return say(usage, 0);
  let hasFailed = false;
  const complain: Complain = (message, meaning) => {
    console.error(message);
    hasFailed ||= meaning === 'failure';
  };
  if (call.command === 'inspect') {
    const text = await inspectFiles(call.files, call.isJson, machine, complain);
    return say(text, hasFailed ? 2 : 0);
  }
  const targets = call.targets.map(toPosix);
  const files = await checkFiles({ ...call, targets }, machine, complain);
  const status = hasFailed ? 2 : isClean(files, call.maxWarnings) ? 0 : 1;
  return say(report(files, call, !hasFailed), status);
}

function callOf(args: string[]): Call | string {
  try {
    return readCall(parseArgs({ args, allowPositionals: true, options: flags }));
  } catch (error) {
    return messageOf(error);
  }
}

function report(
  files: readonly ReportedFile[],
  { format, withReadiness, fixes }: Extract<Call, { command: 'check' }>,
  isComplete: boolean,
): string {
  if (fixes === 'diff') return diffReport(files, process.stdout.isTTY);
  switch (format) {
    case 'json':
      return jsonReport(files, withReadiness);
    case 'github':
      return githubReport(files);
    case 'sarif': {
      const pages = existsSync(docs) ? pathToFileURL(docs).href : undefined;
      return sarifReport(files, { rules, version, docs: pages, isComplete });
    }
    case 'text':
      return textReport(files, process.stdout.isTTY && !process.env.NO_COLOR ? paint : (_, text) => text);
  }
}

function paint(style: Style, text: string): string {
  const colours = { error: 'red', warning: 'yellow', information: 'cyan', hint: 'dim', faint: 'dim' } as const;
  return styleText(colours[style], text);
}

function say(text: string, status: number): number {
  if (text !== '') process.stdout.write(`${text}\n`);
  return status;
}
