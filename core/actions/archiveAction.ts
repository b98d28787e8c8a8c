import { applyEdits } from '../edits/apply';
import { inOneLine } from '../edits/entryForm';
import { type TextFile, withName } from '../edits/movePlan';
import type { PlanEdit } from '../edits/planEdit';
import { setStatus } from '../edits/setStatus';
import type { Plan } from '../plan/model';
import { foldersBeside, foldersOf } from '../plan/planPath';
import { PlanText } from '../plan/planText';
import { stepFigures } from '../plan/progress';
import { defaultReading } from '../plan/reading';
import { movedLinks } from '../rules/fixes/movedLinks';
import { splitLines } from '../text/blocks';
import type { SearchableText } from '../text/searchableText';
import type { PlanState } from '../words/statuses';
import type { Action, FileChange } from './action';
import { optional, words } from './params';
import type { Refusal } from './refusal';

/** Where a plan's file goes, from the top; left out, to where the others show. */
export interface MoveParams {
  to?: string | undefined;
}

/** What the two actions that move a plan differ in. */
interface ArchiveAction<Id extends string, P extends MoveParams> extends Pick<Action<Id, P>, 'id' | 'summary'> {
  params: Omit<Action<Id, P>['params'], 'to'>;
  command: { title: string; icon: string };
  /** Where a file goes to that is from then on what `state` says, by the folders of the others; undefined where it is there already. */
  target(path: string, state: PlanState, folders: readonly string[]): string | undefined;
  /** What a plan of the file is from then on; undefined where nobody has said that, and where it does not tell. */
  state(plan: Plan, text: SearchableText, params: P): PlanState | undefined;
}

/** Makes an action that moves a plan's file, sets its status, and has links follow: its own, and those of other plans. */
export function archiveAction<Id extends string, P extends MoveParams & { by?: string | undefined }>({
  params: ownParams,
  command,
  target,
  state,
  ...own
}: ArchiveAction<Id, P>): Action<Id, P> {
  const to = optional(words('another path for its file, from the top of the repository or the workspace'));
  return {
    ...own,
    params: { ...ownParams, to } as unknown as Action<Id, P>['params'],
    needs: 'plan',
    readsFiles: true,
    command: { ...command, group: 'file' },
    run({ analysis: { document, lines: text, searchable }, getText }, params, { clock, files }) {
      const [first] = document.plans;
      if (!first) return { refused: 'noPlan' };
      if (!files) return { refused: 'notSupported' };
      // All that the file holds goes with it.
      const states = document.plans.map((plan) => state(plan, searchable, params));
      if (!states.every((each) => each !== undefined)) return notOver(document.plans);
      const { path, others, exists, uriOf } = files;
      const there = foldersBeside(path).filter(exists);
      const folders = [...foldersOf([path, ...others.map((other) => other.path)]), ...there];
      const to = params.to ?? target(path, states.includes('done') ? 'done' : (states[0] as PlanState), folders);
      if (to === undefined) return { refused: 'alreadyMoved', folder: path.slice(0, path.lastIndexOf('/')) };
      if (!isPath(to)) return { refused: 'badParam', param: 'to' };
      if (exists(to) || others.some((other) => other.path === to)) return { refused: 'alreadyThere', path: to };
      const before = getText();
      const by = params.by === undefined ? undefined : inOneLine(params.by);
      const written = splitLines(before);
      const statuses = document.plans
        .flatMap((plan, i) => setStatus(plan, states[i] as PlanState, by, text, written, clock) ?? [])
        // Several plans have one front matter.
        .filter(({ range }, i, all) => all.findIndex((each) => each.range.start.line === range.start.line) === i);
      const isFree = ({ range: { start } }: PlanEdit) => statuses.every(({ range }) => range.start.line !== start.line);
      const placeOf = (each: string) => (each === path ? to : each);
      const links = movedLinks(searchable, {
        from: path,
        to,
        placeOf,
        exists: (each) => each === path || exists(each),
      });
      const after = applyEdits(before, [...statuses, ...links.filter(isFree)]);
      const changes = others.flatMap((other) => changeOf(other, withLinksTo(other, path, to), uriOf));
      return {
        files: [
          ...changeOf({ path, text: before }, after, uriOf),
          { kind: 'move', uri: uriOf(path), to: uriOf(to) },
          ...changes,
        ],
      };
    },
  };
}

/** True for a path of a Markdown file that leads nowhere above the top. */
function isPath(path: string): boolean {
  return /^(?![/\\])(?!.*(?:^|[/\\])\.\.(?:[/\\]|$)).+\.(?:md|markdown)$/i.test(path);
}

function notOver(plans: readonly Plan[]): Refusal {
  const figures = plans.map((plan) => stepFigures(plan).figures);
  const done = figures.reduce((sum, each) => sum + each.done, 0);
  const total = figures.reduce((sum, { done, partial, open }) => sum + done + partial + open, 0);
  return { refused: 'notOver', done, total };
}

/** The text of another file, with its links to a file that has gone to another place, and its path where words name it. */
function withLinksTo({ path, text }: TextFile, from: string, to: string): string {
  const links = movedLinks(new PlanText(splitLines(text), defaultReading).searchable, {
    from: path,
    to: path,
    placeOf: (each) => (each === from ? to : each),
    exists: (each) => each === from,
  });
  return withName(applyEdits(text, links), from, to);
}

/** The one change that makes another text of a file: from the first to the last character that differs. */
function changeOf({ path, text }: TextFile, after: string, uriOf: (path: string) => string): FileChange[] {
  if (after === text) return [];
  let start = 0;
  while (start < text.length && start < after.length && text[start] === after[start]) start++;
  let [end, behind] = [text.length, after.length];
  while (end > start && behind > start && text[end - 1] === after[behind - 1]) [end, behind] = [end - 1, behind - 1];
  return [{ kind: 'edit', uri: uriOf(path), text, change: { start, end, text: after.slice(start, behind) } }];
}
