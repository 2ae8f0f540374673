import type { Verdict } from '../../engine/types';
import { counts, type Report } from '../result';
import type { ReportText } from '../text';
import { escapeHtml } from './escape';

const VERDICTS: readonly Verdict[] = ['rewritten', 'manual', 'ignored'];

/**
 * Findings by API, with each bar divided by verdict. Plain boxes work without scripts and in screen readers.
 */
export function chart(report: Report, text: ReportText): string {
  const byApi = new Map<string, Record<Verdict, number>>();
  for (const file of report.files) {
    for (const finding of file.findings) {
      if (!counts(file, finding)) continue;
      const row = byApi.get(finding.api) ?? { rewritten: 0, manual: 0, ignored: 0 };
      row[finding.verdict]++;
      byApi.set(finding.api, row);
    }
  }
  if (byApi.size === 0) return '';
  const sum = (row: Record<Verdict, number>): number =>
    VERDICTS.reduce((total, verdict) => total + row[verdict], 0);
  const rows = [...byApi].sort(([, a], [, b]) => sum(b) - sum(a));
  const widest = sum(rows[0]![1]);
  const bars = rows.map(([api, row]) => {
    const parts = VERDICTS.filter((verdict) => row[verdict] > 0);
    const label = parts
      .map((verdict) => `${text.verdict(verdict, report.done)} ${row[verdict]}`)
      .join(text.comma);
    const boxes = parts
      .map(
        (verdict) =>
          `<span class="${verdict}" style="width:${((row[verdict] / widest) * 100).toFixed(2)}%"></span>`,
      )
      .join('');
    return `<div class="row"><code>${escapeHtml(text.apiName(api))}</code><div class="bar" role="img" aria-label="${escapeHtml(label)}" title="${escapeHtml(label)}">${boxes}</div><span>${sum(row)}</span></div>`;
  });
  const legend = VERDICTS.map(
    (verdict) => `<li class="${verdict}">${escapeHtml(text.verdict(verdict, report.done))}</li>`,
  ).join('');
  return `<h2>${escapeHtml(text.report.chart)}</h2>
<div class="chart">${bars.join('\n')}</div>
<ul class="legend">${legend}</ul>`;
}
