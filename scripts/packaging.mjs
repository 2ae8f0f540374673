/**
 * Checks the packed package with attw and publint, installs it into empty folders with npm, pnpm (strict) and yarn,
 * and tries every entry, the transforms and the command with each Node version.
 *
 *   npm run test:packaging
 *   npm run test:packaging -- --node 18,22 --manager pnpm
 *
 * Node itself is installed from npm's `node` package.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { entries, root } from './entries.mjs';

const isWindows = process.platform === 'win32';
const { values } = parseArgs({
  options: {
    node: { type: 'string', default: '18,20,22,24' },
    manager: { type: 'string', default: 'npm,pnpm,yarn' },
  },
});
const { migrations } = createRequire(import.meta.url)('../dist/engine/index.js');
const scratch = mkdtempSync(join(tmpdir(), 'taro-modernize-packaging-'));

/**
 * The commands of the package managers; the tarball is added at the end. pnpm is strict by default: only
 * direct dependencies resolve.
 */
const INSTALL = {
  npm: { tool: 'npm', args: ['install', '--no-audit', '--no-fund'] },
  pnpm: { tool: 'pnpm@9', args: ['add'] },
  yarn: { tool: 'yarn@1.22.22', args: ['add', '--silent', '--no-lockfile'] },
};

/** What a migration finds, with a file that has it. */
function example({ apis, results = {}, markup = [] }) {
  const script = (code) => ['called.ts', `import Taro from '@tarojs/taro'\n\n${code}\n`];
  const [api] = Object.keys(apis);
  if (api) return [api, ...script(`Taro.${api}({})`)];
  const [result] = Object.entries(results);
  if (result) {
    const [from, members] = result;
    const [member] = Object.keys(members);
    return [member, ...script(`Taro.${from}('id').${member}('red')`)];
  }
  const [{ tag, members }] = markup;
  const [{ attribute }] = members;
  return [`${tag}.${attribute}`, 'called.wxml', `<${tag} ${attribute}="red" />\n`];
}

function run(command, args, options = {}) {
  const result = spawnSync(command, args, {
    encoding: 'utf8',
    shell: isWindows,
    timeout: 300_000,
    // In CI, jscodeshift prints colors even to a pipe.
    env: { ...process.env, NO_COLOR: '1' },
    ...options,
  });
  if (result.status !== 0) {
    throw new Error(
      `${command} ${args.join(' ')} exited with ${result.status}\n${result.stdout}${result.stderr}`,
    );
  }
  return result.stdout;
}

/** An empty folder with its own package.json, so that no parent folder counts. */
function emptyFolder(name) {
  const folder = join(scratch, name);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name, private: true }));
  return folder;
}

function install(manager, tarball) {
  const known = INSTALL[manager];
  if (!known) throw new Error(`--manager ${manager}: one of ${Object.keys(INSTALL).join(', ')}`);
  const cwd = emptyFolder(`with-${manager}`);
  const args = [...known.args, tarball, 'jscodeshift@17'];
  if (known.tool === manager) run(manager, args, { cwd });
  else run('npx', ['--yes', known.tool, ...args], { cwd });
  return cwd;
}

/** The `node` binary of a major version. */
function nodeBinary(major) {
  const cwd = emptyFolder(`node-${major}`);
  run('npm', ['install', '--no-audit', '--no-fund', `node@${major}`], { cwd });
  return join(cwd, 'node_modules', 'node', 'bin', isWindows ? 'node.exe' : 'node');
}

const specifiers = entries()
  .filter(([subpath]) => !subpath.includes('*'))
  .map(([subpath]) => `taro-modernize${subpath.slice(1)}`);
/**
 * The runtimes import Taro, and jscodeshift and Taro's own packages are peer dependencies, so these entries
 * are only resolved, not run.
 */
const isLoaded = (specifier) => !/\/runtime\/|\.json$/.test(specifier);

