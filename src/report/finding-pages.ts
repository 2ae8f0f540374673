import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Localized } from '../messages/message';

/** The texts of the finding pages, by name: `115`, or `REC151` for a page of one migration. */
export type Pages = Readonly<Record<string, Localized>>;

/** Reads the pages that are part of the package. */
export function readPages(packageRoot: string): Pages {
  return JSON.parse(readFileSync(join(packageRoot, 'dist/findings.json'), 'utf8')) as Pages;
}
