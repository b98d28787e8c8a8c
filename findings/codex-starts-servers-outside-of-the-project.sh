#!/usr/bin/env bash
# @openai/codex 0.171.0 (linux-x64): its app-server, which editors speak to, starts an MCP server over stdio in the folder of a
# thread where one is named. Asked for the state of its servers without a thread (`mcpServerStatus/list`), it starts them in
# CODEX_HOME: a server that works on the folder that it is started in has no project there, and is shown as broken if it ends.
#
# It needs no account and no network for that. Needs node, npm, Linux on x64. Ends with 1 when what is seen is no longer this.
set -euo pipefail
folder=$(realpath "$(mktemp -d)")
trap 'rm -rf "$folder"' EXIT
cd "$folder"
export HOME="$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --save-exact @openai/codex@0.171.0 >/dev/null
mkdir -p project .codex
# It tells where it is started, and ends.
printf '#!/bin/sh\npwd >> "%s/started"\n' "$folder" > server.sh
chmod +x server.sh
printf '[mcp_servers.where]\ncommand = "%s/server.sh"\n' "$folder" > .codex/config.toml
cat > ask.mjs <<'JS'
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
const codex = spawn('./node_modules/.bin/codex', ['app-server'], { stdio: ['pipe', 'pipe', 'ignore'] });
const waiting = new Map();
createInterface({ input: codex.stdout }).on('line', (line) => {
  const { id, result } = JSON.parse(line);
  waiting.get(id)?.(result);
});
let next = 1;
const ask = (method, params) =>
  new Promise((resolve) => {
    waiting.set(next, resolve);
    codex.stdin.write(`${JSON.stringify({ id: next++, method, params })}\n`);
  });
await ask('initialize', { clientInfo: { name: 'probe', title: 'probe', version: '1' } });
codex.stdin.write(`${JSON.stringify({ method: 'initialized' })}\n`);
await ask('mcpServerStatus/list', {});
const { thread } = await ask('thread/start', { cwd: `${process.cwd()}/project` });
await ask('mcpServerStatus/list', { threadId: thread.id });
codex.kill();
process.exit();
JS
timeout 60 node ask.mjs
cat started
[ "$(head -1 started)" = "$folder/.codex" ]
grep -qx "$folder/project" started
