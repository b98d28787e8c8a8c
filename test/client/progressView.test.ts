import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import type * as vscode from 'vscode';
import { createProgressView, type ProgressView, type ProgressViewApi } from '../../client/src/views/progressView';
import type { ToWebview, ViewState } from '../../webview/messages';
import { drawnPlan, front } from '../support/webviewPlans';

const drawn: ViewState = { front: front(drawnPlan()) };
const uri = (path: string) => ({ path, toString: () => `file://${path}` }) as unknown as vscode.Uri;

/** The small pieces of VS Code's API that the provider takes. */
const api = (bundle?: Record<string, string>): ProgressViewApi =>
  ({
    Uri: { joinPath: (base: vscode.Uri, ...parts: string[]) => uri([base.path, ...parts].join('/')) },
    l10n: {
      t: (text: string, ...values: unknown[]) => text.replace(/\{(\d)\}/g, (_, n) => String(values[Number(n)])),
      bundle,
    },
    env: { language: 'en' },
  }) as unknown as ProgressViewApi;

/** A view as VS Code hands it to a provider. */
class FakeView {
  badge: vscode.ViewBadge | undefined;
  posted: ToWebview[] = [];
  htmlSet = 0;
  private text = '';
  private listeners: ((message: unknown) => unknown)[] = [];
  private disposal: (() => void)[] = [];
  webview = Object.defineProperty(
    {
      options: {} as vscode.WebviewOptions,
      html: '',
      cspSource: 'https://*.vscode-cdn.net',
      asWebviewUri: (resource: vscode.Uri) => uri(`/webview${resource.path}`),
      postMessage: async (message: ToWebview) => this.posted.push(message) > 0,
      onDidReceiveMessage: (listener: (message: unknown) => unknown) => {
        this.listeners.push(listener);
        return { dispose: () => {} };
      },
    },
    'html',
    {
      get: () => this.text,
      set: (html: string) => {
        this.htmlSet++;
        this.text = html;
      },
    },
  );
  onDidDispose = (listener: () => void) => {
    this.disposal.push(listener);
    return { dispose: () => {} };
  };
  /** The page says something; resolves when the provider's answer was given. */
  async say(message: unknown): Promise<void> {
    for (const listener of this.listeners) listener(message);
    await new Promise(setImmediate);
  }
  dispose(): void {
    for (const listener of this.disposal) listener();
  }
}

let view: FakeView;
let heard: unknown[];
let answer: () => Promise<boolean>;
let provider: ProgressView;

function open(withApi = api()): void {
  view = new FakeView();
  heard = [];
  answer = async () => true;
  provider = createProgressView(withApi, uri('/extension'), {
    onReady: (timeZone) => heard.push(['ready', timeZone]),
    onRestart: () => heard.push(['restart']),
    onShowLog: () => heard.push(['showLog']),
    onReveal: (...where) => heard.push(['reveal', ...where]),
    onFix: (...where) => heard.push(['fix', ...where]),
    onChoose: (...where) => heard.push(['choose', ...where]),
    onApplyAgain: (uri) => heard.push(['applyAgain', uri]),
    onSeen: (uri) => heard.push(['seen', uri]),
    onCompareSeen: (uri) => heard.push(['compareSeen', uri]),
    onCopy: (text) => heard.push(['copy', text]),
    onCommand: (...what) => heard.push(['command', ...what]),
    onCompare: (uri) => heard.push(['compare', uri]),
    onAction: (uri, call) => {
      heard.push(['action', uri, call]);
      return answer();
    },
  });
  resolve();
}
const resolve = () =>
  provider.resolveWebviewView(
    view as unknown as vscode.WebviewView,
    {} as vscode.WebviewViewResolveContext,
    {} as vscode.CancellationToken,
  );

beforeEach(() => open());

const ready = { type: 'ready', timeZone: 'Asia/Tokyo' };
const page = 'file:///w/plans/thumbnails.md';
const params = { identity: 'v1', lines: [3] };
const tick = { type: 'action', uri: page, action: 'tick', params };

describe('the page of the progress view', () => {
  it('may run its own script and styles, and nothing else', () => {
    const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(view.webview.html)?.[1] ?? '';
    const nonce = /<script nonce="([^"]+)"/.exec(view.webview.html)?.[1] ?? '';
    assert.match(nonce, /^[0-9a-f]{32,}$/);
    const directives = ["default-src 'none'", 'style-src https://*.vscode-cdn.net', `script-src 'nonce-${nonce}'`];
    assert.deepEqual(policy.split('; '), directives);
    assert.doesNotMatch(policy, /unsafe/);
    assert.match(view.webview.html, /src="file:\/\/\/webview\/extension\/dist\/webview\.js"/);
    assert.match(view.webview.html, /href="file:\/\/\/webview\/extension\/dist\/webview\.css"/);
    assert.match(view.webview.html, /<html lang="en">/);
  });

  it('reads files of dist only', () => {
    const { enableScripts, localResourceRoots } = view.webview.options;
    assert.equal(enableScripts, true);
    assert.deepEqual(
      localResourceRoots?.map(({ path }) => path),
      ['/extension/dist'],
    );
  });

  it('has a nonce of its own each time', () => {
    const first = view.webview.html;
    view = new FakeView();
    resolve();
    assert.notEqual(view.webview.html, first);
  });

  it('is set once; the rest are messages', async () => {
    await view.say(ready);
    provider.show(drawn);
    provider.show({ front: undefined });
    assert.equal(view.htmlSet, 1);
  });
});

