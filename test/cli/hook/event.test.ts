import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { answerFor, blockFor } from '../../../cli/hook/answer';
import { hookOptions, isHookCall } from '../../../cli/hook/call';
import { agentHooks, agents, hookEvents } from '../../../cli/hook/dialects';
import { readEvent } from '../../../cli/hook/event';

const file = '/w/plans/a.md';

/** Events as each agent tells them, by the shapes that their documentation has; the words are ours. */
const claude = (name: string, more: object = {}) => ({
  session_id: '7c1e',
  transcript_path: '/home/a/.claude/projects/w/7c1e.jsonl',
  cwd: '/w',
  permission_mode: 'acceptEdits',
  hook_event_name: name,
  ...more,
});
const codex = (name: string, more: object = {}) => ({
  session_id: '0199',
  transcript_path: null,
  cwd: '/w',
  hook_event_name: name,
  model: 'gpt-6',
  permission_mode: 'default',
  turn_id: '3',
  ...more,
});
const vscode = (name: string, more: object = {}) => ({
  timestamp: '2026-02-09T10:30:00.000Z',
  cwd: '/w',
  sessionId: 'b2',
  hookEventName: name,
  transcript_path: '/t.json',
  ...more,
});
/** Copilot's, where it is configured in VS Code's spelling. */
const copilotAsVscode = (name: string, more: object = {}) => ({
  hook_event_name: name,
  session_id: 'c3',
  timestamp: '2026-02-09T10:30:00.000Z',
  cwd: '/w',
  ...more,
});
const copilot = (more: object) => ({ sessionId: 'd4', timestamp: 1_770_632_000_000, cwd: '/w', ...more });

const events: readonly [object, agent: string, name: string, files?: readonly string[]][] = [
  [claude('SessionStart', { source: 'compact', model: 'm' }), 'claude', 'SessionStart'],
  [claude('UserPromptSubmit', { prompt: 'Go on' }), 'claude', 'UserPromptSubmit'],
  [claude('PreCompact', { trigger: 'auto', custom_instructions: '' }), 'claude', 'PreCompact'],
  [claude('Stop', { stop_hook_active: true }), 'claude', 'Stop'],
  [
    claude('PostToolUse', { tool_name: 'Edit', tool_input: { file_path: file, old_string: 'a', new_string: 'b' } }),
    'claude',
    'PostToolUse',
    [file],
  ],
  [
    claude('PostToolUse', { tool_name: 'MultiEdit', tool_input: { file_path: file, edits: [{ new_string: 'b' }] } }),
    'claude',
    'PostToolUse',
    [file],
  ],
  [claude('PostToolUse', { tool_name: 'Bash', tool_input: { command: 'make' } }), 'claude', 'PostToolUse'],
  [codex('SessionStart', { source: 'startup' }), 'codex', 'SessionStart'],
  [codex('UserPromptSubmit', { prompt: 'Go on' }), 'codex', 'UserPromptSubmit'],
  [codex('PreCompact', { trigger: 'manual' }), 'codex', 'PreCompact'],
  [codex('Stop', { stop_hook_active: false, last_assistant_message: null }), 'codex', 'Stop'],
  [
    codex('PostToolUse', {
      tool_name: 'apply_patch',
      tool_use_id: 'x',
      tool_input: {
        command: `*** Begin Patch\n*** Update File: ${file}\n@@\n-a\n+b\n*** Add File: c.md\n+d\n*** End Patch`,
      },
      tool_response: 'Done',
    }),
    'codex',
    'PostToolUse',
    [file, 'c.md'],
  ],
  [
    codex('PostToolUse', {
      tool_name: 'shell',
      tool_input: { command: ['apply_patch', `--- a/x.md\n+++ b/x.md\n@@\n+b`] },
    }),
    'codex',
    'PostToolUse',
    ['x.md'],
  ],
  [vscode('SessionStart', { source: 'new' }), 'vscode', 'SessionStart'],
  [
    vscode('PostToolUse', { tool_name: 'editFiles', tool_input: { files: [file] }, tool_response: 'ok' }),
    'vscode',
    'PostToolUse',
    [file],
  ],
  [
    vscode('PostToolUse', { tool_name: 'replace_string_in_file', tool_input: { filePath: file, newString: 'b' } }),
    'vscode',
    'PostToolUse',
    [file],
  ],
  [vscode('Stop', { stop_hook_active: false }), 'vscode', 'Stop'],
  [copilotAsVscode('SessionStart', { source: 'startup', initial_prompt: 'x' }), 'vscode', 'SessionStart'],
  [
    copilotAsVscode('PostToolUse', { tool_name: 'Edit', tool_input: { path: file }, tool_result: {} }),
    'vscode',
    'PostToolUse',
    [file],
  ],
  [copilot({ source: 'new', initialPrompt: 'x' }), 'copilot', 'SessionStart'],
  [copilot({ prompt: 'Go on' }), 'copilot', 'UserPromptSubmit'],
  [copilot({ transcriptPath: '/t', trigger: 'auto', customInstructions: '' }), 'copilot', 'PreCompact'],
  [copilot({ transcriptPath: '/t', stopReason: 'end_turn', stop_hook_active: false }), 'copilot', 'Stop'],
  [
    copilot({
      toolName: 'edit',
      toolArgs: JSON.stringify({ path: file, new_str: 'b' }),
      toolResult: { resultType: 'success' },
    }),
    'copilot',
    'PostToolUse',
    [file],
  ],
  [
    copilot({ toolName: 'create', toolArgs: { path: file, file_text: 'b' }, toolResult: {} }),
    'copilot',
    'PostToolUse',
    [file],
  ],
];

