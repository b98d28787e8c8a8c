import assert from 'node:assert/strict';
import { once } from 'node:events';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { Client as OlderClient } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport as OlderTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import {
  ResourceListChangedNotificationSchema,
  ResourceUpdatedNotificationSchema,
} from '@modelcontextprotocol/sdk/types.js';
import { tools } from '../../core/tools/list';
import { mcpFolder } from '../support/mcpPlans';
import type { PlanFolder } from '../support/planFolder';
import { root } from '../support/root';

const program = fileURLToPath(new URL('dist/cli.js', root));

/** What both clients can, in one form. Each of them checks what tools answer against the schema of their output. */
interface AnyClient {
  protocol: string | undefined;
  listTools(): Promise<{ tools: { name: string; annotations?: { readOnlyHint?: boolean | undefined } | undefined }[] }>;
  callTool(call: { name: string; arguments: object }): Promise<unknown>;
  listResources(): Promise<{ resources: { uri: string; name: string }[] }>;
  readResource(params: { uri: string }): Promise<{ contents: unknown[] }>;
  listPrompts(): Promise<{ prompts: { name: string }[] }>;
  getPrompt(params: { name: string; arguments: Record<string, string> }): Promise<{ messages: unknown[] }>;
  /** Listens to what becomes of a resource, and of the list of them. */
  listen(uri: string, onUpdate: (uri: string) => void, onList: () => void): Promise<unknown>;
  close(): Promise<void>;
}

const call = (folder: string, args: readonly string[]) => ({
  command: process.execPath,
  args: [program, 'mcp', ...args],
  cwd: folder,
  stderr: 'inherit' as const,
});

async function presentClient(folder: string, mode: 'legacy' | { pin: string }, args: readonly string[]) {
  const client = new Client({ name: 'probe', version: '1.0.0' }, { versionNegotiation: { mode } });
  await client.connect(new StdioClientTransport(call(folder, args)));
  const listen = client.listen.bind(client);
  const own = {
    protocol: client.getNegotiatedProtocolVersion(),
    async listen(uri: string, onUpdate: (uri: string) => void, onList: () => void) {
      client.setNotificationHandler('notifications/resources/updated', ({ params }) => onUpdate(params.uri));
      client.setNotificationHandler('notifications/resources/list_changed', () => onList());
      if (mode === 'legacy') return client.subscribeResource({ uri });
      return listen({ resourceSubscriptions: [uri], resourcesListChanged: true });
    },
  };
  return Object.assign(client, own) as unknown as AnyClient;
}

async function olderClient(folder: string, args: readonly string[]) {
  const client = new OlderClient({ name: 'probe', version: '1.0.0' });
  await client.connect(new OlderTransport(call(folder, args)));
  const own = {
    protocol: '2025-11-25',
    async listen(uri: string, onUpdate: (uri: string) => void, onList: () => void) {
      client.setNotificationHandler(ResourceUpdatedNotificationSchema, ({ params }) => onUpdate(params.uri));
      client.setNotificationHandler(ResourceListChangedNotificationSchema, () => onList());
      return client.subscribeResource({ uri });
    },
  };
  return Object.assign(client, own) as unknown as AnyClient;
}

const clients: Readonly<Record<string, (folder: string, args?: readonly string[]) => Promise<AnyClient>>> = {
  'the present SDK, by the protocol of 2026': (folder, args = []) => presentClient(folder, { pin: '2026-07-28' }, args),
  'the present SDK, by the protocol of 2025': (folder, args = []) => presentClient(folder, 'legacy', args),
  'the last SDK of the 1.x line': (folder, args = []) => olderClient(folder, args),
};

/** What a tool answers, of what is looked at here. */
interface Answer {
  isError?: boolean;
  content: { text: string }[];
  structuredContent: {
    identity: string;
    refused?: string;
    message?: string;
    changes: { line: number; added: string[] }[];
    findings: unknown[];
    plans: {
      file: string;
      identity: string;
      figures: { done: number; total: number };
      next: { text: string } | null;
    }[];
    candidates: { line: number; text: string }[];
  };
}

