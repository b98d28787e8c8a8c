import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import Ajv from 'ajv';
import { tools } from '../../core/tools/list';
import { mulberry } from '../support/mulberry';
import { PlanFolder } from '../support/planFolder';
import { planOf20 } from '../support/planOf20';
import { root } from '../support/root';

/** A call as somebody makes it who means harm, or who has understood nothing. */
interface HostileCall {
  name: string;
  arguments: unknown;
}

interface Answer {
  isError?: boolean;
  content: { text: string }[];
  structuredContent?: { message?: string; identity?: string | null; refused?: string };
}

const program = fileURLToPath(new URL('dist/cli.js', root));
const calls = 2000;

describe('2,000 hostile calls', () => {
  let folder: PlanFolder;
  const clients: { client: Client; pid: number }[] = [];
  /** Beside the root: what must never be read or written. */
  let secret: string;

  before(async () => {
    folder = new PlanFolder({
      'in/plans/a.md': planOf20(),
      'in/plans/b.md': planOf20('Count visits'),
      'out/secret.md': planOf20('Secret'),
    });
    secret = join(folder.path, 'out/secret.md');
    mkdirSync(join(folder.path, 'in/.git'));
    symlinkSync(secret, join(folder.path, 'in/plans/link.md'));
    symlinkSync(join(folder.path, 'out'), join(folder.path, 'in/plans/linked'));
    symlinkSync('loop.md', join(folder.path, 'in/plans/loop.md'));
    writeFileSync(join(folder.path, 'in/plans/bytes.md'), Buffer.from([0xff, 0xfe, 0x00, 0xd8]));
    for (const mode of ['legacy', { pin: '2026-07-28' }] as const) {
      const client = new Client({ name: 'hostile', version: '1.0.0' }, { versionNegotiation: { mode } });
      // With little room for garbage, so that it is not taken for growth.
      const args = [
        '--max-semi-space-size=2',
        '--max-old-space-size=40',
        program,
        'mcp',
        '--root',
        join(folder.path, 'in'),
      ];
      const transport = new StdioClientTransport({ command: process.execPath, args, stderr: 'inherit' });
      await client.connect(transport);
      clients.push({ client, pid: transport.pid as number });
    }
  });
  after(async () => {
    for (const { client } of clients) await client.close();
    folder.remove();
  });

  it('are each refused with a reason or done; nothing outside is read or written, and memory stays', async () => {
    const random = mulberry(21);
    const ajv = new Ajv({ strict: false });
    const outputs = new Map(tools.map((tool) => [tool.name, ajv.compile(tool.output)]));
    const untouched = outsideOf(folder.path);
    const [one, other] = clients as [(typeof clients)[0], (typeof clients)[0]];
    const counts = { refused: 0, rejected: 0, done: 0 };
    const kinds = new Set<string>();
    let identity = '';
    const memory: number[] = [];
    const ask = async ({ client }: (typeof clients)[0], { name, arguments: said }: HostileCall) => {
      let answer: Answer;
      try {
        answer = (await client.callTool({ name, arguments: said as Record<string, unknown> })) as Answer;
      } catch (error) {
        // By the protocol: an unknown tool, or an input that is no object.
        assert.match((error as Error).message, /\S/);
        counts.rejected++;
        return;
      }
      const { structuredContent: data, content, isError } = answer;
      assert.ok(!JSON.stringify(answer).includes('# Secret'), JSON.stringify(said));
      assert.ok((content[0]?.text.length ?? 0) > 10);
      if (data) assert.ok(outputs.get(name)?.(data), JSON.stringify(data).slice(0, 400));
      if (isError) {
        counts.refused++;
        if (data?.refused) kinds.add(data.refused);
        assert.match(data?.message ?? content[0]?.text ?? '', /^[A-Z0-9"p].{8,}/s, JSON.stringify(said)?.slice(0, 200));
      } else counts.done++;
      if (typeof data?.identity === 'string') identity = data.identity;
    };
    for (let i = 0; i < calls; i += 2) {
      // Two at a time, one a client.
      await Promise.all([
        ask(one, hostileCall(random, identity, folder.path)),
        ask(other, hostileCall(random, identity, folder.path)),
      ]);
      if (i % 10 === 0) memory.push(memoryOf(one.pid));
    }
    assert.deepEqual(outsideOf(folder.path), untouched);
    // Each kind of hostility was met, and has its own reason.
    for (const kind of [
      'badInput',
      'outside',
      'noFile',
      'moved',
      'notRead',
      'noPlan',
      'noStep',
      'ambiguousPlan',
      'alreadyThere',
    ])
      assert.ok(kinds.has(kind), `${kind}: ${[...kinds]}`);
    assert.ok(counts.refused > calls / 2, JSON.stringify(counts));
    assert.ok(counts.done > 20, JSON.stringify(counts));
    // What is held, without the garbage on top of it: from the second quarter to the last less than 10 kB a call
    // of this client, which makes half of them.
    const [before, behind] = [1, 3].map((quarter) =>
      Math.min(...memory.slice((quarter * memory.length) / 4, ((quarter + 1) * memory.length) / 4)),
    ) as [number, number];
    if (process.platform === 'linux') assert.ok(behind - before < (calls / 4) * 10, `${before} → ${behind} kB`);
    for (const client of clients) await ask(client, { name: 'plan_list', arguments: {} });
  });

  it('of two clients at once leave each tick in the file, or refuse it with what the next call needs', async () => {
    const path = join(folder.path, 'in/plans/b.md');
    writeFileSync(path, planOf20());
    const done = await Promise.all(
      clients.map(async ({ client }, i) => {
        let [refused, identity] = [0, ''];
        for (let step = 0; step < 10; ) {
          const said = `of part ${2 * i + 1 + Math.floor(step / 5)}, number ${(step % 5) + 1}.`;
          const input = { file: 'plans/b.md', identity: identity || 'h0', step: said };
          const answer = (await client.callTool({ name: 'plan_tick', arguments: input })) as Answer;
          identity = answer.structuredContent?.identity ?? '';
          if (answer.isError) refused++;
          else step++;
        }
        return refused;
      }),
    );
    assert.equal(readFileSync(path, 'utf8').match(/^- \[x\] \(.*?Z\) M/gm)?.length, 20, `${done} refused`);
  });
});

/** A call of some kind, by chance. */
function hostileCall(random: () => number, identity: string, top: string): HostileCall {
  const pick = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)] as T;
  const values = () =>
    pick<unknown>([
      null,
      0,
      -1,
      1e308,
      '',
      ' ',
      true,
      [],
      {},
      [[]],
      { toString: 1 },
      '\0',
      '\u001b[2J',
      '\ud800',
      '__proto__',
      'constructor',
      'x'.repeat(5000),
      '- [x] '.repeat(600),
      '```\n'.repeat(50),
      '<!-- execplan: ignore -->',
      '(2026-02-09 10:45Z)',
      'a'.repeat(200_000),
    ]);
  const path = () =>
    pick([
      'plans/a.md',
      'plans/b.md',
      'plans/link.md',
      'plans/linked/secret.md',
      'plans/loop.md',
      'plans/bytes.md',
      'plans',
      '.',
      '..',
      '/',
      '../out/secret.md',
      'plans/../../out/secret.md',
      `${top}/out/secret.md`,
      `file://${top}/out/secret.md`,
      'file://host/a.md',
      'file:///..%2f..%2fout%2fsecret.md',
      `file://${top}/in/%2e%2e/out/secret.md`,
      '..%2Fout%2Fsecret.md',
      '%2e%2e/out/secret.md',
      '....//out/secret.md',
      '..\\out\\secret.md',
      'plans/none.md',
      '/etc/passwd',
      '/proc/self/environ',
      'plans/a.md/',
      `${'a/'.repeat(3000)}b.md`,
      'plans/new.md',
      'plans/linked/new.md',
      '../out/new.md',
      `${top}/out/new.md`,
      '~/a.md',
      '$HOME/a.md',
      'C:\\a.md',
      '\\\\host\\a.md',
    ]);
  const tool = pick(tools);
  const name = random() < 0.03 ? pick(['plan_erase', '', '__proto__', 'x'.repeat(500)]) : tool.name;
  if (random() < 0.03) return { name, arguments: pick<unknown>([undefined, null, [], 'a', 3]) };
  const input: Record<string, unknown> = {};
  for (const [key, param] of Object.entries(tool.params)) {
    const chance = random();
    if (chance < 0.15) input[key] = values();
    else if (key === 'file' && chance < 0.8) input[key] = path();
    else if (key === 'identity')
      input[key] = pick([identity, identity, identity, 'h0000000000000000', '1', identity.toUpperCase()]);
    else if (key === 'step')
      input[key] = pick(['number 1', `table of part ${Math.ceil(random() * 5)}`, '.*', '(a+)+$', 'nothing like it']);
    else if (param.choices) input[key] = pick([...param.choices, 'other']);
    else if (!param.isOptional || chance < 0.4)
      input[key] = pick(['some words', 'more words of it', 7, '- [ ] a\n- [ ] b']);
  }
  if (random() < 0.1) input[pick(['time', 'date', '__proto__', 'x', 'root', 'cwd'])] = values();
  return { name, arguments: input };
}

/** All that lies beside the root, which is `in/`. */
function outsideOf(folder: string): Record<string, string> {
  return Object.fromEntries(Object.entries(treeOf(folder)).filter(([path]) => !path.startsWith(join(folder, 'in/'))));
}

/** Each file below a folder with its bytes. */
function treeOf(folder: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [path, readFileSync(path, 'utf8')]),
  );
}

/** What a process has in memory, in kB; 0 where nobody can tell. */
function memoryOf(pid: number): number {
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0);
  } catch {
    return 0;
  }
}
