import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Analyzer, analyze } from '../../core/check';
import { defaultSettings, ruleOptionsOf } from '../../core/configuration/settings';
import { isPlanLocation } from '../../core/plan/locations';
import { defaultReading } from '../../core/plan/reading';
import { rules } from '../../core/rules/list';
import type { Profile } from '../../core/rules/profiles';
import type { Finding } from '../../core/rules/rule';

/** The instant at which the corpus is read, so that a plan's age is the same tomorrow. */
export const corpusClock = Date.parse('2026-11-01T00:00:00Z');

/** A finding in a file of the corpus. */
export interface Hit {
  file: string;
  finding: Finding;
  lines: readonly string[];
}

/** What the rules find in files below a folder, by a profile. */
export function findingsIn(folder: string, files: readonly string[], profile: Profile): Map<string, Hit[]> {
  return new Map(
    files.map((file) => {
      const analyzer: Analyzer = {
        readingOf: () => ({ ...defaultReading, isLocated: isPlanLocation(file.replaceAll('__', '/')) }),
        rulesOf: () => ({ ...ruleOptionsOf(defaultSettings), profile }),
        existenceOf: () => undefined,
        now: () => corpusClock,
        rules,
        onError(rule, error) {
          throw new Error(`Rule ${rule.id} failed in ${file}`, { cause: error });
        },
      };
      const { findings, lines } = analyze(readFileSync(join(folder, file), 'utf8'), file, analyzer);
      return [file, findings.map((finding) => ({ file, finding, lines }))];
    }),
  );
}

/** How many findings above hint the files have: the median and the 90th percentile. */
export function loudness(found: ReadonlyMap<string, readonly Hit[]>): { median: number; p90: number } {
  const counts = [...found.values()]
    .map((hits) => hits.filter(({ finding }) => finding.severity !== 'hint').length)
    .sort((a, b) => a - b);
  const at = (share: number) => counts[Math.ceil(counts.length * share) - 1] ?? 0;
  return { median: at(0.5), p90: at(0.9) };
}

/** Some of a list, by chance but the same for the same seed. */
export function sampleOf<T>(all: readonly T[], count: number, seed: number): T[] {
  let state = seed * 2654435761 + 1;
  const next = () => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x297a2d39) | 0;
    return (state >>> 0) / 2 ** 32;
  };
  return all
    .map((each) => ({ each, order: next() }))
    .sort((a, b) => a.order - b.order)
    .slice(0, count)
    .map(({ each }) => each);
}

/** A finding with the lines around it, for a person who judges it. */
export function describeHit({ file, finding: { range, rule, severity, message }, lines }: Hit): string {
  const first = Math.max(0, range.start.line - 2);
  const last = Math.min(lines.length - 1, Math.min(range.end.line, range.start.line + 6) + 2);
  const around = lines.slice(first, last + 1).map((text, i) => {
    const line = first + i;
    const mark = line >= range.start.line && line <= range.end.line ? '>' : ' ';
    return `  ${mark}${String(line + 1).padStart(5)}  ${text.length > 300 ? `${text.slice(0, 300)}…` : text}`;
  });
  const place = `${file}:${range.start.line + 1}:${range.start.character + 1}`;
  return `${place}  ${severity} ${rule.id}: ${message}\n${around.join('\n')}`;
}
