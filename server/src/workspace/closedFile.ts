import { config as configureTexts } from '@vscode/l10n';
import type { Diagnostic } from 'vscode-languageserver';
import { type Analysis, analyze } from '../../../core/check';
import type { PlanDocument } from '../../../core/plan/model';
import { parseDocument } from '../../../core/plan/parse';
import type { Existence } from '../../../core/rules/existence';
import type { Rule } from '../../../core/rules/rule';
import { copied } from '../../../core/text/copied';
import { identityOfText } from '../../../core/text/identity';
import { analyzerBy, type CheckContext } from '../../../files/checkContext';
import { relativeTo } from '../../../files/uri';
import { type DiagnosticContext, toDiagnostic } from '../features/diagnostics';
import { toSnapshot } from '../features/progress';
import type { InitializationOptions, PlanSnapshot } from '../protocol';

/** What files are read, checked and told of with: plain data, so that another thread can have it. */
export interface ServerContext extends CheckContext, DiagnosticContext {
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

/** What the client is told of a closed file's text. It may keep the text alive: whoever keeps it makes it `lasting`. */
export function closedFile(uri: string, identity: string, analysis: Analysis, context: ServerContext): ClosedFile {
  return {
    snapshot: toSnapshot({ uri, identity, ...analysis }),
    diagnostics: context.settings.workspaceDiagnostics
      ? analysis.findings.map((finding) => toDiagnostic(finding, uri, context))
      : undefined,
    due: analysis.due,
  };
}

/** What the client is told of a closed file's text before the rules have looked at it. */
function uncheckedFile(uri: string, identity: string, document: PlanDocument): ClosedFile {
  const snapshot = toSnapshot({
    uri,
    identity,
    document,
    searchable: undefined,
    findings: undefined,
    readiness: { known: undefined },
  });
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

/** Makes what reads closed files with one context in a thread of its own, with its own translations. */
export function readerBy(
  context: ServerContext,
  rules: readonly Rule[],
  now: () => number,
  log: (message: string) => void,
): FileReader {
  if (context.l10n) configureTexts({ contents: context.l10n });
  const analyzer = analyzerBy(() => context, {
    rules,
    now,
    relativeTo,
    existenceOf: () => undefined,
    onError: ruleErrors(log),
  });
  return {
    read: (uri, text) =>
      uncheckedFile(uri, identityOfText(text), parseDocument(text, analyzer.readingOf(uri), 'figures')),
    check: (uri, text, existence) =>
      closedFile(uri, identityOfText(text), analyze(text, uri, { ...analyzer, existenceOf: () => existence }), context),
  };
}

/** Logs a rule that throws. */
export function ruleErrors(log: (message: string) => void): (rule: Rule, error: unknown) => void {
  return ({ id }, error) => log(`Rule ${id} failed: ${describe(error)}`);
}

/** An error for the log, with its stack where it has one. */
export function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
