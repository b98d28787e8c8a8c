import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { relativeToPath } from '../../files/paths';
import { filePathOf, folderKey, innermostFolder, joinUri, nameOfUri, relativeTo, uriKey } from '../../files/uri';

describe('a URI', () => {
  it('has one key, however it is spelled', () => {
    const same = [
      ['file:///a%40b/PLANS.md', 'file:///a@b/PLANS.md'],
      ['file:///c%3A/w/a.md', 'file:///C:/w/a.md', 'file:///c:/w/a.md', 'file:///C%3a/w/a.md'],
      ['file:///w/%C3%A4%20b.md', 'file:///w/ä b.md', 'file:///w/%c3%a4%20b.md'],
      ["vscode-vfs://github/o/r/it's.md", 'vscode-vfs://github/o/r/it%27s.md'],
      ['untitled:Untitled-1'],
    ];
    for (const spellings of same) {
      const keys = new Set(spellings.map(uriKey));
      assert.equal(keys.size, 1, spellings.join(' '));
      for (const key of keys) assert.equal(uriKey(key), key);
    }
  });

  it('has another key for another place, and one even where nobody can read it', () => {
    for (const [one, other] of [
      ['file:///w/a%2520b.md', 'file:///w/a%20b.md'],
      ['file:///w/a%23b.md', 'file:///w/a#b.md'],
      ['file:///w/a.md', 'file:///W/a.md'],
    ] as const)
      assert.notEqual(uriKey(one), uriKey(other));
    for (const odd of ['file:///w/%E0%A4%A', 'a b:c', '', 'x', ':////'])
      assert.equal(uriKey(uriKey(odd)), uriKey(odd), odd);
  });

  it('is joined and told below a folder as a decoded path', () => {
    assert.equal(joinUri('file:///a@b/', 'docs/ä b#.md'), 'file:///a%40b/docs/%C3%A4%20b%23.md');
    assert.equal(joinUri('file:///', 'a.md'), 'file:///a.md');
    assert.equal(joinUri('file:///w', ''), 'file:///w');
    const below = relativeTo('file:///a@b/');
    assert.equal(below('file:///a%40b/docs/%C3%A4%20b%23.md'), 'docs/ä b#.md');
    assert.equal(below('file:///a%40b/docs/'), 'docs');
    assert.equal(below('file:///a%40b'), '');
    assert.equal(below('file:///a%40bc/x.md'), undefined);
    assert.equal(relativeTo('file:///')('file:///x.md'), 'x.md');
    assert.equal(relativeTo('file:///C:/w')('file:///c%3A/w/x.md'), 'x.md');
  });

  it('may be a path of a disk, which is as it is written', () => {
    assert.equal(relativeToPath('/w')('/w/docs/a%20b#.md'), 'docs/a%20b#.md');
    assert.equal(relativeToPath('C:/w/')('C:/w/x.md'), 'x.md');
    assert.equal(relativeToPath('/w')('/ww/x.md'), undefined);
  });

  it('lies in the innermost of its folders', () => {
    const folders = ['file:///w/', 'file:///w/a@b', 'file:///v'];
    assert.equal(innermostFolder('file:///w/a%40b/x.md', folders), 'file:///w/a%40b');
    assert.equal(innermostFolder('file:///w/x.md', folders), 'file:///w');
    assert.equal(innermostFolder('file:///x.md', folders), undefined);
    assert.equal(folderKey('file:///a@b//'), 'file:///a%40b');
  });

  it('tells the name and the path that it leads to', () => {
    assert.equal(nameOfUri('file:///w/a%20b.md'), 'a b.md');
    assert.equal(nameOfUri('untitled:Untitled-1'), 'Untitled-1');
    assert.equal(filePathOf('file:///c%3A/w'), 'c:/w');
    assert.equal(filePathOf('file:///w/a%20b'), '/w/a b');
    assert.equal(filePathOf('vscode-vfs://github/w'), undefined);
  });
});
