// The webview's entry: defines the elements that are used, and renders the page.
import '@vscode-elements/elements/dist/vscode-button/index.js';
import { render } from 'preact';
import { App } from './app';
import type { Host } from './host';
import './page.css';
import './lists.css';

declare function acquireVsCodeApi(): Host;

render(<App host={acquireVsCodeApi()} />, document.body);
