import type { FromWebview } from './messages';

/** What VS Code hands to a webview's page: `acquireVsCodeApi()`. */
export interface Host {
  postMessage(message: FromWebview): void;
  /** What an earlier page of this view stored; undefined at first. */
  getState(): unknown;
  setState(state: unknown): void;
}
