#!/usr/bin/env bash
# GitHub Copilot CLI 1.0.102 has hooks of its own in `.github/hooks/*.json`. In a trusted folder it also runs those of Claude
# Code's `.claude/settings.json`, and tells them what it calls there `edit` by the name that Claude Code has for it, so that a
# matcher `Edit` fits. A repository that is set up for both, with one command in either file, has it run twice for an event:
# with the same session, and the same timestamp to the millisecond. Its own file names no tool, so it runs for `view`, too.
#
# No account and no network is needed: the model is a script on this machine. Needs node, npm, git, Linux or macOS.
set -euo pipefail
folder=$(mktemp -d)
trap 'kill "${model:-}" 2>/dev/null || true; rm -rf "$folder"' EXIT
cd "$folder"
mkdir -p home/.copilot project/.claude project/.github/hooks
npm init --yes >npm.log
npm install --no-audit --no-fund --ignore-scripts @github/copilot@1.0.102 >npm.log 2>&1
export HOME="$folder/home" COPILOT_OFFLINE=true
unset COPILOT_HOME XDG_CONFIG_HOME
echo "{ \"trustedFolders\": [\"$folder/project\"], \"trusted_folders\": [\"$folder/project\"] }" >home/.copilot/config.json

cat >model.mjs <<'E'
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
const path = `${process.cwd()}/project/notes.md`;
const calls = [['view', { path }], ['edit', { path, old_str: 'one', new_str: 'two' }]];
const server = createServer((request, response) => {
  let body = '';
  request.on('data', (chunk) => (body += chunk));
  request.on('end', () => {
    const { tools = [], stream } = JSON.parse(body || '{}');
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
git init --quiet .
echo one >notes.md
hook="cat >> $folder/hooks.log; echo >> $folder/hooks.log"
cat >.claude/settings.json <<E
{ "hooks": {
  "SessionStart": [{ "hooks": [{ "type": "command", "command": "$hook" }] }],
  "PostToolUse": [{ "matcher": "Edit", "hooks": [{ "type": "command", "command": "$hook" }] }] } }
E
cat >.github/hooks/own.json <<E
{ "version": 1, "hooks": {
  "SessionStart": [{ "type": "command", "command": "$hook" }],
  "PostToolUse": [{ "type": "command", "command": "$hook" }] } }
E
COPILOT_PROVIDER_BASE_URL="http://127.0.0.1:$(cat ../port)/v1" COPILOT_MODEL=script \
  ../node_modules/.bin/copilot --allow-all-tools -p 'go on' >../copilot.log 2>&1 </dev/null
cat notes.md
node -e '
  const events = require("fs").readFileSync("../hooks.log", "utf8").split("\n").filter(Boolean).map((line) => JSON.parse(line));
  const told = (name, tool) => events.filter((each) => each.hook_event_name === name && (!tool || each.tool_name === tool)).map(({ session_id, timestamp }) => `${session_id} ${timestamp}`);
  const counts = { start: told("SessionStart"), view: told("PostToolUse", "Read"), edit: told("PostToolUse", "Edit") };
  console.log(JSON.stringify(counts, null, 1));
  const isTwice = (all) => all.length === 2 && all[0] === all[1];
  process.exit(isTwice(counts.start) && isTwice(counts.edit) && counts.view.length === 1 ? 0 : 1);
'
