import { execFile, execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join, relative } from 'node:path';
import { exclusively } from './exclusive';

const ROOT = join(import.meta.dirname, '../..');
/** The installed apps, and what is built from them. */
export const CACHE = join(ROOT, '.cache/e2e');
/** This package as it would be published. test/support/pack.ts writes it before the first test. */
export const TARBALL = join(CACHE, 'taro-modernize.tgz');
/**
 * The apps that tests build, each a folder with `package.json` and lock file. Those without sources build the
 * sources of another app.
 */
export const APPS = {
  example: join(ROOT, 'examples/legacy-recorder'),
  vue3: join(ROOT, 'test/e2e/apps/vue3'),
  taro3: join(ROOT, 'test/e2e/apps/taro3'),
  taro3Vue3: join(ROOT, 'test/e2e/apps/taro3-vue3'),
  taro2: join(ROOT, 'test/e2e/apps/taro2'),
  reactNative: join(ROOT, 'test/e2e/apps/react-native'),
  /** Not an app: tools that check the projects of others. */
  guests: join(ROOT, 'test/e2e/apps/guests'),
  /** Not an app: ESLint and its parsers. */
  eslint: join(ROOT, 'test/e2e/apps/eslint'),
} as const;
export type AppName = keyof typeof APPS;

export type Platform = 'weapp' | 'h5' | 'alipay' | 'tt';
export type Compiler = 'webpack5' | 'vite';

/**
 * Packs a package as it would be published.
 * @param source the folder of the package; default: this one
 * @returns the path of the tarball
 */
