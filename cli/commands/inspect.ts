import { Command } from '@commander-js/extra-typings';
import { escapedControls, jsonText } from '../../core/calls/plain';
import { describeFile, inspect } from '../../core/inspect';
import type { PlanDocument } from '../../core/plan/model';
import { parseDocument } from '../../core/plan/parse';
import { readingsBy } from '../../files/checkContext';
import { relativeToPath } from '../../files/paths';
import { type Complain, messageOf } from '../machine/complaint';
import type { Machine } from '../machine/machine';
import type { Session } from '../machine/session';
import { CheckContexts } from '../search/checkContexts';
import { Configurations } from '../search/configurationFiles';
import { standardInput } from '../search/planSearch';
import { Repositories } from '../search/repositories';

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
  const repositories = new Repositories(machine);
  const contexts = new CheckContexts(
    machine,
    repositories,
    new Configurations(machine, repositories, complain),
    undefined,
  );
  const found: { file: string; text: string; document: PlanDocument }[] = [];
  for (const file of files) {
    try {
      const path = machine.resolve(file);
      const text = await (file === standardInput ? machine.readInput() : machine.read(path));
      const context = await contexts.of(path);
      found.push({ file, text, document: parseDocument(text, readingsBy(() => context, relativeToPath)(path)) });
    } catch (error) {
      complain(`${file}: ${messageOf(error)}`, 'failure');
    }
  }
  if (isJson) return jsonText(found.map((each) => inspect(each.file, each.text, each.document)));
  return found.map((each) => escapedControls(describeFile(each.file, each.text, each.document))).join('\n\n');
}
