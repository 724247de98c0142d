-- A real editor: opens a file, sees what is found, edits, applies all safe fixes, saves, and sees it gone.
local gwlint = vim.env.GWLINT
local folder = vim.env.SCRATCH

local function check(condition, what)
  if not condition then
    io.stderr:write('neovim: failed: ' .. what .. '\n')
    vim.cmd('cquit')
  end
end

local function diagnostics(buffer)
  local codes = {}
  for _, item in ipairs(vim.diagnostic.get(buffer)) do
    table.insert(codes, item.code or (item.user_data and item.user_data.lsp and item.user_data.lsp.code))
  end
  table.sort(codes)
  return table.concat(codes, ' ')
end

local function wait_for(buffer, pattern, what)
  local seen = vim.wait(10000, function() return diagnostics(buffer):find(pattern) ~= nil end, 20)
  check(seen, what .. ': ' .. diagnostics(buffer))
end

vim.cmd('edit ' .. folder .. '/api.yaml')
local buffer = vim.api.nvim_get_current_buf()
local client_id = vim.lsp.start_client({ name = 'gwlint', cmd = { gwlint, 'lsp' }, root_dir = folder })
check(client_id, 'the server starts')
vim.lsp.buf_attach_client(buffer, client_id)
wait_for(buffer, 'mock%-message%-missing', 'the finding is shown')
check(#vim.diagnostic.get(buffer) == #vim.fn.uniq(vim.tbl_map(function(d) return d.lnum .. d.message end, vim.diagnostic.get(buffer))),
  'every finding is shown once')

-- An edit of one line, in front of which stand characters that UTF-16 counts otherwise.
local lines = vim.api.nvim_buf_get_lines(buffer, 0, -1, false)
for number, line in ipairs(lines) do
  if line:find('x%-apigw%-cors') then
    vim.api.nvim_buf_set_lines(buffer, number - 1, number, false, { '      x-apigw-cors: "false" # 跨域 😀' })
  end
end
wait_for(buffer, 'config%-wrong%-type', 'the edit is seen')

local hover = vim.lsp.buf_request_sync(buffer, 'textDocument/hover', {
  textDocument = vim.lsp.util.make_text_document_params(buffer), position = { line = 5, character = 10 } }, 5000)
check(hover and hover[client_id] and hover[client_id].result, 'hover answers')

-- All safe fixes at once.
local parameters = {
  textDocument = vim.lsp.util.make_text_document_params(buffer),
  range = { start = { line = 0, character = 0 }, ['end'] = { line = #lines, character = 0 } },
  context = { diagnostics = {}, only = { 'source.fixAll.gwlint' } },
}
local answers = vim.lsp.buf_request_sync(buffer, 'textDocument/codeAction', parameters, 5000)
local action = answers and answers[client_id].result and answers[client_id].result[1]
check(action and action.kind == 'source.fixAll.gwlint', 'fixAll is offered')
if not action.edit then
  local resolved = vim.lsp.buf_request_sync(buffer, 'codeAction/resolve', action, 5000)
  action = resolved[client_id].result
end
vim.lsp.util.apply_workspace_edit(action.edit, 'utf-16')
check(vim.wait(10000, function() return not diagnostics(buffer):find('config%-wrong%-type') end, 20), 'the fix mends')
local text = table.concat(vim.api.nvim_buf_get_lines(buffer, 0, -1, false), '\n')
check(text:find('x%-apigw%-cors: false # 跨域 😀', 1), 'the comment survives: ' .. text)
vim.cmd('write')

local client = vim.lsp.get_client_by_id(client_id)
client.stop()
check(vim.wait(5000, function() return client.is_stopped() end, 20), 'the server stops')
io.stderr:write('neovim: passed\n')
vim.cmd('qall!')
