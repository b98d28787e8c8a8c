import * as vscode from 'vscode';
import { withoutMarks } from '../../../core/text/inlineParts';
import type { Front, FrontPlan } from '../front/frontPlan';
import type { PlanServer } from '../server/planServer';
import { ageText } from './age';
import { plainTitle } from './planRows';
import { figuresText, shortFigures } from './planTexts';

/** How many characters of the next step the status bar shows. */
const longest = 40;

/** The commands that the hover card leads to: no other command runs from there, whatever a plan says. */
const linked: readonly { command: string; title: () => string }[] = [
  { command: 'execplan.revealNextStep', title: () => vscode.l10n.t('Go to Next Step') },
  { command: 'execplan.goToPlan', title: () => vscode.l10n.t('Go to Plan…') },
  { command: 'execplan.plans.focus', title: () => vscode.l10n.t('Show All Plans') },
];

/** Shows in the status bar how far the plan in front is, and what is next; nothing without a plan. */
export function showInStatusBar(parts: { frontPlan: FrontPlan; server: PlanServer }): vscode.Disposable {
  const { frontPlan, server } = parts;
  const item = vscode.window.createStatusBarItem('execplan.progress', vscode.StatusBarAlignment.Left, 0);
  item.name = vscode.l10n.t('ExecPlan Progress');
  item.command = 'execplan.revealNextStep';
  const update = () => {
    const { front } = frontPlan;
    if (!front) {
      item.hide();
      return;
    }
    item.text = textOf(front, server.isStopped);
    item.tooltip = cardOf(front, server.isStopped);
    item.color = server.isStopped ? new vscode.ThemeColor('disabledForeground') : undefined;
    item.accessibilityInformation = { label: spokenOf(front) };
    item.show();
  };
  update();
  return vscode.Disposable.from(item, frontPlan.onDidChange(update), server.onDidChangeStopped(update));
}

/** `12/29 · Fill it on the first request` */
function textOf({ plan }: Front, isStopped: boolean): string {
  const next = plan.nextStep && shortened(withoutMarks(plan.nextStep.text));
  // A plan could spell an icon, `$(bug)`: it is shown as it is written.
  const words = [shortFigures(plan), next].filter(Boolean).join(' · ').replaceAll('$(', '$\u200B(');
  return `$(${isStopped ? 'warning' : 'checklist'}) ${words || vscode.l10n.t('ExecPlan')}`;
}

function shortened(text: string): string {
  const characters = [...text];
  return characters.length <= longest
    ? text
    : `${characters
        .slice(0, longest - 1)
        .join('')
        .trimEnd()}…`;
}

function spokenOf({ plan }: Front): string {
  return [
    plainTitle(plan.title) || vscode.l10n.t('ExecPlan'),
    figuresText(plan),
    plan.nextStep && vscode.l10n.t('Next: {0}', withoutMarks(plan.nextStep.text)),
  ]
    .filter(Boolean)
    .join(', ');
}

/** What is shown on hover. What a plan says is text in it, and no Markdown. */
function cardOf({ plan, uri }: Front, isStopped: boolean): vscode.MarkdownString {
  const card = new vscode.MarkdownString('', true);
  card.isTrusted = { enabledCommands: linked.map(({ command }) => command) };
  const paragraph = (text: string) => card.appendText(text).appendMarkdown('\n\n');
  paragraph(plainTitle(plan.title) || vscode.workspace.asRelativePath(uri));
  const age = ageText(plan.recorded, Date.now(), vscode.env.language);
  const figures = [
    figuresText(plan),
    plan.figures.partial > 0 && vscode.l10n.t('{0} partly', plan.figures.partial),
    age && vscode.l10n.t('recorded {0}', age),
  ].filter(Boolean);
  if (figures.length > 0) paragraph(figures.join(' · '));
  if (plan.nextStep) paragraph(vscode.l10n.t('Next: {0}', withoutMarks(plan.nextStep.text)));
  if (isStopped) paragraph(vscode.l10n.t('The language server has stopped: this is what it told last.'));
  return card.appendMarkdown(linked.map(({ command, title }) => `[${title()}](command:${command})`).join(' · '));
}
