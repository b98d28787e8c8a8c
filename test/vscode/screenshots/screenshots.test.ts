import * as vscode from 'vscode';
import * as assert from '../assert';
import { bridge } from '../bridge';
import { eventually } from '../eventually';
import { file, openFile, openNew, replaceOnDisk } from '../plan';
import { withSettings } from '../settings';

const workbench = vscode.workspace.getConfiguration('workbench');
const themes = {
  dark: 'Dark Modern',
  light: 'Light Modern',
  contrast: 'Default High Contrast',
  'contrast-light': 'Default High Contrast Light',
  'dark-2026': 'Dark 2026',
  'light-2026': 'Light 2026',
};
const thumbnails = file('plans/thumbnails.md');

/** A stamp so many minutes ago, as plans write it. */
const ago = (minutes: number) =>
  `${new Date(Date.now() - minutes * 60_000).toISOString().slice(0, 16).replace('T', ' ')}Z`;

const planOf = (title: string, progress: string, more = '', decided = 3000) => `# ${title}

## Purpose / Big Picture

The search of the shop answers while somebody types, instead of after two seconds.

## Progress

${progress}

## Surprises & Discoveries

- Observation: The index is asked twice for each letter.
  Evidence: \`log/search.log\`, 14 requests for 7 letters.

## Decision Log

- Decision: Wait for 80 ms after a letter.
  Rationale: Below that the server is asked for words that nobody reads.
  Date/Author: ${ago(decided).slice(0, 10)} / Ada

## Outcomes & Retrospective

None yet.
${more}`;

const seven = () =>
  Array.from(
    { length: 700 },
    (_, n) =>
      `- [${n < 420 ? 'x' : ' '}] ${n < 420 ? `(${ago(9000 - n * 20 - ((n * n * 7) % 13))}) ` : ''}Move page ${n + 1} of the handbook to the new site`,
  ).join('\n');

