import * as vscode from 'vscode';
import * as assert from '../assert';
import { bridge } from '../bridge';
import { eventually } from '../eventually';

const row = '.pane:has(.title:text-is("Plans")) .monaco-list-row';

// Not part of `npm test`: pictures to look at.
//   npm run screenshots
describe('screenshots of 1,000 plans', function () {
  this.timeout(180_000);

  for (const by of ['Status', 'Folder'])
    it(`by ${by.toLowerCase()}`, async () => {
      await bridge.setViewport(1280, 1100);
      await vscode.commands.executeCommand('workbench.view.extension.execplan');
      await vscode.commands.executeCommand('execplan.plans.focus');
      await bridge.resizeSidebar(340);
      await vscode.commands.executeCommand(`execplan.plans.groupBy${by}`);
      const heading = by === 'Status' ? /1,?000 plans/ : /p\d+.*25 plans/;
      await eventually(async () => {
        const label = await bridge.attribute(`${row}[data-index="0"]`, 'aria-label');
        assert.match(label ?? '', heading);
      });
      await bridge.screenshot(`plans-1000-${by.toLowerCase()}`, '.part.sidebar');
    });
});
