import type * as vscode from 'vscode';
import { lines as linesParam } from '../../../core/actions/params';
import type { FromWebview, PageAction, PageCommand, StateMessage, ViewState } from '../../../webview/messages';

/** The part of VS Code's API that the view needs; the client passes `vscode` itself. */
export type ProgressViewApi = Pick<typeof vscode, 'Uri' | 'l10n' | 'env'>;

/** What the client does when the view asks for it. Lines are 0-based. */
export interface ProgressViewHandlers {
  /** The page listens, and says in which time zone (IANA) its reader is. */
  onReady(timeZone: string): void;
  /** The server that has ended is to be started again. */
  onRestart(): void;
  onShowLog(): void;
  onReveal(uri: string, line: number): void;
  /** A finding's place is to be shown, with the fixes that there are. */
  onFix(uri: string, line: number, character: number): void;
  /** Another plan of the same file is to be in front. */
  onChoose(uri: string, line: number): void;
  /** A plan's unsaved text is to be compared with its file. */
  onCompare(uri: string): void;
  /** Ticks that another program has overwritten are to be made again. */
  onApplyAgain(uri: string): void;
  /** The plan as it is now counts as seen. */
  onSeen(uri: string): void;
  /** A plan is to be compared with what was seen of it. */
  onCompareSeen(uri: string): void;
  onCopy(text: string): void;
  /** One of the extension's commands, at a line of the text that the page has shown. */
  onCommand(command: PageCommand, place: { uri: string; identity: string; line: number }): void;
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

  const hear = (value: unknown) => {
    const message = readMessage(value);
    switch (message?.type) {
      case 'ready': {
        listening = true;
        const { bundle } = vscode.l10n;
        send(bundle ? { l10n: bundle as NonNullable<StateMessage['l10n']> } : {});
        return handlers.onReady(message.timeZone);
      }
      case 'restart':
        return handlers.onRestart();
      case 'showLog':
        return handlers.onShowLog();
      case 'reveal':
        return handlers.onReveal(message.uri, message.line);
      case 'fix':
        return handlers.onFix(message.uri, message.line, message.character);
      case 'choose':
        return handlers.onChoose(message.uri, message.line);
      case 'compare':
        return handlers.onCompare(message.uri);
      case 'applyAgain':
        return handlers.onApplyAgain(message.uri);
      case 'seen':
        return handlers.onSeen(message.uri);
      case 'compareSeen':
        return handlers.onCompareSeen(message.uri);
      case 'copy':
        return handlers.onCopy(message.text);
      case 'command': {
        const { command, uri, identity, line } = message;
        return handlers.onCommand(command, { uri, identity, line });
      }
      case 'action': {
        const { type, uri, ...call } = message;
        handlers.onAction(uri, call as PageAction).then(
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
    },
    show(state) {
      last = state;
      send();
    },
  };
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
<title>ExecPlan</title>
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

/** A command or an output that is copied is no longer than this, in UTF-16 code units. */
const longestCopy = 20_000;
const commands: ReadonlySet<unknown> = new Set<PageCommand>(['split', 'handoff', 'addDecision', 'addSurprise']);

/** What the page sent, or undefined when it is none of our messages: a page is not trusted for its shape. */
function readMessage(value: unknown): FromWebview | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { type, timeZone, uri, line, character, text, command, identity, action, params } = value as Record<
    string,
    unknown
  >;
  if (type === 'ready') return typeof timeZone === 'string' ? { type, timeZone } : undefined;
  if (type === 'restart' || type === 'showLog') return { type };
  if (type === 'copy') return typeof text === 'string' && text.length <= longestCopy ? { type, text } : undefined;
  if (typeof uri !== 'string') return undefined;
  switch (type) {
    case 'compare':
    case 'applyAgain':
    case 'seen':
    case 'compareSeen':
      return { type, uri };
    case 'reveal':
    case 'choose':
      return isPlace(line) ? { type, uri, line } : undefined;
    case 'fix':
      return isPlace(line) && isPlace(character) ? { type, uri, line, character } : undefined;
    case 'command':
      return commands.has(command) && typeof identity === 'string' && isPlace(line)
        ? { type, command: command as PageCommand, uri, identity, line }
        : undefined;
    case 'action':
      return readAction(uri, action, params);
    default:
      return undefined;
  }
}

function readAction(uri: string, action: unknown, params: unknown): FromWebview | undefined {
  if (typeof params !== 'object' || params === null) return undefined;
  const { identity, lines } = params as Record<string, unknown>;
  if (typeof identity !== 'string') return undefined;
  if (action === 'fixAll') return { type: 'action', uri, action, params: { identity } };
  const isKnown = (action === 'tick' || action === 'untick') && linesParam.is(lines);
  return isKnown ? { type: 'action', uri, action, params: { identity, lines } } : undefined;
}

function isPlace(value: unknown): value is number {
  return linesParam.is([value]);
}
