import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { otherHooks, withHooks } from '../../../cli/agents/hookFile';
import { JsonText, Misfit } from '../../../cli/agents/jsonEdits';
import { withParagraph } from '../../../cli/agents/paragraph';
import { otherCodexServers, otherServers, withCodexServer, withServer } from '../../../cli/agents/serverFile';
import { isOwnHook, isOwnServer, type Setup } from '../../../cli/agents/setup';
import { withoutSkill, withSkill } from '../../../cli/agents/skillFile';

const setup: Setup = { caller: 'path', block: 0, skill: 'skill' };
const claude = { agent: 'claude', isGrouped: true, tools: 'Edit|Write' } as const;
const copilot = { agent: 'copilot', isGrouped: false } as const;

/** Files as people write them. */
const settings = [
  '{}',
  '{ }\n',
  '{"a":1}',
  '{ "a": 1 }\n',
  '{\n  "a": 1\n}\n',
  '{\n  "a": 1,\n}\n',
  '{\n  "a": 1 // mine\n}\n',
  '{\n  "a": 1, // mine\n}\n',
  '{\n  "a": 1 /* , */\n  // the end\n}\n',
  '{\r\n\t"a": [1,  2],\r\n\t// mine\r\n\t"hooks": {\r\n\t\t"PostToolUse": [ {"matcher":"Edit","hooks":[{"type":"command","command":"fmt"}]} ],\r\n\t},\r\n}\r\n',
  '{\n    "hooks": {\n        "Stop": [\n            { "hooks": [{ "type": "command", "command": "say" }] } // why\n        ]\n    },\n    "z": true\n}',
  '// top\n{"hooks": {"SessionStart": [{"hooks": []}], "Odd": [7, null, "x", {"hooks": 7}]}}',
  '{"hooks": {"PostToolUse": [{"matcher": "*", "hooks": [{"type": "http", "url": "x"}]}]}, "hooks2": []}',
];

describe('a hook file', () => {
  it('is as it was, to the character, when ours is taken back', () => {
    for (const text of settings)
      for (const form of [claude, copilot]) {
        const written = withHooks(text, form, setup);
        assert.equal(withHooks(written, form, setup), written, `a second time: ${written}`);
        const back = withHooks(written, form, undefined);
        // What holds nothing is nothing.
        assert.equal(back.replace(/^\{\s*\}/, '{}'), text.replace(/^\{\s*\}/, '{}'), written);
        new JsonText(written).value;
      }
  });

  it('has each event once, whoever wrote ours before', () => {
    const npx = withHooks('{"a": 1}', claude, { ...setup, caller: 'npx', block: 3 });
    assert.match(npx, /npx --no-install execplan hook --block 3/);
    const path = withHooks(npx, claude, setup);
    assert.doesNotMatch(path, /npx|Stop/);
    assert.equal(path.match(/"execplan hook"/g)?.length, 3);
    assert.equal(withHooks(withHooks('{}', copilot, setup), copilot, setup).match(/execplan hook/g)?.length, 2);
  });

  it('keeps what somebody put beside ours in a group', () => {
    const mixed =
      '{"hooks": {"PostToolUse": [{"matcher": "Edit", "hooks": [{"type": "command", "command": "execplan hook"}, {"type": "command", "command": "fmt"}]}]}}';
    assert.equal(
      withHooks(mixed, claude, undefined),
      '{"hooks": {"PostToolUse": [{"matcher": "Edit", "hooks": [ {"type": "command", "command": "fmt"}]}]}}',
    );
    assert.deepEqual(otherHooks(mixed), ['fmt']);
  });

  it('of another shape is left', () => {
    for (const text of [
      '',
      'x',
      '[]',
      '7',
      '{',
      '{"hooks": []}',
      '{"hooks": {"PostToolUse": {}}}',
      '{"hooks": null}',
      '{"a": 1, "a": 2}',
    ])
      assert.throws(() => withHooks(text, claude, setup), Misfit, text);
  });

  it('holds commands that are ours letter for letter alone', () => {
    for (const own of ['execplan hook', 'npx --no-install execplan hook', 'execplan hook --block 3'])
      assert.equal(isOwnHook(own), true, own);
    for (const other of [
      'execplan hook; rm -rf /',
      ' execplan hook',
      'execplan  hook',
      'execplan hook --block x',
      'EXECPLAN hook',
      '/x/execplan hook',
      'execplan hook\n',
    ])
      assert.equal(isOwnHook(other), false, other);
  });
});

