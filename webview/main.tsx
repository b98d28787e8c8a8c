// The webview's entry: renders the page.
import { render } from 'preact';
import { App } from './app';
import type { Host } from './host';
import './page.css';
import './lists.css';

declare function acquireVsCodeApi(): Host;

render(<App host={acquireVsCodeApi()} />, document.body);
