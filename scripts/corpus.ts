// Real plans through the language server, all in one run: npm run corpus [-- FOLDER]
// No error, no exception, no range outside of the text; nothing is said of guides and other files.
// Then the corpus's own score.mjs holds what the built command line reads against the labels.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { CodeAction, DocumentSymbol } from 'vscode-languageserver';
import { DocumentSymbolRequest } from 'vscode-languageserver-protocol/node';
import { rules } from '../server/src/lint/rules';
import { TestClient } from '../test/support/client';
import { assertInside } from '../test/support/ranges';
import { corpusClock } from './corpus/findings';
import { root } from './paths';
import { runMain, Stop } from './stop';

const folder = process.argv[2] ?? join(root, '..', 'shared', 'corpus');

/** All rules, at the instant at which the findings are counted; what would be due later is not waited for. */
const environment = { rules, now: () => corpusClock, later: () => ({ dispose() {} }) };

async function throughServer(): Promise<boolean> {
  const files = readFileSync(join(folder, 'INDEX.tsv'), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((row) => row.split('\t') as [file: string, kind: string]);
  const client = await TestClient.start({ initializationOptions: { progress: true }, environment });
  const counts = new Map<string, number>();
  let failed = 0;
  for (const [file, kind] of files) {
    try {
      for (const code of await check(client, file, kind)) counts.set(code, (counts.get(code) ?? 0) + 1);
    } catch (error) {
      failed++;
      console.error(`✖ ${file}: ${error instanceof Error ? error.message : error}`);
    }
  }
  client.stop();
  for (const [code, count] of [...counts].sort((a, b) => b[1] - a[1]))
    console.log(`${String(count).padStart(6)}  ${code}`);
  console.log(`${files.length} files went through the server, ${failed} of them with an error.`);
  return failed === 0;
}

/** Opens a file in the server, asks for all that it can tell, and yields the findings' codes. */
async function check(client: TestClient, file: string, kind: string): Promise<string[]> {
  const text = readFileSync(join(folder, file), 'utf8');
  const uri = pathToFileURL(join(folder, file)).href;
  await client.open(uri, text);
  const { diagnostics } = await client.diagnostics.take();
  const snapshot = await client.progress.take();
  assertInside(diagnostics, text, 'diagnostics');
  if (kind !== 'plan' && diagnostics.length > 0)
    throw new Error(`a finding in a file that is no plan: ${diagnostics[0]?.message}`);
  if (kind === 'plan' && snapshot.plans.length === 0) console.log(`  not read as a plan: ${file}`);
  assertInside(
    await client.request<DocumentSymbol[]>(DocumentSymbolRequest.method, { textDocument: { uri } }),
    text,
    'symbols',
  );
  const lastLine = text.split(/\r\n|\r|\n/).length - 1;
  const steps = (await client.details(uri))?.steps.map(({ line }) => line) ?? [];
  for (const line of [0, lastLine, ...steps.slice(0, 20)]) {
    const range = {
      start: { line: Math.max(0, line), character: 0 },
      end: { line: Math.min(line + 1, lastLine), character: 0 },
    };
    const actions: CodeAction[] = await client.actions(uri, range);
    for (const { edit } of actions) assertInside(edit, text, 'an action');
  }
  if (client.logs.size > 0) throw new Error(await client.logs.take());
  await client.close(uri);
  await client.diagnostics.take();
  await client.progress.take();
  return diagnostics.map(({ code }) => String(code));
}

/** Builds the command line and prints where it disagrees with the labels; a score is no failure. */
function score(): void {
  const run = (...args: string[]) => spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' });
  if (run('esbuild.mjs').status !== 0) throw new Stop('The build failed.');
  if (run(join(folder, 'score.mjs'), '-v', '--', process.execPath, 'dist/cli.js', 'inspect', '--json').status !== 0)
    throw new Stop('The score could not be made.');
}

void runMain(async () => {
  if (!existsSync(join(folder, 'INDEX.tsv')))
    throw new Stop(`There is no corpus in ${folder}: name the folder that holds INDEX.tsv.`);
  score();
  return (await throughServer()) ? 0 : 1;
});
