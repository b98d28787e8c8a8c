// Real plans through the language server, all in one run: npm run corpus [-- FOLDER]
// No error, no exception, no range outside of the text; nothing is said of guides and other files.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { CodeAction, DocumentSymbol } from 'vscode-languageserver';
import { DocumentSymbolRequest } from 'vscode-languageserver-protocol/node';
import { TestClient } from '../test/support/client';
import { assertInside } from '../test/support/ranges';

const folder = process.argv[2] ?? join(__dirname, '..', '..', 'shared', 'corpus');

async function main(): Promise<boolean> {
  const files = readFileSync(join(folder, 'INDEX.tsv'), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((row) => row.split('\t') as [file: string, kind: string]);
  const client = await TestClient.start({ initializationOptions: { progress: true } });
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
  console.log(`${files.length - failed} passed, ${failed} failed`);
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
  const steps = snapshot.plans.flatMap((plan) => plan.steps.map(({ line }) => line));
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

if (!existsSync(join(folder, 'INDEX.tsv'))) {
  console.error(`There is no corpus in ${folder}: name the folder that holds INDEX.tsv.`);
  process.exitCode = 2;
} else {
  void main().then((passed) => {
    process.exitCode = passed ? 0 : 1;
  });
}
