import { CompletionItemKind } from 'vscode-languageserver';
import { pathFrom } from '../../../../core/text/relativePath';
import type { DirectoryEntry } from '../../protocol';
import type { Proposal } from './item';
import type { Place } from './place';

/** A path that is being typed in backticks: the directory in front of its last slash, and where its last name begins. */
export interface TypedPath {
  /** Below the folder of the workspace, without a slash at its end; empty for that folder itself. */
  directory: string;
  start: number;
}

/** The path that is being typed in backticks; undefined elsewhere, for commands, and for what leads out of the workspace. */
export function typedPath({ before, isCode, source, trigger }: Place): TypedPath | undefined {
  if (isCode || source.path === undefined || (trigger !== undefined && trigger !== '`')) return undefined;
  const open = openBacktick(before);
  const typed = open === undefined ? undefined : before.slice(open);
  if (typed === undefined || !/^[\w.@()[\]+/-]{0,200}$/.test(typed)) return undefined;
  const slash = typed.lastIndexOf('/') + 1;
  const directory = resolved(typed.slice(0, slash), source.path);
  return directory === undefined ? undefined : { directory, start: (open as number) + slash };
}

/** Where code that is not closed yet begins, behind its backtick; undefined where none is open. */
export function openBacktick(before: string): number | undefined {
  const marks = [...before.matchAll(/`+/g)];
  const last = marks.at(-1);
  if (last?.[0].length !== 1 || marks.filter(([mark]) => mark.length === 1).length % 2 === 0) return undefined;
  return last.index + 1;
}

/** The files and folders of a directory. Those that git keeps for itself, and packages, are not what a plan names. */
export function pathProposals({ start }: TypedPath, entries: readonly DirectoryEntry[]): Proposal[] {
  return entries
    .filter(({ name }) => name !== '.git' && name !== 'node_modules')
    .sort((a, b) => Number(b.type === 'directory') - Number(a.type === 'directory') || (a.name < b.name ? -1 : 1))
    .slice(0, 500)
    .map(({ name, type }) => ({
      label: type === 'directory' ? `${name}/` : name,
      kind: type === 'directory' ? CompletionItemKind.Folder : CompletionItemKind.File,
      template: [type === 'directory' ? `${name}/` : name],
      start,
    }));
}

/** `./` and `../` count from the plan's own folder, anything else from the top; undefined where it leads out of that. */
function resolved(directory: string, plan: string): string | undefined {
  return pathFrom(/^\.{1,2}\//.test(directory) ? plan.split('/').slice(0, -1) : [], directory);
}
