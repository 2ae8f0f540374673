import type { StructuredPatchHunk } from 'diff';

type RowKind = 'same' | 'changed' | 'removed' | 'added';

/** A line of the before/after view. A side is `null` if only the other one has a line. */
export interface Row {
  kind: RowKind;
  before: { number: number; text: string } | null;
  after: { number: number; text: string } | null;
}

/** Pairs the removed and added lines of a block in order. */
export function rowsOf(hunk: StructuredPatchHunk): Row[] {
  const rows: Row[] = [];
  let removed: Row['before'][] = [];
  let added: Row['after'][] = [];
  let oldLine = hunk.oldStart;
  let newLine = hunk.newStart;

  const flush = (): void => {
    for (let i = 0; i < Math.max(removed.length, added.length); i++) {
      const before = removed[i] ?? null;
      const after = added[i] ?? null;
      rows.push({ kind: before && after ? 'changed' : before ? 'removed' : 'added', before, after });
    }
    removed = [];
    added = [];
  };

  for (const line of hunk.lines) {
    const text = line.slice(1).replace(/\r$/, '');
    if (line.startsWith('-')) {
      // A removal after an addition starts a new block.
      if (added.length > 0) flush();
      removed.push({ number: oldLine++, text });
    } else if (line.startsWith('+')) {
      added.push({ number: newLine++, text });
    } else if (line.startsWith(' ')) {
      flush();
      rows.push({ kind: 'same', before: { number: oldLine++, text }, after: { number: newLine++, text } });
    }
  }
  flush();
  return rows;
}
