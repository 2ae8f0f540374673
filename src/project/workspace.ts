import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readJson } from './package-json';

const MARKS = ['pnpm-workspace.yaml', 'lerna.json', 'nx.json', 'rush.json', 'turbo.json'];

/**
 * The root of a monorepo. A run without paths searches subfolders only there; anywhere else, such as in a
 * home folder, it would reach unrelated projects.
 */
export function isWorkspaceTop(folder: string): boolean {
  return (
    readJson(join(folder, 'package.json'))?.workspaces !== undefined ||
    MARKS.some((name) => existsSync(join(folder, name)))
  );
}
