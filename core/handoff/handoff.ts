import { t } from '@vscode/l10n';
import { estimateTokenCount } from 'tokenx';
import type { Plan } from '../plan/model';
import { figuresOf, recordedStamps } from '../plan/progress';
import { type Item, itemsOf, type PartId, parts } from './items';
import { type Phase, phaseText } from './phases';

/** How a handoff is made. */
export interface HandoffOptions {
  /** What the next session is for. */
  phase: Phase;
  /** What stands for the phase's own opening; left out, or empty, it is `phaseText`. */
  opening?: string | undefined;
  /** Where the plan lies, as the next session can open it: `plans/cache.md`. */
  file?: string | undefined;
  /** The most tokens that it may have; undefined sets no limit. */
  tokens?: number | undefined;
}

/** What the next session needs to go on, as Markdown. */
export interface Handoff {
  text: string;
  /** An estimate of what a language model counts; about 10 % off. */
  tokens: number;
  /** True where even what must not be left out has more tokens than it may. */
  isOverLimit: boolean;
}

/**
 * What a session that knows nothing needs to go on with a plan, and no more: what it is for, how far it is, the next step
 * with its milestone, how to prove it, what waits, the records that concern it, and how the plan is kept. With a limit the
 * least needed goes first, and a line says what went. `lines` are those of the text as they are read.
 */
export function handoffOf(plan: Plan, lines: readonly string[], options: HandoffOptions): Handoff {
  const kept = [...itemsOf(plan, lines)];
  const left: Item[] = [];
  const head = [options.opening?.trim() || phaseText(options.phase), headOf(plan, options.file)].join('\n\n');
  const make = () => {
    const text = textOf(head, kept, left);
    return { text, tokens: estimateTokenCount(text) };
  };
  let made = make();
  const most = options.tokens ?? Number.POSITIVE_INFINITY;
  while (made.tokens > most && kept.some(mayGo)) {
    // Counting the whole text for each item would cost the square of it.
    for (let tokens = made.tokens; tokens > most; ) {
      const least = leastNeeded(kept);
      if (!least) break;
      kept.splice(kept.indexOf(least), 1);
      left.unshift(least);
      tokens -= Math.max(1, estimateTokenCount(least.text));
    }
    made = make();
  }
  return { ...made, isOverLimit: made.tokens > most };
}

function mayGo({ need }: Item): boolean {
  return need > 0;
}

/** The last of those that are needed least; undefined where only those are left that must stay. */
function leastNeeded(items: readonly Item[]): Item | undefined {
  let least: Item | undefined;
  for (const item of items) if (mayGo(item) && (!least || item.need >= least.need)) least = item;
  return least;
}

/** What the plan is called, where it lies, and how far it is. */
function headOf(plan: Plan, file: string | undefined): string {
  const { done, partial, open } = figuresOf(plan.steps);
  const last = recordedStamps(plan)?.last;
  const facts = [
    ...(file === undefined ? [] : [t('Plan: {0}', `\`${file}\``)]),
    ...(plan.status === undefined ? [] : [t('Status: {0}', plan.status)]),
    partial > 0
      ? t('{0} of {1} steps done, {2} partly', done, done + partial + open, partial)
      : t('{0} of {1} steps done', done, done + partial + open),
    ...(last ? [t('last record {0}', last.text)] : []),
  ];
  return `# ${plan.title?.text ?? t('Untitled plan')}\n\n${facts.join(' · ')}`;
}

function textOf(head: string, kept: readonly Item[], left: readonly Item[]): string {
  const blocks = [head];
  for (const [id, { title, isList }] of Object.entries(parts())) {
    const own = kept.filter(({ part }) => part === id).map(({ text }) => text);
    if (own.length > 0) blocks.push(`## ${title}`, own.join(isList ? '\n' : '\n\n'));
  }
  const gone = Object.entries(parts()).flatMap(([id, { title }]) => {
    const count = left.filter(({ part }) => part === (id as PartId)).length;
    return count > 0 && id !== 'keeping' ? [`${title} (${count})`] : [];
  });
  if (gone.length > 0) blocks.push(t('Left out here, to be read in the plan: {0}.', gone.join(', ')));
  return `${blocks.join('\n\n')}\n`;
}
