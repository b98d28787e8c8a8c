import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { text as readAll } from 'node:stream/consumers';
import * as vscode from 'vscode';
import type { Api } from '../../../client/src/extension';
import { McpProcess } from '../../../scripts/mcpProcess';
import type { PlanSnapshot } from '../../../server/src/protocol';
import { agentEdits, stepNames } from '../../support/agentEdits';
import { planOf20 } from '../../support/planOf20';
import * as assert from '../assert';
import { bridge } from '../bridge';
import { eventually } from '../eventually';
import {
  closeEditors,
  deleteOnDisk,
  file,
  findings,
  openNew,
  replaceOnDisk,
  ruleOf,
  showProgress,
  textOnDisk,
} from '../plan';

const program = `${ROOT}/dist/cli.js`;
const path = 'plans/agent.md';
const minute = () => Math.floor(Date.now() / 60_000);

/** What is told of one plan, event by event. */
class Shown {
  #last: PlanSnapshot | undefined;
  #heard: () => void = () => {};
  readonly #subscription: vscode.Disposable;

  constructor(api: Api, uri: vscode.Uri) {
    this.#subscription = api.onProgress((snapshot) => {
      if (vscode.Uri.parse(snapshot.uri).toString() !== uri.toString()) return;
      this.#last = snapshot;
      this.#heard();
    });
  }

  /** The first snapshot that has so many steps, done ones among them, be it told already. */
  async until(done: number, total: number): Promise<PlanSnapshot> {
    for (;;) {
      const figures = this.#last?.plans[0]?.figures;
      if (this.#last && figures?.done === done && figures.done + figures.partial + figures.open === total)
        return this.#last;
      await new Promise<void>((resolve) => {
        this.#heard = resolve;
      });
    }
  }

  stop(): void {
    this.#subscription.dispose();
  }
}

describe('an agent that works through a plan of 20 steps while VS Code shows it', () => {
  let shown: Shown;
  let uri: vscode.Uri;
  let folder: string;

  beforeEach(async () => {
    uri = file(path);
    folder = file('.').fsPath;
    const api = await vscode.extensions.getExtension<Api>(EXTENSION_ID)?.activate();
    assert.ok(api);
    shown = new Shown(api, uri);
    await openNew(path, planOf20());
    await shown.until(0, 20);
    await showProgress();
  });
  afterEach(async () => {
    shown.stop();
    await closeEditors();
    await deleteOnDisk(uri);
  });

  /** Holds all that is shown to what the plan is after a call. */
  async function holds(done: number, total = 20): Promise<void> {
    const { plans } = await shown.until(done, total);
    const next = (await textOnDisk(uri)).split('\n').find((line) => line.startsWith('- [ ] '));
    const words = next?.replace(/^- \[ \] (?:\([^)]*\) )?/, '');
    assert.equal(plans[0]?.nextStep?.text, words);
    const badge = '.activitybar .action-item:has([aria-label^="ExecPlan"]) .badge-content';
    await eventually(async () => {
      const page = await bridge.webviewText('body');
      assert.match(page, new RegExp(`\\b${done} of ${total}\\b`));
      // Of a plan at work; a new one waits, and a done one has nothing left.
      if (done > 0) assert.equal((await bridge.texts(badge)).join(), done < total ? String(total - done) : '');
      if (words) assert.match(await bridge.webviewText('.next'), new RegExp(words.replace(/^M\d: |\.$/g, '')));
    });
  }

  /** Holds that a step bears the time of its call, to the minute: the shape has no more. */
  async function holdsStamp(step: number, from: number): Promise<void> {
    const to = minute();
    const line = (await textOnDisk(uri)).split('\n').find((each) => each.includes(stepNames[step] as string)) ?? '';
    const [, stamp = ''] = /^- \[x\] \((\d{4}-\d\d-\d\d \d\d:\d\dZ)\) M/.exec(line) ?? [];
    const at = Date.parse(stamp.replace(' ', 'T')) / 60_000;
    assert.ok(at >= from && at <= to, line);
  }

  /** Holds the findings to those of a plan that is kept as it should be: nothing proves its milestones, nor says how it ended. */
  async function holdsFindings(done: number): Promise<void> {
    const ended = done === 20 ? ['finished-without-outcome'] : [];
    await eventually(() =>
      assert.deepEqual([...new Set(findings(uri).map(ruleOf))].sort(), [...ended, 'milestone-without-proof']),
    );
  }

  it('over MCP: all is right behind each call', async function () {
    this.timeout(0);
    const server = new McpProcess(program, folder, ['--root', folder]);
    await server.begin();
    let { identity } = (await server.call('plan_next', { file: path })).result.structuredContent;
    for (const [i, step] of stepNames.entries()) {
      const from = minute();
      const { result } = await server.call('plan_tick', { file: path, identity, step });
      assert.equal(result.isError, undefined, JSON.stringify(result));
      identity = result.structuredContent.identity;
      await holdsStamp(i, from);
      await holds(i + 1);
      await holdsFindings(i + 1);
    }
    await server.end();
    // The page knows that a tool wrote them: what it shows may fold them.
    await eventually(async () => assert.match(await bridge.webviewText('body'), /20 times that tools wrote/));
  });

  it('over the command line, too', async function () {
    this.timeout(0);
    for (const [i, step] of stepNames.entries()) {
      const from = minute();
      await run(['tick', path, '--step', step]);
      await holdsStamp(i, from);
      await holds(i + 1);
      await holdsFindings(i + 1);
    }
  });

  it('by edits of the file: the hook names each wrong one and no right one, and so does the editor', async function () {
    this.timeout(0);
    await hook({ hook_event_name: 'SessionStart', source: 'startup' });
    for (const { text, told } of agentEdits()) {
      await replaceOnDisk(uri, text);
      const said = await hook({
        hook_event_name: 'PostToolUse',
        tool_name: 'Edit',
        tool_input: { file_path: uri.fsPath },
      });
      if (told) assert.match(said, told);
      else assert.equal(said, '');
      const steps = text.split('\n').filter((line) => /^- \[[ x]\] /.test(line));
      const done = steps.filter((line) => line.startsWith('- [x]')).length;
      await holds(done, steps.length);
      if (!told) await holdsFindings(done);
      const line = Number(/:(\d+): /.exec(said)?.[1]) - 1;
      // What the hook names by its line is a finding there.
      if (line >= 0)
        await eventually(() =>
          assert.ok(
            findings(uri).some(({ range }) => range.start.line === line),
            said,
          ),
        );
    }
  });

  function run(args: readonly string[]): Promise<void> {
    return new Promise((resolve, reject) =>
      execFile(process.execPath, [program, ...args], { cwd: folder }, (error, stdout, stderr) =>
        error ? reject(new Error(`${stdout}${stderr}`)) : resolve(),
      ),
    );
  }

  async function hook(event: object): Promise<string> {
    const child: ChildProcess = spawn(process.execPath, [program, 'hook'], { stdio: ['pipe', 'pipe', 'inherit'] });
    child.stdin?.end(JSON.stringify({ session_id: 's', transcript_path: '/t', cwd: folder, ...event }));
    return readAll(child.stdout as NodeJS.ReadableStream);
  }
});
