// npm run test:electron [-- VERSION]: the tests that need no browser, in a desktop VS Code that @vscode/test-electron
// downloads. Not tried where this was written: that download was out of reach there.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runTests, TestRunFailedError } from '@vscode/test-electron';
import { runMain, Stop } from './stop';
import { ensurePackage, extensionId, unpackPackage } from './vscode/package';
import { suites } from './vscode/suites';
import { bundleTests } from './vscode/testBundle';
import { copyWorkspace } from './vscode/workspace';

const tests = 'test/vscode/host';

void runMain(async () => {
  const suite = suites.find((each) => each.tests.includes(tests));
  if (suite === undefined) throw new Error(`no suite runs ${tests}`);
  const folder = mkdtempSync(join(tmpdir(), 'execplan-electron-'));
  try {
    await ensurePackage();
    const extension = unpackPackage(folder);
    const bundle = join(folder, 'tests/index.js');
    const constants = {
      BRIDGE_URL: '',
      HOST: 'node',
      VSCODE: 'desktop',
      EXTENSION_ID: extensionId(extension),
      GREP: '',
      TITLES: [],
      ROOT: '',
    } as const;
    if ((await bundleTests([tests], bundle, constants)) === 0) throw new Stop(`There is no test in ${tests}.`);
    return await runTests({
      version: process.argv[2] ?? 'stable',
      extensionDevelopmentPath: extension,
      extensionTestsPath: bundle,
      launchArgs: [copyWorkspace(suite, folder), '--disable-extensions', `--user-data-dir=${join(folder, 'data')}`],
    });
  } catch (error) {
    if (error instanceof TestRunFailedError) return 1;
    throw error;
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
});
