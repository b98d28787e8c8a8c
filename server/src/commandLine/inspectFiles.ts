import { describeFile, inspect } from '../inspect';
import { isPlanLocation } from '../plan/locations';
import type { PlanDocument } from '../plan/model';
import { parseDocument } from '../plan/parse';
import { defaultReading } from '../plan/reading';
import { type Complain, messageOf } from './complaint';
import type { Machine } from './machine';
import { standardInput } from './planSearch';

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
