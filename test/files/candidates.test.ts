import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Candidates } from '../../files/candidates';
import type { FileState, ScanResult } from '../../files/fileState';

const plan = '# T\n\n## Progress\n\n- [ ] a\n\n## Decision Log\n';

/** Files in memory, and what was sent of them. */
function host(files: Record<string, FileState>) {
  const sent: [uri: string, text: string | null][] = [];
  const large: string[] = [];
  const why: Record<string, 'included' | 'located'> = {};
  const candidates = new Candidates<'included' | 'located'>({
    why: async (uri) => why[uri],
    read: async (uri) => files[uri] ?? 'gone',
    send: async (uri, text) => void sent.push([uri, text]),
    onLarge: (uri) => large.push(uri),
  });
  const look = async (...uris: string[]) => {
    sent.length = 0;
    candidates.scan(...uris);
    await candidates.idle();
    return [...sent];
  };
  return { candidates, files, why, look, sent, large };
}

describe('the candidates for plans', () => {
  it('are sent where they may be plans, or are called plans, and nowhere else', async () => {
    const { look, why } = host({ a: { text: plan }, b: { text: '# B' }, c: { text: '# C' }, d: { text: plan } });
    Object.assign(why, { a: 'located', b: 'located', c: 'included' });
    assert.deepEqual(await look('a', 'b', 'c', 'd', 'e'), [
      ['a', plan],
      ['c', '# C'],
    ]);
  });

  it('are taken back, once, when they go, turn into something else, or are looked at no more', async () => {
    const { look, why, files, candidates } = host({ a: { text: plan }, b: { text: plan }, c: { text: plan } });
    Object.assign(why, { a: 'located', b: 'located', c: 'located' });
    await look('a', 'b', 'c');
    files.a = 'gone';
    files.b = { text: '# B' };
    delete why.c;
    assert.deepEqual(await look('a', 'b', 'c'), [
      ['c', null],
      ['a', null],
      ['b', null],
    ]);
    assert.deepEqual(await look('a', 'b', 'c'), []);
    assert.deepEqual(candidates.known, []);
  });

  it('stay as they were while nobody can read them', async () => {
    const { look, why, files, candidates } = host({ a: { text: plan } });
    why.a = 'located';
    await look('a');
    files.a = 'unknown';
    assert.deepEqual(await look('a'), []);
    assert.ok(candidates.has('a'));
  });

  it('are named once when they are too large, and taken back', async () => {
    const { look, why, files, large } = host({ a: { text: plan } });
    why.a = 'included';
    await look('a');
    files.a = 'large';
    assert.deepEqual(await look('a'), [['a', null]]);
    await look('a');
    assert.deepEqual(large, ['a']);
  });

  it('are not sent when their folder goes while they are read', async () => {
    const why: Record<string, 'located'> = { a: 'located' };
    const sent: string[] = [];
    const candidates = new Candidates<'located'>({
      why: async (uri) => why[uri],
      read: async (uri) => {
        delete why[uri];
        return { text: plan };
      },
      send: async (uri) => void sent.push(uri),
      onLarge: () => {},
    });
    candidates.scan('a');
    await candidates.idle();
    assert.deepEqual(sent, []);
  });

  it('are read again after a search only where they are new, or looked at for another reason', async () => {
    const { candidates, look, sent, why } = host({ a: { text: plan }, b: { text: plan }, c: { text: plan } });
    Object.assign(why, { a: 'located', b: 'located', c: 'located' });
    await look('a', 'b');
    sent.length = 0;
    why.b = 'included';
    await candidates.scanNew(['a', 'b', 'c']);
    await candidates.idle();
    assert.deepEqual(sent.map(([uri]) => uri).sort(), ['b', 'c']);
  });

  it('below a path are those that go with it', async () => {
    const { candidates, look, why } = host({ 'f:/p/a': { text: plan }, 'f:/p2/b': { text: plan } });
    Object.assign(why, { 'f:/p/a': 'located', 'f:/p2/b': 'located' });
    await look('f:/p/a', 'f:/p2/b');
    assert.deepEqual(candidates.knownBelow(new Set(['f:/p'])), ['f:/p/a']);
    assert.deepEqual(candidates.knownBelow(new Set(['f:/p2/b'])), ['f:/p2/b']);
    assert.deepEqual(candidates.knownBelow(new Set(['f:'])).length, 2);
  });

  it('are looked at elsewhere once somebody is there who can, and here where that one cannot read them', async () => {
    const looks: Record<string, ScanResult> = { b: 'accepted', c: 'none', d: 'unknown', e: 'large', f: 'notUtf8' };
    const sent: string[] = [];
    const large: string[] = [];
    const away: string[] = [];
    let isThere = false;
    const candidates = new Candidates<'located'>({
      why: async () => 'located',
      read: async () => ({ text: plan }),
      send: async (uri) => {
        sent.push(uri);
        isThere = true;
      },
      delegate: (uri) => {
        if (!isThere) return undefined;
        away.push(uri);
        return Promise.resolve(looks[uri] ?? 'accepted');
      },
      onLarge: (uri) => large.push(uri),
    });
    candidates.scan('a');
    await candidates.idle();
    candidates.scan('b', 'c', 'd', 'e', 'f');
    await candidates.idle();
    assert.deepEqual(sent, ['a', 'f']);
    assert.deepEqual(away, ['b', 'c', 'd', 'e', 'f']);
    assert.deepEqual(candidates.known, ['a', 'b', 'f']);
    assert.deepEqual(large, ['e']);
    looks.b = 'none';
    candidates.scan('b');
    await candidates.idle();
    assert.ok(!candidates.has('b'));
  });
});
