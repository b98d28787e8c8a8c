import { config as configureTexts } from '@vscode/l10n';
import type { Diagnostic } from 'vscode-languageserver';
import { type Analysis, type Analyzer, analyze, identityOfText } from '../../../core/check';
import { type Configuration, merged } from '../../../core/configuration/repositoryFile';
import type { Settings } from '../../../core/configuration/settings';
import type { PlanDocument } from '../../../core/plan/model';
import { parseDocument } from '../../../core/plan/parse';
import type { Existence } from '../../../core/rules/existence';
import type { Rule } from '../../../core/rules/rule';
import { copied } from '../../../core/text/copied';
import { placesBy } from '../../../files/planPlaces';
import { type DiagnosticContext, toDiagnostic } from '../features/diagnostics';
import { toSnapshot } from '../features/progress';
import type { InitializationOptions, PlanSnapshot } from '../protocol';

/** All that texts are read and checked by: plain data, so that another thread can have it. */
export interface CheckContext extends DiagnosticContext {
  settings: Settings;
  /** URIs of the workspace's folders. */
  folders: readonly string[];
  /** Translations of the messages. */
  l10n: InitializationOptions['l10n'];
}

/** A closed file as it is now. */
export interface ClosedFile {
  snapshot: PlanSnapshot;
  /** Undefined where nobody wants or knows them yet, and where the text is the one that was read before. */
  diagnostics: readonly Diagnostic[] | undefined;
  /** As `Analysis.due`. */
  due: number | undefined;
}

/**
 * Makes the terms of each file: with what the configuration file above it says. It is the same object for the same terms.
 */
export function termsBy(
  terms: CheckContext,
  configurationOf: (uri: string) => Configuration | undefined,
): (uri: string) => CheckContext {
  const known = new WeakMap<Configuration, CheckContext>();
  return (uri) => {
    const configuration = configurationOf(uri);
    if (!configuration) return terms;
    const own = known.get(configuration) ?? withConfiguration(terms, configuration);
    known.set(configuration, own);
    return own;
  };
}

function withConfiguration(terms: CheckContext, configuration: Configuration): CheckContext {
  return { ...terms, settings: { ...terms.settings, rules: merged(terms.settings.rules, configuration) } };
}

/** Makes the analyzer of some terms; `now` is the clock (milliseconds since the epoch), `log` hears of rules that throw. */
export function analyzerBy(
  { settings, folders }: Pick<CheckContext, 'settings' | 'folders'>,
  rules: readonly Rule[],
  now: () => number,
  log: (message: string) => void,
): Analyzer {
  const { marks, zones, files } = settings;
  const placeOf = placesBy(files, folders);
  return {
    readingOf: (uri) => ({ marks, zones, ...placeOf(uri) }),
    rulesOf: () => settings.rules,
    existenceOf: () => undefined,
    now,
    rules,
    onError: ({ id }, error) => log(`Rule ${id} failed: ${describe(error)}`),
  };
}

/** What the client is told of a closed file's text. It may keep the text alive: whoever keeps it makes it `lasting`. */
export function closedFile(uri: string, identity: string, analysis: Analysis, terms: CheckContext): ClosedFile {
  return {
    snapshot: toSnapshot({ uri, identity, ...analysis }),
    diagnostics: terms.settings.workspaceDiagnostics
      ? analysis.findings.map((finding) => toDiagnostic(finding, uri, terms))
      : undefined,
    due: analysis.due,
  };
}

/** What the client is told of a closed file's text before the rules have looked at it. */
function uncheckedFile(uri: string, identity: string, document: PlanDocument): ClosedFile {
  const snapshot = toSnapshot({ uri, identity, document, findings: undefined, readiness: { known: undefined } });
  return { snapshot, diagnostics: undefined, due: undefined };
}

/** The same without anything of the text. */
export function lasting(file: ClosedFile): ClosedFile {
  return { ...file, snapshot: copied(file.snapshot) };
}

/** Reads closed files: `read` for their figures alone, at a third of the cost. What comes out is as `closedFile` has it. */
export interface FileReader {
  read(uri: string, text: string): ClosedFile;
  check(uri: string, text: string, existence: Existence | undefined): ClosedFile;
}

/** Makes what reads closed files by some terms in a thread of its own, with its own translations. */
export function readerBy(
  terms: CheckContext,
  rules: readonly Rule[],
  now: () => number,
  log: (message: string) => void,
): FileReader {
  if (terms.l10n) configureTexts({ contents: terms.l10n });
  const analyzer = analyzerBy(terms, rules, now, log);
  return {
    read: (uri, text) =>
      uncheckedFile(uri, identityOfText(text), parseDocument(text, analyzer.readingOf(uri), 'figures')),
    check: (uri, text, existence) =>
      closedFile(uri, identityOfText(text), analyze(text, uri, { ...analyzer, existenceOf: () => existence }), terms),
  };
}

/** An error for the log, with its stack where it has one. */
export function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
