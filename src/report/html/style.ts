/**
 * The style sheet of the page. Colors come in pairs for light and dark mode. On a phone, the two sides are
 * stacked.
 */
export const STYLE = `
:root { color-scheme: light dark; --bg: #fff; --fg: #1c1f24; --soft: #5d6673; --line: #d9dee5; --card: #f6f8fa;
  --rewritten: #1a7f47; --manual: #9a6700; --ignored: #6e7781; --error: #c62828; --del: #ffe3e0; --add: #dafbe1; --link: #0a58ca; }
@media (prefers-color-scheme: dark) { :root { --bg: #14171c; --fg: #e4e7eb; --soft: #9aa4b1; --line: #30363f; --card: #1c2128;
  --rewritten: #4cc38a; --manual: #e2b341; --ignored: #8b949e; --error: #ff7b72; --del: #4a1f22; --add: #16371f; --link: #79b8ff; } }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 1.5rem 1rem 4rem; max-width: 84rem; background: var(--bg); color: var(--fg);
  font: 16px/1.5 system-ui, -apple-system, "PingFang SC", "Microsoft YaHei", sans-serif; }
h1 { font-size: 1.5rem; margin: 0 0 1rem; } h2 { font-size: 1.15rem; margin: 2rem 0 .75rem; }
code, .code { font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; font-size: .84em; }
.totals { display: grid; grid-template-columns: repeat(auto-fit, minmax(7.5rem, 1fr)); gap: .75rem; margin: 0; }
.totals div { background: var(--card); border: 1px solid var(--line); border-radius: .5rem; padding: .6rem .8rem; }
.totals dt { color: var(--soft); font-size: .85rem; } .totals dd { margin: 0; font-size: 1.6rem; font-variant-numeric: tabular-nums; }
.rewritten { color: var(--rewritten); } .manual { color: var(--manual); } .ignored { color: var(--ignored); } .errors { color: var(--error); }
.chart { display: grid; grid-template-columns: max-content 1fr max-content; gap: .4rem .8rem; align-items: center; }
.chart .row { display: contents; }
.bar { display: flex; height: 1.1rem; border-radius: .25rem; overflow: hidden; background: var(--card); }
.bar span { background: currentColor; min-width: 2px; }
.legend { display: flex; flex-wrap: wrap; gap: .25rem 1rem; margin: .75rem 0 0; padding: 0; list-style: none; font-size: .9rem; }
.legend li::before { content: ""; display: inline-block; width: .8em; height: .8em; margin-right: .4em; border-radius: .15em; background: currentColor; }
.findings { padding: 0; margin: 0; list-style: none; }
.findings li { padding: .6rem 0; border-bottom: 1px solid var(--line); overflow-wrap: anywhere; }
.hint { color: var(--soft); } .hint::before { content: "→ "; }
details { border: 1px solid var(--line); border-radius: .5rem; margin: .75rem 0; background: var(--card); overflow: hidden; }
summary { padding: .6rem .8rem; cursor: pointer; overflow-wrap: anywhere; }
details .findings { padding: 0 .8rem; }
.diff { width: 100%; border-collapse: collapse; table-layout: fixed; background: var(--bg); }
.diff td { padding: 0 .5rem; vertical-align: top; white-space: pre-wrap; overflow-wrap: anywhere; tab-size: 4; }
.diff col.n { width: 3.5rem; } .diff td.n { text-align: right; color: var(--soft); user-select: none; font-variant-numeric: tabular-nums; }
.diff th { text-align: left; font-weight: 600; padding: .3rem .5rem; color: var(--soft); }
.del { background: var(--del); } .add { background: var(--add); } .diff td.n.del::before { content: "−"; float: left; } .diff td.n.add::before { content: "+"; float: left; }
.gap td { border-top: 1px dashed var(--line); height: .6rem; }
@media (max-width: 46rem) { body { padding: 1rem .75rem 3rem; }
  .diff, .diff tbody { display: block; } .diff colgroup, .diff th, .diff td.empty { display: none; } .diff tr { display: grid; grid-template-columns: 2.75rem 1fr; }
  .diff tr.same td.after { display: none; } .diff .gap td { grid-column: 1 / -1; }
  .chart { display: block; } .chart .row { display: grid; grid-template-columns: 1fr max-content; margin-bottom: .5rem; }
  .chart .bar { grid-row: 2; grid-column: 1 / -1; } }
`;