describe('a file of servers', () => {
  it('is as it was when ours is taken back, and says the same the second time', () => {
    for (const text of [
      '{"a":1}',
      '{\n\t"mcpServers": {\n\t\t"x": { "command": "y" } // z\n\t}\n}\n',
      '{ "mcpServers": { "x": {"url": "u"} } }',
    ]) {
      const written = withServer(text, setup);
      assert.equal(withServer(written, setup), written);
      assert.equal(withServer(written, undefined), text);
      assert.match(withServer(written, { ...setup, caller: 'npx' }), /"npx"/);
    }
    assert.deepEqual(
      otherServers('{"mcpServers": {"x": {"command": "y", "args": ["-z", 7]}, "u": {"url": 1}, "n": null}}'),
      ['y -z 7'],
    );
    assert.ok(isOwnServer('execplan', ['mcp']) && !isOwnServer('execplan', ['mcp', '--root', '/']));
  });

  it('with another server of our name is left', () => {
    const other = '{"mcpServers": {"execplan": {"command": "evil"}}}';
    assert.throws(() => withServer(other, setup), Misfit);
    assert.equal(withServer(other, undefined), other);
    assert.throws(() => withServer('{"mcpServers": []}', setup), Misfit);
  });

  it('of Codex keeps its comments, and takes no table that is there', () => {
    const mine = '# mine\nmodel = "x" # why\n\n[mcp_servers.other]\r\ncommand = "foo"\n';
    for (const text of ['', 'a = 1', 'a = 1\n', mine, `${mine}\n[z]\n`]) {
      const written = withCodexServer(text, setup);
      assert.equal(withCodexServer(written, setup), written);
      assert.equal(withCodexServer(written, undefined), text, JSON.stringify(written));
    }
    assert.deepEqual(otherCodexServers(mine), ['foo']);
    for (const text of [
      '= 1',
      'mcp_servers = 7',
      'mcp_servers = { a = {} }',
      '[mcp_servers.execplan]\ncommand = "evil"',
      'a = """\n',
    ])
      assert.throws(() => withCodexServer(text, setup), Misfit, text);
    const own = '[mcp_servers.execplan]\ncommand = "execplan"\nargs = ["mcp"]\n';
    assert.equal(withCodexServer(own, setup), own, 'somebody wrote it by hand');
  });
});

describe('a paragraph and a skill', () => {
  it('go as they came', () => {
    for (const text of ['', '# Me', '# Me\n', '# Me\r\n\r\nRules.\r\n', '# Me\n\n']) {
      const written = withParagraph(text, setup);
      assert.equal(withParagraph(written, setup), written);
      assert.equal(withParagraph(written, undefined), text, JSON.stringify(written));
      assert.match(withParagraph(written, { caller: 'npx' }), /`npx --no-install execplan next`/);
      const behind = withParagraph(`${written}\n\nMore.\n`, undefined);
      assert.ok(behind.startsWith(text.trimEnd()) && behind.endsWith('More.\n') && !behind.includes('execplan'));
    }
  });

  it('are left where somebody else has written them', () => {
    const own = '---\nname: execplan\n---\n';
    assert.equal(withSkill(undefined, own), own);
    assert.equal(withSkill(`${own}older`, own), own);
    assert.equal(withSkill(own.replaceAll('\n', '\r\n'), own), own.replaceAll('\n', '\r\n'));
    assert.throws(() => withSkill('# Mine', own), Misfit);
    assert.equal(withoutSkill(own, own), undefined);
    assert.equal(withoutSkill(`${own}mine`, own), `${own}mine`);
  });
});
