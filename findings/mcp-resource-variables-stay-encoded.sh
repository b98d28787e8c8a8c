#!/usr/bin/env bash
# @modelcontextprotocol/server 2.4.0: what a ResourceTemplate takes out of a URI is not what it would put in. Variables are
# percent-encoded as a URI is made from them, and handed to the reader as they stand in the URI, not decoded:
#
#   template file:///{+path}, asked for file:///plans/a%20b.md: path is "plans/a%20b.md"
#   template plan:///{name}, name "a b": plan:///a%20b; read back, name is "a%20b"; put in again, plan:///a%2520b
#
# So a reader that opens its `path` works until a name has a blank or a letter beyond ASCII, and one that decodes it twice, or
# lists what it read, asks for yet another file. RFC 6570 tells of making URIs only; the documentation of registerResource
# says nothing of it.
#
# Take the file from the URI (fileURLToPath), not from the variables.
#
# Needs node 20 or newer and npm. Ends with 1 when what is seen is no longer this.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --save-exact @modelcontextprotocol/server@2.4.0 \
  @modelcontextprotocol/client@2.4.0 zod@4.6.7 >/dev/null
cat > server.mjs <<'JS'
import { McpServer, ResourceTemplate } from '@modelcontextprotocol/server';
import { serveStdio } from '@modelcontextprotocol/server/stdio';
serveStdio(() => {
  const server = new McpServer({ name: 'server', version: '1' });
  const files = new ResourceTemplate('file:///{+path}', { list: undefined });
  const plans = new ResourceTemplate('plan:///{name}', { list: undefined });
  const answer = ({ href }, text) => ({ contents: [{ uri: href, text }] });
  server.registerResource('file', files, {}, (uri, { path }) => answer(uri, path));
  server.registerResource('plan', plans, {}, (uri, { name }) =>
    answer(uri, `${name}, put in: ${plans.uriTemplate.expand({ name })}`),
  );
  return server;
});
JS
cat > run.mjs <<'JS'
import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
const client = new Client({ name: 'client', version: '1' });
await client.connect(new StdioClientTransport({ command: process.execPath, args: ['server.mjs'] }));
for (const uri of ['file:///plans/a%20b.md', 'file:///plans/%C3%A9.md', 'plan:///a%20b']) {
  const { contents: [{ text }] } = await client.readResource({ uri });
  console.log(`${uri}: ${text}`);
}
await client.close();
JS
seen=$(node run.mjs)
echo "$seen"
expected='file:///plans/a%20b.md: plans/a%20b.md
file:///plans/%C3%A9.md: plans/%C3%A9.md
plan:///a%20b: a%20b, put in: plan:///a%2520b'
[ "$seen" = "$expected" ]
