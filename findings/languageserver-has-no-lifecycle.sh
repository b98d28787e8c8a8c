#!/usr/bin/env bash
# vscode-languageserver 11.0.0: the life cycle of LSP is held by nobody. A connection answers a request before
# `initialize`, a second `initialize`, and requests after `shutdown`, as if nothing were amiss.
#
# LSP 3.18 has an answer for each: -32002 (ServerNotInitialized) before initialize, -32600 (InvalidRequest) for anything
# but `exit` behind shutdown, and initialize may be sent once. The server's own handlers run instead; one that waits for
# what `initialize` brings waits for ever, unless the server keeps the order itself.
#
# Needs node 20 or newer and npm. Ends with 1 when what is seen is no longer this.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --save-exact vscode-languageserver@11.0.0 >/dev/null
cat > server.js <<'JS'
const { createConnection } = require('vscode-languageserver/node');
const connection = createConnection(process.stdin, process.stdout);
connection.onInitialize(() => ({ capabilities: { hoverProvider: true } }));
connection.onHover(() => ({ contents: 'answered' }));
connection.listen();
JS
cat > run.js <<'JS'
const { spawn } = require('node:child_process');
const { createMessageConnection, StreamMessageReader, StreamMessageWriter } = require('vscode-jsonrpc/node');
const server = spawn(process.execPath, ['server.js'], { stdio: ['pipe', 'pipe', 'inherit'] });
const client = createMessageConnection(new StreamMessageReader(server.stdout), new StreamMessageWriter(server.stdin));
client.listen();
const ask = (when, method, params) =>
  client.sendRequest(method, params).then(() => console.log(when, 'answered'), ({ code }) => console.log(when, code));
const hover = [ 'textDocument/hover', { textDocument: { uri: 'file:///a.md' }, position: { line: 0, character: 0 } } ];
const initialize = [ 'initialize', { processId: null, rootUri: null, capabilities: {} } ];
(async () => {
  await ask('hover before initialize:', ...hover);
  await ask('initialize:', ...initialize);
  await ask('initialize again:', ...initialize);
  await ask('shutdown:', 'shutdown');
  await ask('hover after shutdown:', ...hover);
  client.sendNotification('exit');
})();
JS
seen=$(node run.js)
echo "$seen"
expected='hover before initialize: answered
initialize: answered
initialize again: answered
shutdown: answered
hover after shutdown: answered'
[ "$seen" = "$expected" ]
