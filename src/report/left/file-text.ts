import { readFileSync } from 'node:fs';
import type { FileReport } from '../result';

/** The text of a file on the disk; `undefined` if it cannot be read. */
export function currentText({ path }: FileReport): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

/** The text of a file before the run, read when it is needed for the first time. */
export function lazyText(file: FileReport): () => string {
  let text: string | undefined;
  return () => {
    text ??= file.change?.before ?? currentText(file) ?? '';
    return text;
  };
}
