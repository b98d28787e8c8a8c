import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { afterEach, describe, it } from 'node:test';
import { onThePath } from '../../scripts/onThePath';
import { documentedSetUp, EditorFolder, editorScript, milestonePlan, planOf, timeless } from '../support/otherEditor';

const isThere =
  onThePath(['emacs']) &&
  spawnSync('emacs', ['--batch', '--eval', "(progn (package-initialize) (require 'eglot) (require 'markdown-mode))"])
    .status === 0;

/** Emacs with eglot and the set-up that docs/editors.md tells. */
describe('Emacs', { skip: !isThere && 'Emacs with eglot and markdown-mode is not installed.' }, () => {
  let folder: EditorFolder;
  afterEach(() => folder.remove());

  /** What some Lisp returns, with `plans/plan.md` open; emacs.el has what begins with `editor-`. */
  const run = async (text: string, test: string) => {
    folder = new EditorFolder({ 'plans/plan.md': text });
    folder.write('.git/set-up.el', documentedSetUp('Emacs', 'elisp'));
    folder.write(
      '.git/test.el',
      `;;; -*- lexical-binding: t -*-
(load "${editorScript('emacs.el')}" nil t)
(load (expand-file-name ".git/set-up.el") nil t)
(let ((default-directory default-directory))
  (editor-run (lambda () (save-current-buffer (editor-open "plans/plan.md") ${test}))))`,
    );
    return timeless(await folder.run('emacs', ['--batch', '--load', '.git/test.el']));
  };

  it('shows findings, and drops them as the text is mended', async () => {
    await run(
      planOf('- [x] one 𝔘', '- [x] two'),
      `(editor-await "done-without-timestamp" '(9 10))
      (editor-cursor 9)
      (delete-region (point) (line-end-position))
      (insert "- [x] (2026-03-01 09:30Z) one 𝔘\\n")
      (editor-await "done-without-timestamp" '(11))`,
    );
  });

  it('mends and ticks, behind characters outside of the BMP, too', async () => {
    const lines = await run(
      planOf('- [ ] 𝔘𝔘 (completed: 𝔘; remaining: b)', '- [x] two', '- [ ] three'),
      `(editor-await "done-without-timestamp" '(10))
      (editor-cursor 9)
      (flymake-goto-next-error)
      (editor-act "Stamp with")
      (editor-await "done-without-timestamp" nil)
      (editor-cursor 11)
      (editor-act "Tick this step")
      (editor-cursor 9)
      (editor-act "Split this step")
      (editor-lines 9 12)`,
    );
    assert.deepEqual(lines, ['- [x] (NOW) 𝔘𝔘 (completed: 𝔘)', '- [ ] 𝔘𝔘: b', '- [x] (NOW) two', '- [x] (NOW) three']);
  });

  it('refuses an edit for a text that has changed since its actions were shown', async () => {
    const result = await run(
      planOf('- [ ] one', '- [ ] two'),
      `(editor-cursor 9)
      (list (condition-case problem
                (editor-act "Tick this step" (lambda () (goto-char (point-min)) (insert "# Another\\n\\n")))
              (error (error-message-string problem)))
            (editor-lines 11 12))`,
    );
    const [told, lines] = result as [string, string[]];
    assert.match(told, /require version 0, you have 1/);
    assert.deepEqual(lines, ['- [ ] one', '- [ ] two']);
  });

  it('keeps CRLF', async () => {
    await run(
      planOf('- [ ] one').replaceAll('\n', '\r\n'),
      `(editor-cursor 9)
      (editor-act "Add an open step")
      (save-buffer)`,
    );
    assert.equal(folder.read('plans/plan.md'), planOf('- [ ] one', '- [ ] What will be done').replaceAll('\n', '\r\n'));
  });

  it('completes a record of several lines, a heading and a milestone', async () => {
    const result = await run(
      milestonePlan,
      `(editor-complete 21 "## Out" "Outcomes")
      (editor-complete 9 " and Mil" "Milestone 1")
      (editor-complete 13 "- Dec" "Decision")
      (list (editor-lines 9 9) (editor-lines 13 15) (editor-lines 23 23))`,
    );
    assert.deepEqual(result, [
      ['- [ ] Milestone 2: one and Milestone 1'],
      [
        '- Decision: What was decided',
        '  Rationale: Why, and what was turned down',
        '  Date/Author: NOW, Ada Lovelace',
      ],
      ['## Outcomes & Retrospective'],
    ]);
  });

  it('tells of a stamp and of a milestone in the echo area', async () => {
    const [stamp, milestone] = (await run(
      milestonePlan.replace('- [ ] Mil', '- [x] (2026-03-01 09:30Z) Mil'),
      `(editor-cursor 9)
      (forward-char 10)
      (let ((stamp (editor-hover)))
        (editor-cursor 20)
        (forward-char 6)
        (list stamp (editor-hover)))`,
    )) as [string, string];
    assert.match(stamp, /^2026-03-01 09:30 UTC\n\n\d+ d ago$/);
    assert.equal(milestone, '**Milestone 2: Write**\n\nSteps: 1 of 1\n\n☑ Milestone 2: one');
  });

  it('renames a milestone and what names it', async () => {
    const lines = await run(
      milestonePlan,
      `(editor-cursor 20)
      (forward-char 5)
      (eglot-rename "Milestone 5: Write")
      (vconcat (editor-lines 9 9) (editor-lines 20 20))`,
    );
    assert.deepEqual(lines, ['- [ ] Milestone 5: one', '### Milestone 5: Write']);
  });

  it('shows the plan as symbols', async () => {
    const symbols = await run(planOf('- [ ] one'), '(format "%S" (cdr (imenu--make-index-alist)))');
    assert.equal(
      symbols,
      '(("Module" ("T" . 1)) ("Null" ("T::Progress" ("one" . 54))) ("Namespace" ("T" ("Purpose" . 6) ("Progress" . 41) ("Surprises & Discoveries" . 65) ("Decision Log" . 93) ("Outcomes & Retrospective" . 110))))',
    );
  });

  it('signs with the author of its settings', async () => {
    const lines = await run(
      planOf('- [ ] one'),
      `(editor-cursor 9)
      (editor-act "Add a decision")
      (goto-char (point-min))
      (search-forward "Ada")
      (buffer-substring (line-beginning-position) (line-end-position))`,
    );
    assert.deepEqual(lines, '  Date/Author: NOW, Ada Lovelace');
  });

  it('hears of its configuration as it is written', async () => {
    await run(
      planOf('- [x] one'),
      `(editor-await "done-without-timestamp" '(9))
      (with-temp-file "../execplan.config.json" (insert "{ \\"rules\\": { \\"done-without-timestamp\\": \\"off\\" } }"))
      (editor-await "done-without-timestamp" nil)`,
    );
  });
});
