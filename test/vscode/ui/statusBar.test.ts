import * as assert from '../assert';
import { bridge } from '../bridge';
import { eventually } from '../eventually';
import { closeEditors, openNew, planText } from '../plan';
import { withSettings } from '../settings';

const item = '.statusbar-item[id$="execplan.progress"]';

describe('the status bar', () => {
  afterEach(closeEditors);

  it('shows how far the plan in front is, and what is next, as it is written', async () => {
    await openNew(
      'plans/status-bar.md',
      planText('- [x] One\n- [ ] Look at `$(bug)` and at what else there is to be looked at'),
    );
    await eventually(async () =>
      assert.match(await bridge.text(item), /1\/2 · Look at \$\u200B?\(bug\) and at what else .*…/),
    );
    assert.match(
      (await bridge.attribute(`${item} a`, 'aria-label')) ?? '',
      /Plan, 1 of 2 done, Next: Look at \$\(bug\)/,
    );
  });

  it('leads to the next step', async () => {
    const editor = await openNew('plans/status-click.md', planText('- [x] One\n- [ ] Two'));
    await eventually(async () => assert.match(await bridge.text(item), /1\/2 · Two/));
    await bridge.click(`${item} a`);
    await eventually(() => assert.equal(editor.selection.active.line, 9));
  });

  it('says on hover what it is about, and runs no command that a plan names', async () => {
    await openNew(
      'plans/status-card.md',
      planText('- [x] One\n- [ ] Two [quit](command:workbench.action.quit) <b>x</b>'),
    );
    await eventually(async () => assert.match(await bridge.text(item), /1\/2 · Two/));
    await eventually(async () => {
      // The pointer may stand there already.
      await bridge.hover('.tab');
      await bridge.hover(`${item} a`);
      await eventually(async () => assert.match((await bridge.texts('.monaco-hover')).join(), /1 of 2 done/), 3000);
    });
    assert.equal(await bridge.count('.monaco-hover a[data-href*="quit"]'), 0);
    assert.ok((await bridge.count('.monaco-hover a[data-href="command:execplan.revealNextStep"]')) > 0);
  });
});

describe('the explorer', () => {
  afterEach(closeEditors);

  it('shows how far a plan is beside its file, by choice', async () => {
    // VS Code says the tooltip of a decoration nowhere in a tab. No finding is in this plan: it would have a badge, too.
    const text = planText('- [x] (2026-02-09 11:19Z) One\n- [ ] Two');
    await openNew('plans/explorer-badge.md', `${text}\n## Decision Log\n\nNone yet.\n`);
    // VS Code 1.100 calls its classes by the colour and the letter.
    const badge = ':is(.monaco-decoration-badge, [class*="monaco-decoration-itemBadge-"])';
    const badges = () => bridge.count(`.tab[data-resource-name="explorer-badge.md"] ${badge}`);
    // Git's own badges; in the web host there is no Git.
    const without = HOST === 'node' ? { 'git.decorations.enabled': false } : {};
    await withSettings(without, async () => {
      await eventually(async () => assert.equal(await badges(), 0));
      await withSettings({ 'execplan.plans.decorateExplorer': true }, async () => {
        await eventually(async () => assert.equal(await badges(), 1));
      });
      await eventually(async () => assert.equal(await badges(), 0));
    });
  });
});
