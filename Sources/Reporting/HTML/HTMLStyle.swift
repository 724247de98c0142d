/// The looks of the page: light and dark, wide and narrow, on screen and on paper.
enum HTMLStyle {
  static let text = """
    :root{--bg:#fff;--fg:#1b1f24;--dim:#59636e;--line:#d1d9e0;--card:#f6f8fa;--error:#b3261e;--warning:#8a5a00;\
    --hint:#0b57a4;--good:#1a7f37;--mark:#ffe8a3;--link:#0b57a4}
    @media(prefers-color-scheme:dark){:root{--bg:#0f1419;--fg:#e6edf3;--dim:#9198a1;--line:#3d444d;--card:#171d24;\
    --error:#ff8a80;--warning:#f0b429;--hint:#79b8ff;--good:#56d364;--mark:#5c4a00;--link:#79b8ff}}
    *{box-sizing:border-box}
    html{scroll-padding-top:1rem}
    body{margin:0 auto;max-width:76rem;padding:1rem 1.25rem 4rem;background:var(--bg);color:var(--fg);\
    font:16px/1.55 system-ui,-apple-system,"Segoe UI","PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif}
    code,pre{font:0.875em/1.5 ui-monospace,SFMono-Regular,Menlo,Consolas,"Noto Sans Mono CJK SC",monospace}
    code{overflow-wrap:anywhere}
    a{color:var(--link)}
    a:focus-visible,input:focus-visible,select:focus-visible,summary:focus-visible,.src:focus-visible,\
    .scroll:focus-visible{outline:3px solid var(--link);\
    outline-offset:2px}
    .skip{position:absolute;left:-999px}
    .skip:focus{left:1rem;top:.5rem;background:var(--bg);padding:.5rem;z-index:2}
    h1{font-size:1.5rem;margin:0}
    h2{font-size:1.35rem;margin:2.5rem 0 .5rem}
    h3{font-size:1.1rem;margin:1.75rem 0 .75rem}
    h4{font-size:1rem;font-weight:600;margin:0}
    .top{display:flex;flex-wrap:wrap;gap:.5rem 1.5rem;align-items:baseline;border-bottom:1px solid var(--line);\
    padding-bottom:.75rem}
    .counts{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;list-style:none;margin:0;padding:0}
    .counts b{font-size:1.2em}
    .error{--tone:var(--error)}.warning{--tone:var(--warning)}.hint{--tone:var(--hint)}
    .counts .error b,.counts .warning b,.counts .hint b{color:var(--tone)}
    nav a{margin-right:.75rem}
    .failed{border:2px solid var(--error);border-radius:.5rem;padding:0 1rem 1rem;margin-top:1rem}
    .failed h2{margin-top:.75rem}
    .filters{display:flex;flex-wrap:wrap;gap:.5rem 1.25rem;align-items:center;margin:1rem 0 0}
    .filters input[type=search],.filters select{font:inherit;color:inherit;background:var(--card);\
    border:1px solid var(--line);border-radius:.375rem;padding:.25rem .5rem;max-width:100%}
    .filters output{color:var(--dim)}
    .status{display:inline-block;font-weight:700;border:2px solid currentColor;border-radius:.375rem;padding:0 .4em}
    .clean{color:var(--good);font-weight:600}
    .finding{border:1px solid var(--line);border-left:.3rem solid var(--tone);border-radius:.5rem;\
    padding:.75rem 1rem;margin:.75rem 0;background:var(--card)}
    .badge{color:var(--tone);border:1px solid var(--tone);border-radius:1rem;padding:0 .6em;font-size:.8em;\
    white-space:nowrap;vertical-align:.1em}
    .where{margin:.25rem 0;color:var(--dim);overflow-wrap:anywhere}
    .src{position:relative;background:var(--bg);border:1px solid var(--line);border-radius:.375rem;padding:.5rem .25rem;margin:.5rem 0;\
    overflow-x:auto;tab-size:4}
    .ln{display:inline-block;min-width:3.2em;padding-right:1em;text-align:right;color:var(--dim);user-select:none}
    mark{background:var(--mark);color:inherit;border-radius:.2em}
    .related p{margin:.5rem 0 0;overflow-wrap:anywhere}
    dl{display:grid;grid-template-columns:max-content 1fr;gap:.25rem 1rem;margin:.5rem 0 0}
    dt{color:var(--dim)}dd{margin:0;overflow-wrap:anywhere}
    .legend{display:flex;flex-wrap:wrap;gap:.25rem 1.5rem;list-style:none;padding:0;margin:.5rem 0}
    .sign{display:inline-block;min-width:1.3em;text-align:center;font-weight:700;color:var(--tone)}
    .answers{--tone:var(--good)}.unreachable{--tone:var(--error)}.partlyShadowed,.ambiguous{--tone:var(--warning)}
    .undecided{--tone:var(--dim)}.miss{--tone:var(--error)}
    .environment{border:1px solid var(--line);border-radius:.5rem;padding:.5rem 1rem;margin:.75rem 0}
    .environment summary{cursor:pointer}
    .unreleased{color:var(--error);font-weight:600}
    .base{margin:.25rem 0;color:var(--dim)}
    .lanes{position:relative;padding-left:3rem}
    .lines{position:absolute;left:0;top:0;width:3rem;height:100%;overflow:visible;pointer-events:none}
    .lines path{fill:none;stroke-width:2}
    .lines .unreachable{stroke:var(--error)}.lines .partlyShadowed,.lines .ambiguous{stroke:var(--warning)}
    .lines .undecided{stroke:var(--dim)}
    .scroll{overflow-x:auto}
    table{border-collapse:collapse;width:100%}
    th,td{text-align:left;vertical-align:top;padding:.4rem .75rem .4rem 0;border-top:1px solid var(--line)}
    th{color:var(--dim);font-weight:600;border-top:0;white-space:nowrap}
    td .word{color:var(--tone)}
    td .verdict{white-space:nowrap}
    td{overflow-wrap:anywhere}
    td:nth-child(3){min-width:16rem}
    td:nth-child(2),td:last-child{overflow-wrap:normal}
    td small{display:block;color:var(--dim)}
    tr.unreachable .path{text-decoration:line-through}
    tr:target{background:var(--mark)}
    .method{font-weight:700}
    var{font-style:normal;color:var(--hint)}
    .misses td{border-top-style:dashed}
    [hidden]{display:none!important}
    @media(max-width:44rem){body{padding:.75rem}thead{position:absolute;left:-999px}\
    table,tbody,tr,td{display:block;width:100%}tr{border-top:1px solid var(--line);padding:.5rem 0}\
    td{border:0;padding:.1rem 0;min-width:0!important}td:empty{display:none}\
    td[data-label]::before{content:attr(data-label);display:block;color:var(--dim);font-size:.8em}.lanes{padding-left:1.5rem}.lines{width:1.5rem}\
    dl{grid-template-columns:1fr}dt{margin-top:.25rem}}
    @media print{.filters,.skip,nav{display:none}.finding{break-inside:avoid}}
    @media(prefers-reduced-motion:no-preference){html{scroll-behavior:smooth}}
    """
}
