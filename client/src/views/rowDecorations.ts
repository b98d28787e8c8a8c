import * as vscode from 'vscode';
import type { PlanRow } from './planRows';
import { errorsText, movedText } from './planTexts';

/** The scheme of rows: VS Code asks for decorations by URIs, and a row's file has those of others already. */
const scheme = 'execplan-row';

/** Names a row with all that its decoration is made from, so that another decoration is another name. */
export function decoratedUri({ key, isMoved, errors, isStale }: PlanRow): vscode.Uri {
  return vscode.Uri.from({
    scheme,
    path: `/${key}`,
    query: `${isMoved ? 'moved' : ''}&${errors}&${isStale ? 'stale' : ''}`,
  });
}

/** A dot beside what has moved, a mark beside what has errors. */
export function decorateRows(): vscode.Disposable {
  return vscode.window.registerFileDecorationProvider({
    provideFileDecoration(uri) {
      if (uri.scheme !== scheme) return undefined;
      const [moved = '', count = '0', stale = ''] = uri.query.split('&');
      const errors = Number(count);
      if (stale) return { color: new vscode.ThemeColor('disabledForeground') };
      if (!moved && errors === 0) return undefined;
      return {
        badge: `${moved && '●'}${errors > 0 ? '!' : ''}`,
        tooltip: [moved && movedText(), errors > 0 && errorsText(errors)].filter(Boolean).join(' · '),
        ...(errors > 0 && { color: new vscode.ThemeColor('list.errorForeground') }),
      };
    },
  });
}
