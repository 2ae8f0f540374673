import type { Finding } from '../../engine/types';
import { loadDiff } from '../diff';
import { localized } from '../localized';
import { findingPage } from '../pages';
import { describeProblem } from '../problem';
import { type FileReport, type Report, withVerdict } from '../result';
import { type Row, rowsOf } from '../side-by-side';
import type { ReportText } from '../text';
import { chart } from './chart';
import { escapeHtml } from './escape';
import { STYLE } from './style';

type HunksOf = Awaited<ReturnType<typeof loadDiff>>;

/** A self-contained file that can be mailed or kept as a build artifact. */
export async function toHtml(report: Report, text: ReportText): Promise<Iterable<string>> {
  return page(report, text, await loadDiff());
}

function* page(report: Report, text: ReportText, hunksOf: HunksOf): Generator<string> {
  const { report: words } = text;
  const title = escapeHtml(words.title);
  yield `<!doctype html>
<html lang="${text.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="taro-modernize ${escapeHtml(report.version)}">
<title>${title}</title>
<style>${STYLE}</style>
</head>
<body>
<h1>${title}</h1>
${totals(report, text)}
`;
  yield* section(chart(report, text));
  yield* section(problems(report, text));
  yield* section(list(report, 'manual', text, text.manualHeading(report.totals.manual)));
  yield* changes(report, text, hunksOf);
  yield* section(list(report, 'ignored', text, text.ignoredHeading(report.totals.ignored)));
  if (report.files.length === 0) yield* section(`<p>${escapeHtml(words.none)}</p>`);
  yield '</body>\n</html>\n';
}

function* section(html: string): Generator<string> {
  if (html !== '') yield `${html}\n`;
}

function totals({ totals, done }: Report, { report }: ReportText): string {
  const words = report.totals(done);
  const keys = ['scanned', 'changed', 'rewritten', 'manual', 'ignored', 'errors'] as const;
  // Zero errors are not highlighted.
  const cells = keys.map(
    (key) =>
      `<div><dt>${escapeHtml(words[key])}</dt><dd${totals[key] > 0 ? ` class="${key}"` : ''}>${totals[key]}</dd></div>`,
  );
  return `<dl class="totals">${cells.join('')}</dl>`;
}

function problems(report: Report, text: ReportText): string {
  const files = report.files.filter((file) => file.problem);
  if (files.length === 0) return '';
  const items = files.map((file) => {
    const { place, what, next } = describeProblem(file.problem!, file.shown, text);
    return `<li><code>${escapeHtml(place)}</code> <span class="errors">${escapeHtml(what)}</span><div class="hint">${escapeHtml(next)}</div></li>`;
  });
  return `<h2>${escapeHtml(text.problemHeading(files.length))}</h2>\n<ul class="findings">${items.join('\n')}</ul>`;
}

function list(report: Report, verdict: Finding['verdict'], text: ReportText, heading: string): string {
  const items = report.files.flatMap((file) =>
    localized(file, verdict, text).map((finding) => item(file, finding, text)),
  );
  if (items.length === 0) return '';
  const body = `<ul class="findings">${items.join('\n')}</ul>`;
  if (verdict === 'manual') return `<h2>${escapeHtml(heading)}</h2>\n${body}`;
  return `<details><summary>${escapeHtml(heading)}</summary>${body}</details>`;
}

function item(file: FileReport, finding: Finding, { language }: ReportText): string {
  const place = `${file.shown}:${finding.line}:${finding.column}`;
  const hint = finding.hint ? `<div class="hint">${escapeHtml(finding.hint)}</div>` : '';
  const page = `<a href="${escapeHtml(findingPage(finding, language))}"><code>${escapeHtml(finding.code)}</code></a>`;
  return `<li><code>${escapeHtml(place)}</code> <code class="${finding.verdict}">${escapeHtml(finding.api)}</code> ${escapeHtml(finding.reason)} ${page}${hint}</li>`;
}

function* changes(report: Report, text: ReportText, hunksOf: HunksOf): Generator<string> {
  const files = report.files.filter((file) => file.changed && file.change);
  if (files.length === 0) return;
  const { report: words } = text;
  const head = `<colgroup><col class="n"><col><col class="n"><col></colgroup><tr><th colspan="2">${escapeHtml(words.before)}</th><th colspan="2">${escapeHtml(words.after)}</th></tr>`;
  yield `<h2>${escapeHtml(words.changes)}</h2>\n`;
  for (const [index, file] of files.entries()) {
    const hunks = hunksOf({ path: file.shown, before: file.change!.before, after: file.change!.after });
    const rows = hunks
      .map((hunk) => rowsOf(hunk).map(row).join(''))
      .join('<tr class="gap"><td colspan="4"></td></tr>');
    const count = text.calls(withVerdict(file, 'rewritten').length);
    // Hundreds of open files would be slow on a phone, so only the first ones are open.
    const open = index < 5 ? ' open' : '';
    yield `<details${open}><summary><code>${escapeHtml(file.shown)}</code> <span class="rewritten">${escapeHtml(count)}</span></summary><table class="diff code">${head}${rows}</table></details>\n`;
  }
}

function row({ kind, before, after }: Row): string {
  const side = (line: Row['before'], name: string, mark: string): string => {
    if (line === null) return `<td class="n empty"></td><td class="empty"></td>`;
    const changed = kind === 'same' ? '' : ` ${mark}`;
    return `<td class="n ${name}${changed}">${line.number}</td><td class="${name}${changed}">${escapeHtml(line.text)}</td>`;
  };
  return `<tr class="${kind}">${side(before, 'before', 'del')}${side(after, 'after', 'add')}</tr>`;
}
