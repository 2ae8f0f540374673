import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readJson } from './package-json';

const MARKS = ['pnpm-workspace.yaml', 'lerna.json', 'nx.json', 'rush.json', 'turbo.json'];

/**
 * The top of a monorepo. Only there does a run without a path go into subfolders: anywhere else, a home folder
 * for instance, it would reach projects that nobody meant.
 */
export function isWorkspaceTop(folder: string): boolean {
  return (
    readJson(join(folder, 'package.json'))?.workspaces !== undefined ||
    MARKS.some((name) => existsSync(join(folder, name)))
  );
}
