// npm run measure [-- --runs 3 --suite measure-cursor]: how long a real VS Code takes, written into docs/performance.md.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { describeMachine } from './machine';
import { withMarked } from './marked';
import { type Figures, measureRows, medians } from './measure/figures';
import { measurePage } from './measure/page';
import { root } from './paths';
import { runMain, Stop } from './stop';
import { ensureChromium } from './vscode/chromium';
import { installVSCode, newest } from './vscode/install';
import { ensurePackage, unpackPackage } from './vscode/package';
import { countsOf, printResult } from './vscode/printResult';
import { suites } from './vscode/suites';
import { runTests, type TestRun } from './vscode/testRun';

void runMain(async () => {
  const { values } = parseArgs({
    options: { runs: { type: 'string', default: '3' }, suite: { type: 'string', default: 'measure-' } },
  });
  if (process.platform !== 'linux') throw new Stop('Memory is read from /proc: npm run measure needs Linux.');
  const [browser, vscode] = await Promise.all([ensureChromium(), installVSCode(newest)]);
  await ensurePackage();
  const folder = mkdtempSync(join(tmpdir(), 'execplan-package-'));
  try {
    const extension = unpackPackage(folder);
    prepareManifest(extension);
    const measured: Figures[] = [];
    for (let i = 0; i < Number(values.runs); i++)
      for (const suite of suites.filter(({ name }) => name.startsWith(values.suite))) {
        const run: TestRun = { suite, host: 'node', vscode, extension, browser, grep: '' };
        const result = await runTests(run);
        printResult(run, result, false);
        if (countsOf(result).failed > 0) return 1;
        for (const [name, value] of result.figures) console.log(`    ${name}: ${Math.round(value)}`);
        measured.push({ suite: suite.name, figures: result.figures });
      }
    // Part of them is only printed: the page has all of one machine.
    if (values.suite !== 'measure-') return 0;
    const rows = measureRows(medians(measured), await measurePage());
    console.log(rows.join('\n'));
    const page = join(root, 'docs/performance.md');
    const lines = [
      `${describeMachine()}, VS Code ${newest}, ${values.runs === '1' ? 'one window' : `the median of ${values.runs} windows`} each.`,
      '',
      ...rows,
    ];
    writeFileSync(page, withMarked(readFileSync(page, 'utf8'), 'measure', lines));
    return 0;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

/**
 * VS Code would search the workspace for plans and activate the extension before the tests can measure it; and what a tree of
 * bare items takes, and bare edits, is measured beside ours.
 */
function prepareManifest(extension: string): void {
  const file = join(extension, 'package.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8'));
  manifest.activationEvents = ['onLanguage:markdown'];
  manifest.contributes.views.execplan.push({ id: 'execplan.bare', name: 'Bare' });
  const when = 'editorTextFocus';
  manifest.contributes.keybindings.push(
    { command: 'execplan.bareApplyEdit', key: 'ctrl+k f7', when },
    { command: 'execplan.bareEditorEdit', key: 'ctrl+k f8', when },
  );
  writeFileSync(file, JSON.stringify(manifest));
}
