-- What the tests in neovim.slow.test.ts do with Neovim's own client. Each function waits until something is there, and fails
-- when that takes too long: nothing sleeps.
local editor = { said = {} }

local longest = 30000

-- What Neovim tells the person.
local function say(message)
  table.insert(editor.said, message)
end
vim.notify = say
print = function(...)
  say(table.concat(vim.tbl_map(tostring, { ... })))
end

function editor.wait(what, condition)
  if not vim.wait(longest, condition, 5) then
    error('waited in vain for ' .. what .. ': ' .. vim.inspect({ said = editor.said, found = editor.found }))
  end
end

function editor.client()
  return vim.lsp.get_active_clients()[1]
end

function editor.open(path)
  vim.cmd('edit ' .. path)
  editor.wait('the server', function()
    local client = editor.client()
    return client and client.initialized and vim.lsp.buf_is_attached(0, client.id)
  end)
end

-- Waits until a rule has findings on these lines, counted from 1, and on no others.
function editor.await(rule, lines)
  editor.wait(rule .. ' on ' .. vim.inspect(lines), function()
    editor.found = {}
    for _, each in ipairs(vim.diagnostic.get(0)) do
      if (each.code or each.user_data.lsp.code) == rule then
        table.insert(editor.found, each.lnum + 1)
      end
    end
    return vim.deep_equal(editor.found, lines)
  end)
end

function editor.lines()
  return vim.api.nvim_buf_get_lines(0, 0, -1, true)
end

function editor.cursor(line, character)
  vim.api.nvim_win_set_cursor(0, { line, character or 0 })
end

-- Asks for code actions at the cursor, and chooses the one whose title begins so. `meanwhile` runs while the list is shown.
function editor.act(title, meanwhile)
  local titles, choose
  vim.ui.select = function(items, options, on_choice)
    titles = vim.tbl_map(options.format_item, items)
    for i, each in ipairs(titles) do
      if vim.startswith(each, title) then
        choose = function()
          on_choice(items[i], i)
        end
      end
    end
  end
  vim.lsp.buf.code_action()
  editor.wait('a list of code actions', function()
    return titles
  end)
  assert(choose, 'no "' .. title .. '" in: ' .. table.concat(titles or {}, ' | '))
  if meanwhile then
    meanwhile()
  end
  local before = vim.api.nvim_buf_get_changedtick(0)
  local count = #editor.said
  choose()
  editor.wait('what was chosen', function()
    return vim.api.nvim_buf_get_changedtick(0) ~= before or #editor.said > count
  end)
end

-- Types at the end of a line, asks for completions with the keys for it, and takes the one that begins so. The words that
-- are offered come back.
function editor.complete(line, typed, choice)
  vim.o.completeopt = 'menuone,noselect'
  editor.cursor(line)
  local words
  local timer = vim.loop.new_timer()
  local function escape()
    timer:stop()
    vim.api.nvim_feedkeys(vim.api.nvim_replace_termcodes('<Esc>', true, false, true), 'n', false)
  end
  timer:start(5, 5, vim.schedule_wrap(function()
    if vim.fn.pumvisible() ~= 1 then return end
    words = vim.tbl_map(function(each) return each.word end, vim.fn.complete_info({ 'items' }).items)
    for i, word in ipairs(words) do
      if vim.startswith(word, choice) then
        vim.api.nvim_select_popupmenu_item(i - 1, true, true, {})
        break
      end
    end
    escape()
  end))
  vim.defer_fn(escape, longest)
  vim.api.nvim_feedkeys(vim.api.nvim_replace_termcodes('A' .. typed .. '<C-x><C-o>', true, false, true), 'tx!', false)
  return words
end

-- Asks what stands at the cursor, and returns the lines that are shown of it.
function editor.hover()
  vim.lsp.buf.hover()
  local lines
  editor.wait('a hover', function()
    for _, window in ipairs(vim.api.nvim_list_wins()) do
      if vim.api.nvim_win_get_config(window).relative ~= '' then
        lines = vim.api.nvim_buf_get_lines(vim.api.nvim_win_get_buf(window), 0, -1, true)
        vim.api.nvim_win_close(window, true)
        return true
      end
    end
  end)
  return lines
end

-- The server's answer to a request.
function editor.ask(method, params)
  local answer = vim.lsp.buf_request_sync(0, method, params, longest)[editor.client().id]
  return answer.result or answer.error
end

-- Runs a test, and writes what it returns.
function editor.run(test)
  local ok, result = xpcall(test, debug.traceback)
  if ok then
    vim.fn.writefile({ vim.json.encode(result) }, '.git/result.json')
  else
    io.stderr:write(tostring(result))
  end
  vim.cmd('quitall!')
end

return editor