describe('an event', () => {
  it('is told by its fields, whoever tells it', () => {
    for (const [event, agent, name, files] of events) {
      const read = readEvent(JSON.stringify(event)) ?? assert.fail(JSON.stringify(event));
      assert.deepEqual([read.agent, read.name, read.files], [agent, name, files], JSON.stringify(event));
      assert.equal(read.folder, '/w');
      assert.notEqual(read.session, '');
      if (files && read.added.size > 0) assert.ok(read.added.has('b'));
    }
    assert.equal(readEvent(JSON.stringify(claude('Stop', { stop_hook_active: true })))?.isKeptFromStopping, true);
  });

  it('is none where nothing is done for it, or nobody can tell what it is', () => {
    for (const other of [
      '',
      ' ',
      'null',
      '[]',
      '7',
      '"Stop"',
      '{',
      '\u0000',
      '{}',
      JSON.stringify(claude('PreToolUse', { tool_name: 'Edit' })),
      JSON.stringify(claude('stop')),
      JSON.stringify(claude('toString')),
      JSON.stringify(claude('__proto__')),
      JSON.stringify(copilot({ toolName: 'edit', toolArgs: {} })),
      JSON.stringify(copilot({ reason: 'complete' })),
      JSON.stringify(copilot({ agentName: 'a', stopReason: 'end_turn' })),
      JSON.stringify({ cwd: '/w', prompt: 'from nobody' }),
    ])
      assert.equal(readEvent(other), undefined, other);
  });

  it('with fields of wrong types is as one without them', () => {
    const wrong = [null, 7, true, [], {}, ['x'], { a: 1 }, ''];
    for (const [event] of events)
      for (const key of Object.keys(event))
        for (const value of wrong) assert.doesNotThrow(() => readEvent(JSON.stringify({ ...event, [key]: value })));
    assert.equal(readEvent(JSON.stringify(claude('Stop', { cwd: 7, session_id: [] })))?.folder, undefined);
  });

  it('of any depth and size is read in time', () => {
    const deep = `${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}`;
    const started = performance.now();
    readEvent(`{"hook_event_name":"PostToolUse","tool_input":${deep}}`);
    const many = claude('PostToolUse', { tool_input: { files: Array.from({ length: 50_000 }, (_, i) => `${i}.md`) } });
    assert.equal(readEvent(JSON.stringify(many))?.files?.length, 50);
    readEvent(
      JSON.stringify(claude('PostToolUse', { tool_input: { patch: `*** Begin Patch\n${'+x\n'.repeat(300_000)}` } })),
    );
    assert.ok(performance.now() - started < 5_000);
  });

  it('of a tool that only reads is known as such', () => {
    const mayWrite = (tool: string) => readEvent(JSON.stringify(claude('PostToolUse', { tool_name: tool })))?.mayWrite;
    for (const tool of ['Edit', 'Write', 'MultiEdit', 'Bash', 'apply_patch', 'create', 'mcp__fs__write_file'])
      assert.equal(mayWrite(tool), true, tool);
    for (const tool of ['Read', 'view', 'Grep', 'Glob', 'WebFetch', 'TodoWrite', 'read_file', 'list_dir'])
      assert.equal(mayWrite(tool), false, tool);
  });
});

describe('an answer', () => {
  it('goes where the table says that it reaches somebody, and nowhere else', () => {
    for (const agent of agents)
      for (const event of hookEvents) {
        const { reach, field } = agentHooks[agent].events[event];
        const answer = answerFor(agent, event, 'words');
        assert.equal(answerFor(agent, event, ''), '');
        if (reach === 'nobody' || (reach === 'person' && event === 'UserPromptSubmit')) {
          assert.equal(answer, '', `${agent} ${event}`);
          continue;
        }
        let value = JSON.parse(answer);
        for (const key of field.split('.')) value = value[key];
        assert.equal(value, 'words', `${agent} ${event}`);
        // Codex takes no field that its schema does not have.
        if (agent === 'codex')
          assert.ok(
            Object.keys(JSON.parse(answer)).every((key) => ['hookSpecificOutput', 'systemMessage'].includes(key)),
          );
      }
  });

  it('is one line of JSON', () => {
    assert.equal(answerFor('claude', 'PostToolUse', 'a\nb').split('\n').length, 2);
    assert.deepEqual(JSON.parse(blockFor('codex', 'why')), { decision: 'block', reason: 'why' });
    assert.equal(JSON.parse(blockFor('vscode', 'why')).hookSpecificOutput.hookEventName, 'Stop');
  });
});

describe('a call of the hook', () => {
  it('is one with nothing but a cap', () => {
    for (const args of [['hook'], ['hook', '--block', '3']]) assert.equal(isHookCall(args), true, args.join(' '));
    for (const args of [
      [],
      ['tick'],
      ['hook', '--help'],
      ['hook', '--block'],
      ['hook', '--block', '0'],
      ['hook', '--block', '99'],
      ['hook', '--block', 'x'],
      ['hook', 'x'],
    ])
      assert.equal(isHookCall(args), false, args.join(' '));
    assert.deepEqual(hookOptions(['--block', '3']), { block: 3 });
  });
});
