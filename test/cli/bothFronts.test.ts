import assert from 'node:assert/strict';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import type { WorkspaceEdit } from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { ActionCall } from '../../core/actions/list';
import { newPlan } from '../../core/actions/newPlan';
import { toText } from '../../core/edits/template';
import { authorNotification, planEditRequest } from '../../server/src/protocol';
import { TestClient } from '../support/client';
import { outputOf } from '../support/outputSchema';
import { PlanFolder } from '../support/planFolder';

const now = Date.parse('2026-03-01T09:30:15Z');
const author = 'Ada Lovelace';
const top = 'file:///w/';

const plan = (title: string, steps: string, words: string) => `# ${title}

Status: Active

## Purpose

${words}

## Progress

${steps}

## Surprises & Discoveries

None yet.

## Decision Log

- Decision: Keep it.
  Rationale: It works.
  Date/Author: 2026-02-09, Grace

## Outcomes

None yet.

## Plan of Work

### Milestone 1: All

All of it.
`;

const words =
  'See [the import](import.md#why), [code](../../src/a.ts), [me](cache.md#progress), [nothing](docs/gone.md) and `docs/plans/cache.md`.';
const files: Readonly<Record<string, string>> = {
  'docs/plans/cache.md': plan('Serve thumbnails', '- [x] (2026-02-09 11:19Z) Add it', words),
  'docs/plans/import.md': plan(
    'Import',
    '- [ ] Read it\n- [ ] Fill it (completed: a; remaining: b)\n- [x] (2026-02-09 11:19Z) Look',
    'Behind [the cache](./cache.md) and `docs/plans/cache.md`, not docs/plans/cache.md.bak.\n\n[c]: cache.md',
  ),
  'docs/plans/README.md': '# Plans\n\n- [Cache](cache.md)\n',
  'docs/plans/done/.gitkeep': '',
  'src/a.ts': '',
};

/** All files behind an action that an editor asks the server for. */
async function byServer(before: Readonly<Record<string, string>>, path: string, call: ActionCall): Promise<unknown> {
  const uris = Object.entries(before).map(([each, text]): [string, string] => [top + each, text]);
  const client = await TestClient.start({
    folders: ['file:///w'],
    initializationOptions: { files: true },
    capabilities: {
      workspace: {
        configuration: true,
        workspaceEdit: { documentChanges: true, resourceOperations: ['rename', 'create'] },
      },
    },
    files: Object.fromEntries(uris),
    environment: { now: () => now },
  });
  try {
    await client.notify(authorNotification, { author });
    for (const [uri, text] of uris) if (uri.endsWith('.md')) await client.write(uri, text);
    await client.open(top + path, before[path] as string);
    const answer = await client.request(planEditRequest, { uri: top + path, ...call });
    return 'refused' in answer ? answer.refused : applied(answer.edit, new Map(uris));
  } finally {
    client.stop();
  }
}

function applied({ documentChanges = [] }: WorkspaceEdit, texts: Map<string, string>): Record<string, string> {
  for (const change of documentChanges)
    if ('textDocument' in change) {
      const { uri } = change.textDocument;
      const edits = change.edits.map((edit) => ('newText' in edit ? edit : assert.fail('a snippet')));
      const before = TextDocument.create(uri, 'markdown', 0, texts.get(uri) as string);
      texts.set(uri, TextDocument.applyEdits(before, edits));
    } else if (change.kind === 'rename') {
      texts.set(change.newUri, texts.get(change.oldUri) as string);
      texts.delete(change.oldUri);
    } else assert.fail(change.kind);
  return Object.fromEntries([...texts].map(([uri, text]) => [uri.slice(top.length), text]));
}

/** The same by a call of the command line. */
async function byCommandLine(before: Readonly<Record<string, string>>, args: readonly string[]): Promise<unknown> {
  const folder = new PlanFolder(before);
  try {
    const { status, stdout, stderr } = await folder.call([...args, '--json'], { now: () => now });
    if (status !== 0) return status === 3 ? outputOf('refusal', stdout).refused : assert.fail(stderr);
    return Object.fromEntries(filesIn(folder.path).map((path) => [path, folder.read(path)]));
  } finally {
    folder.remove();
  }
}

function filesIn(folder: string, below = ''): string[] {
  return readdirSync(join(folder, below)).flatMap((name) => {
    const path = below === '' ? name : `${below}/${name}`;
    if (name === '.git') return [];
    return statSync(join(folder, path)).isDirectory() ? filesIn(folder, path) : [path];
  });
}

const sorted = (made: unknown) =>
  typeof made === 'object' ? Object.entries(made as object).sort(([a], [b]) => (a < b ? -1 : 1)) : made;

type Call = { action: ActionCall['action']; params: object; path: string; args: readonly string[] };

