import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import Ajv from 'ajv';
import { readConfiguration } from '../../../core/configuration/repositoryFile';
import { defaultSettings, editorOnly, mergeSettings, readSettings } from '../../../core/configuration/settings';
import { rules } from '../../../core/rules/list';
import { foldersUpwards, nearestUpwards } from '../../../files/upwards';
import { configurationSchema } from '../../../scripts/configurationSchema';

const ids = new Set(['empty-section', 'broken-link']);
const read = (text: string) => readConfiguration(text, '/w', ids);

/** What is complained of, with the lines in front. */
const complaints = (text: string) => read(text).complaints.map(({ line, message }) => `${line}: ${message}`);

describe('a configuration file', () => {
  it('says what the settings say, and leaves out what it likes', () => {
    const text = `{
  "$schema": "./schema.json",
  "profile": "cookbook",
  "rules": { "empty-section": "off", "broken-link": "default" },
  "terms": ["SLO"],
  "freshness": 30,
  "marks": { "-": "dropped" },
  "zones": { "cst": "Asia/Shanghai" },
  "timeZone": "Europe/Berlin",
  "files": { "include": ["docs/a.md"], "locations": [] }
}`;
    assert.deepEqual(read(text), {
      configuration: {
        $schema: './schema.json',
        profile: 'cookbook',
        rules: { 'empty-section': 'off', 'broken-link': 'default' },
        terms: ['SLO'],
        freshness: 30,
        marks: { '-': 'dropped' },
        zones: { CST: 'Asia/Shanghai' },
        timeZone: 'Europe/Berlin',
        'files.include': { globs: ['docs/a.md'], folder: '/w' },
        'files.locations': { globs: [], folder: '/w' },
      },
      complaints: [],
      isMalformed: false,
    });
    assert.deepEqual(read('\uFEFF{}\r\n'), { configuration: {}, complaints: [], isMalformed: false });
  });

  it("is JSON with comments and commas behind the last member, as VS Code's own files are", () => {
    const { configuration, ...rest } = read(
      '{\n  // strict\n  "profile": "cookbook", /* for now */\n  "terms": ["SLO",],\n}',
    );
    assert.deepEqual(configuration, { profile: 'cookbook', terms: ['SLO'] });
    assert.deepEqual(rest, { complaints: [], isMalformed: false });
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
  "freshness": "soon",
  "workspaceDiagnostics": true,
  "outline": { "inStandardOutline": true },
  "files": {
    "includes": [],
    "include": "docs/a.md"
  },
  "marks": { "-": "gone", "--": "done", "~": "done" },
  "zones": {
    "CST": "BST",
    "XYZ": "Mars/Phobos",
    "C3": "UTC",
    "IST": "UTC+5:30"
  },
  "timeZone": "local"
}`;
    assert.deepEqual(complaints(text), [
      '2: Unknown key "profil"; known keys: timeZone, timestamp, zones, marks, files, handoff, profile, terms, freshness, rules',
      '3: "profile" must be recommended, cookbook or minimal',
      '5: "empty-section" must be default, off, hint, information, warning or error',
      '6: Unknown rule "broken-links"',
      '9: "terms" must hold nothing but texts',
      '10: "freshness" must be a number of minutes above 0',
      '11: "workspaceDiagnostics" counts in the editor alone',
      '12: "outline.inStandardOutline" counts in the editor alone',
      '14: Unknown key "files.includes"; known keys: locations, include, exclude',
      '15: "files.include" must be a list of texts',
      '17: "-" must be done, partial, blocked or dropped',
      '17: Mark "--" must be one character, and no blank, x or ]',
      '19: "BST" means several zones: write an offset, or a name as Asia/Shanghai',
      '20: "Mars/Phobos" is no known zone: write an offset, or a name as Asia/Shanghai',
      '21: Zone name "C3" must be 1 to 6 letters',
      '24: "local" is another zone for each reader: name one',
    ]);
    assert.deepEqual(read(text).configuration, {
      rules: { 'broken-link': 'error' },
      terms: ['SLO'],
      marks: { '~': 'done' },
      zones: { IST: '+05:30' },
    });
    for (const line of complaints(text)) assert.ok(line.length <= 130 && !line.includes(': Unexpected'), line);
  });

  it('says nothing when it is no JSON object', () => {
    assert.deepEqual(complaints('{\n  "profile": "cookbook"\n  "terms": []\n}'), [
      '3: No valid JSON: a comma is missing',
    ]);
    assert.deepEqual(complaints('{\n  "profile": cookbook\n}'), ['2: No valid JSON: a word that is none']);
    assert.match(complaints('').join(), /^1: No valid JSON: /);
    assert.match(complaints('{ "rules": ').join(), /^1: No valid JSON: /);
    assert.equal(read('{,}').isMalformed, true);
    for (const text of ['[]', 'null', '"off"'])
      assert.deepEqual(complaints(text), ['1: The file must hold an object: {…}']);
    assert.deepEqual(complaints('{ "rules": ["off"],\n"terms": {},\n"files": [] }'), [
      '1: "rules" must be an object',
      '2: "terms" must be a list of texts',
      '3: "files" must be an object',
    ]);
  });

  it('names the lines of keys, however the text is laid out, and takes odd keys for no more than that', () => {
    assert.deepEqual(
      complaints('{"terms":["{\\"a\\": 1,"],\n\n"rules":{"x":\n"off"},"freshness":15,"y":[[{"z":1}]]}').map((each) =>
        each.slice(0, 18),
      ),
      ['3: Unknown rule "x"', '4: Unknown key "y"'].map((each) => each.slice(0, 18)),
    );
    assert.deepEqual(complaints('{"__proto__": 1,\n"rules": {"constructor": "off"}}').length, 2);
    assert.deepEqual(read('{"marks": {"__proto__": "done"}}').complaints.length, 1);
  });

  it('is complained of where its schema says so', () => {
    const ids = new Set(rules.map(({ id }) => id));
    const isValid = new Ajv({ strict: false }).compile(configurationSchema() as object);
    const right = [
      {},
      { $schema: './s.json', profile: 'minimal', terms: [], freshness: 0.5 },
      { rules: Object.fromEntries([...ids].map((id) => [id, 'off'])) },
      { marks: { '-': 'dropped', '!': 'partial' }, zones: { CST: 'Asia/Shanghai', X: '+05:30', Y: 'UTC-3' } },
      { timeZone: 'utc' },
      { timeZone: 'America/Argentina/Buenos_Aires' },
      { timeZone: '+0200' },
      { files: { locations: ['a/**'], include: [], exclude: ['b.md'] } },
      { files: {} },
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
      { workspaceDiagnostics: true },
      { marks: { x: 'done' } },
      { marks: { '-': 'cancelled' } },
      { zones: { CST: 'CST' } },
      { zones: { CST: 8 } },
      { zones: { TOOLONG: 'UTC' } },
      { timeZone: 'local' },
      { timeZone: 'IST' },
      { timeZone: '8' },
      { files: { includes: [] } },
      { files: { include: 'a.md' } },
      { files: [] },
      [],
    ];
    const complaintsOf = (value: unknown) => readConfiguration(JSON.stringify(value), '/w', ids).complaints;
    for (const each of right) assert.deepEqual([isValid(each), complaintsOf(each)], [true, []], JSON.stringify(each));
    for (const each of wrong)
      assert.deepEqual([isValid(each), complaintsOf(each).length], [false, 1], JSON.stringify(each));
  });

  const editor = {
    ...defaultSettings,
    rules: { 'empty-section': 'error', 'broken-link': 'off' } as const,
    terms: ['SLO', 'RPO'],
    marks: { '~': 'done' } as const,
    'files.include': { globs: ['a.md'], folder: undefined },
  };

  it('wins over the settings key by key and rule by rule; terms are united', () => {
    const { configuration } = read('{ "rules": { "empty-section": "default" }, "terms": ["RPO", "RTO"], "marks": {} }');
    assert.deepEqual(mergeSettings(editor, configuration), {
      ...editor,
      rules: { 'empty-section': 'default', 'broken-link': 'off' },
      terms: ['RPO', 'RTO', 'SLO'],
      marks: {},
    });
    const others = read('{ "profile": "cookbook", "freshness": 5, "files": { "include": ["b.md"] } }').configuration;
    const { profile, freshness, 'files.include': include, 'files.exclude': exclude } = mergeSettings(editor, others);
    assert.deepEqual([profile, freshness, include.folder, exclude.folder], ['cookbook', 5, '/w', undefined]);
    assert.equal(mergeSettings(editor, undefined), editor);
  });

  it('leaves some settings to the editor alone, which are told', () => {
    assert.deepEqual(editorOnly(defaultSettings, undefined), []);
    assert.deepEqual(editorOnly({ ...defaultSettings, workspaceDiagnostics: true }, undefined), []);
    assert.deepEqual(editorOnly(editor, undefined), ['marks', 'files.include', 'terms', 'rules']);
    const says = (text: string) => editorOnly(editor, read(text).configuration);
    assert.deepEqual(says('{ "marks": {}, "files": { "include": [] }, "terms": ["SLO"] }'), ['terms', 'rules']);
    assert.deepEqual(says('{ "marks": {}, "files": { "include": [] }, "terms": ["RPO", "SLO"] }'), ['rules']);
  });
});

describe('the settings of an editor', () => {
  const settingsOf = (value: unknown) => readSettings(value, ids);

  it('count as far as they can be understood, the defaults otherwise', () => {
    for (const value of [undefined, null, 5, [], {}])
      assert.deepEqual(settingsOf(value), { settings: defaultSettings, complaints: [] });
    const { settings, complaints } = settingsOf({
      timeZone: 'local',
      zones: null,
      marks: { '-': 'dropped', x: 'open' },
      files: { include: ['a.md', 5], exclude: 'b.md' },
      workspaceDiagnostics: 'yes',
      outline: { inStandardOutline: true },
      rules: { 'no-such-rule': 'off' },
      freshness: -1,
      other: 1,
    });
    assert.deepEqual(settings, {
      ...defaultSettings,
      timeZone: 'local',
      marks: { '-': 'dropped' },
      'files.include': { globs: ['a.md'], folder: undefined },
      'outline.inStandardOutline': true,
      rules: { 'no-such-rule': 'off' },
    });
    assert.deepEqual(
      complaints.map(({ path, message }) => `${path.join('.')}: ${message}`),
      [
        'marks.x: Mark "x" must be one character, and no blank, x or ]',
        'files.include: "files.include" must hold nothing but texts',
        'files.exclude: "files.exclude" must be a list of texts',
        'workspaceDiagnostics: "workspaceDiagnostics" must be true or false',
        'freshness: "freshness" must be a number of minutes above 0',
      ],
    );
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
