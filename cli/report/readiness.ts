import { plain } from '../../core/calls/plain';
import { ago } from '../../core/calls/plainLines';
import type { Plan } from '../../core/plan/model';
import type { Assessment, VerdictId } from '../../core/readiness/checklist';
import type { Readiness } from '../../core/readiness/readiness';
import { wordsOf } from '../../core/rules/facts/headingRanges';
import type { Style } from '../machine/style';
import { type Region, regionOf } from './region';

/** How ready a plan is, as it is told to others. Lines are 1-based. */
export interface ReportedReadiness {
  /** Null when the plan has none. */
  title: string | null;
  /** Where the plan begins: its title. */
  line: number;
  verdicts: {
    id: VerdictId;
    name: string;
    level: Assessment;
    /** `rule` is the id of the rule whose finding it is; null where it is none. */
    reasons: ({ level: Assessment; message: string; rule: string | null } & Region)[];
  }[];
  /** `score` is the share, from 0 to 1; null when there is nothing to count. */
  selfContainment: { score: number; own: number; of: number } | null;
  /** `since` is UTC (ISO 8601); null without a stamp, and when all is done. */
  freshness: { since: string; minutes: number; target: number } | null;
}

/** A plan's readiness as it is told to others. */
export function reportedReadiness(
  { verdicts, selfContainment, freshness }: Readiness,
  { title, range }: Plan,
): ReportedReadiness {
  return {
    title: title?.text ?? null,
    line: (title ? wordsOf(title) : range).start.line + 1,
    verdicts: verdicts.map(({ id, name, level, reasons }) => ({
      id,
      name,
      level,
      reasons: reasons.map(({ level, message, rule, range }) => ({
        level,
        message,
        rule: rule?.id ?? null,
        ...regionOf(range),
      })),
    })),
    selfContainment: selfContainment && { score: selfContainment.own / selfContainment.of, ...selfContainment },
    freshness: freshness && { ...freshness, since: new Date(freshness.since).toISOString().replace('.000Z', 'Z') },
  };
}

const styles = { pass: 'faint', warn: 'warning', fail: 'error' } as const satisfies Record<Assessment, Style>;

/**
 * The lines of a plan's readiness for people: a row for each verdict, with the line and the message of each reason, and
 * one for each metric.
 */
export function readinessLines(
  { title, verdicts, line, selfContainment, freshness }: ReportedReadiness,
  file: string,
  paint: (style: Style, text: string) => string,
): string[] {
  const metrics = [
    ['Self-containment score', describeShare(selfContainment)],
    ['Freshness', describeFreshness(freshness)],
  ] as const;
  const width = Math.max(...verdicts.map(({ name }) => name.length), ...metrics.map(([name]) => name.length));
  const lineWidth = Math.max(0, ...verdicts.flatMap(({ reasons }) => reasons.map(({ line }) => String(line).length)));
  const rows = verdicts.flatMap(({ name, level, reasons }) => {
    const head = `  ${name.padEnd(width)}  ${paint(styles[level], level)}`;
    // A reason stands beside its verdict, the others below it.
    const gap = ' '.repeat(2 + width + 2 + level.length);
    const told = reasons.map(
      ({ line, message, rule }, i) =>
        `${i === 0 ? head : gap}  ${String(line).padStart(lineWidth)}  ${plain(message)}${rule ? `  ${paint('faint', rule)}` : ''}`,
    );
    return told.length > 0 ? told : [head];
  });
  return [
    `${plain(file)}:${line}  ${plain(title ?? 'without a title')}`,
    ...rows,
    ...metrics.map(([name, words]) => `  ${name.padEnd(width)}  ${words}`),
  ];
}

function describeShare(share: ReportedReadiness['selfContainment']): string {
  if (!share) return 'nothing to count';
  return `${Math.floor(share.score * 100)} %: ${share.own} of ${share.of} decisions and sections stand alone`;
}

function describeFreshness(freshness: ReportedReadiness['freshness']): string {
  if (!freshness) return 'no timestamp, or nothing left to do';
  return `last timestamp ${ago(freshness.minutes)}, ${freshness.target} minutes at most`;
}
