import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import Ajv from 'ajv';
import { merged, readConfiguration } from '../../../core/configuration/repositoryFile';
import { defaultSettings } from '../../../core/configuration/settings';
import { rules } from '../../../core/rules/list';
import { foldersUpwards, nearestUpwards } from '../../../files/upwards';
import { configurationSchema } from '../../../scripts/configurationSchema';

const read = (text: string) => readConfiguration(text, new Set(['empty-section', 'broken-link']));

/** What is complained of, with the lines in front. */
const complaints = (text: string) => read(text).complaints.map(({ line, message }) => `${line}: ${message}`);

describe('a configuration file', () => {
  it('says what the settings say, and leaves out what it likes', () => {
    const text = `{
  "$schema": "./schema.json",
  "profile": "cookbook",
  "rules": { "empty-section": "off", "broken-link": "default" },
  "terms": ["SLO"],
  "freshness": 30
}`;
    assert.deepEqual(read(text), {
      configuration: {
        profile: 'cookbook',
        levels: { 'empty-section': 'off', 'broken-link': 'default' },
        terms: ['SLO'],
        freshness: 30,
      },
      complaints: [],
      isMalformed: false,
    });
    const nothing = { profile: undefined, levels: {}, terms: [], freshness: undefined };
    assert.deepEqual(read('\uFEFF{}\r\n'), { configuration: nothing, complaints: [], isMalformed: false });
  });

  it('is complained of where it cannot be understood, and the rest counts', () => {
    const text = `{
  "profil": "cookbook",
  "profile": "strict",
  "rules": {
    "empty-section": "loud",
    "broken-links": "off",
    "broken-link": "error"
  },
  "terms": ["SLO", 5, ""],
  "freshness": "soon"
}`;
    assert.deepEqual(complaints(text), [
      '2: Unexpected key "profil", expected one of profile, rules, terms, freshness',
      '3: Unexpected "strict" for "profile", expected one of recommended, cookbook, minimal',
      '5: Unexpected "loud" for "empty-section", expected one of default, off, hint, information, warning, error',
      '6: Unexpected rule "broken-links", expected the id of one',
      '9: Unexpected value in "terms", expected only texts',
      '10: Unexpected "soon" for "freshness", expected a number of minutes above 0',
    ]);
    assert.deepEqual(read(text).configuration, {
      profile: undefined,
      levels: { 'broken-link': 'error' },
      terms: ['SLO'],
      freshness: undefined,
    });
  });

  it('says nothing when it is no JSON object', () => {
    assert.match(complaints('{\n  "profile": "cookbook",\n}').join(), /^3: Malformed JSON: /);
    assert.match(complaints('').join(), /: Malformed JSON: /);
    assert.equal(read('{,}').isMalformed, true);
    for (const [text, kind] of [
      ['[]', '[…]'],
      ['null', 'null'],
      ['"off"', '"off"'],
    ])
      assert.deepEqual(complaints(text as string), [`1: Unexpected ${kind}, expected {…}`]);
    assert.deepEqual(complaints('{ "rules": ["off"],\n"terms": {} }'), [
      '1: Unexpected […] for "rules", expected rule ids and their levels',
      '2: Unexpected {…} for "terms", expected a list of texts',
    ]);
  });

  it('names the lines of keys, however the text is laid out, and takes odd keys for no more than that', () => {
    assert.deepEqual(
      complaints('{"terms":["{\\"a\\": 1,"],\n\n"rules":{"x":\n"off"},"freshness":15,"y":[[{"z":1}]]}'),
      [
        '3: Unexpected rule "x", expected the id of one',
        '4: Unexpected key "y", expected one of profile, rules, terms, freshness',
      ],
    );
    assert.deepEqual(complaints('{"__proto__": 1,\n"rules": {"constructor": "off"}}').length, 2);
  });

  it('is complained of where its schema says so', () => {
    const ids = new Set(rules.map(({ id }) => id));
    const isValid = new Ajv({ strict: false }).compile(configurationSchema() as object);
    const right = [
      {},
      { $schema: './s.json', profile: 'minimal', terms: [], freshness: 0.5 },
      { rules: Object.fromEntries([...ids].map((id) => [id, 'off'])) },
    ];
    const wrong = [
      { Profile: 'minimal' },
      { profile: 'off' },
      { profile: null },
      { rules: { 'no-such-rule': 'off' } },
      { rules: { 'invalid-timestamp': true } },
      { rules: [] },
      { terms: 'SLO' },
      { terms: [''] },
      { freshness: 0 },
      { freshness: '15' },
      [],
    ];
    const complaintsOf = (value: unknown) => readConfiguration(JSON.stringify(value), ids).complaints;
    for (const each of right) assert.deepEqual([isValid(each), complaintsOf(each)], [true, []], JSON.stringify(each));
    for (const each of wrong)
      assert.deepEqual([isValid(each), complaintsOf(each).length], [false, 1], JSON.stringify(each));
  });

  it('wins over the settings key by key and rule by rule; terms are united', () => {
    const settings = {
      ...defaultSettings.rules,
      levels: { 'empty-section': 'error', 'broken-link': 'off' } as const,
      terms: ['SLO', 'RPO'],
    };
    const { configuration } = read('{ "rules": { "empty-section": "default" }, "terms": ["RPO", "RTO"] }');
    assert.deepEqual(merged(settings, configuration), {
      profile: 'recommended',
      levels: { 'empty-section': 'default', 'broken-link': 'off' },
      terms: ['SLO', 'RPO', 'RTO'],
      freshness: 15,
    });
    const strict = merged(settings, read('{ "profile": "cookbook", "freshness": 5 }').configuration);
    assert.deepEqual([strict.profile, strict.freshness], ['cookbook', 5]);
  });
});

describe('the folders upwards', () => {
  it('begin at the file, and end at the top', () => {
    assert.deepEqual(foldersUpwards('/w/plans/x/a.md', '/w'), ['/w/plans/x', '/w/plans', '/w']);
    assert.deepEqual(foldersUpwards('file:///w/a.md', 'file:///w/'), ['file:///w']);
    assert.deepEqual(foldersUpwards('/w/a.md', '/'), ['/w', '']);
    assert.deepEqual(foldersUpwards('C:/w/a.md', 'C:/'), ['C:/w', 'C:']);
    assert.deepEqual(foldersUpwards('/web/a.md', '/w'), []);
  });

  it('are looked through for the nearest file of a name', async () => {
    const asked: string[] = [];
    const files: Record<string, string> = { '/w/c.json': 'outer', '/c.json': 'above' };
    const found = await nearestUpwards('c.json', '/w/plans/x/a.md', '/w', async (path) => {
      asked.push(path);
      return files[path] ?? null;
    });
    assert.deepEqual(found, { path: '/w/c.json', text: 'outer' });
    assert.deepEqual(asked, ['/w/plans/x/c.json', '/w/plans/c.json', '/w/c.json']);
    assert.equal(await nearestUpwards('c.json', '/v/a.md', '/v', async () => null), undefined);
  });
});
