import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

// To draw the charts, run `UPDATE_DOCS=1 npx vitest run test/docs/performance`.
const ROOT = join(import.meta.dirname, '../..');
const { bars } = (await import(join(ROOT, 'scripts/bars.mjs'))) as {
  bars(figures: readonly number[]): string[];
};
/** A table with three rows or more below its two header lines. */
const TABLE = /(?:^\|.*\n){5,}/gm;

test.each([
  ['docs/performance.md', 'Chart'],
  ['docs/zh-CN/performance.md', '图'],
])('%s: each table with three figures has a chart of them', (page, column) => {
  const text = readFileSync(join(ROOT, page), 'utf8');
  const drawn = text.replace(TABLE, withChart);
  if (process.env.UPDATE_DOCS) writeFileSync(join(ROOT, page), drawn);
  expect(text).toBe(drawn);
  const heads = text.match(TABLE)!.map((table) => /^.*\| (.*) \|$/m.exec(table)![1]);
  expect(heads).toEqual(Array.from({ length: 5 }, () => column));
});

/** The table with a bar for the second cell of each row in its last cell. */
function withChart(table: string): string {
  const [head, rule, ...rows] = table.trim().split('\n');
  const charts = bars(rows.map((row) => figureOf(row.split('|')[2]!.trim())));
  const drawn = rows.map((row, at) => row.replace(/[^|]*\|$/, ` ${charts[at]} |`));
  return `${[head, rule, ...drawn].join('\n')}\n`;
}

/** The figure of a cell; of a range such as `0.3 to 0.8 kB`, the larger one. */
function figureOf(cell: string): number {
  const [, figure] = /([\d.]+) kB/.exec(cell) ?? /^([\d.]+)/.exec(cell)!;
  return Number(figure);
}
