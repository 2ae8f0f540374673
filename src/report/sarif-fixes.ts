import type { Edit } from '../engine/types';
import type { FileReport } from './result';

/** One fix for all calls in a file, because they share the import of their replacement. */
export function fixOf({ change }: FileReport, artifactLocation: object) {
  if (!change) return undefined;
  const position = positionsIn(change.before);
  const replacements = change.edits.map((edit) => replacement(edit, position));
  return {
    description: { text: 'Rewrite the deprecated calls of this file.' },
    artifactChanges: [{ artifactLocation, replacements }],
  };
}

function replacement({ start, end, text }: Edit, position: (offset: number) => Position) {
  const from = position(start);
  const to = position(end);
  return {
    deletedRegion: {
      startLine: from.line,
      startColumn: from.column,
      endLine: to.line,
      endColumn: to.column,
    },
    insertedContent: { text },
  };
}

interface Position {
  line: number;
  column: number;
}

/** Converts increasing offsets to 1-based lines and columns. A byte order mark has no column. */
function positionsIn(text: string): (offset: number) => Position {
  const mark = text.startsWith('\uFEFF') ? 1 : 0;
  const breaks = text.matchAll(/\r\n|\n|\r/g);
  let next = breaks.next().value;
  let line = 1;
  let lineStart = mark;
  return (offset) => {
    while (next && next.index + next[0].length <= offset) {
      line++;
      lineStart = next.index + next[0].length;
      next = breaks.next().value;
    }
    return { line, column: Math.max(offset, mark) - lineStart + 1 };
  };
}
