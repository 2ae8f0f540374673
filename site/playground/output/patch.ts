import { type DiffEntry, unifiedDiff } from '../../../src/report/diff';

const plain = (text: string) => text;
const NO_COLORS = {
  bold: plain,
  dim: plain,
  green: plain,
  red: plain,
  cyan: plain,
  yellow: plain,
} as Parameters<typeof unifiedDiff>[1];

/** The patch that the command prints, for `git apply`. */
export async function patchOf(entries: readonly DiffEntry[]): Promise<string> {
  let text = '';
  for await (const part of unifiedDiff(entries, NO_COLORS)) text += part;
  return text;
}
