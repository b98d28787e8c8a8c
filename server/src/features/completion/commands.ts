import { t } from '@vscode/l10n';
import { CompletionItemKind } from 'vscode-languageserver';
import type { FolderTasks, TaskTool } from '../../../../core/text/tasks';
import type { Proposal } from './item';
import { openBacktick } from './paths';
import type { Place } from './place';

const written: Readonly<Record<TaskTool, string>> = { npm: 'npm run ', make: 'make ', just: 'just ' };
const begun =
  /^(\s*(?:(?:\$|❯|>)\s+)?(?:[A-Z_]{1,30}=\S{0,60}\s+)*)(?:((?:npm|pnpm|yarn|bun)\s+run\s+|make\s+(?:-\S+\s+)*|just\s+)(\S*)|([a-z]*))$/;

/** True where a command may be typed: in a block of code, and in backticks. */
export function isAtCommand({ isCode, before, trigger }: Place): boolean {
  return trigger === undefined && (isCode ? !/^\s*(?:`{3}|~{3})/.test(before) : openBacktick(before) !== undefined);
}

/** The scripts, targets and recipes that are there, whole where nothing stands yet, else behind the tool that runs them. */
export function commandProposals(place: Place, tasks: FolderTasks): Proposal[] {
  const { before, isCode } = place;
  const from = isCode ? 0 : (openBacktick(before) as number);
  const match = begun.exec(before.slice(from));
  if (!match) return [];
  const [, lead = '', tool] = match;
  const wanted = tool === undefined ? undefined : toolOf(tool);
  const start = from + lead.length + (tool?.length ?? 0);
  return (Object.keys(written) as TaskTool[])
    .filter((each) => wanted === undefined || each === wanted)
    .flatMap((each) =>
      (tasks[each]?.names ?? []).map((name): Proposal => {
        const command = wanted === undefined ? `${written[each]}${name}` : name;
        return {
          label: command,
          kind: CompletionItemKind.Function,
          detail: each === 'npm' ? t('Script') : each === 'make' ? t('Target') : t('Recipe'),
          template: [command],
          start,
        };
      }),
    );
}

function toolOf(words: string): TaskTool {
  return words.startsWith('make') ? 'make' : words.startsWith('just') ? 'just' : 'npm';
}
