#!/usr/bin/env bash
# @anthropic-ai/claude-code 2.1.197 (linux-x64): the tool `Edit` finds a text with straight quotes where the file has curly ones,
# and then writes the new text with curly ones throughout (double ones where the old text had such, single ones likewise): those
# of a command in backticks, too. `--grep "two words"` comes into the file as `--grep “two words”`, which is two words for a
# shell. Neither the model nor a hook behind the edit is told: the hook's `tool_input` is what the model wrote. In a line
# without curly quotes the same command stays as it is.
#
# No account and no network is needed: the model is a script on this machine. Needs node, npm, git, Linux on x64.
set -euo pipefail
folder=$(mktemp -d)
trap 'kill "${model:-}" 2>/dev/null || true; rm -rf "$folder"' EXIT
cd "$folder"
mkdir -p home project/.claude
npm init --yes >npm.log
npm install --no-audit --no-fund --save-exact @anthropic-ai/claude-code-linux-x64@2.1.197 >npm.log 2>&1
export HOME="$folder/home" DISABLE_AUTOUPDATER=1 CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC=1

cat >model.mjs <<'E'
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
const file_path = `${process.cwd()}/project/plan.md`;
const edit = (old_string, words) => ['Edit', { file_path, old_string, new_string: `${words}: \`npm test -- --grep "two words"\`` }];
const calls = [
  ['Read', { file_path }],
  edit('- [ ] Read the "draft"', '- [x] Read the "draft"'),
  edit('- [ ] Keep the other', '- [x] Keep the other'),
];
const server = createServer((request, response) => {
  let body = '';
  request.on('data', (chunk) => (body += chunk));
  request.on('end', () => {
    if (request.url.includes('count_tokens')) return response.end('{"input_tokens":1}');
    const { model, stream, tools = [] } = JSON.parse(body || '{}');
    const call = tools.length > 0 ? calls.shift() : undefined;
    const block = call ? { type: 'tool_use', id: `t${calls.length}`, name: call[0], input: {} } : { type: 'text', text: '' };
    const stop_reason = call ? 'tool_use' : 'end_turn';
    const usage = { input_tokens: 1, output_tokens: 1 };
    const message = { id: 'm', type: 'message', role: 'assistant', model, content: [], stop_reason: null, usage };
    if (!stream) return response.end(JSON.stringify({ ...message, stop_reason, content: [call ? { ...block, input: call[1] } : { type: 'text', text: 'done' }] }));
    response.setHeader('content-type', 'text/event-stream');
    const send = (type, more) => response.write(`event: ${type}\ndata: ${JSON.stringify({ type, ...more })}\n\n`);
    send('message_start', { message });
    send('content_block_start', { index: 0, content_block: block });
    send('content_block_delta', { index: 0, delta: call ? { type: 'input_json_delta', partial_json: JSON.stringify(call[1]) } : { type: 'text_delta', text: 'done' } });
    send('content_block_stop', { index: 0 });
    send('message_delta', { delta: { stop_reason }, usage });
    send('message_stop', {});
    response.end();
  });
});
server.listen(0, '127.0.0.1', () => writeFileSync('port', String(server.address().port)));
E
node model.mjs &
model=$!
until [ -s port ]; do sleep 0.1; done

cd project
git init --quiet .
printf -- '- [ ] Read the “draft”\n- [ ] Keep the other\n' >plan.md
echo "{ \"hooks\": { \"PostToolUse\": [{ \"matcher\": \"Edit\", \"hooks\": [{ \"type\": \"command\", \"command\": \"cat >> $folder/hooks.log; echo >> $folder/hooks.log\" }] }] } }" >.claude/settings.json
ANTHROPIC_API_KEY=none ANTHROPIC_BASE_URL="http://127.0.0.1:$(cat ../port)" \
  ../node_modules/@anthropic-ai/claude-code-linux-x64/claude -p 'go on' --allowedTools Read Edit >../claude.log 2>&1 </dev/null
cat plan.md
head -1 ../hooks.log | node -e 'console.log(JSON.parse(require("fs").readFileSync(0, "utf8")).tool_input.new_string)' | tee ../hook.txt
grep -qF -- '- [x] Read the “draft”: `npm test -- --grep “two words”`' plan.md
grep -qF -- '- [x] Keep the other: `npm test -- --grep "two words"`' plan.md
grep -qF -- '- [x] Read the "draft": `npm test -- --grep "two words"`' ../hook.txt