export function packTarball(folder: string, source = ROOT): string {
  mkdirSync(folder, { recursive: true });
  const printed = execFileSync('npm', ['pack', '--ignore-scripts', '--json', '--pack-destination', folder], {
    cwd: source,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [{ filename }] = JSON.parse(printed) as [{ filename: string }];
  return join(folder, filename);
}

/** The example with its dependencies. @see installApp */
export function installExample(): Promise<string> {
  return installApp('example');
}

/**
 * Installs an app's dependencies once per lock file into a cache folder of this repository, and then the
 * packed package.
 * @returns the folder whose `node_modules` all apps made by `makeApp` use
 */
export async function installApp(name: AppName): Promise<string> {
  const lock = readFileSync(join(APPS[name], 'package-lock.json'));
  const folder = join(CACHE, createHash('sha256').update(lock).digest('hex').slice(0, 12));
  await exclusively(`${folder}.lock`, () => install(APPS[name], folder));
  return folder;
}

async function install(source: string, folder: string): Promise<void> {
  const npm = async (...args: string[]) => {
    const { status, printed } = await run('npm', args, { cwd: folder });
    if (status !== 0) throw new Error(`npm ${args.join(' ')} failed:\n${printed}`);
  };
  const done = join(folder, '.installed');
  mkdirSync(folder, { recursive: true });
  for (const file of ['package.json', 'package-lock.json', '.npmrc']) {
    if (existsSync(join(source, file))) cpSync(join(source, file), join(folder, file));
  }
  if (!existsSync(done)) {
    await npm('ci', '--ignore-scripts', '--no-audit', '--no-fund');
    writeFileSync(done, '');
  }
  const packed = createHash('sha256').update(readFileSync(TARBALL)).digest('hex');
  const own = join(folder, 'node_modules/taro-modernize');
  if (readFileSync(done, 'utf8') === packed && existsSync(own)) return;
  rmSync(own, { recursive: true, force: true });
  await npm('install', '--no-save', '--ignore-scripts', '--no-audit', '--no-fund', TARBALL);
  writeFileSync(done, packed);
}

/** The subpackage of the example whose pages use component libraries. */
const LIBRARY_PAGES = / {2}subPackages: \[[\s\S]*?\n {2}\],\n/;

/** Options of Taro for builds that take two thirds of the time. */
const UNMINIFIED = 'terser: { enable: false },\n  csso: { enable: false },';

/**
 * A copy of an app, with or without the plugin. Its builds have source maps, also in production.
 * @param libraries whether to build the example's pages with component libraries, which takes more than twice
 * as long
 * @param minified whether to minify, as Taro does by default
 */
export function makeApp(
  installed: string,
  name: string,
  plugins: readonly unknown[],
  from: AppName = 'example',
  { libraries = false, minified = false } = {},
): string {
  const source = APPS[from];
  const app = join(installed, 'apps', name);
  rmSync(app, { recursive: true, force: true });
  cpSync(source, app, {
    recursive: true,
    filter: (path) => !/^(node_modules|dist)\b/.test(relative(source, path)),
  });
  const other = APPS[from === 'taro3Vue3' ? 'vue3' : 'example'];
  if (!existsSync(join(app, 'src'))) cpSync(join(other, 'src'), join(app, 'src'), { recursive: true });
  symlinkSync(join(installed, 'node_modules'), join(app, 'node_modules'), 'junction');
  if (!libraries && existsSync(join(app, 'src/app.config.ts'))) leaveOutLibraryPages(app);
  const isExample = from === 'example';
  const given = `plugins: ${JSON.stringify(plugins)}${isExample ? ' as any' : ''}`;
  edit(
    join(app, isExample ? 'config/index.ts' : 'config/index.js'),
    'plugins: []',
    minified ? given : `${UNMINIFIED}\n  ${given}`,
  );
  if (!isExample) return app;
  const maps = "{ enableSourceMap: true, sourceMapType: 'source-map' }";
  writeFileSync(join(app, 'config/prod.ts'), `export default { mini: ${maps}, h5: ${maps} } as any\n`);
  return app;
}

/** Removes the example's pages with component libraries from an app. */
export function leaveOutLibraryPages(app: string): void {
  const config = join(app, 'src/app.config.ts');
  writeFileSync(config, readFileSync(config, 'utf8').replace(LIBRARY_PAGES, ''));
}

function edit(file: string, from: string, to: string): void {
  const text = readFileSync(file, 'utf8');
  if (!text.includes(from)) throw new Error(`${file} does not contain ${from}`);
  writeFileSync(file, text.replace(from, to));
}

/** Builds an app for production. @returns the output folder and the printed text */
export async function build(
  app: string,
  platform: Platform,
  compiler: Compiler,
  env: NodeJS.ProcessEnv = {},
): Promise<{ folder: string; printed: string }> {
  const cli = join(app, 'node_modules/@tarojs/cli/bin/taro');
  const { printed, status } = await run(process.execPath, [cli, 'build', '--type', platform], {
    cwd: app,
    env: { ...process.env, NODE_ENV: 'production', TARO_ENV: platform, TARO_COMPILER: compiler, ...env },
  });
  if (status !== 0) throw new Error(`taro build --type ${platform} with ${compiler} failed:\n${printed}`);
  // Moved, because the next build empties the output folder.
  const folder = join(app, 'built', `${platform}-${compiler}`);
  rmSync(folder, { recursive: true, force: true });
  cpSync(join(app, 'dist', platform), folder, { recursive: true });
  return { folder, printed };
}

/** The plugins of the example in the forms that several test files look at. */
const FORMS = { plain: [], plugin: ['taro-modernize'] };

/**
 * The example with or without the plugin, built for production once for all test files of a run.
 * @returns the app, the output folder and the text that the build printed
 */
export async function builtExample(
  form: keyof typeof FORMS,
  platform: Platform,
  compiler: Compiler = 'webpack5',
): Promise<{ app: string; folder: string; printed: string }> {
  const installed = await installExample();
  const name = `shared-${form}-${platform}-${compiler}`;
  const result = join(installed, 'apps', `${name}.json`);
  return exclusively(join(CACHE, `${name}.lock`), async () => {
    if (!existsSync(result)) {
      const app = makeApp(installed, name, FORMS[form], 'example', { minified: true });
      writeFileSync(result, JSON.stringify({ app, ...(await build(app, platform, compiler)) }));
    }
    return JSON.parse(readFileSync(result, 'utf8'));
  });
}

export function run(
  command: string,
  args: readonly string[],
  options: { cwd: string; env?: NodeJS.ProcessEnv },
): Promise<{ printed: string; stdout: string; status: number }> {
  return new Promise((resolve) => {
    execFile(command, args, { ...options, maxBuffer: 1 << 28 }, (error, stdout, stderr) => {
      const status = error ? (typeof error.code === 'number' ? error.code : 1) : 0;
      resolve({ printed: stdout + stderr, stdout, status });
    });
  });
}

/** Relative path → content of all files below a folder. */
export function filesOf(folder: string): Map<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return new Map(
    files.map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return [relative(folder, path).replaceAll('\\', '/'), readFileSync(path, 'utf8')] as const;
    }),
  );
}
