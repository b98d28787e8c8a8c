import * as vscode from 'vscode';
import type { ParamsOf, TextActionId } from '../../../core/actions/list';
import type { PlanDetails, StepProgress } from '../../../server/src/protocol';

/** A word that an action takes, and how a person is asked for it; an empty answer leaves it out. */
interface Prompt {
  param: string;
  /** In the person's language. */
  text(): string;
  isNeeded?: true;
}

const what: Prompt = { param: 'text', text: () => vscode.l10n.t('What does it say?'), isNeeded: true };
const why: Prompt = { param: 'reason', text: () => vscode.l10n.t('Why?') };
const parts: readonly Prompt[] = [
  { param: 'completed', text: () => vscode.l10n.t('What is done of this step?') },
  { param: 'remaining', text: () => vscode.l10n.t('What remains of it?'), isNeeded: true },
];

/** What is asked where there are no tab stops to type at: in an editor that is no text editor. */
const promptsOf: Readonly<Partial<Record<TextActionId, readonly Prompt[]>>> = {
  addStep: [what],
  addDoneStep: [what],
  addSurprise: [what, { param: 'evidence', text: () => vscode.l10n.t('What proves it?') }],
  addDecision: [what, { param: 'rationale', text: () => vscode.l10n.t('Why was it decided?') }],
  addOutcome: [what, { param: 'remaining', text: () => vscode.l10n.t('What remains, and what was learned?') }],
  addRevisionNote: [what],
  addMilestone: [{ param: 'title', text: () => vscode.l10n.t('What is its title?'), isNeeded: true }],
  markPartial: parts,
  split: parts,
  drop: [why],
  block: [why],
};

/**
 * Asks for the words of an action; undefined where the person leaves it. A box stays until it is answered or left by
 * Escape: one looks words up in the plan, and a custom editor takes the focus when its document changes.
 */
export async function askWords(action: TextActionId): Promise<Record<string, string> | undefined> {
  const said: Record<string, string> = {};
  for (const { param, text, isNeeded } of promptsOf[action] ?? []) {
    const value = await vscode.window.showInputBox({
      prompt: text(),
      ignoreFocusOut: true,
      validateInput: (typed) =>
        isNeeded && typed.trim() === '' ? vscode.l10n.t('Something has to stand here.') : undefined,
    });
    if (value === undefined) return undefined;
    if (value.trim() !== '') said[param] = value;
  }
  return said;
}

const stateLabels: Readonly<Record<StepProgress['state'], string>> = {
  done: '$(pass-filled)',
  partial: '$(circle-large)',
  open: '$(circle-large-outline)',
  dropped: '$(circle-slash)',
};

/** Asks for steps of a plan where there is no cursor; undefined where the person leaves it. */
export async function askSteps({ steps, next }: PlanDetails, title: string): Promise<number[] | undefined> {
  const items = steps.map(({ line, state, text }, i) => ({
    label: `${stateLabels[state]} ${text}`,
    line,
    picked: i === next,
  }));
  const picked = await vscode.window.showQuickPick(items, {
    title,
    placeHolder: vscode.l10n.t('Which steps?'),
    canPickMany: true,
    ignoreFocusOut: true,
  });
  return picked && picked.length > 0 ? picked.map(({ line }) => line) : undefined;
}

type Status = Pick<ParamsOf<'setStatus'>, 'state' | 'by'>;

/** Asks what a plan is as a whole; undefined where the person leaves it. */
export function askStatus(): Promise<Status | undefined> {
  const active = { label: vscode.l10n.t('Active'), description: vscode.l10n.t('Somebody works on it') };
  const title = vscode.l10n.t('Set Status');
  return askState(
    [{ ...active, state: 'active' as const }, ...overItems()],
    title,
    vscode.l10n.t('What is this plan?'),
  );
}

/** Asks what became of a plan that has something left; undefined where the person leaves it. */
export function askOver(question: string): Promise<Pick<ParamsOf<'archive'>, 'state' | 'by'> | undefined> {
  return askState(overItems(), vscode.l10n.t('Archive Plan'), question);
}

function overItems() {
  return [
    {
      label: vscode.l10n.t('Done'),
      description: vscode.l10n.t('All that it was for is there'),
      state: 'done' as const,
    },
    {
      label: vscode.l10n.t('Abandoned'),
      description: vscode.l10n.t('Nobody will go on'),
      state: 'abandoned' as const,
    },
    {
      label: vscode.l10n.t('Superseded'),
      description: vscode.l10n.t('Another plan takes its place'),
      state: 'superseded' as const,
    },
  ];
}

async function askState<S extends Status['state']>(
  items: readonly (vscode.QuickPickItem & { state: S })[],
  title: string,
  placeHolder: string,
): Promise<{ state: S; by?: string | undefined } | undefined> {
  const picked = await vscode.window.showQuickPick(items, { title, placeHolder });
  if (!picked) return undefined;
  if (picked.state !== 'superseded') return { state: picked.state };
  const by = await vscode.window.showInputBox({
    prompt: vscode.l10n.t('Which plan takes its place?'),
    ignoreFocusOut: true,
  });
  return by === undefined ? undefined : { state: picked.state, by: by.trim() || undefined };
}
