import { rules } from '../../core/rules/list';
import { version } from '../../package.json';
import type { Session } from '../machine/session';
import { githubReport } from './github';
import { jsonReport } from './json';
import type { ReportedFile } from './report';
import { sarifReport } from './sarif';
import { textReport } from './text';

/** How findings can be printed. */
export const formats = ['text', 'json', 'sarif', 'github'] as const;
export type Format = (typeof formats)[number];

/** What was found, in a format. */
export function reportAs(
  format: Format,
  files: readonly ReportedFile[],
  withReadiness: boolean,
  { paint, isComplete }: Pick<Session, 'paint' | 'isComplete'>,
): string {
  switch (format) {
    case 'json':
      return jsonReport(files, withReadiness);
    case 'github':
      return githubReport(files);
    case 'sarif':
      return sarifReport(files, { rules, version, isComplete });
    case 'text':
      return textReport(files, paint);
  }
}
