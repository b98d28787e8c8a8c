import { estimateTokenCount } from 'tokenx';
import {
  type CodeAction,
  type CodeActionParams,
  LSPErrorCodes,
  ResponseError,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import type { ActionContext } from '../../core/actions/action';
import { refusalText } from '../../core/actions/refusal';
import { openTarget, readsFiles, runAction } from '../../core/actions/run';
import type { Clock } from '../../core/edits/stamp';
import { toText } from '../../core/edits/template';
import { problemsIn } from '../../core/rules/fixes/problems';
import type { Rule } from '../../core/rules/rule';
import type { OpenText } from '../../core/text/openText';
import { codeActions, quickFixRange } from './features/codeActions';
import { planEdit, refused } from './features/planEdit';
import { type EditSupport, resultEdit } from './features/workspaceEdit';
import type { HandoffParams, HandoffResult, PlanEditParams, PlanEditResult } from './protocol';
import type { PlanRegistry } from './workspace/planRegistry';

/** What the actions on open documents need of the server. */
export interface PlanActionsHost {
  plans: PlanRegistry;
  /** The clock that a file's new stamps are written by. */
  clockOf(uri: string): Clock;
  /** Who signs what is written; undefined where nobody knows. */
  authorOf(uri: string): string | undefined;
  /** What edits the client can apply. */
  editSupport(): EditSupport & { lateEdits?: boolean; codeActionData?: boolean };
  /** Hears of a rule whose fix throws. */
  onRuleError(rule: Rule, error: unknown): void;
}

/** Answers what can be done at a place of an open document. */
export async function answerCodeActions(
  { textDocument: { uri }, range, context }: CodeActionParams,
  host: PlanActionsHost,
): Promise<CodeAction[]> {
  const { plans } = host;
  await plans.resolveContexts([uri]);
  const asked = plans.documents.get(uri);
  const problems = asked
    ? problemsIn(plans.openAnalysis(asked).findings, quickFixRange(range, context.diagnostics))
    : [];
  const nearby = await plans.nearbyFilesOf(
    uri,
    problems.flatMap(({ problem }) => problem.lookFor?.() ?? []),
  );
  // The text may have changed meanwhile.
  const document = plans.documents.get(uri);
  if (!document) return [];
  const offered = codeActions(range, context, {
    uri: document.uri,
    target: openTarget(document, plans.openAnalysis(document)),
    context: contextOf(document, host),
    nearby,
    diagnosticContext: plans.contextOf(document.uri),
    onError: host.onRuleError,
    bearsCalls: host.editSupport().codeActionData === true,
    toEdit: (result) => resultEdit(document, result, host.editSupport()),
  });
  return host.editSupport().lateEdits ? withLateEdits(document, offered) : offered;
}

/** What a code action bears for a client that asks for its edit later. */
interface LateEdit {
  uri: string;
  /** `OpenText.identity` of the text that it is for. */
  identity: string;
  edit: WorkspaceEdit;
}

/** The same with their edits put away until they are asked for. */
function withLateEdits(document: OpenText, actions: readonly CodeAction[]): CodeAction[] {
  const { uri, identity } = document;
  return actions.map(({ edit, ...action }) => (edit ? { ...action, data: { uri, identity, edit } } : action));
}

/** Answers what a chosen code action does. Throws where the text is no longer the one that it was offered for. */
export function answerChosenAction(action: CodeAction, { plans }: PlanActionsHost): CodeAction {
  const { uri, identity, edit } = action.data as LateEdit;
  if (plans.documents.get(uri)?.identity !== identity)
    throw new ResponseError(LSPErrorCodes.ContentModified, refusalText({ refused: 'moved' }));
  return { ...action, edit };
}

/** Answers `execplan/planEdit`. */
export async function answerPlanEdit(params: PlanEditParams, host: PlanActionsHost): Promise<PlanEditResult> {
  const { plans } = host;
  await plans.resolveContexts([params.uri]);
  const asked = plans.documents.get(params.uri);
  const files = asked && readsFiles(params.action) ? await plans.filesAround(asked) : undefined;
  for (;;) {
    // The text may have changed meanwhile.
    const document = plans.documents.get(params.uri);
    if (!document) return refused({ refused: 'moved' });
    const target = openTarget(document, plans.openAnalysis(document));
    const context = { ...contextOf(document, host), ...(files ? { files } : {}) };
    const answer = planEdit(params, document.version, target, context, (result) =>
      resultEdit(document, result, host.editSupport()),
    );
    // What it has asked for and nobody knew may change what it says.
    if (!(await files?.look())) return answer;
  }
}

/** Answers `execplan/handoff`. */
export async function answerHandoff({ uri, params }: HandoffParams, host: PlanActionsHost): Promise<HandoffResult> {
  const { plans } = host;
  await plans.resolveContexts([uri]);
  const document = plans.documents.get(uri);
  if (!document) return refused({ refused: 'moved' });
  const target = openTarget(document, plans.openAnalysis(document));
  const result = runAction('handoff', params, target, contextOf(document, host));
  if ('refused' in result) return refused(result);
  if (!('text' in result)) return refused({ refused: 'failed' });
  const text = toText(result.text);
  return { text, tokens: estimateTokenCount(text) };
}

function contextOf(document: OpenText, { plans, clockOf, authorOf }: PlanActionsHost): ActionContext {
  const clock = clockOf(document.uri);
  const author = authorOf(document.uri);
  return {
    clock,
    ...(author === undefined ? {} : { author }),
    marks: plans.contextOf(document.uri).settings.marks,
    openings: plans.contextOf(document.uri).settings['handoff.openings'],
    configuration: plans.configurationOf(document.uri),
    fixAll: () => plans.fixAll(document, clock),
  };
}
