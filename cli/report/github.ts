import { escapedControls } from '../../core/calls/plain';
import type { Severity } from '../../core/rules/profiles';
import type { Region } from './region';
import type { ReportedFile } from './report';

const commands: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'notice',
  hint: 'notice',
};

/** Each finding as a workflow command of GitHub Actions, which shows it as an annotation; empty when there is none. */
export function githubReport(files: readonly ReportedFile[]): string {
  return files
    .flatMap(({ place, findings }) =>
      findings.map(({ rule, severity, message, ...region }) => {
        const properties = { file: place, ...positionOf(region), title: `execplan ${rule}` };
        const written = Object.entries(properties).map(([name, value]) => `${name}=${escapedProperty(String(value))}`);
        return `::${commands[severity]} ${written.join(',')}::${escaped(message)}`;
      }),
    )
    .join('\n');
}

/** Columns are only for what stands in one line: GitHub drops them otherwise. */
function positionOf({ line, column, endLine, endColumn }: Region): Record<string, number> {
  return line === endLine ? { line, col: column, endLine, endColumn } : { line, endLine };
}

function escaped(text: string): string {
  return escapedControls(text).replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapedProperty(text: string): string {
  return escaped(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
