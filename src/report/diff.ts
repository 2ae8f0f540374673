import type { StructuredPatchHunk } from 'diff';
import { isPrintable } from '../project/printable';
import type { Colors } from './colors';

export interface DiffEntry {
  /** With `/`, relative to the folder where the patch is applied. */
  path: string;
  /** `null` for a new file. */
  before: string | null;
  after: string;
  /** Replaces the lines for a reader who does not need them. `git apply` would not accept it. */
  instead?: string;
}

const CONTEXT = 3;

/** Loaded on demand, because most runs show no diff. */
export async function loadDiff(): Promise<(entry: DiffEntry) => StructuredPatchHunk[]> {
  const { structuredPatch } = await import('diff');
  return ({ before, after }) =>
    structuredPatch('', '', before ?? '', after, '', '', { context: CONTEXT }).hunks;
}

/**
 * A patch for `git apply` and `patch -p1` that preserves line endings and missing final newlines. It has no
 * `diff --git` header, because git resolves names below that header from the repository root: in a subfolder
 * such a patch would silently do nothing.
 */
export async function* unifiedDiff(entries: Iterable<DiffEntry>, colors: Colors): AsyncGenerator<string> {
  const hunksOf = await loadDiff();
  for (const entry of entries) yield fileDiff(entry, entry.instead ? [] : hunksOf(entry), colors);
}

function fileDiff(entry: DiffEntry, hunks: readonly StructuredPatchHunk[], colors: Colors): string {
  const from = entry.before === null ? '/dev/null' : name(`a/${entry.path}`);
  const head = [`--- ${from}`, `+++ ${name(`b/${entry.path}`)}`];
  let text = head.map((line) => `${colors.bold(line)}\n`).join('');
  if (entry.instead) text += `${colors.dim(entry.instead)}\n`;
  for (const hunk of hunks) {
    text += `${colors.cyan(range(hunk))}\n`;
    for (const line of hunk.lines) text += `${paint(line, colors)}\n`;
  }
  return text;
}

function range(hunk: StructuredPatchHunk): string {
  const { oldLines, newLines } = hunk;
  // An empty side starts one line earlier.
  const oldStart = oldLines === 0 ? hunk.oldStart - 1 : hunk.oldStart;
  const newStart = newLines === 0 ? hunk.newStart - 1 : hunk.newStart;
  return `@@ -${oldStart},${oldLines} +${newStart},${newLines} @@`;
}

function paint(line: string, colors: Colors): string {
  // A carriage return inside the color codes would move the cursor before the reset code.
  const [, body = line, end = ''] = /^([\s\S]*?)(\r?)$/.exec(line) ?? [];
  if (line.startsWith('+')) return colors.green(body) + end;
  if (line.startsWith('-')) return colors.red(body) + end;
  return line;
}

/** git quotes names that its own parser could not read back, with C escapes. Others stay readable. */
function name(path: string): string {
  // After a name with a space, patch tools require a tab, or they read the rest as a date.
  if (!/["\\]/.test(path) && isPrintable(path)) return path.includes(' ') ? `${path}\t` : path;
  const escapes: Record<string, string> = { '"': '\\"', '\\': '\\\\', '\n': '\\n', '\t': '\\t', '\r': '\\r' };
  const octal = (char: string): string =>
    [...Buffer.from(char)].map((byte) => `\\${byte.toString(8).padStart(3, '0')}`).join('');
  const quoted = [...path].map((char) => escapes[char] ?? (isPrintable(char) ? char : octal(char)));
  return `"${quoted.join('')}"`;
}
