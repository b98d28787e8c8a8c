import * as vscode from 'vscode';
import type { ParamsOf } from '../../../core/actions/list';

type Remainder = NonNullable<ParamsOf<'tick'>['remainder']>;

/** Asks what became of what a partial step says that remains; undefined where the person leaves it. */
export async function askRemainder(question: string): Promise<Remainder | undefined> {
  const picked = await vscode.window.showQuickPick<vscode.QuickPickItem & { remainder: Remainder }>(
    [
      {
        label: vscode.l10n.t('It is done, too'),
        detail: vscode.l10n.t('The step is ticked, and no longer says that something remains.'),
        remainder: 'done',
      },
      {
        label: vscode.l10n.t('Make it a step of its own'),
        detail: vscode.l10n.t('The step is ticked, and an open one below it says what remains.'),
        remainder: 'split',
      },
    ],
    { placeHolder: question },
  );
  return picked?.remainder;
}
