-- Does in Neovim what somebody would do who finds a fault in a spec and mends it, and prints what was seen as one line of JSON.
local seen = {}
local doing

local function finish(fault)
  seen.fault = fault
  io.stdout:write(vim.json.encode(seen) .. '\n')
  vim.cmd(fault and 'cquit!' or 'qall!')
end

local function go_on()
  local fine, fault = coroutine.resume(doing)
  if not fine then
    finish(fault)
  end
end

local function codes()
  return vim.tbl_map(function(problem)
    return problem.code
  end, vim.diagnostic.get(0))
end

-- What it waits for is the last line on stderr, should it wait for ever.
local function waiting_for(what)
  io.stderr:write(('waiting for %s; problems now: %s\n'):format(what, table.concat(codes(), ' ')))
end

-- Scheduled, so that nothing is done in the middle of Neovim's own work on the event.
local function until_problems(what, fit)
  while not fit() do
    waiting_for(what)
    vim.api.nvim_create_autocmd('DiagnosticChanged', { once = true, callback = vim.schedule_wrap(go_on) })
    coroutine.yield()
  end
end

local function has(code)
  return function()
    return vim.tbl_contains(codes(), code)
  end
end

local function lacks(code)
  return function()
    return not has(code)()
  end
end

local function ask(method, params)
  local answer
  vim.lsp.buf_request(0, method, params, function(fault, result)
    answer = { fault = fault, result = result }
    vim.schedule(go_on)
  end)
  while answer == nil do
    waiting_for(method)
    coroutine.yield()
  end
  assert(answer.fault == nil, vim.inspect(answer.fault))
  return answer.result
end

-- A server that ends, a handler that fails, a light bulb without a choice: nothing more would come.
vim.notify = finish

-- The first choice is taken, as if Enter had been pressed.
vim.ui.select = function(choices, options, on_choice)
  seen.offered = vim.tbl_map(options.format_item, choices)
  on_choice(choices[1], 1)
end

doing = coroutine.create(function()
  until_problems('the fault', has('unknown-key'))
  seen.first = codes()
  local problem = vim.tbl_filter(function(one)
    return one.code == 'unknown-key'
  end, vim.diagnostic.get(0))[1]
  seen.at = { problem.lnum, problem.col, problem.end_lnum, problem.end_col }

  vim.api.nvim_win_set_cursor(0, { problem.lnum + 1, problem.col })
  vim.api.nvim_feedkeys('gra', 'mx', false)
  until_problems('the cure', lacks('unknown-key'))
  seen.mended = table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, false), '\n')

  seen.hover = ask('textDocument/hover', vim.lsp.util.make_position_params()).contents
  -- Learnt from the account in the background, and sent without a question.
  until_problems('what AWS knows', has('target-exists'))
  seen.learnt = codes()

  vim.api.nvim_buf_set_lines(0, 0, -1, false, { '{ "" }' })
  local completion = ask('textDocument/completion', {
    textDocument = vim.lsp.util.make_text_document_params(),
    position = { line = 0, character = 3 },
  })
  seen.completions = vim.tbl_map(function(item)
    return item.label
  end, completion.items)

  vim.cmd('edit! ' .. vim.fn.fnameescape(vim.env.OTHER_FILE))
  seen.clients_of_other_file = vim.tbl_count(vim.lsp.buf_get_clients(0))
  seen.messages = vim.api.nvim_exec('messages', true)
  finish()
end)
go_on()