const CHECK = `
const { createRequire } = require('node:module');
const { pathToFileURL } = require('node:url');
const here = createRequire(process.cwd() + '/index.js');
const specifiers = ${JSON.stringify(specifiers)};
const loaded = ${JSON.stringify(specifiers.filter(isLoaded))};
for (const specifier of specifiers) here.resolve(specifier);
for (const specifier of loaded) if (Object.keys(here(specifier)).length === 0) throw new Error(specifier + ' exports nothing');
const { rewrite } = here('taro-modernize/engine');
const { code } = rewrite("import Taro from '@tarojs/taro'\\nTaro.startRecord()\\n", { filename: 'a.ts' });
if (!code.includes('recorder.start()')) throw new Error('the engine did not rewrite:\\n' + code);
`;
const CHECK_ESM = `
for (const specifier of ${JSON.stringify(specifiers.filter(isLoaded))}) {
  if (Object.keys(await import(specifier)).length === 0) throw new Error(specifier + ' exports nothing');
}
`;

function tryOut(folder, node) {
  writeFileSync(join(folder, 'check.cjs'), CHECK);
  writeFileSync(join(folder, 'check.mjs'), CHECK_ESM);
  run(node, ['check.cjs'], { cwd: folder, shell: false });
  run(node, ['check.mjs'], { cwd: folder, shell: false });
  const app = join(folder, 'app');
  mkdirSync(join(app, 'src'), { recursive: true });
  writeFileSync(join(app, 'package.json'), JSON.stringify({ dependencies: { '@tarojs/taro': '4.2.0' } }));
  const page = join(app, 'src', 'page.ts');
  writeFileSync(page, "import Taro from '@tarojs/taro'\n\nTaro.startRecord()\n");
  const installed = join(folder, 'node_modules');
  const transforms = join(installed, 'taro-modernize', 'dist', 'transforms');
  const jscodeshift = join(installed, 'jscodeshift', 'bin', 'jscodeshift.js');
  for (const migration of migrations) {
    const { name } = migration;
    const [api, file, text] = example(migration);
    const called = join(app, file);
    writeFileSync(called, text);
    const transform = join(transforms, `${name}.js`);
    const args = ['--no-babel', '--parser=ts', '--extensions=ts,wxml', '--dry', '-t', transform, called];
    const printed = run(node, [jscodeshift, ...args], { cwd: folder, shell: false });
    // An API that only one host has deprecated is ignored on Taro.
    if (!new RegExp(`^${api}: (rewritten|manual|ignored)`, 'm').test(printed))
      throw new Error(`${name} did not find ${api}:\n${printed}`);
    rmSync(called);
  }
  const cli = join(folder, 'node_modules', 'taro-modernize', 'dist', 'cli', 'bin.js');
  run(node, [cli, '--yes', '--no-types', 'src'], { cwd: app, shell: false });
  const code = readFileSync(page, 'utf8');
  if (!code.includes('recorder.start()')) throw new Error(`the command did not rewrite:\n${code}`);
  rmSync(app, { recursive: true });
}

try {
  const packed = JSON.parse(
    run('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', scratch], { cwd: root }),
  );
  const tarball = join(scratch, packed[0].filename);
  // Which file each entry resolves to, and with which types, in every resolution mode of TypeScript and Node.
  run('npx', ['attw', '--no-emoji', tarball], { cwd: root });
  run('npx', ['publint', '--strict', tarball], { cwd: root });
  console.log(`${packed[0].filename}: ${packed[0].size} bytes packed, ${packed[0].unpackedSize} unpacked`);
  const nodes = values.node.split(',').map((major) => [major, nodeBinary(major)]);
  for (const manager of values.manager.split(',')) {
    const folder = install(manager, tarball);
    for (const [major, node] of nodes) {
      tryOut(folder, node);
      console.log(`ok: ${manager}, Node ${run(node, ['--version'], { shell: false }).trim()} (${major})`);
    }
  }
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
