import { FILE_HEADERS_ONLY, formatPatch, structuredPatch } from 'diff';
import { escapedControls } from './plain';
import type { ReportedFile } from './report';

/** What safe fixes change, as a unified diff that `git apply` and `patch -p1` understand. On a screen nothing in it is obeyed. */
export function diffReport(files: readonly ReportedFile[], isScreen: boolean): string {
  const diffs = files.flatMap(({ place, fixed }) =>
    fixed
      ? [
          formatPatch(
            structuredPatch(`a/${place}`, `b/${place}`, fixed.before, fixed.after, undefined, undefined, {
              context: 3,
            }),
            FILE_HEADERS_ONLY,
          ).replace(/\n$/, ''),
        ]
      : [],
  );
  const text = diffs.join('\n');
  return isScreen ? escapedControls(text.replace(/\r$/gm, '')) : text;
}
