import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { onThePath } from '../../scripts/onThePath';
import { documentedSetUp, EditorFolder, editorScript, milestonePlan, planOf, timeless } from '../support/otherEditor';

/** Neovim's own client with the set-up that docs/editors.md tells. */
describe('Neovim', { skip: !onThePath(['nvim']) && 'Neovim is not installed.' }, () => {
  let folder: EditorFolder;
  afterEach(() => folder.remove());

  /** What the body of a function in Lua returns, with `plans/plan.md` open; `editor` has what neovim.lua does. */
  const run = async (text: string, test: string) => {
    folder = new EditorFolder({ 'plans/plan.md': text });
    folder.write('.git/set-up.lua', documentedSetUp('Neovim', 'lua'));
    folder.write(
      '.git/test.lua',
      `local editor = dofile('${editorScript('neovim.lua')}')
dofile('.git/set-up.lua')
editor.run(function()
  editor.open('plans/plan.md')
  ${test}
end)`,
    );
    return timeless(await folder.run('nvim', ['--headless', '--clean', '-S', '.git/test.lua']));
  };

  it('shows findings, and drops them as the text is mended', async () => {
    await run(
      planOf('- [x] one 𝔘', '- [x] two'),
      `editor.await('done-without-timestamp', { 9, 10 })
      vim.api.nvim_buf_set_lines(0, 8, 9, true, { '- [x] (2026-03-01 09:30Z) one 𝔘', '' })
      editor.await('done-without-timestamp', { 11 })
      vim.cmd('undo')
      editor.await('done-without-timestamp', { 9, 10 })`,
    );
  });

  it('mends and ticks, behind characters outside of the BMP, too', async () => {
    const lines = await run(
      planOf('- [ ] 𝔘𝔘 (completed: 𝔘; remaining: b)', '- [x] two', '- [ ] three'),
      `editor.await('done-without-timestamp', { 10 })
      editor.cursor(10)
      editor.act('Stamp with')
      editor.await('done-without-timestamp', {})
      editor.cursor(11)
      editor.act('Tick this step')
      editor.cursor(9)
      editor.act('Split this step')
      return vim.list_slice(editor.lines(), 9, 12)`,
    );
    assert.deepEqual(lines, ['- [x] (NOW) 𝔘𝔘 (completed: 𝔘)', '- [ ] 𝔘𝔘: b', '- [x] (NOW) two', '- [x] (NOW) three']);
  });

  it('gets no edit for a text that has changed since its actions were shown', async () => {
    const result = await run(
      planOf('- [ ] one', '- [ ] two'),
      `editor.cursor(9)
      local change = function() vim.api.nvim_buf_set_lines(0, 0, 0, true, { '# Another', '' }) end
      editor.act('Tick this step', change)
      local first = { said = editor.said, lines = vim.list_slice(editor.lines(), 11, 12) }
      editor.said = {}
      editor.cursor(11)
      editor.act('Tick this step', change)
      return { first, { said = editor.said, lines = vim.list_slice(editor.lines(), 13, 14) } }`,
    );
    const refused = {
      lines: ['- [ ] one', '- [ ] two'],
      said: ['-32801: The plan has changed since it was shown, so nothing was edited. Please try again.'],
    };
    assert.deepEqual(result, [refused, refused]);
  });

  it('keeps CRLF', async () => {
    await run(
      planOf('- [ ] one').replaceAll('\n', '\r\n'),
      `editor.cursor(9)
      editor.act('Add an open step')
      vim.cmd('write')
      return vim.bo.fileformat`,
    );
    assert.equal(folder.read('plans/plan.md'), planOf('- [ ] one', '- [ ] What will be done').replaceAll('\n', '\r\n'));
  });

  it('completes a record of several lines, a heading and a milestone', async () => {
    const result = await run(
      milestonePlan,
      `editor.complete(21, '## Out', 'Outcomes')
      local words = editor.complete(9, ' and Mil', 'Milestone 1')
      editor.complete(13, '', '- Decision')
      local lines = editor.lines()
      return { words = words, step = lines[9], record = vim.list_slice(lines, 13, 15), heading = lines[23] }`,
    );
    assert.deepEqual(result, {
      words: ['Milestone 1', 'Milestone 2'],
      record: [
        '- Decision: What was decided',
        '  Rationale: Why, and what was turned down',
        '  Date/Author: NOW, Ada Lovelace',
      ],
      step: '- [ ] Milestone 2: one and Milestone 1',
      heading: '## Outcomes & Retrospective',
    });
  });

  it('tells of a stamp and of a milestone in a window at the cursor', async () => {
    const [stamp, milestone] = (await run(
      milestonePlan.replace('- [ ] Mil', '- [x] (2026-03-01 09:30Z) Mil'),
      `editor.cursor(9, 10)
      local stamp = editor.hover()
      editor.cursor(20, 6)
      return { stamp, editor.hover() }`,
    )) as [string[], string[]];
    assert.equal(stamp[0], '2026-03-01 09:30 UTC');
    assert.match(stamp[2] ?? '', /^\d+ d ago$/);
    assert.deepEqual(milestone, ['**Milestone 2: Write**', '', 'Steps: 1 of 1', '', '☑ Milestone 2: one']);
  });

  it('renames a milestone and what names it', async () => {
    const lines = await run(
      milestonePlan,
      `editor.cursor(20, 5)
      vim.lsp.buf.rename('Milestone 5: Write')
      editor.wait('the name', function() return editor.lines()[9] == '- [ ] Milestone 5: one' end)
      return { editor.lines()[9], editor.lines()[20] }`,
    );
    assert.deepEqual(lines, ['- [ ] Milestone 5: one', '### Milestone 5: Write']);
  });

  it('shows the plan as symbols', async () => {
    const symbols = await run(
      planOf('- [ ] one'),
      `vim.lsp.buf.document_symbol()
      editor.wait('symbols', function() return #vim.fn.getqflist() > 0 end)
      return vim.tbl_map(function(each) return each.lnum .. ' ' .. each.text end, vim.fn.getqflist())`,
    );
    assert.deepEqual(symbols, [
      '1 [Module] T',
      '3 [Namespace] Purpose',
      '7 [Namespace] Progress',
      '9 [Null] one',
      '11 [Namespace] Surprises & Discoveries',
      '13 [Namespace] Decision Log',
      '15 [Namespace] Outcomes & Retrospective',
    ]);
  });

  it('signs with the author of its settings', async () => {
    const lines = await run(
      planOf('- [ ] one'),
      `editor.cursor(9)
      editor.act('Add a decision')
      return vim.tbl_filter(function(line) return line:find('Ada') end, editor.lines())`,
    );
    assert.deepEqual(lines, ['  Date/Author: NOW, Ada Lovelace']);
  });

  it('hears of its configuration when a plan is saved', async () => {
    await run(
      planOf('- [x] one'),
      `editor.await('done-without-timestamp', { 9 })
      vim.fn.writefile({ '{ "rules": { "done-without-timestamp": "off" } }' }, 'execplan.config.json')
      vim.cmd('write')
      editor.await('done-without-timestamp', {})`,
    );
  });
});
