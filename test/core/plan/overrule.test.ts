import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { applyEdits } from '../../../core/edits/apply';
import { overrule } from '../../../core/edits/overrule';
import { parseDocument } from '../../../core/plan/parse';
import type { Verdict } from '../../../core/plan/reading';
import { placesBy } from '../../../files/planPlaces';

describe('the globs of the settings', () => {
  const folders = ['file:///w/one', 'file:///w/two%20b/'];
  const verdict = (uri: string, include: string[], exclude: string[] = []) =>
    placesBy({ locations: [], include, exclude }, folders)(uri).overrule;

  it('mean paths below a workspace folder', () => {
    assert.equal(verdict('file:///w/one/docs/a.md', ['docs/*.md']), 'plan');
    assert.equal(verdict('file:///w/two%20b/docs/%C3%A4%20b.md', ['docs/ä b.md']), 'plan');
    assert.equal(verdict('file:///w/one/x/docs/a.md', ['docs/*.md']), undefined);
    assert.equal(verdict('file:///w/one/.agent/x/a.md', ['**/*.md']), 'plan');
    assert.equal(verdict('file:///w/one/a.md', ['./{a,b}.md']), 'plan');
  });

  it('mean nothing outside of all folders', () => {
    assert.equal(verdict('file:///elsewhere/a.md', ['**/elsewhere/*.md']), undefined);
    assert.equal(verdict('untitled:Untitled-1', ['Untitled-*']), undefined);
  });

  it('exclude rather than include, and match nothing where they cannot be understood', () => {
    assert.equal(verdict('file:///w/one/a.md', ['**'], ['a.md']), 'ignore');
    assert.equal(verdict('file:///w/one/%E0%A4%A', ['**'], ['a.md']), 'plan');
    assert.equal(verdict('file:///w/one/a.md', ['['.repeat(70_000)]), undefined);
    assert.equal(verdict('file:///w/one/a.md', []), undefined);
  });
});

describe('overrule', () => {
  const written = (text: string, verdict: Verdict) => applyEdits(text, overrule(parseDocument(text), text, verdict));

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
    for (const verdict of ['plan', 'ignore'] as const)
      for (const text of ['# T\n', '---\r\na: b\r\n---\r\n# T\r\n', '```\n', '---\na: b\n---'])
        assert.equal(parseDocument(written(text, verdict)).kind, verdict === 'plan' ? 'plan' : 'other', text);
  });
});
