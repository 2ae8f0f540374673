import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { upwards } from './gitignore';
import { insertDependency } from './insert-dependency';
import { readPackageJson } from './package-json';
import type { InstallationWrite, Problem, Project } from './types';

const PACKAGE = 'taro-modernize';

export type DependencyPlan =
  | { kind: 'write'; write: InstallationWrite }
  | { kind: 'present' }
  | { kind: 'problem'; path: string; problem: Problem };

/** For `--runtime package`: adds the imported package to the dependencies in the project's package.json. */
export function planDependency(project: Project, version: string): DependencyPlan {
  const path = join(project.root, 'package.json');
  if (project.kind === 'native')
    return { kind: 'problem', path, problem: { kind: 'runtime-project', detail: 'native' } };
  if (project.taroVersion < 3) {
    return {
      kind: 'problem',
      path,
      problem: { kind: 'runtime-project', detail: `Taro ${project.taroVersion}` },
    };
  }
  if (readPackageJson(project.root)?.dependencies[PACKAGE] !== undefined) return { kind: 'present' };
  if (!existsSync(path))
    return { kind: 'problem', path, problem: { kind: 'package-json', detail: 'missing' } };
  const before = readFileSync(path, 'utf8');
  const after = insertDependency(before, PACKAGE, `^${version}`);
  if (after === null) return { kind: 'problem', path, problem: { kind: 'package-json', detail: 'invalid' } };
  return { kind: 'write', write: { kind: 'dependency', path, project, before, after } };
}

const LOCKS: readonly (readonly [string, string])[] = [
  ['pnpm-lock.yaml', 'pnpm install'],
  ['yarn.lock', 'yarn install'],
  ['bun.lock', 'bun install'],
  ['bun.lockb', 'bun install'],
  ['package-lock.json', 'npm install'],
];

/** The lock file may be in the workspace root. */
export function installCommand(root: string): string {
  let command = 'npm install';
  upwards(root, (folder) => {
    const lock = LOCKS.find(([name]) => existsSync(join(folder, name)));
    if (lock) command = lock[1];
    return lock !== undefined || existsSync(join(folder, '.git'));
  });
  return command;
}
