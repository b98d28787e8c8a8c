// How long the server takes to answer what an editor asks of a plan of 10,000 lines: npm run requests [-- --lines N | --write]
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import type { Position } from 'vscode-languageserver-protocol';
import { rules } from '../core/rules/list';
import { TestClient } from '../test/support/client';
import { editorCapabilities } from '../test/support/language';
import { generatedPlan } from './bench/generatedPlan';
import { describeMachine } from './machine';
import { withMarked } from './marked';
import { root } from './paths';

const { values } = parseArgs({
  options: {
    lines: { type: 'string', default: '10000' },
    runs: { type: 'string', default: '15' },
    /** Puts the table into docs/performance.md. */
    write: { type: 'boolean', default: false },
  },
});
/** What each answer may take, in milliseconds. */
const target = 30;

const folder = 'file:///repo';
const uri = `${folder}/plans/plan.md`;
const text = generatedPlan(Number(values.lines));
const lines = text.split('\n');
const stepLine = lines.findLastIndex((line) => line.startsWith('- [ ] '));
const headingLine = lines.findIndex((line) => /^#{2,3} Milestone 1\b/.test(line));
const at = (line: number, character: number): { position: Position } => ({ position: { line, character } });
/** What a window shows at a time. */
const shown = { range: { start: { line: stepLine - 30, character: 0 }, end: { line: stepLine + 30, character: 0 } } };

const requests: readonly (readonly [method: string, params: object])[] = [
  ['textDocument/completion', { ...at(stepLine, 8), context: { triggerKind: 1 } }],
  ['textDocument/inlineCompletion', { ...at(stepLine, 6), context: { triggerKind: 1 } }],
  ['textDocument/hover', at(headingLine, 6)],
  ['textDocument/hover', at(stepLine, 12)],
  ['textDocument/definition', at(headingLine, 6)],
  ['textDocument/references', { ...at(headingLine, 6), context: { includeDeclaration: true } }],
  ['textDocument/documentHighlight', at(headingLine, 6)],
  ['textDocument/prepareRename', at(headingLine, 6)],
  ['textDocument/rename', { ...at(headingLine, 6), newName: 'Another title' }],
  ['textDocument/documentLink', {}],
  ['textDocument/foldingRange', {}],
  ['textDocument/selectionRange', { positions: [at(stepLine, 8).position] }],
  ['textDocument/semanticTokens/full', {}],
  ['textDocument/semanticTokens/range', shown],
  ['textDocument/codeLens', {}],
  ['textDocument/inlayHint', shown],
  ['textDocument/documentSymbol', {}],
  [
    'textDocument/codeAction',
    { range: { start: at(stepLine, 3).position, end: at(stepLine, 3).position }, context: { diagnostics: [] } },
  ],
  ['textDocument/diagnostic', {}],
  ['workspace/symbol', { query: 'serv' }],
];

let version = 1;

/** Medians of what each answer took, in milliseconds: by the clock, and of CPU, which other programs hardly change. */
async function measured(
  client: TestClient,
  method: string,
  params: object,
  isAfterKey: boolean,
): Promise<{ clock: number; cpu: number }> {
  const clock: number[] = [];
  const cpu: number[] = [];
  for (let run = 0; run < Number(values.runs); run++) {
    if (isAfterKey) {
      const place = { line: 40, character: 0 };
      await client.change(uri, ++version, { range: { start: place, end: place }, text: 'x' });
    }
    const start = performance.now();
    const used = process.cpuUsage();
    await client.ask(method, uri, params);
    clock.push(performance.now() - start);
    const { user, system } = process.cpuUsage(used);
    cpu.push((user + system) / 1000);
  }
  const median = (all: number[]) => all.sort((a, b) => a - b)[Math.floor(all.length / 2)] as number;
  return { clock: median(clock), cpu: median(cpu) };
}

async function main(): Promise<void> {
  const client = await TestClient.start({
    folders: [folder],
    capabilities: { ...editorCapabilities, textDocument: { ...editorCapabilities.textDocument, diagnostic: {} } },
    initializationOptions: { commands: ['execplan.revealPlace', 'execplan.addStep'] },
    settings: { inlayHints: true, codeLens: true },
    environment: {
      rules,
      now: () => Date.now(),
      exists: async () => true,
      list: async () => [],
      readUtf8: async () => 'gone',
    },
  });
  await client.open(uri, text);
  // Of a keystroke's analysis the first ones are for the compiler.
  await measured(client, 'textDocument/documentSymbol', {}, true);

  let slowest = 0;
  let slowestAfterKey = 0;
  const rows: string[] = [];
  for (const [method, params] of requests) {
    const figures: string[] = [];
    for (const isAfterKey of [false, true]) {
      const { clock, cpu } = await measured(client, method, params, isAfterKey);
      if (isAfterKey) slowestAfterKey = Math.max(slowestAfterKey, clock);
      else slowest = Math.max(slowest, cpu);
      figures.push(clock.toFixed(1), cpu.toFixed(1));
    }
    rows.push(`| \`${method.replace('textDocument/', '')}\` | ${figures.join(' | ')} |`);
  }
  const table = [
    `${describeMachine()}; a plan of ${(lines.length - 1).toLocaleString('en')} lines, ${values.runs} runs.`,
    '',
    '| request | ms | ms of CPU | behind a keystroke | ms of CPU |',
    '|---|---|---|---|---|',
    ...rows,
  ];
  console.log(table.join('\n'));
  if (values.write) {
    const page = join(root, 'docs/performance.md');
    writeFileSync(page, withMarked(readFileSync(page, 'utf8'), 'requests', table));
  }
  client.stop();
  console.log(`The slowest at rest takes ${slowest.toFixed(1)} ms of CPU, of at most ${target};`);
  console.log(
    `behind a keystroke ${slowestAfterKey.toFixed(1)} ms by the clock, which is for a machine that does nothing else.`,
  );
  process.exitCode = slowest > target ? 1 : 0;
}

void main();