// Not part of `npm test`: pictures to look at, and those of the README.
//   npm run screenshots
describe('screenshots', function () {
  this.timeout(180_000);
  /** Waits until the page shows a text, and takes a picture of the side bar. */
  const take = async (name: string, shown: RegExp) => {
    await eventually(async () => assert.match(await bridge.webviewText('body'), shown));
    await vscode.commands.executeCommand('notifications.clearAll');
    await bridge.screenshot(`view-${name}`, '.part.sidebar');
  };

  before(async () => {
    await bridge.setViewport(1280, 1100);
    await openFile(thumbnails);
    await vscode.commands.executeCommand('workbench.view.extension.execplan');
    await bridge.resizeSidebar(340);
    await eventually(async () => assert.match(await bridge.webviewText('body'), /12 of 29/));
    // The page of the plan has the whole height: the lists below it are other pictures.
    for (const view of ['outline', 'plans'])
      await vscode.commands.executeCommand(`execplan.${view}.removeView`).then(undefined, () => undefined);
  });

  it('a whole window', async () => {
    await bridge.setViewport(1180, 860);
    await workbench.update('colorTheme', themes.dark, vscode.ConfigurationTarget.Global);
    const editor = await openFile(thumbnails);
    editor.revealRange(new vscode.Range(10, 0, 10, 0), vscode.TextEditorRevealType.AtTop);
    await eventually(async () => assert.match(await bridge.webviewText('body'), /12 of 29/));
    await vscode.commands.executeCommand('notifications.clearAll');
    await bridge.screenshot('window');
    await bridge.setViewport(1280, 1100);
  });

  for (const [name, theme] of Object.entries(themes))
    it(`a plan at work, ${name}`, async () => {
      await workbench.update('colorTheme', theme, vscode.ConfigurationTarget.Global);
      await openFile(thumbnails);
      await take(`rich-${name}`, /12 of 29/);
    });

  for (const width of [200, 500])
    it(`at ${width} px`, async () => {
      await workbench.update('colorTheme', themes.dark, vscode.ConfigurationTarget.Global);
      await bridge.resizeSidebar(width);
      await openFile(thumbnails);
      await take(`${width}px`, /12 of 29/);
      await bridge.resizeSidebar(340);
    });

  it('milestones in a table', async () => {
    const rows = [
      ['Count what is asked for', '✅ Complete'],
      ['Answer from the index', 'done'],
      ['Wait for 80 ms after a letter', '🚧 In progress, 60 %'],
      ['Show what was found while it comes in', 'Blocked by the design'],
      ['Take the old search out', 'Not started'],
      ['Tell the shops of it', 'Awaiting the board'],
    ].map(([title, state], i) => `| ${i + 1} | ${title} | ${state} |`);
    const table = `\n## Milestones\n\n| # | Milestone | Status |\n|---|---|---|\n${rows.join('\n')}\n`;
    const steps = `- [x] (${ago(90)}) Milestone 3: Measure how fast people type\n- [ ] Milestone 3: Ask once for each word\n- [ ] Read what the shops wrote`;
    await openNew('plans/table.md', planOf('Search while typing, as a table tells', steps, table));
    for (const width of [200, 340, 500]) {
      await bridge.resizeSidebar(width);
      await take(width === 340 ? 'table' : `table-${width}px`, /Awaiting the board/);
    }
    await bridge.resizeSidebar(340);
  });

  it('a stalled plan without milestones', async () => {
    const steps = Array.from(
      { length: 9 },
      (_, n) => `- [x] (${ago(13_000 - n * 37 - ((n * n * 7) % 19))}) Count what is asked for, part ${n + 1}`,
    );
    await openNew(
      'plans/search.md',
      planOf(
        'Search while typing',
        `${steps.join('\n')}\n- [ ] Wait for 80 ms\n- [ ] Ask once for each word\n`,
        '',
        13_000,
      ),
    );
    await take('stalled', /stalled[\s\S]*9 of 11/);
  });

  it('a plan that is unsaved and was changed on disk', async () => {
    const text = planOf('Sign in with a key', `- [x] (${ago(50)}) List the keys\n- [ ] Ask for one\n- [ ] Store it`);
    const { document } = await openNew('plans/key.md', text);
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(4, 0), 'Typed. ');
    await vscode.workspace.applyEdit(edit);
    await replaceOnDisk(document.uri, text.replace('- [ ] Ask for one', `- [x] (${ago(1)}) Ask for one`));
    await take('conflict', /Changed on disk and unsaved/);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  it('a file that is no plan', async () => {
    await openNew('plans/notes/PLANS.md', '# Notes\n\nWhat we talked about.\n');
    await take('not-a-plan', /is not recognized as an ExecPlan/);
  });

  it('seven hundred steps', async () => {
    await openNew('plans/handbook.md', planOf('Move the handbook', seven()));
    await take('700-steps', /420 of 700/);
  });

  it('several plans in a file', async () => {
    const one = planOf('Shop: search', `- [x] (${ago(90)}) Count\n- [ ] Wait`);
    const two = planOf('Shop: basket', `- [x] (${ago(30)}) Draw it\n- [ ] Sum it up\n- [ ] Pay`);
    await openNew('plans/shop.md', `${one}\n${two}`);
    await take('several', /Plan 1 of 2/);
  });

  it('what has changed since somebody looked', async () => {
    await withSettings({ 'execplan.view.openStepsFirst': true }, async () => {
      const text = planOf('Ship the new basket', `- [x] (${ago(90)}) Draw it\n- [ ] Sum it up\n- [ ] Pay\n- [ ] Thank`);
      const { document } = await openNew('plans/basket.md', text);
      await eventually(async () => assert.match(await bridge.webviewText('body'), /1 of 4/));
      await vscode.commands.executeCommand('execplan.markSeen');
      await replaceOnDisk(
        document.uri,
        text
          .replace('- [ ] Sum it up', `- [x] (${ago(2)}) Sum it up`)
          .replace('- [ ] Thank', '- [ ] Thank by mail\n- [ ] Count the thanks'),
      );
      await take('since', /Since you last looked/i);
    });
  });
});