for (const [name, connect] of Object.entries(clients))
  describe(`execplan mcp, spoken to by ${name}`, () => {
    let folder: PlanFolder;
    let client: AnyClient;
    const ask = async (tool: string, input: object) =>
      (await client.callTool({ name: tool, arguments: input })) as Answer;

    before(async () => {
      folder = mcpFolder();
      client = await connect(folder.path);
    });
    after(async () => {
      await client.close();
      folder.remove();
    });

    it('lists the tools of the table', async () => {
      assert.equal(client.protocol, name.includes('2026') ? '2026-07-28' : '2025-11-25');
      const { tools: listed } = await client.listTools();
      assert.deepEqual(
        listed.map((tool) => [tool.name, tool.annotations?.readOnlyHint]),
        tools.map((tool) => [tool.name, tool.isReadOnly]),
      );
    });

    it('ticks with the time of the call, and tells what changed', async () => {
      const status = await ask('plan_status', {});
      const { identity } = status.structuredContent;
      const from = Math.floor(Date.now() / 60_000);
      const ticked = await ask('plan_tick', { identity, step: 'make the table of part 1' });
      const to = Math.floor(Date.now() / 60_000);
      const { changes, plans, identity: now } = ticked.structuredContent;
      assert.equal(ticked.isError, undefined);
      const [, stamp = ''] = /^- \[x\] \((.*?)\) M1: make the table/.exec(changes[0]?.added[0] ?? '') ?? [];
      const minute = Date.parse(stamp.replace(' ', 'T')) / 60_000;
      assert.ok(minute >= from && minute <= to, stamp);
      assert.equal(folder.read('plans/cache.md').split('\n')[(changes[0]?.line ?? 0) - 1], changes[0]?.added[0]);
      assert.deepEqual(plans[0]?.figures, { done: 1, partial: 0, open: 19, total: 20 });
      assert.match(ticked.content[0]?.text ?? '', new RegExp(`1 of 20 done.*\nidentity ${now}$`));
    });

    it('refuses what was said of another text, with all that the next call needs', async () => {
      const { identity } = (await ask('plan_next', {})).structuredContent;
      folder.write('plans/cache.md', folder.read('plans/cache.md').replace('It keeps thumbnails.', 'It keeps them.'));
      const stale = await ask('plan_tick', { identity, step: 'make the queue of part 1' });
      assert.equal(stale.isError, true);
      assert.equal(stale.structuredContent.refused, 'moved');
      assert.equal(stale.structuredContent.candidates[0]?.text, 'M1: make the queue of part 1, number 2.');
      const again = await ask('plan_tick', {
        identity: stale.structuredContent.identity,
        step: stale.structuredContent.candidates[0]?.text,
      });
      assert.equal(again.structuredContent.plans[0]?.figures.done, 2);
    });

    it('signs a decision with the name of the client, and never with a person', async () => {
      const { identity } = (await ask('plan_next', {})).structuredContent;
      const decided = await ask('plan_add', {
        identity,
        kind: 'decision',
        text: 'Keep two sizes',
        rationale: 'Pages ask for two',
      });
      assert.match(decided.structuredContent.changes.flatMap(({ added }) => added).join('\n'), /\bprobe\b/);
    });

    it('gives plans as resources, and tells when one changes and when one comes', async () => {
      const uri = pathToFileURL(`${folder.path}/plans/cache.md`).href;
      assert.deepEqual(
        (await client.listResources()).resources.map((each) => each.uri),
        [uri],
      );
      assert.deepEqual((await client.readResource({ uri })).contents, [
        { uri, mimeType: 'text/markdown', text: folder.read('plans/cache.md') },
      ]);
      await assert.rejects(client.readResource({ uri: 'file:///etc/hostname' }));
      const told = new EventTarget();
      await client.listen(
        uri,
        (each) => told.dispatchEvent(new Event(each)),
        () => told.dispatchEvent(new Event('list')),
      );
      const updated = once(told, uri);
      const { identity } = (await ask('plan_next', {})).structuredContent;
      await ask('plan_tick', { identity, step: 'make the reader of part 1' });
      await updated;
      const listed = once(told, 'list');
      assert.equal((await ask('plan_new', { title: 'Count visits' })).isError, undefined);
      await listed;
      assert.equal((await client.listResources()).resources.length, 2);
    });

    it('has a prompt for each phase', async () => {
      assert.deepEqual(
        (await client.listPrompts()).prompts.map((prompt) => prompt.name),
        ['plan', 'implement', 'verify'],
      );
      const { messages } = await client.getPrompt({ name: 'verify', arguments: { file: 'plans/cache.md' } });
      assert.match(JSON.stringify(messages), /with a fresh eye.*Serve thumbnails from a cache/);
      await assert.rejects(
        client.getPrompt({ name: 'implement', arguments: { file: '../x.md' } }),
        /lies outside of what this server may look at/,
      );
    });

    it('has no tool that writes where it is read-only', async () => {
      const reading = await connect(folder.path, ['--read-only']);
      try {
        const { tools: listed } = await reading.listTools();
        assert.deepEqual(
          listed.map((tool) => tool.name),
          tools.filter((tool) => tool.isReadOnly).map((tool) => tool.name),
        );
      } finally {
        await reading.close();
      }
    });
  });
