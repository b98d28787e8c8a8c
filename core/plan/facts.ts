import { estimateTokenCount } from 'tokenx';
import { readBlocks } from '../text/blocks';
import { readPaths } from '../text/paths';
import { lineBehind } from '../text/positions';
import { isLocal, readUrls, withoutUrls } from '../text/urls';
import type { Passage, Plan } from './model';
import { acceptanceFigures, type Figures, recordedStamps, stepFigures } from './progress';
import type { Stamp } from './timestamp';

/** What can be said of a plan at a glance. Counted on demand: nothing of it is needed at a keystroke. */
export interface Facts {
  title: string | undefined;
  /** As the plan says it, in its front matter or in a line near its top: `In progress`. */
  status: string | undefined;
  figures: Figures;
  /** The boxes below Validation and milestones. */
  acceptance: Figures;
  /** Records of a Progress without boxes. */
  recorded: number;
  /** The oldest and the newest stamp of a done or partly done step or of an entry. */
  firstRecorded: Stamp | undefined;
  lastRecorded: Stamp | undefined;
  pace: Pace | undefined;
  outcomes: 'filled' | 'placeholder' | 'missing';
  /** `http` and `https` addresses of other machines, outside of code; each once. */
  externalLinks: Passage[];
  /** Paths of the repository, outside of fences; each once. */
  paths: Passage[];
  /** Lines of the plan, blank ones included. */
  lines: number;
  /** An estimate of what a language model counts; about 10 % off. */
  tokens: number;
}

/** How fast the work goes: so many steps were done after the first one, in so many milliseconds. */
export interface Pace {
  steps: number;
  milliseconds: number;
}

/** The facts of one plan; `lines` are `linesOf` its text. */
export function factsOf(plan: Plan, lines: readonly string[]): Facts {
  const start = plan.range.start.line;
  const own = lines.slice(start, lineBehind(plan.range));
  const recorded = recordedStamps(plan);
  const roles = new Set(plan.sections.flatMap((section) => section.roles));
  const { links, paths } = mentions(own, start);
  return {
    title: plan.title?.text,
    status: plan.status,
    figures: stepFigures(plan).figures,
    acceptance: acceptanceFigures(plan).figures,
    recorded: plan.entries.filter(({ role }) => role === 'progress').length,
    firstRecorded: recorded?.first,
    lastRecorded: recorded?.last,
    pace: paceOf(plan),
    outcomes: plan.entries.some(({ role }) => role === 'outcomes')
      ? 'filled'
      : roles.has('outcomes')
        ? 'placeholder'
        : 'missing',
    externalLinks: links,
    paths,
    lines: own.length,
    tokens: estimateTokenCount(own.join('\n')),
  };
}

/** From the first to the last done step with a known instant; undefined for fewer than two, or for dates alone. */
function paceOf({ steps }: Plan): Pace | undefined {
  const done = steps
    .filter(({ state }) => state === 'done')
    .flatMap(({ stamps }) => stamps.slice(0, 1))
    .flatMap(({ precision, instant }) =>
      instant && precision !== 'date' ? [(instant.earliest + instant.latest) / 2] : [],
    );
  if (done.length < 2) return undefined;
  const sorted = done.sort((a, b) => a - b);
  const milliseconds = (sorted.at(-1) as number) - (sorted[0] as number);
  return milliseconds > 0 ? { steps: done.length - 1, milliseconds } : undefined;
}

/** The links and paths that lines name outside of code blocks, each once, at its first place. */
function mentions(own: readonly string[], first: number): { links: Passage[]; paths: Passage[] } {
  const links = new Map<string, Passage>();
  const paths = new Map<string, Passage>();
  const hidden = new Set<number>();
  for (const block of readBlocks(own))
    if (block.kind === 'fence' || block.kind === 'code')
      for (let line = block.line; line < block.endLine; line++) hidden.add(line);
  const put = (into: Map<string, Passage>, text: string, line: number, character: number) => {
    if (into.has(text)) return;
    const range = {
      start: { line: first + line, character },
      end: { line: first + line, character: character + text.length },
    };
    into.set(text, { text, range });
  };
  for (const [line, text] of own.entries()) {
    if (hidden.has(line)) continue;
    const words = text.replace(/`[^`]{1,500}`/g, (code) => ' '.repeat(code.length));
    for (const { url, start } of readUrls(words)) if (!isLocal(url)) put(links, url, line, start);
    for (const { path, start } of readPaths(withoutUrls(text))) put(paths, path, line, start);
  }
  return { links: [...links.values()], paths: [...paths.values()] };
}
