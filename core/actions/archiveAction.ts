import { applyEdits } from '../edits/apply';
import { type TextFile, withName } from '../edits/movePlan';
import type { PlanEdit } from '../edits/planEdit';
import { setStatus } from '../edits/setStatus';
import type { Plan } from '../plan/model';
import { foldersOf } from '../plan/planPath';
import { PlanText } from '../plan/planText';
import { stepFigures } from '../plan/progress';
import { defaultReading } from '../plan/reading';
import { movedLinks } from '../rules/fixes/movedLinks';
import { splitLines } from '../text/blocks';
import type { PlanState } from '../words/statuses';
import type { Action, FileChange } from './action';
import { type Lines, lines } from './params';
import { planOf } from './place';

/** What the two actions that move a plan differ in. */
interface ArchiveAction<Id extends string> extends Pick<Action<Id, Lines>, 'id' | 'summary'> {
  command: { title: string; icon: string };
  /** Where a file goes to whose plan is from then on what `state` says, by the folders of the others; undefined where it is there already. */
  target(path: string, state: PlanState, folders: readonly string[]): string | undefined;
  /** What the plan is from then on. */
  state(plan: Plan): PlanState;
}

/** Makes an action that moves a plan's file, sets its status, and has links follow: its own, and those of other plans. */
export function archiveAction<Id extends string>({
  command,
  target,
  state,
  ...own
}: ArchiveAction<Id>): Action<Id, Lines> {
  return {
    ...own,
    params: { lines },
    needs: 'plan',
    readsFiles: true,
    command: { ...command, group: 'file' },
    run({ analysis: { document, lines: text, searchable }, getText }, params, { clock, files }) {
      const plan = planOf(document, params);
      if (!plan) return { refused: 'noPlan' };
      if (!files) return { refused: 'notSupported' };
      const { path, others, uriOf } = files;
      const paths = others.map((other) => other.path);
      const to = target(path, state(plan), foldersOf([path, ...paths]));
      if (to === undefined) return { refused: 'alreadySaid' };
      if (paths.includes(to)) return { refused: 'alreadyThere', path: to };
      const before = getText();
      const status = setStatus(plan, state(plan), undefined, text, splitLines(before), clock);
      const links = movedLinks(searchable, { from: path, to, placeOf: (each) => each, exists: isPath });
      const isFree = ({ range }: PlanEdit) => range.start.line !== status?.range.start.line;
      const after = applyEdits(before, [...(status ? [status] : []), ...links.filter(isFree)]);
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

/** Nobody asks the disk: a link to a file or a folder is told by how it is written. */
function isPath(_: string, target: string): boolean {
  return /[/.]/.test(target);
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

/** True for a plan of which nothing is left to do. */
export function isFinished(plan: Plan): boolean {
  const { done, partial, open } = stepFigures(plan).figures;
  return done > 0 && partial + open === 0;
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
