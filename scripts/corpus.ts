// Real plans: npm run corpus [-- FOLDER]
// The corpus's own score.mjs holds what the built command line reads against the labels. All files go through the language
// server: no error, no exception, no range outside of the text; nothing is said of guides and other files. Then the
// findings a rule, and some of them by chance.
//   npm run corpus -- --rule ID [--sample 20] [--seed 1] [--profile cookbook]    only a sample of findings, to be judged
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import type { CodeAction } from 'vscode-languageserver';
import { rules } from '../core/rules/list';
import { type Profile, profiles } from '../core/rules/profiles';
import { TestClient } from '../test/support/client';
import { assertInside } from '../test/support/ranges';
import { corpusFiles } from './corpus/files';
import { corpusClock } from './corpus/findings';
import { printFindings } from './corpus/printFindings';
import { root } from './paths';
import { runMain, Stop } from './stop';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    profile: { type: 'string', default: 'recommended' },
    rule: { type: 'string' },
    sample: { type: 'string' },
    seed: { type: 'string', default: '1' },
  },
});
const folder = positionals[0] ?? join(root, '..', 'shared', 'corpus');

/** All rules, at the instant at which the findings are counted; what would be due later is not waited for. */
const environment = { rules, now: () => corpusClock, later: () => ({ dispose() {} }) };

async function throughServer(): Promise<boolean> {
  const files = corpusFiles(folder);
  const client = await TestClient.start({ initializationOptions: { progress: true }, environment });
  let failed = 0;
  for (const { file, kind } of files) {
    try {
      await check(client, file, kind);
    } catch (error) {
      failed++;
      console.error(`✖ ${file}: ${error instanceof Error ? error.message : error}`);
    }
  }
  client.stop();
  console.log(`${files.length} files went through the server, ${failed} of them with an error.`);
  return failed === 0;
}

/** Opens a file in the server, and asks for all that it can tell. */
async function check(client: TestClient, file: string, kind: string): Promise<void> {
  const text = readFileSync(join(folder, file), 'utf8');
  const uri = pathToFileURL(join(folder, file)).href;
  await client.open(uri, text);
  const { diagnostics } = await client.diagnostics.take();
  const snapshot = await client.progress.take();
  assertInside(diagnostics, text, 'diagnostics');
  if (kind !== 'plan' && diagnostics.length > 0)
    throw new Error(`a finding in a file that is no plan: ${diagnostics[0]?.message}`);
  if (kind === 'plan' && snapshot.plans.length === 0) console.log(`  not read as a plan: ${file}`);
  assertInside(await client.symbols(uri), text, 'symbols');
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
}

/** Builds the command line and prints where it disagrees with the labels; a score is no failure. */
function score(): void {
  const run = (...args: string[]) => spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' });
  if (run('node_modules/tsx/dist/cli.mjs', 'esbuild.mjs').status !== 0) throw new Stop('The build failed.');
  if (run(join(folder, 'score.mjs'), '-v', '--', process.execPath, 'dist/cli.js', 'inspect', '--json').status !== 0)
    throw new Stop('The score could not be made.');
}

void runMain(async () => {
  const { profile, rule, sample, seed } = values;
  if (!(profiles as readonly string[]).includes(profile)) throw new Stop(`--profile: one of ${profiles.join(', ')}.`);
  const isOnlySample = rule !== undefined || sample !== undefined;
  const find = (usual: number) =>
    printFindings(folder, { profile: profile as Profile, rule, sample: Number(sample ?? usual), seed: Number(seed) });
  if (isOnlySample) return find(20) ? 0 : 1;
  corpusFiles(folder);
  score();
  const isServed = await throughServer();
  return find(3) && isServed ? 0 : 1;
});
