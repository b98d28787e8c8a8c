import {
  type CancellationToken,
  type CompletionItem,
  type CompletionParams,
  CompletionTriggerKind,
  type Connection,
  type DocumentDiagnosticParams,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  type DocumentLink,
  type DocumentLinkParams,
  ErrorCodes,
  type Hover,
  type HoverParams,
  type InlineCompletionItem,
  type InlineCompletionParams,
  LSPErrorCodes,
  ResponseError,
  type SelectionRange,
  type SelectionRangeParams,
  type ServerCapabilities,
  type SymbolInformation,
  type TextDocumentIdentifier,
} from 'vscode-languageserver';
import type { Analysis } from '../../core/check';
import type { OpenText } from '../../core/text/openText';
import { codeLenses } from './features/codeLens';
import { completionsAt, suppressionsAt, triggerCharacters } from './features/completion/completion';
import { placeAt } from './features/completion/place';
import { definitionAt } from './features/definition';
import { highlightsAt } from './features/documentHighlight';
import { documentLinks } from './features/documentLink';
import { foldingRanges } from './features/foldingRange';
import { hoverAt } from './features/hover/hover';
import { inlayHints } from './features/inlayHint';
import { inlineCompletionsAt } from './features/inlineCompletion';
import type { ClientFeatures, LinkingFile, PlanSource } from './features/planSource';
import { referencesAt } from './features/references';
import { prepareRename, renameAt } from './features/rename';
import { selectionRanges } from './features/selectionRange';
import { semanticTokens, tokenLegend } from './features/semanticTokens';
import { matching, namesOf, type PlanName } from './features/workspaceSymbol';
import type { PlanActionsHost } from './planActions';
import type { Capabilities } from './workspace/capabilities';
import { describe } from './workspace/closedFile';

/** What the language features need of the server. */
export interface LanguageFeaturesHost extends PlanActionsHost {
  connection: Connection;
  /** Settles when the settings are known: nothing is answered before. */
  ready: Promise<void>;
  clientFeatures(): ClientFeatures;
  /** The reader's time zone (IANA). */
  localTimeZone(): string;
  /** Looks for the plan files of the workspace, where nobody has done so yet. */
  findPlans(): Promise<void>;
}

/** What a client is told that it can ask for, by what it can do itself. */
export function languageCapabilities(
  {
    semanticTokens,
    inlineCompletion,
    inlayHints,
    pullsFindings,
  }: Pick<Capabilities, 'semanticTokens' | 'inlineCompletion' | 'inlayHints' | 'pullsFindings'>,
  hasCommands: boolean,
): ServerCapabilities {
  return {
    hoverProvider: true,
    documentLinkProvider: {},
    workspaceSymbolProvider: true,
    selectionRangeProvider: true,
    foldingRangeProvider: true,
    ...(pullsFindings && {
      diagnosticProvider: { identifier: 'execplan', interFileDependencies: false, workspaceDiagnostics: false },
    }),
    ...(hasCommands && { codeLensProvider: {} }),
    ...(inlayHints && { inlayHintProvider: true }),
    completionProvider: { triggerCharacters: [...triggerCharacters] },
    ...(inlineCompletion && { inlineCompletionProvider: true }),
    definitionProvider: true,
    referencesProvider: true,
    documentHighlightProvider: true,
    renameProvider: { prepareProvider: true },
    ...(semanticTokens && { semanticTokensProvider: { legend: tokenLegend, full: true, range: true } }),
  };
}

