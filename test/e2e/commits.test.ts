import { appendFileSync, cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { git, identify } from '../cli/support/tree';
import { build, filesOf, installExample, makeApp, run } from '../support/taro-app';
import { modulesWithCalls, scriptsOf } from './bundle';
import { replaceIn } from './library';
import { play } from './pages';

/** How often an app has each page of the example. */
const TIMES = 3;

let installed: string;
beforeAll(async () => {
  installed = await installExample();
});

/** The example as an app of sixty pages in a repository: its pages, and copies of them in subpackages. */
function sixtyPages(): string {
  const app = makeApp(installed, 'sixty-pages', []);
  // A build of each commit processes only what the commit changes.
  replaceIn(join(app, 'config/prod.ts'), '{', '{ cache: { enable: true },');
  const source = join(app, 'src');
  const pages = readdirSync(join(source, 'pages'));
  const roots = Array.from({ length: TIMES - 1 }, (_, index) => `packages/copy${index}`);
  for (const root of roots) {
    for (const page of pages) {
      const folder = join(source, root, page);
      cpSync(join(source, 'pages', page), folder, { recursive: true });
      for (const file of readdirSync(folder)) {
        const text = readFileSync(join(folder, file), 'utf8');
        writeFileSync(join(folder, file), text.replaceAll("'../../", "'../../../"));
      }
    }
  }
  const config = join(source, 'app.config.ts');
  const packages = roots.map((root) => ({ root, pages: pages.map((page) => `${page}/index`) }));
  const text = readFileSync(config, 'utf8');
  writeFileSync(
    config,
    text.replace('  window: {', `  subPackages: ${JSON.stringify(packages)},\n  window: {`),
  );
  git(app, 'init', '--quiet');
  identify(app);
  mkdirSync(join(app, '.git/info'), { recursive: true });
  appendFileSync(join(app, '.git/info/exclude'), '\nnode_modules\nbuilt\n');
  git(app, 'add', '--all');
  git(app, 'commit', '--quiet', '--message', 'App');
  return app;
}

test('an app of sixty pages is migrated in commits; each one passes the type check and builds for weapp', async () => {
  const app = sixtyPages();
  expect(
    [...filesOf(join(app, 'src')).keys()].filter((file) => /index\.tsx$/.test(file)).length,
  ).toBeGreaterThan(55);
  const bin = join(app, 'node_modules/taro-modernize/dist/cli/bin.js');
  const migrated = await run(process.execPath, [bin, 'src', '--platform', 'weapp,h5', '--yes', '--commit'], {
    cwd: app,
  });
  expect(migrated.status, migrated.printed).toBe(0);
  const commits = git(app, 'log', '--reverse', '--format=%H %s').trim().split('\n').slice(1);
  expect(commits.length).toBeGreaterThan(5);
  expect(git(app, 'status', '--porcelain')).toBe('');

  let folder = '';
  for (const commit of commits) {
    git(app, 'checkout', '--quiet', commit.split(' ')[0]!);
    const tsc = join(app, 'node_modules/typescript/bin/tsc');
    const args = ['--noEmit', '--incremental', '--tsBuildInfoFile', 'built/tsc.json'];
    const checked = await run(process.execPath, [tsc, ...args], { cwd: app });
    expect(checked.printed, commit).toBe('');
    ({ folder } = await build(app, 'weapp', 'webpack5'));
  }
  await play(folder, 'the documentation’s example records for ten seconds');
  const left = modulesWithCalls(scriptsOf(folder, join(app, 'src')));
  expect(left.filter((path) => !/\/(camera|own-methods|save-upload)\//.test(path))).toEqual([]);
});
