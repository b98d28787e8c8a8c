#!/usr/bin/env bash
# @modelcontextprotocol/server 2.4.0 with zod 4.6.7: one and the same kind of schema is open at the tool's entrance and
# closed at its exit, and only the client finds out.
#
# A tool has inputSchema and outputSchema, both made by plain z.object(…). The server publishes the output's with
# "additionalProperties": false and the input's without. So
#
#   - an argument that the schema does not name is dropped without a word: the tool runs, and nobody learns that `at` was
#     not heard;
#   - a field of structuredContent that the schema does not name passes the server's own validation and is sent as it is;
#     the client (of this release, and the last of the 1.x line, too) checks it against the published schema and throws
#     -32602 "Structured content does not match the tool's output schema". By then the tool has done its work: a caller
#     that tries again does it twice.
#
# z.strictObject for the input makes the first a refusal. For the second, build structuredContent from the schema's fields
# alone (or parse it with the schema first).
#
# Needs node 20 or newer and npm. Ends with 1 when what is seen is no longer this.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --save-exact @modelcontextprotocol/server@2.4.0 @modelcontextprotocol/client@2.4.0 \
  @modelcontextprotocol/sdk@1.32.2 zod@4.6.7 >/dev/null
cat > server.mjs <<'JS'
import { writeFileSync } from 'node:fs';
import { McpServer } from '@modelcontextprotocol/server';
import { serveStdio } from '@modelcontextprotocol/server/stdio';
import * as z from 'zod';
serveStdio(() => {
  const server = new McpServer({ name: 'server', version: '1' });
  const input = z.object({ step: z.string() });
  const output = z.object({ ticked: z.boolean() });
  server.registerTool('tick', { description: 'Ticks.', inputSchema: input, outputSchema: output }, async (heard) => {
    writeFileSync('done', JSON.stringify(heard));
    const content = [{ type: 'text', text: 'ticked' }];
    return { content, structuredContent: heard.step === 'plain' ? { ticked: true } : { ticked: true, line: 7 } };
  });
  return server;
});
JS
cat > run.mjs <<'JS'
import { readFileSync, rmSync } from 'node:fs';
import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { Client as OldClient } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport as OldTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
for (const [name, Each, Transport] of [['2.4.0', Client, StdioClientTransport], ['1.32.2', OldClient, OldTransport]]) {
  const client = new Each({ name: 'client', version: '1' });
  await client.connect(new Transport({ command: process.execPath, args: ['server.mjs'] }));
  const { tools: [tool] } = await client.listTools();
  console.log(name, 'closed:', tool.inputSchema.additionalProperties === false, tool.outputSchema.additionalProperties === false);
  for (const step of ['plain', 'more']) {
    rmSync('done', { force: true });
    const answer = await client.callTool({ name: 'tick', arguments: { step, at: 'noon' } }).then(
      ({ isError }) => `isError ${isError ?? false}`,
      ({ code }) => `throws ${code}`,
    );
    console.log(name, answer, 'the tool heard', readFileSync('done', 'utf8'));
  }
  await client.close();
}
JS
seen=$(node run.mjs)
echo "$seen"
expected='2.4.0 closed: false true
2.4.0 isError false the tool heard {"step":"plain"}
2.4.0 throws -32602 the tool heard {"step":"more"}
1.32.2 closed: false true
1.32.2 isError false the tool heard {"step":"plain"}
1.32.2 throws -32602 the tool heard {"step":"more"}'
[ "$seen" = "$expected" ]
