#!/usr/bin/env bash
# opencode 1.18.33 (npm): the tool `edit` takes the text to be replaced by its first and its last line, where the lines between
# them are only alike. A model that read a list of steps, and ticks the first of them by giving back all four, takes back what
# somebody ticked in the middle since then: "Edit applied successfully.", though that text stands nowhere in the file. Where
# the lines between differ more, it is refused, in the words "It must match exactly, including whitespace".
#
# No account is needed: the model is a script on this machine. Needs node, npm, Linux or macOS.
set -euo pipefail
folder=$(mktemp -d)
trap 'kill "${model:-}" 2>/dev/null || true; rm -rf "$folder"' EXIT
cd "$folder"
mkdir home project
npm init --yes >npm.log
npm install --no-audit --no-fund opencode-ai@1.18.33 >npm.log 2>&1
export HOME="$folder/home"
unset XDG_CONFIG_HOME XDG_DATA_HOME XDG_STATE_HOME XDG_CACHE_HOME

cat >model.mjs <<'E'
import { appendFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
const filePath = `${process.cwd()}/project/plan.md`;
const steps = (first) => [first, '- [ ] Fill the table', '- [ ] Read the table', '- [ ] Drop the old one'].join('\n');
const edit = { filePath, oldString: steps('- [ ] Make the table'), newString: steps('- [x] Make the table') };
const other = { filePath, oldString: edit.oldString.replace(/(Fill|Read) the table/g, 'Nothing of this was ever said'), newString: '' };
const calls = [['read', { filePath }], ['edit', other], ['edit', edit]];
const server = createServer((request, response) => {
  let body = '';
  request.on('data', (chunk) => (body += chunk));
  request.on('end', () => {
    const { tools = [], messages = [], stream } = JSON.parse(body || '{}');
    const told = messages.filter(({ role }) => role === 'tool').map(({ content }) => JSON.stringify(content));
    if (told.length === 3) writeFileSync('told.json', JSON.stringify(told.slice(1)));
    const call = tools.length > 0 ? calls.shift() : undefined;
    const message = call
      ? { role: 'assistant', content: null, tool_calls: [{ index: 0, id: `c${calls.length}`, type: 'function', function: { name: call[0], arguments: JSON.stringify(call[1]) } }] }
      : { role: 'assistant', content: 'done' };
    const finish_reason = call ? 'tool_calls' : 'stop';
    const usage = { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 };
    const common = { id: 'x', created: 1, model: 'script' };
    if (!stream) return response.end(JSON.stringify({ ...common, object: 'chat.completion', choices: [{ index: 0, message, finish_reason }], usage }));
    response.setHeader('content-type', 'text/event-stream');
    const chunk = (more) => response.write(`data: ${JSON.stringify({ ...common, object: 'chat.completion.chunk', ...more })}\n\n`);
    chunk({ choices: [{ index: 0, delta: message, finish_reason: null }] });
    chunk({ choices: [{ index: 0, delta: {}, finish_reason }], usage });
    response.end('data: [DONE]\n\n');
  });
});
server.listen(0, '127.0.0.1', () => writeFileSync('port', String(server.address().port)));
E
node model.mjs &
model=$!
until [ -s port ]; do sleep 0.1; done

cd project
cat >opencode.json <<E
{ "permission": "allow", "autoupdate": false, "share": "disabled", "model": "script/script", "small_model": "script/script",
  "provider": { "script": { "npm": "@ai-sdk/openai-compatible", "models": { "script": { "name": "script" } },
    "options": { "baseURL": "http://127.0.0.1:$(cat ../port)/v1", "apiKey": "none" } } } }
E
printf -- '- [ ] Make the table\n- [x] Fill the table\n- [x] Read the table\n- [ ] Drop the old one\n' >plan.md
../node_modules/.bin/opencode run 'go on' >../opencode.log 2>&1 </dev/null
cat ../told.json plan.md
grep -q 'must match exactly.*Edit applied successfully' ../told.json
printf -- '- [x] Make the table\n- [ ] Fill the table\n- [ ] Read the table\n- [ ] Drop the old one\n' | diff - plan.md
