#!/usr/bin/env bash
# @modelcontextprotocol/client and server 2.4.0, which implement the protocol of 2026-07-28: left alone, the two of them
# speak 2025-11-25 with each other, over stdio, with the initialize handshake that the newer revision has done away with.
#
# serveStdio answers both; it is the client that never asks: its option versionNegotiation is 'legacy' unless set, and
# only { mode: 'auto' } (or a pinned version) finds the newer one. A test that starts "today's client against today's
# server" therefore does not touch the newer protocol at all. The types say so; the release's description leads one to
# expect the opposite.
#
# Needs node 20 or newer and npm. Ends with 1 when what is seen is no longer this.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --save-exact @modelcontextprotocol/server@2.4.0 @modelcontextprotocol/client@2.4.0 \
  zod@4.6.7 >/dev/null
cat > server.mjs <<'JS'
import { McpServer } from '@modelcontextprotocol/server';
import { serveStdio } from '@modelcontextprotocol/server/stdio';
serveStdio(() => new McpServer({ name: 'server', version: '1' }));
JS
cat > run.mjs <<'JS'
import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
for (const options of [{}, { versionNegotiation: { mode: 'auto' } }]) {
  const client = new Client({ name: 'client', version: '1' }, options);
  await client.connect(new StdioClientTransport({ command: process.execPath, args: ['server.mjs'] }));
  console.log(JSON.stringify(options), client.getNegotiatedProtocolVersion());
  await client.close();
}
JS
seen=$(node run.mjs)
echo "$seen"
expected='{} 2025-11-25
{"versionNegotiation":{"mode":"auto"}} 2026-07-28'
[ "$seen" = "$expected" ]
