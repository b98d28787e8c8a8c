import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { notInAnchors } from '../../scripts/build/standIns';
import { root } from '../support/root';

describe("the bundles' stand-in for github-slugger's list of characters", () => {
  it('keeps what the list keeps, and drops what it drops but for what is newer', () => {
    const source = readFileSync(new URL('node_modules/github-slugger/regex.js', root), 'utf8');
    const [, list = ''] = /regex = \/(.*)\/g/.exec(source) ?? [];
    // The list has code units: characters beyond the first plane stand as pairs of surrogates.
    const theirs = new RegExp(list, 'g');
    let differing = 0;
    for (let code = 0; code < 0x110000; code++) {
      if (code >= 0xd800 && code <= 0xdfff) continue;
      const character = String.fromCodePoint(code);
      const isKept = character.replace(theirs, '') !== '';
      if (isKept === (character.replace(notInAnchors, '') !== '')) continue;
      assert.ok(!isKept && code > 0x860, character);
      differing++;
    }
    assert.ok(differing > 0 && differing < 20_000, `${differing}`);
  });
});
