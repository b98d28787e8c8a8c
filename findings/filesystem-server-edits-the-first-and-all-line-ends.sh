#!/usr/bin/env bash
# @modelcontextprotocol/server-filesystem 2026.8.31, the reference server that many agents edit files through: its
# edit_file takes the first place where the old text stands, be it one of several, and answers with a diff as if all were
# well. So of two milestones that each have a step "Run the tests" the first one's is ticked, whichever was meant, and a
# nested step before the one that was meant is taken, too, since the indentation before the old text does not count.
#
# And it writes a file that had CRLF line ends with LF throughout, while the diff that it answers shows the one line alone:
# each line of a plan that was kept on Windows is changed for git. The file is replaced by rename: a new inode.
#
# Needs node and npm. Ends with 1 when what is seen is no longer this.
set -euo pipefail
folder=$(cd "$(mktemp -d)" && pwd -P)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --save-exact @modelcontextprotocol/server-filesystem@2026.8.31 \
  @modelcontextprotocol/sdk@1.29.0 >/dev/null
mkdir plans
cat > edit.mjs <<'JS'
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
const path = `${process.cwd()}/plans/PLANS.md`;
const server = 'node_modules/@modelcontextprotocol/server-filesystem/dist/index.js';
const client = new Client({ name: 'agent', version: '1' });
await client.connect(new StdioClientTransport({ command: 'node', args: [server, 'plans'], stderr: 'ignore' }));
const tick = async (plan) => {
  writeFileSync(path, plan);
  const { ino } = statSync(path);
  const edits = [{ oldText: '- [ ] Run the tests.', newText: '- [x] Run the tests.' }];
  const { isError, content } = await client.callTool({ name: 'edit_file', arguments: { path, edits } });
  const changed = content[0].text.split('\n').filter((line) => /^[-+] /.test(line) || /^[-+]- /.test(line)).length;
  console.log(
    isError ? 'refused' : 'done', `${changed} lines of diff,`, ino === statSync(path).ino ? 'in place' : 'by rename',
    JSON.stringify(readFileSync(path, 'utf8')),
  );
};
await tick('# M1\n- [ ] Run the tests.\n# M2\n- [ ] Run the tests.\n');
await tick('- [ ] Tables\n  - [ ] Run the tests.\n- [ ] Run the tests.\n');
await tick('# M1\r\n- [ ] Run the tests.\r\n');
await client.close();
JS
seen=$(node edit.mjs)
echo "$seen"
expected='done 2 lines of diff, by rename "# M1\n- [x] Run the tests.\n# M2\n- [ ] Run the tests.\n"
done 2 lines of diff, by rename "- [ ] Tables\n  - [x] Run the tests.\n- [ ] Run the tests.\n"
done 2 lines of diff, by rename "# M1\n- [x] Run the tests.\n"'
[ "$seen" = "$expected" ]
