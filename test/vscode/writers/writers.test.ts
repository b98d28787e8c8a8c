import * as vscode from 'vscode';
import { playTicks } from '../../support/tickRounds';
import * as assert from '../assert';
import { bridge } from '../bridge';
import { eventually } from '../eventually';
import { openFile, showProgress } from '../plan';
import { playTwoWriters } from '../twoWriters';

describe('writers at one time', () => {
  before(showProgress);

  it('a person and another program lose nothing without a word', async function () {
    this.timeout(0);
    const figures = await playTwoWriters(200, 1);
    await report('two writers', figures);
    assert.deepEqual([figures.silent, figures.unknown, figures.missing, figures.dirty], [[], [], [], []]);
    assert.ok(figures.freshInFile >= figures.fresh * 0.98, JSON.stringify(figures));
  });

  it('four processes tick a plan that an editor shows', async function () {
    this.timeout(0);
    const figures = await playTicks(500, {
      commandLine: `${ROOT}/dist/cli.js`,
      seed: 1,
      withOther: false,
      // The runner takes a long silence for a window that hangs.
      onTenth: (round) => bridge.report('four processes, round', round),
      async onStart(path) {
        const { document } = await openFile(vscode.Uri.file(path));
        return (text) =>
          eventually(() => {
            assert.equal(document.getText(), text);
            assert.equal(document.isDirty, false);
          });
      },
    });
    await report('four processes', figures);
    const { lost, unknown, missing, altered, failed } = figures;
    assert.deepEqual([lost, unknown, missing, altered, failed], [[], [], [], [], []]);
  });
});

async function report(what: string, figures: object): Promise<void> {
  for (const [name, value] of Object.entries(figures)) {
    const number = Array.isArray(value) ? value.length : value;
    if (typeof number === 'number') await bridge.report(`${what}, ${name}`, number);
  }
}
