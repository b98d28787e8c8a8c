#!/usr/bin/env bash
# Neovim 0.7.2 (Debian 12) with its own LSP client:
#
#   - a completion whose text has a line end is put in by omnifunc as one line, with a NUL byte (^@) for the line end, and so
#     it is saved. Vim's complete() takes no line ends in its words, and the client passes newText on as it is. It names no
#     capability by which a server could tell, its clientInfo alone;
#   - each text is opened as version 0, and a version is compared only where it is above 0. A TextDocumentEdit that was made for
#     the text as opened is thus applied to any later text, at the places of the old one. The same edit for version 1 is
#     refused.
#
# A server that answers with edits for version 0, the only right answer before the first change, is not protected by it.
#
# Needs nvim 0.7.2 (apt-get install neovim) and node. Ends with 1 when what is seen is no longer this.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
nvim --version | head -n 1
cat > server.js <<'JS'
// Speaks as much of LSP as is asked below.
const answers = {
  initialize: { capabilities: { textDocumentSync: 1, completionProvider: {} } },
  'textDocument/completion': [{
    label: 'one',
    textEdit: { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } }, newText: 'one\ntwo' },
  }],
  shutdown: null,
};
let read = Buffer.alloc(0);
process.stdin.on('data', (data) => {
  read = Buffer.concat([read, data]);
  for (;;) {
    const head = /^Content-Length: (\d+)[^]*?\r\n\r\n/.exec(read.toString('latin1'));
    const end = head && head[0].length + Number(head[1]);
    if (!head || read.length < end) return;
    const { id, method, params } = JSON.parse(read.subarray(head[0].length, end));
    read = read.subarray(end);
    if (method === 'textDocument/didOpen') require('node:fs').writeFileSync('opened', `${params.textDocument.version}`);
    if (method === 'exit') process.exit();
    if (id === undefined) continue;
    const body = JSON.stringify({ jsonrpc: '2.0', id, result: answers[method] ?? null });
    process.stdout.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  }
});
JS
cat > run.lua <<'LUA'
local function wait(what, condition)
  if not vim.wait(20000, condition, 5) then error('waited in vain for ' .. what) end
end
local seen = {}
local function run()
  vim.cmd('edit completed.txt')
  local id = vim.lsp.start_client({ name = 'server', cmd = { 'node', 'server.js' }, root_dir = vim.fn.getcwd() })
  local client = vim.lsp.get_client_by_id(id)
  wait('the server', function() return client.initialized end)
  vim.lsp.buf_attach_client(0, id)
  wait('didOpen', function() return vim.fn.filereadable('opened') == 1 end)
  table.insert(seen, 'opened as version ' .. vim.fn.readfile('opened')[1])

  vim.o.completeopt = 'menuone,noselect'
  vim.bo.omnifunc = 'v:lua.vim.lsp.omnifunc'
  local keys = function(text) return vim.api.nvim_replace_termcodes(text, true, false, true) end
  local timer = vim.loop.new_timer()
  timer:start(5, 5, vim.schedule_wrap(function()
    if vim.fn.pumvisible() ~= 1 or not timer:is_active() then return end
    timer:stop()
    vim.api.nvim_select_popupmenu_item(0, true, true, {})
    vim.api.nvim_feedkeys(keys('<Esc>'), 'n', false)
  end))
  vim.defer_fn(function() vim.api.nvim_feedkeys(keys('<Esc>'), 'n', false) end, 20000)
  vim.api.nvim_feedkeys(keys('Ao<C-x><C-o>'), 'tx!', false)
  vim.cmd('silent write')

  vim.cmd('silent edit versions.txt')
  local buffer = vim.api.nvim_get_current_buf()
  vim.lsp.buf_attach_client(buffer, id)
  local start = { line = 0, character = 0 }
  local function edit(version)
    vim.lsp.util.apply_workspace_edit({ documentChanges = { {
      textDocument = { uri = vim.uri_from_bufnr(buffer), version = version },
      edits = { { range = { start = start, ['end'] = start }, newText = 'edit' .. version .. ' ' } },
    } } }, client.offset_encoding)
  end
  for _ = 1, 3 do
    vim.api.nvim_buf_set_lines(buffer, 0, 0, true, { 'typed since' })
  end
  wait('a version above 1', function() return vim.lsp.util.buf_versions[buffer] > 1 end)
  edit(1)
  edit(0)
  table.insert(seen, 'after changes, by edits for version 1 and 0: ' .. vim.api.nvim_buf_get_lines(buffer, 0, 1, true)[1])
end
local ok, problem = pcall(run)
if not ok then table.insert(seen, problem) end
vim.fn.writefile(seen, 'seen')
vim.cmd('quitall!')
LUA
echo text > versions.txt
HOME=$folder XDG_CONFIG_HOME=$folder nvim --clean --headless -c 'luafile run.lua' >/dev/null 2>&1
seen="$(cat seen)
completed.txt:$(od -An -c completed.txt | tr -s ' ')"
echo "$seen"
expected='opened as version 0
after changes, by edits for version 1 and 0: edit0 typed since
completed.txt: o n e \0 t w o \n'
[ "$seen" = "$expected" ]
