import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { describeFile, inspect } from './inspect';
import { isPlanLocation } from './plan/locations';
import type { PlanDocument } from './plan/model';
import { parseDocument } from './plan/parse';
import { defaultReading } from './plan/reading';

const usage = `Usage: execplan inspect [--json] FILE…

Prints what is understood of each plan; FILE may be - for standard input.

  --json   an array with one object a file, in the order given; lines are 1-based

Exit status: 0; 2 for a wrong call or a file that cannot be read (the others are still printed).`;

process.exitCode = main(process.argv.slice(2));

function main(args: string[]): number {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { json: { type: 'boolean', default: false }, help: { type: 'boolean', short: 'h', default: false } },
    });
    const [command, ...files] = positionals;
    if (values.help) return say(usage, 0);
    if (command !== 'inspect')
      return complain(command === undefined ? usage : `Unexpected command ${command}, expected inspect.\n\n${usage}`);
    if (files.length === 0) return complain(`Expected at least one FILE.\n\n${usage}`);
    return inspectFiles(files, values.json);
  } catch (error) {
    return complain(`${messageOf(error)}\n\n${usage}`);
  }
}

function inspectFiles(files: readonly string[], json: boolean): number {
  const found: { file: string; text: string; document: PlanDocument }[] = [];
  let status = 0;
  for (const file of files) {
    try {
      const text = readFileSync(file === '-' ? 0 : file, 'utf8');
      found.push({
        file,
        text,
        document: parseDocument(text, { ...defaultReading, isLocated: isPlanLocation(toPosix(file)) }),
      });
    } catch (error) {
      status = complain(`${file}: ${messageOf(error)}`);
    }
  }
  if (json)
    return say(
      JSON.stringify(
        found.map((each) => inspect(each.file, each.text, each.document)),
        null,
        2,
      ),
      status,
    );
  return say(found.map((each) => describeFile(each.file, each.text, each.document)).join('\n\n'), status);
}

/** A path as it is written elsewhere than on Windows. */
function toPosix(path: string): string {
  return path.replaceAll('\\', '/');
}

function say(text: string, status: number): number {
  if (text !== '') process.stdout.write(`${text}\n`);
  return status;
}

function complain(text: string): number {
  process.stderr.write(`${text}\n`);
  return 2;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