/** Answers what editors ask of a text as they ask it of code. */
export function answerLanguageRequests(host: LanguageFeaturesHost): void {
  const { connection } = host;
  /** Makes a handler of what answers for a plan that is open; without one, and after an error, the answer is `fallback`. */
  function forPlan<P extends { textDocument: TextDocumentIdentifier }, R>(
    name: string,
    fallback: R,
    answer: (source: PlanSource, params: P) => R | Promise<R>,
    sourceOf: (uri: string) => PlanSource | undefined = planOf,
  ): (params: P, token: CancellationToken) => Promise<R | ResponseError<void>> {
    return async (params, token) => {
      const asked = host.plans.documents.get(params.textDocument.uri)?.identity;
      // A request of one moment is about the text of that moment: what is found in a later one would stand elsewhere.
      const outdated = () => {
        if (token.isCancellationRequested) return new ResponseError<void>(LSPErrorCodes.RequestCancelled, 'Cancelled');
        return host.plans.documents.get(params.textDocument.uri)?.identity === asked
          ? undefined
          : new ResponseError<void>(LSPErrorCodes.ContentModified, 'The text has changed meanwhile');
      };
      try {
        await host.ready;
        await host.plans.resolveContexts([params.textDocument.uri]);
        const early = outdated();
        if (early) return early;
        const source = sourceOf(params.textDocument.uri);
        if (!source) return fallback;
        const result = await answer(source, params);
        return outdated() ?? result;
      } catch (error) {
        if (error instanceof ResponseError) return error;
        connection.console.error(`${name} failed: ${describe(error)}`);
        return fallback;
      }
    };
  }

  function sourceFrom(document: OpenText, analysis: Analysis): PlanSource {
    const { uri } = document;
    return {
      uri,
      document,
      analysis,
      path: host.plans.pathOf(uri),
      settings: host.plans.contextOf(uri).settings,
      clock: host.clockOf(uri),
      author: host.authorOf(uri),
      reader: { timeZone: host.localTimeZone() },
      client: host.clientFeatures(),
    };
  }

  function textOf(uri: string): PlanSource | undefined {
    const document = host.plans.documents.get(uri);
    return document && sourceFrom(document, host.plans.openAnalysis(document));
  }

  function planOf(uri: string): PlanSource | undefined {
    const source = textOf(uri);
    return source && source.analysis.document.plans.length > 0 ? source : undefined;
  }

  async function linkingFiles({ document }: PlanSource): Promise<LinkingFile[]> {
    const around = await host.plans.filesAround(document);
    if (!around) return [];
    return around.others.map((file) => {
      const uri = around.uriOf(file.path);
      return { ...file, uri, version: host.plans.documents.get(uri)?.version ?? null };
    });
  }

  connection.onCompletion(
    forPlan<CompletionParams, CompletionItem[]>(
      'Completion',
      [],
      async (source, { position, context }) => {
        const { uri, document, analysis } = source;
        const trigger =
          context?.triggerKind === CompletionTriggerKind.TriggerCharacter ? context.triggerCharacter : undefined;
        const suppressions = trigger === undefined ? suppressionsAt(source, position, host.plans) : [];
        if (suppressions.length > 0) return suppressions;
        const isPlan = analysis.document.plans.length > 0;
        const toBe = isPlan ? undefined : host.plans.planToBe(document);
        const own = isPlan ? source : toBe && sourceFrom(document, toBe);
        const place = own && placeAt(own, position, trigger);
        if (!place) return [];
        return completionsAt(place, {
          list: (directory) => host.plans.listBelowTop(uri, directory),
          tasks: () => host.plans.tasksOf(uri),
        });
      },
      textOf,
    ),
  );
  connection.languages.inlineCompletion.on(
    forPlan<InlineCompletionParams, InlineCompletionItem[]>('Ghost text', [], (source, { position }) =>
      inlineCompletionsAt(source, position),
    ),
  );
  const findings = forPlan<DocumentDiagnosticParams, DocumentDiagnosticReport>(
    'Findings',
    { kind: DocumentDiagnosticReportKind.Full, items: [] },
    ({ document }, { previousResultId }) => host.plans.findingsOf(document, previousResultId),
    textOf,
  );
  connection.languages.diagnostics.on(async (params, token) => {
    const answer = await findings(params, token);
    if (!(answer instanceof ResponseError)) return answer;
    const data = { retriggerRequest: !token.isCancellationRequested };
    return new ResponseError(LSPErrorCodes.ServerCancelled, answer.message, data);
  });
  const pathsOf = (source: PlanSource, paths: readonly string[]) => host.plans.filesMeant(source.uri, paths);
  connection.onHover(
    forPlan<HoverParams, Hover | null>('Hover', null, (source, { position }) =>
      hoverAt(source, position, async ({ path }) => {
        const [meant] = await pathsOf(source, [path]);
        return meant === 'unknown' ? undefined : meant !== undefined;
      }),
    ),
  );
  connection.onDocumentLinks(
    forPlan<DocumentLinkParams, DocumentLink[]>('Links', [], (source) =>
      documentLinks(source, async (paths) =>
        (await pathsOf(source, paths)).map((meant) => (meant === 'unknown' ? undefined : meant)),
      ),
    ),
  );
  connection.onSelectionRanges(
    forPlan<SelectionRangeParams, SelectionRange[] | null>('Selection', null, (source, { positions }) =>
      selectionRanges(source, positions),
    ),
  );
  connection.onFoldingRanges(forPlan('Folding', [], (source) => foldingRanges(source)));
  connection.onCodeLens(forPlan('Lenses', [], (source) => codeLenses(source)));
  connection.languages.inlayHint.on(forPlan('Hints', [], (source, { range }) => inlayHints(source, range)));
  const names = new Map<string, { identity: string; value: PlanName[] }>();
  connection.onWorkspaceSymbol(async ({ query }, token) => {
    try {
      await host.ready;
      await host.findPlans();
      const { markdown } = host.clientFeatures();
      const found: SymbolInformation[] = [];
      const plans = host.plans.eachPlan(({ document, lines }) => namesOf(document, lines), names);
      for await (const { uri, value } of plans) {
        if (token.isCancellationRequested) return new ResponseError<void>(LSPErrorCodes.RequestCancelled, 'Cancelled');
        found.push(...matching(value, query, uri, markdown));
      }
      return found;
    } catch (error) {
      connection.console.error(`Symbols failed: ${describe(error)}`);
      return [];
    }
  });
  connection.onDefinition(forPlan('Definition', [], (source, { position }) => definitionAt(source, position)));
  connection.onReferences(
    forPlan('References', [], async (source, { position, context: { includeDeclaration } }) =>
      referencesAt(source, position, includeDeclaration, await linkingFiles(source)),
    ),
  );
  connection.onDocumentHighlight(forPlan('Highlights', [], (source, { position }) => highlightsAt(source, position)));
  connection.onPrepareRename(forPlan('Rename', null, (source, { position }) => prepareRename(source, position)));
  connection.onRenameRequest(
    forPlan('Rename', null, async (source, { position, newName }) => {
      const edit = renameAt(source, position, newName, await linkingFiles(source));
      if (edit && 'refused' in edit) throw new ResponseError(ErrorCodes.InvalidParams, edit.refused);
      return edit ?? null;
    }),
  );
  connection.languages.semanticTokens.on(forPlan('Colours', { data: [] }, (source) => semanticTokens(source)));
  connection.languages.semanticTokens.onRange(
    forPlan('Colours', { data: [] }, (source, { range }) => semanticTokens(source, range)),
  );
}
