import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { applyEdits } from '../../../core/edits/apply';
import { overrule } from '../../../core/edits/overrule';
import { parseDocument } from '../../../core/plan/parse';
import type { Override } from '../../../core/plan/reading';
import { placesBy } from '../../../files/planPlaces';
import { relativeTo } from '../../../files/uri';

describe('the globs of the settings', () => {
  const globs = (each: string[]) => ({ globs: each, folder: undefined });
  const folders = ['file:///w/one', 'file:///w/two%20b/'];
  const override = (uri: string, include: string[], exclude: string[] = []) =>
    placesBy(
      { 'files.locations': globs([]), 'files.include': globs(include), 'files.exclude': globs(exclude) },
      folders.map(relativeTo),
    )(uri).override;

  it('mean paths below a workspace folder', () => {
    assert.equal(override('file:///w/one/docs/a.md', ['docs/*.md']), 'plan');
    assert.equal(override('file:///w/two%20b/docs/%C3%A4%20b.md', ['docs/ä b.md']), 'plan');
    assert.equal(override('file:///w/one/x/docs/a.md', ['docs/*.md']), undefined);
    assert.equal(override('file:///w/one/.agent/x/a.md', ['**/*.md']), 'plan');
    assert.equal(override('file:///w/one/a.md', ['./{a,b}.md']), 'plan');
  });

  it('mean nothing outside of all folders', () => {
    assert.equal(override('file:///elsewhere/a.md', ['**/elsewhere/*.md']), undefined);
    assert.equal(override('untitled:Untitled-1', ['Untitled-*']), undefined);
  });

  it('exclude rather than include, and match nothing where they cannot be understood', () => {
    assert.equal(override('file:///w/one/a.md', ['**'], ['a.md']), 'ignore');
    assert.equal(override('file:///w/one/%E0%A4%A', ['**'], ['a.md']), 'plan');
    assert.equal(override('file:///w/one/a.md', ['['.repeat(70_000)]), undefined);
    assert.equal(override('file:///w/one/a.md', []), undefined);
  });
});

describe('overrule', () => {
  const written = (text: string, override: Override) => applyEdits(text, overrule(parseDocument(text), text, override));

  it('writes the directive at the top, behind front matter', () => {
    assert.equal(written('# T\n', 'plan'), '<!-- execplan: plan -->\n\n# T\n');
    assert.equal(written('---\na: b\n---\n# T\n', 'ignore'), '---\na: b\n---\n<!-- execplan: ignore -->\n\n# T\n');
    assert.equal(written('---\na: b\n---', 'plan'), '---\na: b\n---\n<!-- execplan: plan -->\n\n');
    assert.equal(written('', 'plan'), '<!-- execplan: plan -->\n\n');
  });

  it('changes the one that is there, and nothing where it says so already', () => {
    assert.equal(written('# T\n\n<!--execplan:plan--> x\n', 'ignore'), '# T\n\n<!-- execplan: ignore --> x\n');
    assert.equal(written('# T\n\n<!--execplan:plan-->\n', 'plan'), '# T\n\n<!--execplan:plan-->\n');
  });

  it('has the text read as it says', () => {
    for (const override of ['plan', 'ignore'] as const)
      for (const text of ['# T\n', '---\r\na: b\r\n---\r\n# T\r\n', '```\n', '---\na: b\n---'])
        assert.equal(parseDocument(written(text, override)).kind, override === 'plan' ? 'plan' : 'other', text);
  });
});
