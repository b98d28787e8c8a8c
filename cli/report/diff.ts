import { FILE_HEADERS_ONLY, formatPatch, structuredPatch } from 'diff';
import { escapedControls } from '../../core/calls/plain';
import type { ReportedFile } from './report';

/** What safe fixes change, as a unified diff that `git apply` and `patch -p1` understand. On a screen nothing in it is obeyed. */
export function diffReport(files: readonly ReportedFile[], isScreen: boolean): string {
  return files
    .flatMap(({ place, fixed }) => (fixed ? [unifiedDiff(place, fixed.before, fixed.after, isScreen)] : []))
    .join('\n');
}

/** What makes one text of a file another, in the same form; `place` is its path with `/`. */
export function unifiedDiff(place: string, before: string, after: string, isScreen: boolean): string {
  const patch = structuredPatch(`a/${place}`, `b/${place}`, before, after, undefined, undefined, { context: 3 });
  const text = formatPatch(patch, FILE_HEADERS_ONLY).replace(/\n$/, '');
  return isScreen ? escapedControls(text.replace(/\r$/gm, '')) : text;
}
