import type { CompletionItem } from 'vscode-languageserver';
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

/** In a comment that silences rules, of a text of any kind: while it is open, nothing behind it can be read. */
export function suppressionsAt(source: PlanSource, line: number, character: number): CompletionItem[] {
  const text = source.document.lines[line] ?? '';
  const place = {
    source,
    line,
    character,
    before: text.slice(0, character),
    behind: text.slice(character),
    trigger: undefined,
  };
  if (!isInSuppression(place.before)) return [];
  return suppressionProposals(place).map((proposal, rank) => toItem(place, proposal, rank));
}
