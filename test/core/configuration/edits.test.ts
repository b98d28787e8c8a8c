import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { addTerm, newConfiguration, switchOff, type TextChange } from '../../../core/configuration/edits';

function changed(text: string, change: TextChange | undefined): string | undefined {
  return change && text.slice(0, change.start) + change.text + text.slice(change.end);
}

describe('a configuration file', () => {
  const off: [name: string, before: string, after: string | undefined][] = [
    ['that is empty', '{}\n', '{\n  "rules": {\n    "a": "off"\n  }\n}\n'],
    ['that is empty over lines', '{\n}', '{\n  "rules": {\n    "a": "off"\n  }\n}'],
    [
      'without rules',
      '{\n\t"profile": "minimal"\n}',
      '{\n\t"profile": "minimal",\n\t"rules": {\n\t\t"a": "off"\n\t}\n}',
    ],
    ['with no rule', '{\n  "rules": {}\n}\n', '{\n  "rules": {\n    "a": "off"\n  }\n}\n'],
    [
      'with rules, what it says otherwise, and CRLF',
      '{\r\n    "rules": {\r\n        "b": "hint"\r\n    },\r\n    "terms": ["X"]\r\n}\r\n',
      '{\r\n    "rules": {\r\n        "b": "hint",\r\n        "a": "off"\r\n    },\r\n    "terms": ["X"]\r\n}\r\n',
    ],
    ['in one line', '{ "rules": { "b": "hint" } }', '{ "rules": { "b": "hint", "a": "off" } }'],
    ['that has the rule', '{ "rules": { "a": "hint", "b": "off" } }', '{ "rules": { "a": "off", "b": "off" } }'],
    [
      'with strings that hold brackets',
      '{ "$schema": "{[\\"", "rules": { "b": "off" } }',
      '{ "$schema": "{[\\"", "rules": { "b": "off", "a": "off" } }',
    ],
    ['behind a byte order mark', '\uFEFF{}', '\uFEFF{\n  "rules": {\n    "a": "off"\n  }\n}'],
    [
      'with comments, each of which stays with what it is about',
      '{\n  // strict\n  "rules": {\n    "b": "hint" // once\n    // more to come\n  }\n}',
      '{\n  // strict\n  "rules": {\n    "b": "hint", // once\n    "a": "off"\n    // more to come\n  }\n}',
    ],
    [
      'with commas behind the last',
      '{\n  "rules": {\n    "b": "hint", // once\n  },\n}',
      '{\n  "rules": {\n    "b": "hint", // once\n    "a": "off",\n  },\n}',
    ],
    [
      'with rules that are a comment alone',
      '{\n  "rules": {\n    // none yet\n  }\n}',
      '{\n  "rules": {\n    // none yet\n    "a": "off"\n  }\n}',
    ],
    [
      'that says a rule twice',
      '{ "rules": { "a": "hint", "a": "error" } }',
      '{ "rules": { "a": "hint", "a": "off" } }',
    ],
    ['that is malformed', '{ "rules": ', undefined],
    ['that is a list', '[]', undefined],
    ['whose rules are none', '{ "rules": [] }', undefined],
  ];
  for (const [name, before, after] of off)
    it(`${name} switches a rule off`, () => assert.equal(changed(before, switchOff(before, 'a')), after));

  it('takes a term into its list, or into a new one', () => {
    const added = (text: string) => changed(text, addTerm(text, 'BXT'));
    assert.equal(added('{ "terms": ["X"] }'), '{ "terms": ["X", "BXT"] }');
    assert.equal(added('{\n  "terms": [\n    "X"\n  ]\n}'), '{\n  "terms": [\n    "X",\n    "BXT"\n  ]\n}');
    assert.equal(added('{ "terms": [] }'), '{ "terms": [ "BXT" ] }');
    assert.equal(added('{ "rules": {} }'), '{ "rules": {}, "terms": [ "BXT" ] }');
    assert.equal(added('{ "terms": "X" }'), undefined);
  });

  it('is made where there is none', () => {
    assert.equal(
      newConfiguration((text) => switchOff(text, 'a')),
      '{\n  "rules": {\n    "a": "off"\n  }\n}\n',
    );
  });
});
