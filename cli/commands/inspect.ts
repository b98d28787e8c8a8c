import { Command } from '@commander-js/extra-typings';
import { describeFile, inspect } from '../../core/inspect';
import { isPlanLocation } from '../../core/plan/locations';
import type { PlanDocument } from '../../core/plan/model';
import { parseDocument } from '../../core/plan/parse';
import { defaultReading } from '../../core/plan/reading';
import { type Complain, messageOf } from '../machine/complaint';
import type { Machine } from '../machine/machine';
import type { Session } from '../machine/session';
import { escapedControls, jsonText } from '../report/plain';
import { standardInput } from '../search/planSearch';

/** `execplan inspect` */
export function inspectCommand(session: Session) {
  return new Command('inspect')
    .summary('print what is understood of each plan')
    .description('Prints what is understood of each plan: its status, steps, sections, milestones and entries.')
    .argument('<files...>', 'files; - is standard input')
    .option('--json', 'an array with one object a file, in the order given; lines are 1-based')
    .action(async (files, { json = false }) =>
      session.print(await inspectFiles(files, json, session.machine, session.complain)),
    );
}

/** Tells what is understood of files, as JSON or for people. What cannot be read is complained of. */
export async function inspectFiles(
  files: readonly string[],
  isJson: boolean,
  machine: Machine,
  complain: Complain,
): Promise<string> {
  const found: { file: string; text: string; document: PlanDocument }[] = [];
  for (const file of files) {
    try {
      const text = await (file === standardInput ? machine.readInput() : machine.read(machine.resolve(file)));
      const isLocated = isPlanLocation(file.replaceAll('\\', '/'));
      found.push({ file, text, document: parseDocument(text, { ...defaultReading, isLocated }) });
    } catch (error) {
      complain(`${file}: ${messageOf(error)}`, 'failure');
    }
  }
  if (isJson) return jsonText(found.map((each) => inspect(each.file, each.text, each.document)));
  return found.map((each) => escapedControls(describeFile(each.file, each.text, each.document))).join('\n\n');
}
