import type { Edit } from '../../engine/types';

/** The lines that edits change, as in a diff without context: `-` before the old ones, `+` before the new ones. */
export function changedLines(text: string, edits: readonly Edit[]): string {
  return groupsOf(text, edits)
    .map(({ start, end, edits: own }) => {
      const old = linesOf(text.slice(start, end));
      const changed = linesOf(applied(text, start, end, own));
      let same = 0;
      while (same < old.length && old[same] === changed[same]) same++;
      let sameAtEnd = 0;
      while (
        sameAtEnd < Math.min(old.length, changed.length) - same &&
        old.at(-1 - sameAtEnd) === changed.at(-1 - sameAtEnd)
      )
        sameAtEnd++;
      const part = (lines: readonly string[], sign: string) =>
        lines.slice(same, lines.length - sameAtEnd).map((line) => `${sign} ${line}`.trimEnd());
      return [...part(old, '-'), ...part(changed, '+')].join('\n');
    })
    .filter((part) => part !== '')
    .join('\n');
}

interface Group {
  /** Offsets of whole lines. */
  start: number;
  end: number;
  edits: Edit[];
}

/** The edits with the lines that they are in. Edits in the same lines are one group. */
function groupsOf(text: string, edits: readonly Edit[]): Group[] {
  const groups: Group[] = [];
  for (const edit of edits) {
    const start = text.lastIndexOf('\n', edit.start - 1) + 1;
    const next = text.indexOf('\n', edit.end);
    const end = next === -1 ? text.length : next;
    const last = groups.at(-1);
    if (last && start <= last.end) {
      last.edits.push(edit);
      last.end = Math.max(last.end, end);
    } else groups.push({ start, end, edits: [edit] });
  }
  return groups;
}

function applied(text: string, start: number, end: number, edits: readonly Edit[]): string {
  let result = '';
  let from = start;
  for (const edit of edits) {
    result += text.slice(from, edit.start) + edit.text;
    from = edit.end;
  }
  return result + text.slice(from, end);
}

function linesOf(text: string): string[] {
  return text.split(/\r\n|\n|\r/);
}
