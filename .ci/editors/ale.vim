" A second real editor: Vim with ALE, set up as the README says, shows what is found and applies a fix.
set nocompatible
set runtimepath^=/usr/share/vim-ale
filetype plugin on
let g:ale_linters_explicit = 1
let g:ale_linters = {'yaml': ['gwlint']}
runtime plugin/ale.vim
execute 'source' $SCRATCH . '/readme.vim'

function! s:WaitFor(what, expression) abort
  for attempt in range(400)
    if eval(a:expression)
      return
    endif
    sleep 25m
  endfor
  call writefile(['vim: failed: ' . a:what, string(ale#engine#GetLoclist(bufnr('')))], $SCRATCH . '/result')
  cquit
endfunction

function! s:Has(code) abort
  return !empty(filter(copy(ale#engine#GetLoclist(bufnr(''))), {_, item -> get(item, 'code', '') is# a:code}))
endfunction

edit $SCRATCH/shop/api.yaml
setfiletype yaml
call s:WaitFor('a finding of the file is shown', 's:Has("mock-message-missing")')
call s:WaitFor('a finding that the project explains is shown', 's:Has("route-duplicate")')
call setline(7, '      x-apigw-cors: false # 跨域 😀')
" Scripts raise no events of typing.
call ale#Queue(0)
call s:WaitFor('an edit is seen', '!s:Has("config-wrong-type")')
call writefile(['vim: passed'], $SCRATCH . '/result')
qall!
