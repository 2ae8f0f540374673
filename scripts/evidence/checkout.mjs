import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** @returns {string} the folder with a repository at a commit, cloned from GitHub if it does not exist */
export function checkoutOf(folder, repository, commit) {
  const path = join(folder, repository.replace('/', '+'));
  const git = (...args) => execFileSync('git', args, { cwd: path, encoding: 'utf8', stdio: 'pipe' }).trim();
  if (!existsSync(path)) {
    mkdirSync(path, { recursive: true });
    try {
      git('init', '--quiet');
      git('fetch', '--quiet', '--depth', '1', `https://github.com/${repository}.git`, commit);
      git('checkout', '--quiet', 'FETCH_HEAD');
    } catch (error) {
      rmSync(path, { recursive: true });
      throw error;
    }
  }
  const head = git('rev-parse', 'HEAD');
  if (head !== commit) throw new Error(`${path} is at ${head}, expected ${commit}`);
  return path;
}
