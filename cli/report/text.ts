import { plain } from '../../core/calls/plain';
import type { Style } from '../machine/style';
import { readinessLines } from './readiness';
import { countOf, type ReportedFile } from './report';

/**
 * `12 findings in 3 of 5 plans …`, with a paragraph for each file above (place, severity, message, rule), and one for each
 * plan whose readiness is told.
 */
export function textReport(files: readonly ReportedFile[], paint: (style: Style, text: string) => string): string {
  const paragraphs = files.flatMap(({ file, findings, readiness }) => {
    const places = findings.map(({ line, column }) => `${plain(file)}:${line}:${column}`);
    const width = widest(places);
    const severityWidth = widest(findings.map(({ severity }) => severity));
    const lines = findings.map(({ severity, message, rule }, i) =>
      [
        (places[i] as string).padEnd(width),
        paint(severity, severity.padEnd(severityWidth)),
        plain(message),
        paint('faint', rule),
      ].join('  '),
    );
    const plans = readiness.map((plan) => readinessLines(plan, file, paint).join('\n'));
    return lines.length > 0 ? [lines.join('\n'), ...plans] : plans;
  });
  const fixed = files.filter(({ fixed }) => fixed).length;
  const done = fixed > 0 ? [`${counted(fixed, 'file was', 'files were')} fixed.`] : [];
  return [...paragraphs, ...done, summaryOf(files)].join('\n\n');
}

function summaryOf(files: readonly ReportedFile[]): string {
  const plans = files.filter((each) => each.plans > 0);
  const others = files.length - plans.length;
  const noPlan = others > 0 ? `; ${counted(others, 'file holds', 'files hold')} no plan` : '';
  if (plans.length === 0) return others > 0 ? `No plan${noPlan}.` : 'No plan found.';
  const faulty = plans.filter(({ findings }) => findings.length > 0).length;
  if (faulty === 0) return `No findings in ${counted(plans.length, 'file', 'files')} with plans${noPlan}.`;
  const severities = [
    ['error', 'errors'],
    ['warning', 'warnings'],
    ['information', 'information'],
    ['hint', 'hints'],
  ] as const;
  const counts = severities.flatMap(([one, many]) => {
    const count = countOf(files, one);
    return count > 0 ? [counted(count, one, many)] : [];
  });
  return `${counts.join(', ')} in ${faulty} of ${counted(plans.length, 'file', 'files')} with plans${noPlan}.`;
}

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

function widest(texts: readonly string[]): number {
  return Math.max(0, ...texts.map(({ length }) => length));
}