describe('the provider', () => {
  it('sends the last state after each ready, and every later one', async () => {
    provider.show({ front: undefined });
    provider.show(drawn);
    assert.deepEqual(view.posted, [], 'nobody listens yet');
    await view.say(ready);
    assert.deepEqual(view.posted, [{ type: 'state', state: drawn }]);
    assert.deepEqual(heard, [['ready', 'Asia/Tokyo']]);
    provider.show({ front: undefined });
    await view.say(ready);
    assert.deepEqual(view.posted.slice(1), Array(2).fill({ type: 'state', state: { front: undefined } }));
  });

  it('says nothing before there is a state', async () => {
    await view.say(ready);
    assert.deepEqual(view.posted, []);
    provider.show(drawn);
    assert.equal(view.posted.length, 1);
  });

  it('hands translations over with the answer to ready', async () => {
    open(api({ Reveal: 'Zeigen' }));
    provider.show(drawn);
    await view.say(ready);
    provider.show(drawn);
    assert.deepEqual(
      view.posted.map(({ l10n }) => l10n),
      [{ Reveal: 'Zeigen' }, undefined],
    );
  });

  it('passes on what the page asks', async () => {
    await view.say({ type: 'reveal', uri: 'file:///a.md', line: 7 });
    await view.say({ type: 'restart', more: 1 });
    await view.say({ type: 'showLog' });
    await view.say({ type: 'fix', uri: 'file:///a.md', line: 7, character: 2 });
    await view.say({ type: 'choose', uri: 'file:///a.md', line: 9 });
    await view.say({ type: 'compare', uri: 'file:///a.md' });
    await view.say({ type: 'applyAgain', uri: 'file:///a.md' });
    await view.say({ type: 'seen', uri: 'file:///a.md' });
    await view.say({ type: 'compareSeen', uri: 'file:///a.md' });
    await view.say({ type: 'copy', text: 'npm test' });
    await view.say({ type: 'command', command: 'split', uri: page, identity: 'v1', line: 3, more: 1 });
    await view.say({ type: 'action', uri: page, action: 'fixAll', params: { identity: 'v1', lines: [1] } });
    await view.say(tick);
    await view.say({ ...tick, action: 'untick', params: { ...params, more: 1 }, more: 1 });
    assert.deepEqual(heard, [
      ['reveal', 'file:///a.md', 7],
      ['restart'],
      ['showLog'],
      ['fix', 'file:///a.md', 7, 2],
      ['choose', 'file:///a.md', 9],
      ['compare', 'file:///a.md'],
      ['applyAgain', 'file:///a.md'],
      ['seen', 'file:///a.md'],
      ['compareSeen', 'file:///a.md'],
      ['copy', 'npm test'],
      ['command', 'split', { uri: page, identity: 'v1', line: 3 }],
      ['action', page, { action: 'fixAll', params: { identity: 'v1' } }],
      ['action', page, { action: 'tick', params }],
      ['action', page, { action: 'untick', params }],
    ]);
  });

  it('sends the state again when a tick was refused or failed', async () => {
    provider.show(drawn);
    await view.say(ready);
    await view.say(tick);
    assert.equal(view.posted.length, 1, 'a tick that succeeded changes the plan, which is shown anew by itself');
    answer = async () => false;
    await view.say(tick);
    assert.equal(view.posted.length, 2);
    answer = () => Promise.reject(new Error('no server'));
    await view.say(tick);
    assert.deepEqual(view.posted.at(-1), { type: 'state', state: drawn });
    assert.equal(view.posted.length, 3);
  });

  it('ignores what it does not understand', async () => {
    const junk = [
      undefined,
      null,
      3,
      'tick',
      [],
      {},
      { type: 'open' },
      { type: 'compare' },
      { type: 'copy', text: 3 },
      { type: 'copy', text: 'x'.repeat(30_000) },
      { type: 'fix', uri: 'file:///a.md', line: 1 },
      { type: 'choose', uri: 'file:///a.md', line: -1 },
      { type: 'command', command: 'archive', uri: 'file:///a.md', identity: 'v1', line: 1 },
      { type: 'command', command: 'split', uri: 'file:///a.md', identity: 1, line: 1 },
      { type: 'command', command: 'split', uri: 'file:///a.md', identity: 'v1', line: '1' },
      { type: 'ready' },
      { type: 'ready', timeZone: 3 },
    ];
    const reveals = [{ uri: 3 }, { line: -1 }, { line: 1.5 }, { line: '1' }, { line: Number.NaN }, { line: undefined }];
    const wrong = [
      { identity: 3 },
      { identity: undefined },
      { lines: [] },
      { lines: [-1] },
      { lines: [2 ** 53] },
      { lines: 3 },
    ];
    const ticks = [
      ...wrong.map((change) => ({ params: { ...params, ...change } })),
      { uri: undefined },
      { params: null },
      { action: 'newPlan' },
    ];
    for (const message of junk) await view.say(message);
    for (const change of reveals) await view.say({ type: 'reveal', uri: 'file:///a.md', line: 1, ...change });
    for (const change of ticks) await view.say({ ...tick, ...change });
    assert.deepEqual(heard, []);
  });
});
