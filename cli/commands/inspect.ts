import { describeFile, inspect } from '../../core/inspect';
import { isPlanLocation } from '../../core/plan/locations';
import type { PlanDocument } from '../../core/plan/model';
import { parseDocument } from '../../core/plan/parse';
import { defaultReading } from '../../core/plan/reading';
import { type Complain, messageOf } from '../machine/complaint';
import type { Machine } from '../machine/machine';
import { standardInput } from '../search/planSearch';

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
  if (isJson)
    return JSON.stringify(
      found.map((each) => inspect(each.file, each.text, each.document)),
      null,
      2,
    );
  return found.map((each) => describeFile(each.file, each.text, each.document)).join('\n\n');
}
