/** The length of the longest bar, in characters. */
const LENGTH = 24;
/** A block of one to eight eighths of a character. */
const EIGHTHS = [...'▏▎▍▌▋▊▉█'];
const SHADES = [...'█▒░'];

/**
 * Draws the bars of a chart, for a column of a table. A figure above 0 is always visible.
 * @param {readonly number[]} figures a figure for each bar
 */
export function bars(figures) {
  const most = Math.max(...figures);
  return figures.map((figure) => {
    const eighths = figure > 0 ? Math.max(1, Math.round((8 * LENGTH * figure) / most)) : 0;
    return '█'.repeat(eighths / 8) + (EIGHTHS[(eighths % 8) - 1] ?? '');
  });
}

/**
 * Draws bars with a shade for each of their figures. Every figure above 0 is visible.
 * @param {readonly (readonly number[])[]} rows up to three figures for each bar
 */
export function stackedBars(rows) {
  const most = Math.max(...rows.map((figures) => figures.reduce((sum, figure) => sum + figure, 0)));
  const part = (figure, at) =>
    SHADES[at].repeat(figure > 0 ? Math.max(1, Math.round((LENGTH * figure) / most)) : 0);
  return rows.map((figures) => figures.map(part).join(''));
}
