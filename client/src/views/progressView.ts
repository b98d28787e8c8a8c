import type * as vscode from 'vscode';
import { lines as linesParam } from '../../../core/actions/params';
import type { FromWebview, PageAction, StateMessage, ViewState } from '../../../webview/messages';

/** The part of VS Code's API that the view needs; the client passes `vscode` itself. */
export type ProgressViewApi = Pick<typeof vscode, 'Uri' | 'l10n' | 'env'>;

/** What the client does when the view asks for it. Lines are 0-based. */
export interface ProgressViewHandlers {
  /** The page listens, and says in which time zone (IANA) its reader is. */
  onReady(timeZone: string): void;
  onReveal(uri: string, line: number): void;
  /** A plan's unsaved text is to be compared with its file. */
  onCompare(uri: string): void;
  /** True when the plan was changed: its next snapshot follows by itself. On false or a rejection the last one is sent again. */
  onAction(uri: string, call: PageAction): Thenable<boolean>;
}

export interface ProgressView extends vscode.WebviewViewProvider {
  /** Shows a state now, and again whenever the page is made anew. */
  show(state: ViewState): void;
}

/** The sidebar's progress view. Its page is set once; whatever it shows comes as whole snapshots, after it said `ready`. */
export function createProgressView(
  vscode: ProgressViewApi,
  extensionUri: vscode.Uri,
  handlers: ProgressViewHandlers,
): ProgressView {
  const dist = vscode.Uri.joinPath(extensionUri, 'dist');
  let view: vscode.WebviewView | undefined;
  let listening = false;
  let last: ViewState | undefined;

  const send = (more: Partial<StateMessage> = {}) => {
    if (!view || !listening || !last) return;
    const message: StateMessage = { type: 'state', state: last, ...more };
    void view.webview.postMessage(message);
  };

  const showBadge = () => {
    if (view) view.badge = badgeOf(vscode, last);
  };

  const hear = (value: unknown) => {
    const message = readMessage(value);
    switch (message?.type) {
      case 'ready': {
        listening = true;
        const { bundle } = vscode.l10n;
        send(bundle ? { l10n: bundle as NonNullable<StateMessage['l10n']> } : {});
        return handlers.onReady(message.timeZone);
      }
      case 'reveal':
        return handlers.onReveal(message.uri, message.line);
      case 'compare':
        return handlers.onCompare(message.uri);
      case 'action': {
        const { uri, action, params } = message;
        handlers.onAction(uri, { action, params }).then(
          (changed) => changed || send(),
          () => send(),
        );
        return;
      }
      default:
        return;
    }
  };

  return {
    resolveWebviewView(resolved) {
      view = resolved;
      listening = false;
      resolved.webview.options = { enableScripts: true, localResourceRoots: [dist] };
      resolved.webview.onDidReceiveMessage(hear);
      resolved.onDidDispose(() => {
        if (view === resolved) view = undefined;
      });
      resolved.webview.html = pageOf(vscode, resolved.webview, dist);
      showBadge();
    },
    show(state) {
      last = state;
      showBadge();
      send();
    },
  };
}

/** Counts what is open, never what is finished. */
function badgeOf(vscode: ProgressViewApi, state: ViewState | undefined): vscode.ViewBadge | undefined {
  const { open = 0, partial = 0 } = state?.front?.plan.figures ?? {};
  const value = open + partial;
  if (value === 0) return undefined;
  return { value, tooltip: value === 1 ? vscode.l10n.t('1 open step') : vscode.l10n.t('{0} open steps', value) };
}

function pageOf(vscode: ProgressViewApi, webview: vscode.Webview, dist: vscode.Uri): string {
  const nonce = createNonce();
  const file = (name: string) => webview.asWebviewUri(vscode.Uri.joinPath(dist, name)).toString();
  const policy = ["default-src 'none'", `style-src ${webview.cspSource}`, `script-src 'nonce-${nonce}'`].join('; ');
  return `<!DOCTYPE html>
<html lang="${vscode.env.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${file('webview.css')}">
</head>
<body>
<script nonce="${nonce}" src="${file('webview.js')}"></script>
</body>
</html>`;
}

function createNonce(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** What the page sent, or undefined when it is none of our messages: a page is not trusted for its shape. */
function readMessage(value: unknown): FromWebview | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { type, timeZone, uri, line, action, params } = value as Record<string, unknown>;
  if (type === 'ready') return typeof timeZone === 'string' ? { type, timeZone } : undefined;
  if (typeof uri !== 'string') return undefined;
  if (type === 'compare') return { type, uri };
  if (type === 'reveal') return linesParam.is([line]) ? { type, uri, line: line as number } : undefined;
  if (type !== 'action' || typeof params !== 'object' || params === null) return undefined;
  const { identity, lines } = params as Record<string, unknown>;
  const isKnown = (action === 'tick' || action === 'untick') && typeof identity === 'string' && linesParam.is(lines);
  return isKnown ? { type, uri, action, params: { identity, lines } } : undefined;
}
