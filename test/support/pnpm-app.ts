import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { APPS, CACHE, leaveOutLibraryPages, packTarball, TARBALL } from './taro-app';

const ROOT = join(import.meta.dirname, '../..');
const SOURCE = join(ROOT, 'test/e2e/apps/pnpm');

/** A Taro app installed by pnpm, with the packed package and packages that a test creates. */
export interface PnpmApp {
  /** The folder of the app, which is a package of a workspace. */
  folder: string;
  remove(): void;
}

/**
 * Installs the example with pnpm as a package of a workspace, isolated and without hoisting: packages are below
 * the workspace's folder and cannot resolve even the app's own dependencies. The folder is outside this
 * repository, because Node would also find modules in its `node_modules`.
 * @param packages files of additional packages that the app depends on, by package name
 * @param plugins of Taro's configuration
 */
export function installByPnpm(
  packages: Readonly<Record<string, Readonly<Record<string, string>>>>,
  plugins: readonly unknown[],
): PnpmApp {
  const workspace = realpathSync(mkdtempSync(join(tmpdir(), 'taro-pnpm-')));
  cpSync(SOURCE, workspace, { recursive: true });
  const folder = join(workspace, 'app');
  cpSync(join(APPS.example, 'src'), join(folder, 'src'), { recursive: true });
  leaveOutLibraryPages(folder);
  const config = join(folder, 'config/index.js');
  writeFileSync(
    config,
    readFileSync(config, 'utf8').replace('plugins: []', `plugins: ${JSON.stringify(plugins)}`),
  );
  const tarballs = Object.entries(packages).map(([name, files]) => {
    const from = join(workspace, 'packages', name);
    mkdirSync(from, { recursive: true });
    for (const [file, text] of Object.entries(files)) writeFileSync(join(from, file), text);
    return packTarball(join(workspace, 'pack'), from);
  });
  tarballs.push(TARBALL);
  const pnpm = (...args: string[]) =>
    execFileSync(process.execPath, [pnpmScript(), ...args, '--ignore-scripts', '--prefer-offline'], {
      cwd: folder,
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, npm_config_store_dir: join(CACHE, 'pnpm-store') },
    });
  pnpm('install', '--frozen-lockfile');
  pnpm('add', ...tarballs);
  return { folder, remove: () => rmSync(workspace, { recursive: true, force: true }) };
}

/** pnpm in the version that the app declares, installed once. */
function pnpmScript(): string {
  const { packageManager } = JSON.parse(readFileSync(join(SOURCE, 'package.json'), 'utf8'));
  const folder = join(CACHE, packageManager.replace('@', '-'));
  const script = join(folder, 'node_modules/pnpm/bin/pnpm.cjs');
  if (!existsSync(script)) {
    mkdirSync(folder, { recursive: true });
    const args = ['install', '--prefix', folder, '--no-audit', '--no-fund', packageManager];
    execFileSync('npm', args, { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
  }
  return script;
}