const calls: readonly Call[] = [
  { action: 'archive', params: {}, path: 'docs/plans/cache.md', args: ['archive', 'docs/plans/cache.md'] },
  { action: 'archive', params: {}, path: 'docs/plans/import.md', args: ['archive', 'docs/plans/import.md'] },
  {
    action: 'archive',
    params: { state: 'superseded', by: 'docs/plans/cache.md' },
    path: 'docs/plans/import.md',
    args: ['archive', 'docs/plans/import.md', '--as', 'superseded', '--by', 'docs/plans/cache.md'],
  },
  {
    action: 'archive',
    params: { state: 'abandoned', to: 'old/import.md' },
    path: 'docs/plans/import.md',
    args: ['archive', 'docs/plans/import.md', '--as', 'abandoned', '--to', 'old/import.md'],
  },
  { action: 'restore', params: {}, path: 'docs/plans/cache.md', args: ['archive', 'docs/plans/cache.md', '--back'] },
  ...(
    [
      ['tick', {}, ['tick']],
      ['untick', {}, ['untick']],
      ['markPartial', { completed: 'x', remaining: 'y' }, ['partial', '--completed', 'x', '--remaining', 'y']],
      ['split', { remaining: 'y' }, ['split', '--remaining', 'y']],
      ['drop', { reason: 'no use' }, ['drop', '--reason', 'no use']],
      ['block', { reason: 'no key' }, ['block', '--reason', 'no key']],
    ] as const
  ).flatMap(([action, params, args]) =>
    [12, 13, 14].map((line) => ({
      action,
      params: { lines: [line], ...params },
      path: 'docs/plans/import.md',
      args: [args[0], 'docs/plans/import.md', '--line', `${line + 1}`, ...args.slice(1)],
    })),
  ),
  ...(
    [
      ['addStep', { text: 'Z' }, ['step', 'Z']],
      ['addDoneStep', { text: 'Z' }, ['step', '--done', 'Z']],
      ['addSurprise', { text: 'Z', evidence: 'e' }, ['note', 'Z', '--evidence', 'e']],
      ['addDecision', { text: 'Z', rationale: 'r' }, ['decide', 'Z', '--rationale', 'r']],
      ['addOutcome', { text: 'Z', remaining: 'r' }, ['outcome', 'Z', '--remaining', 'r']],
      ['addRevisionNote', { text: 'Z' }, ['revise', 'Z']],
      ['setStatus', { state: 'abandoned' }, ['status', '--set', 'abandoned']],
      ['orderSections', {}, ['order']],
      ['addMissingSections', {}, ['sections']],
      ['renumberMilestones', {}, ['renumber']],
      ['convertTimestamps', {}, ['convert']],
    ] as const
  ).map(([action, params, [command, ...rest]]) => ({
    action,
    params: { lines: [0], ...params },
    path: 'docs/plans/import.md',
    args: [command, 'docs/plans/import.md', ...rest],
  })),
];

describe('an action from an editor and from the command line', { concurrency: 4 }, () => {
  for (const { action, params, path, args } of calls)
    it(args.join(' '), async () => {
      const call = { action, params: { identity: 'v1', ...params } } as ActionCall;
      const [editor, commandLine] = await Promise.all([byServer(files, path, call), byCommandLine(files, args)]);
      assert.deepEqual(sorted(commandLine), sorted(editor));
    });

  it('archives and restores to the first bytes but for the status', async () => {
    const there = { ...files, 'docs/plans/active/other.md': plan('Other', '- [ ] A', 'X') };
    const archived = await byServer(there, 'docs/plans/cache.md', { action: 'archive', params: { identity: 'v1' } });
    const moved = archived as Record<string, string>;
    assert.match(moved['docs/plans/done/cache.md'] as string, /\nStatus: Done 2026-03-01\n/);
    assert.equal(moved['docs/plans/README.md'], '# Plans\n\n- [Cache](done/cache.md)\n');
    const call: ActionCall = { action: 'restore', params: { identity: 'v1', to: 'docs/plans/cache.md' } };
    assert.deepEqual(sorted(await byServer(moved, 'docs/plans/done/cache.md', call)), sorted(there));
    const args = ['archive', 'docs/plans/done/cache.md', '--back', '--to', 'docs/plans/cache.md'];
    assert.deepEqual(sorted(await byCommandLine(moved, args)), sorted(there));
  });

  it('begins a plan with the same text', async () => {
    const guide = '.agent/PLANS.md';
    const own =
      '---\nauthor: {{author}}\n---\n<!-- execplan: ignore -->\n\n# {{title}}\n\n{{timestamp}} {{ date }}\n\n## Progress\n';
    const context = { clock: { now, timeZone: 'UTC', style: 'minutes' as const }, author };
    for (const [name, params, before] of [
      ['cookbook', { template: 'cookbook' }, {}],
      ['seed', { template: 'seed' }, {}],
      ['short', { template: 'short' }, {}],
      ['cookbook', { template: 'cookbook', guide }, { [guide]: '# How to write plans\n' }],
      ['bug', { template: 'cookbook', own }, { '.agent/templates/bug.md': own }],
      [undefined, { template: 'cookbook', own }, { 'plans/_template.md': own }],
      ['docs/t.md', { template: 'cookbook', own }, { 'docs/t.md': own }],
    ] as const) {
      const made = newPlan.run(undefined, { ...params, title: 'Move it' }, context);
      assert.ok('text' in made);
      const args = ['new', 'Move it', ...(name === undefined ? [] : ['--template', name])];
      const all = (await byCommandLine(before, args)) as Record<string, string>;
      assert.equal(all['plans/move-it.md'], toText(made.text));
    }
  });
});
