import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const example = fileURLToPath(new URL('../examples/legacy-recorder', import.meta.url));

/**
 * Copies the example app into its own repository with everything committed, so that changes can be viewed and
 * undone as in any project.
 * @returns {string} the copy's folder, below the system's temporary folder
 */
export function copyExample() {
  const copy = join(mkdtempSync(join(tmpdir(), 'taro-modernize-demo-')), 'legacy-recorder');
  cpSync(example, copy, {
    recursive: true,
    filter: (path) => !['node_modules', 'dist', '.swc'].includes(basename(path)),
  });
  const git = (...args) => {
    const { error, status } = spawnSync('git', args, { cwd: copy, stdio: 'ignore' });
    if (error || status !== 0) throw new Error(`git ${args.join(' ')} failed: ${error?.message ?? status}`);
  };
  git('init', '-q');
  git('add', '-A');
  git('-c', 'user.name=demo', '-c', 'user.email=demo@example.com', 'commit', '-q', '-m', 'Before');
  return copy;
}
