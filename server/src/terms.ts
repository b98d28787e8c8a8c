import { config as configureTexts } from '@vscode/l10n';
import type { Diagnostic } from 'vscode-languageserver';
import { type Analysis, type Analyzer, analyze, identityOfText } from './analysis';
import { copied } from './copied';
import { toDiagnostic } from './features/diagnostics';
import { toSnapshot } from './features/progress';
import type { Rule } from './lint/rule';
import { placesBy } from './places';
import type { InitializationOptions, PlanSnapshot } from './protocol';
import type { Settings } from './settings';

/** All that texts are read and checked by: plain data, so that another thread can have it. */
export interface Terms {
  settings: Settings;
  /** URIs of the workspace's folders. */
  folders: readonly string[];
  /** As `toDiagnostic` takes it. */
  docs: string | undefined;
  /** Translations of the messages. */
  l10n: InitializationOptions['l10n'];
}

/** A closed file as it is now. */
export interface ClosedFile {
  snapshot: PlanSnapshot;
  /** Undefined where nobody wants them, and where the text is the one that was read before. */
  diagnostics: readonly Diagnostic[] | undefined;
}

/** Makes the analyzer of some terms; `now` is the clock (milliseconds since the epoch), `log` hears of rules that throw. */
export function analyzerBy(
  { settings, folders }: Terms,
  rules: readonly Rule[],
  now: () => number,
  log: (message: string) => void,
): Analyzer {
  const { marks, zones, files } = settings;
  const placeOf = placesBy(files, folders);
  return {
    readingOf: (uri) => ({ marks, zones, ...placeOf(uri) }),
    rulesOf: () => settings.rules,
    filesOf: () => undefined,
    now,
    rules,
    onError: ({ id }, error) => log(`Rule ${id} failed: ${describe(error)}`),
  };
}

/** What the client is told of a closed file's text. */
export function closedFile(uri: string, identity: string, analysis: Analysis, { settings, docs }: Terms): ClosedFile {
  return {
    // Of the text nothing stays.
    snapshot: copied(toSnapshot({ uri, identity, ...analysis })),
    diagnostics: settings.workspaceDiagnostics
      ? analysis.findings.map((finding) => toDiagnostic(finding, uri, docs))
      : undefined,
  };
}

/** Makes what reads closed files by some terms in a thread of its own, with its own translations. */
export function readerBy(
  terms: Terms,
  rules: readonly Rule[],
  now: () => number,
  log: (message: string) => void,
): (uri: string, text: string) => ClosedFile {
  if (terms.l10n) configureTexts({ contents: terms.l10n });
  const analyzer = analyzerBy(terms, rules, now, log);
  return (uri, text) => closedFile(uri, identityOfText(text), analyze(text, uri, analyzer), terms);
}

/** An error for the log, with its stack where it has one. */
export function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
