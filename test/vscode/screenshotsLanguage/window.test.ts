import * as vscode from 'vscode';
import * as assert from '../assert';
import { bridge } from '../bridge';
import { eventually } from '../eventually';
import { file, openFile } from '../plan';

// Not part of `npm test`: pictures to look at.
//   npm run screenshots
describe('screenshots in another language', function () {
  this.timeout(180_000);

  for (const width of [340, 200])
    it(`of the whole side bar, ${width} px wide`, async () => {
      await bridge.setViewport(1280, 1400);
      await openFile(file('plans/thumbnails.md'));
      await vscode.commands.executeCommand('workbench.view.extension.execplan');
      await bridge.resizeSidebar(width);
      await eventually(async () => assert.match(await bridge.webviewText('body'), /12\D{1,12}29|29\D{1,12}12/));
      await vscode.commands.executeCommand('notifications.clearAll');
      await bridge.screenshot(`sidebar-${vscode.env.language}-${width}px`, '.part.sidebar');
    });

  for (const width of [340, 200])
    it(`of the whole page of a plan, ${width} px wide`, async () => {
      await bridge.setViewport(1280, width === 200 ? 4200 : 3000);
      await openFile(file('plans/thumbnails.md'));
      await vscode.commands.executeCommand('workbench.view.extension.execplan');
      await bridge.resizeSidebar(width);
      for (const view of ['outline', 'plans'])
        await vscode.commands.executeCommand(`execplan.${view}.removeView`).then(undefined, () => undefined);
      await eventually(async () => assert.match(await bridge.webviewText('body'), /12\D{1,12}29|29\D{1,12}12/));
      await eventually(async () => {
        const folded = '[aria-expanded=false]:is(h2 button, .fold, .proof)';
        if ((await bridge.webviewCount(folded)) > 0) await bridge.webviewClick(folded);
        assert.equal(await bridge.webviewCount(folded), 0);
      });
      await vscode.commands.executeCommand('notifications.clearAll');
      await bridge.screenshot(`page-${vscode.env.language}-${width}px`, '.part.sidebar');
    });
});
