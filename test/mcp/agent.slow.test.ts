import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { agentEdits, stepNames } from '../support/agentEdits';
import { mcpFolder } from '../support/mcpPlans';
import type { PlanFolder } from '../support/planFolder';
import { root } from '../support/root';

const program = fileURLToPath(new URL('dist/cli.js', root));

interface Standing {
  figures: { done: number; total: number };
  next: { text: string } | null;
}

const minute = () => Math.floor(Date.now() / 60_000);

describe('an agent that works through a plan of 20 steps', () => {
  let folder: PlanFolder;
  beforeEach(() => {
    folder = mcpFolder();
  });
  afterEach(() => folder.remove());

  /** Holds one answer to what the plan is then: figures, next step, and a stamp of the call's own minute. */
  function hold({ figures, next }: Standing, step: number, from: number): void {
    assert.equal(figures.done, step + 1);
    assert.equal(next?.text.includes(stepNames[step + 1] as string) ?? step === 19, true);
    const line =
      folder
        .read('plans/cache.md')
        .split('\n')
        .find((each) => each.includes(stepNames[step] as string)) ?? '';
    const [, stamp = ''] = /^- \[x\] \((\d{4}-\d\d-\d\d \d\d:\d\dZ)\) M/.exec(line) ?? [];
    const at = Date.parse(stamp.replace(' ', 'T')) / 60_000;
    assert.ok(at >= from && at <= minute(), line);
  }

  it('over MCP is told after each call what is so', async () => {
    const client = new Client({ name: 'agent', version: '1' }, { versionNegotiation: { mode: { pin: '2026-07-28' } } });
    await client.connect(
      new StdioClientTransport({ command: process.execPath, args: [program, 'mcp'], cwd: folder.path }),
    );
    try {
      const ask = async (name: string, input: object) =>
        (await client.callTool({ name, arguments: { ...input } })).structuredContent as {
          identity: string;
          plans: Standing[];
        };
      let { identity } = await ask('plan_status', {});
      for (const [i, step] of stepNames.entries()) {
        const from = minute();
        const answer = await ask('plan_tick', { identity, step });
        hold(answer.plans[0] as Standing, i, from);
        identity = answer.identity;
      }
    } finally {
      await client.close();
    }
  });

  it('over the command line, too', () => {
    for (const [i, step] of stepNames.entries()) {
      const from = minute();
      const args = [program, 'tick', 'plans/cache.md', '--step', step, '--json'];
      const { stdout, status } = spawnSync(process.execPath, args, { cwd: folder.path, encoding: 'utf8' });
      assert.equal(status, 0, stdout);
      hold((JSON.parse(stdout) as { plans: Standing[] }).plans[0] as Standing, i, from);
    }
  });

  it('by edits of the file with hooks on hears of each wrong one, and of no right one', () => {
    const env = { ...process.env, XDG_STATE_HOME: `${folder.path}/.state` };
    const hook = (event: object) => {
      const input = JSON.stringify({ session_id: 's', transcript_path: '/t', cwd: folder.path, ...event });
      return spawnSync(process.execPath, [program, 'hook'], { cwd: folder.path, env, input, encoding: 'utf8' });
    };
    hook({ hook_event_name: 'SessionStart', source: 'startup' });
    for (const { text, told } of agentEdits()) {
      folder.write('plans/cache.md', text);
      const { stdout, status } = hook({
        hook_event_name: 'PostToolUse',
        tool_name: 'Edit',
        tool_input: { file_path: `${folder.path}/plans/cache.md` },
      });
      assert.equal(status, 0);
      if (told) assert.match(stdout, told);
      else assert.equal(stdout, '');
    }
  });
});
