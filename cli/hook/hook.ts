import { plain } from '../../core/calls/plain';
import { mayBePlan } from '../../core/plan/firstLook';
import { isPlanLocation } from '../../core/plan/locations';
import { isPutAway } from '../../core/plan/planPath';
import { identityOfText } from '../../core/text/identity';
import { type Journal, markOf, type Reading } from '../../files/journal/records';
import { answerFor, blockFor } from './answer';
import type { HookHost, HookOptions } from './call';
import { broughtBy } from './changes';
import { contextLine } from './contextLine';
import type { HookEvent } from './event';
import { gapsIn } from './gaps';
import { clockOf, type Look, lookAt } from './look';
import { configurationFor, contextFor, usualPlans } from './places';
import { realPath, textOf, topOf, touchedBy } from './planFiles';

/** What is to be printed for an event: nothing where there is nothing to say. */
export function answerTo(event: HookEvent, { block }: HookOptions, host: HookHost): string {
  const folder = realPath(event.folder ?? '.');
  if (folder === undefined) return '';
  const { agent, name } = event;
  const top = topOf(folder);
  if (name === 'PostToolUse') return answerFor(agent, name, changesBy(event, folder, top, host).join('\n'));
  const plan = planAtWork(top, host);
  if (!plan || !isFirst(event, plan.path, host)) return '';
  if (name === 'UserPromptSubmit') return answerFor(agent, name, plan.line());
  const isCompacted = name === 'SessionStart' && event.source === 'compact';
  if (name === 'SessionStart' && !isCompacted) return answerFor(agent, name, `${plan.line()} ${advice}`);
  const gaps = gapsIn(plan.look()).map(plain);
  const text =
    gaps.length === 0
      ? ''
      : [`${plan.file} lacks what the next session needs:`, ...gaps.map((gap) => `- ${gap}`)].join('\n');
  if (isCompacted)
    return answerFor(agent, name, [`${plan.line()} ${advice}`, text].filter((each) => each !== '').join('\n'));
  if (name === 'Stop' && text !== '' && mayBlock(plan.path, event, block, host)) return blockFor(agent, text);
  return answerFor(agent, name, text);
}

/** What is said once a session: a tool that stamps by itself was right each time. */
const advice = 'Never type a time: `execplan tick` and the plan tools write it.';

/** What a tool call has brought, in all plans that it may have written to. */
function changesBy(event: HookEvent, folder: string, top: string, host: HookHost): string[] {
  const lines = touchedBy(event, folder, top, host.journals).flatMap((path) => changeOf(path, event, top, host));
  return lines.length === 0 ? [] : [...lines.map(plain), advice];
}

function changeOf(path: string, { added }: HookEvent, top: string, { now, journals }: HookHost): string[] {
  const text = textOf(path);
  if (text === undefined) return [];
  const before = journals.read(path)?.reading;
  const file = shown(path, top);
  if (!before && !isPlanLocation(file) && !mayBePlan(text)) return [];
  const look = lookAt(path, text, contextFor(configurationFor(path, top), top), now(), before);
  if (!before && look.reading.plans === 0) return [];
  journals.add(path, { kind: 'reading', reading: look.reading });
  return broughtBy(file, before, look, added);
}

/** The plan that is worked on, as far as it has to be read. */
interface PlanAtWork {
  path: string;
  /** Its path as people see it. */
  file: string;
  line(): string;
  look(): Look;
}

/** The plan that was remembered last and has something left, else one where plans usually lie. */
function planAtWork(top: string, host: HookHost): PlanAtWork | undefined {
  const remembered = host.journals
    .below(`${top}/`)
    .filter((path) => !isPutAway(shown(path, top)))
    .flatMap((path) => planAt(path, top, host, host.journals.read(path)) ?? []);
  const open = remembered.find(({ reading }) => reading.next !== undefined);
  if (open) return open;
  for (const path of usualPlans(top, host.elapsed)) {
    const found = planAt(path, top, host, host.journals.read(path));
    if (found?.reading.next !== undefined) return found;
  }
  return remembered[0];
}

/** A plan file, read only where it is no longer what is remembered. What is new is remembered. */
function planAt(
  path: string,
  top: string,
  { now, journals }: HookHost,
  journal: Journal | undefined,
): (PlanAtWork & { reading: Reading }) | undefined {
  const text = textOf(path);
  if (text === undefined) return undefined;
  const configuration = configurationFor(path, top);
  const context = contextFor(configuration, top);
  let look: Look | undefined;
  const looked = () => {
    look ??= lookAt(path, text, context, now());
    return look;
  };
  // What a configuration file says may be new, though the text is not.
  const isKnown = configuration === undefined && journal?.reading?.text === identityOfText(text);
  const known = isKnown ? journal.reading : undefined;
  const reading = known ?? looked().reading;
  if (reading.plans === 0) return undefined;
  if (!known) journals.add(path, { kind: 'reading', reading });
  const file = shown(path, top);
  return {
    path,
    file,
    reading,
    line: () => contextLine(file, text.split(/\r\n|\r|\n/), reading, clockOf(context.settings, now())),
    look: looked,
  };
}

/**
 * False for an event that another call of the hook answers: where several files name it, agents call it for each. Copilot and
 * VS Code read `.github/hooks` and Claude Code's settings, too. Where nobody can remember, each is answered.
 */
function isFirst({ session, name, time }: HookEvent, path: string, { journals, call }: HookHost): boolean {
  if (time === undefined) return true;
  const event = markOf(`${session} ${name} ${time}`);
  journals.add(path, { kind: 'event', event, call });
  return (journals.read(path)?.events.get(event) ?? call) === call;
}

/** True where a session may be kept from stopping once more; it is counted, and where nobody can count, it may not. */
function mayBlock(path: string, { session }: HookEvent, most: number, { journals }: HookHost): boolean {
  const key = markOf(session);
  const count = () => journals.read(path)?.blocks.get(key) ?? 0;
  const before = count();
  if (before >= most) return false;
  journals.add(path, { kind: 'block', session: key });
  return count() > before;
}

function shown(path: string, top: string): string {
  return path.startsWith(`${top}/`) ? path.slice(top.length + 1) : path;
}
