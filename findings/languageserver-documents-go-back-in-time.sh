#!/usr/bin/env bash
# vscode-languageserver 11.0.0 with vscode-languageserver-textdocument 1.0.16: TextDocuments takes whatever version a
# client names, and forgets the one that comes with no change.
#
#   - didChange with the version that is there already, or with an older one, is applied, and the older number stays: what
#     a server has cached by `document.version` is then taken for the new text;
#   - didChange with a newer version and an empty list of changes is dropped with its version. From then on each versioned
#     edit of the server names a version that the client has left behind, and is refused as stale;
#   - a second didOpen of an open document puts another text in place under the same version.
#
# A server that caches by version needs a count of its own beside it.
#
# Needs node 20 or newer and npm. Ends with 1 when what is seen is no longer this.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --save-exact vscode-languageserver@11.0.0 vscode-languageserver-textdocument@1.0.16 >/dev/null
cat > server.js <<'JS'
const { createConnection, TextDocuments, TextDocumentSyncKind } = require('vscode-languageserver/node');
const { TextDocument } = require('vscode-languageserver-textdocument');
const connection = createConnection(process.stdin, process.stdout);
const documents = new TextDocuments(TextDocument);
const capabilities = { textDocumentSync: TextDocumentSyncKind.Incremental, hoverProvider: true };
connection.onInitialize(() => ({ capabilities }));
connection.onHover(({ textDocument: { uri } }) => {
  const document = documents.get(uri);
  return { contents: `${document.version} ${document.getText()}` };
});
documents.listen(connection);
connection.listen();
JS
cat > run.js <<'JS'
const { spawn } = require('node:child_process');
const { createMessageConnection, StreamMessageReader, StreamMessageWriter } = require('vscode-jsonrpc/node');
const server = spawn(process.execPath, ['server.js'], { stdio: ['pipe', 'pipe', 'inherit'] });
const client = createMessageConnection(new StreamMessageReader(server.stdout), new StreamMessageWriter(server.stdin));
client.listen();
const uri = 'file:///a.md';
const start = { line: 0, character: 0 };
const open = (version, text) =>
  client.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId: 'markdown', version, text } });
const change = (version, ...texts) =>
  client.sendNotification('textDocument/didChange', {
    textDocument: { uri, version },
    contentChanges: texts.map((text) => ({ range: { start, end: start }, text })),
  });
const tell = async (what) => {
  const { contents } = await client.sendRequest('textDocument/hover', { textDocument: { uri }, position: start });
  console.log(`${what}:`, contents);
};
(async () => {
  await client.sendRequest('initialize', { processId: null, rootUri: null, capabilities: {} });
  open(3, 'text');
  await tell('opened as 3');
  change(3, 'a');
  await tell('changed as 3');
  change(2, 'b');
  await tell('changed as 2');
  change(9);
  await tell('changed as 9, by nothing');
  open(2, 'other');
  await tell('opened again as 2');
  await client.sendRequest('shutdown');
  client.sendNotification('exit');
})();
JS
seen=$(node run.js)
echo "$seen"
expected='opened as 3: 3 text
changed as 3: 3 atext
changed as 2: 2 batext
changed as 9, by nothing: 2 batext
opened again as 2: 2 other'
[ "$seen" = "$expected" ]
