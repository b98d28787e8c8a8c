import type { CompletionItem, Position } from 'vscode-languageserver';
import type { Analysis } from '../../../../core/check';
import type { OpenText } from '../../../../core/text/openText';
import type { FolderTasks } from '../../../../core/text/tasks';
import type { DirectoryEntry } from '../../protocol';
import type { PlanSource } from '../planSource';
import { aligned } from './alignment';
import { commandProposals, isAtCommand } from './commands';
import { entryProposals } from './entries';
import { headingProposals } from './headings';
import { toItem } from './item';
import { milestoneProposals } from './milestones';
import { pathProposals, typedPath } from './paths';
import type { Place } from './place';
import { stampProposals } from './stamps';
import { statusProposals } from './statuses';
import { stepProposals } from './steps';
import { isInSuppression, suppressionProposals } from './suppressions';

/** The characters behind which an editor asks by itself: none of those that words of Markdown are made of. */
export const triggerCharacters: readonly string[] = ['#', '[', '(', '`'];

/** How what lies around a plan is found out: only where it is asked for. */
export interface Surroundings {
  /** What stands in a directory below the plan's top; nothing where nobody can tell. */
  list(directory: string): Promise<readonly DirectoryEntry[]>;
  /** What can be run in the plan's top folder. */
  tasks(): Promise<FolderTasks>;
}

/** What can be put at a place of a plan, in order: what belongs there first. */
export async function completionsAt(place: Place, surroundings: Surroundings): Promise<CompletionItem[]> {
  // What can be put there is told by `suppressionsAt`.
  if (isInSuppression(place.before)) return [];
  const path = typedPath(place);
  const proposals = [
    ...headingsFirst(place),
    ...stampProposals(place),
    ...milestoneProposals(place),
    ...statusProposals(place),
    ...suppressionProposals(place),
    ...(isAtCommand(place) ? commandProposals(place, await surroundings.tasks()) : []),
    ...(path ? pathProposals(path, await surroundings.list(path.directory)) : []),
  ];
  const { markdown } = place.source.client;
  return (markdown ? proposals : aligned(proposals, place.before)).map((proposal, rank) =>
    toItem(place, proposal, rank),
  );
}

/** In a section the records of that section come first. */
function headingsFirst(place: Place) {
  const headings = headingProposals(place);
  const records = [...stepProposals(place), ...entryProposals(place)];
  return place.before.trim().startsWith('#') ? [...headings, ...records] : [...records, ...headings];
}

/** How a text is read that is another one in a line; undefined where that takes too long. */
interface OtherReading {
  analysisWith(document: OpenText, line: number, text: string): Analysis | undefined;
}

/** In a comment that silences rules, of a text of any kind: while it is open, nothing behind it can be read. */
export function suppressionsAt(
  source: PlanSource,
  { line, character }: Position,
  reading: OtherReading,
): CompletionItem[] {
  const text = source.document.lines[line] ?? '';
  const before = text.slice(0, character);
  if (!isInSuppression(before)) return [];
  const behind = text.slice(character);
  // What is wrong in the lines below is known once the comment ends.
  const analysis = behind.includes('-->')
    ? source.analysis
    : (reading.analysisWith(source.document, line, `${text} -->`) ?? source.analysis);
  const place = { source: { ...source, analysis }, line, character, before, behind, trigger: undefined };
  return suppressionProposals(place).map((proposal, rank) => toItem(place, proposal, rank));
}
