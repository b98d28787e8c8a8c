import { changedLines } from '../../core/calls/changedLines';
import { Declined, planCandidate } from '../../core/calls/declined';
import { editsBy } from '../../core/calls/deed';
import type { PlanFile } from '../../core/calls/planFile';
import { newPlan } from '../../core/edits/newPlan';
import { newTextOf } from '../../core/edits/planEdit';
import { type Clock, dateOf, defaultShape, stampText } from '../../core/edits/stamp';
import { toText } from '../../core/edits/template';
import { proposePlanPath } from '../../core/plan/planPath';
import { callTool } from '../../core/tools/call';
import type { ToolHost, WantedPlan } from '../../core/tools/host';
import { joinUri } from '../../files/uri';
import { alwaysSkipped } from '../../files/walk';
import type { ToolChange, ToolFile, ToolParams, ToolResult } from './protocol';
import type { PlanRegistry } from './workspace/planRegistry';

/** What the tools need of the server. */
export interface ToolsHost {
  plans: Pick<PlanRegistry, 'planFile' | 'emptyFile'>;
  /** The clock that a file's new stamps are written by. */
  clockOf(uri: string): Clock;
}

/** Answers `execplan/tool`: what is to be written is said, and written by the client. */
export async function answerTool(params: ToolParams, { plans, clockOf }: ToolsHost): Promise<ToolResult> {
  const { name, input, client, now, files: known, folders } = params;
  let change: ToolChange | undefined;
  const read = async ({ uri, file }: ToolFile) => plans.planFile(uri, file);
  const clock = (uri: string): Clock => ({ ...clockOf(uri), now });
  const host: ToolHost = {
    author: client,
    files: async () => {
      const files = await Promise.all(known.map((each) => read(each).catch(() => undefined)));
      return files.filter((each) => each !== undefined && each.analysis.document.plans.length > 0) as PlanFile[];
    },
    file: async (named) => {
      const meant = fileNamed(named, known);
      const file = meant && (await read(meant));
      if (file) return file;
      throw new Declined({
        refused: 'noFile',
        message: `no plan ${JSON.stringify(named.slice(0, 200))} is known here; plans are in these`,
        candidates: (await host.files()).flatMap((each) =>
          each.analysis.document.plans.map((plan) => planCandidate(each, plan)),
        ),
      });
    },
    clockOf: ({ path }) => clock(path),
    write: async (file, deed, identity) => {
      const { edits, text } = editsBy(file, deed, identity);
      const after = file.withText(text);
      const changes = changedLines(file.text, text);
      const { uri } = known.find((each) => each.file === file.file) as ToolFile;
      const textEdits = edits.map((edit) => ({ range: edit.range, newText: newTextOf(edit) }));
      change = { uri, file: file.file, identity: file.hash, edits: textEdits, lines: changes };
      return { before: file, after, changes, isWritten: false };
    },
    create: async (wanted) => {
      const { uri, file } = placeFor(wanted, known, folders, dateOf(clock(folders[0]?.uri ?? '')));
      if (known.some((each) => each.uri === uri) || (await plans.planFile(uri, file).catch(() => undefined)))
        throw new Declined({ refused: 'alreadyThere', message: 'something is there already; say another file', file });
      const before = await plans.emptyFile(uri, file);
      const stamp = stampText(defaultShape(clock(uri)), clock(uri));
      const text = toText(newPlan({ template: wanted.template ?? 'cookbook', stamp, title: wanted.title }));
      const after = before.withText(text);
      const changes = changedLines('', text);
      const start = { line: 0, character: 0 };
      change = { uri, file, identity: null, edits: [{ range: { start, end: start }, newText: text }], lines: changes };
      return { before, after, changes, isWritten: false };
    },
  };
  const { text, isRefused } = await callTool(name, input, host);
  return { text, isRefused, ...(change && !isRefused ? { change } : {}) };
}

/** The file that a name means: as it was told, or by its URI. */
function fileNamed(named: string, known: readonly ToolFile[]): ToolFile | undefined {
  const path = named.replace(/\\/g, '/').replace(/^\.\//, '');
  return known.find(({ uri, file }) => file === path || uri === named || uri === `file://${path}`);
}

/** Where a new plan is to lie: in the only folder, or in the one whose name its path begins with. */
function placeFor(
  { title, file }: WantedPlan,
  known: readonly ToolFile[],
  folders: readonly ToolFile[],
  today: string,
): ToolFile {
  const [only, second] = folders;
  if (!only) throw new Declined({ refused: 'noFolder', message: 'no folder is open that a plan could be made in' });
  const folder = second ? folders.find((each) => file?.startsWith(`${each.file}/`)) : only;
  if (!folder)
    throw new Declined({
      refused: 'badInput',
      message: `"file" has to begin with a folder: ${folders.map((each) => each.file).join(', ')}`,
    });
  const prefix = second ? `${folder.file}/` : '';
  const proposed = () => {
    const plans = known.map((each) => each.file);
    const { folder: parent, name } = proposePlanPath(title, plans, today);
    return parent === '' ? name : `${parent}/${name}`;
  };
  const path = file?.slice(prefix.length) ?? proposed();
  const parts = path.split('/');
  const isBad = parts.some((part) => part === '' || part === '.' || part === '..' || alwaysSkipped.has(part));
  if (isBad || /[\p{Cc}\\]/u.test(path) || !/[^/]\.md$/i.test(path))
    throw new Declined({ refused: 'badInput', message: '"file" has to be a path below the folder that ends in .md' });
  return { uri: joinUri(folder.uri, path), file: prefix + path };
}
