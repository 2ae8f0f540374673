// The tools with which taro-modernize is compared.
import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { installed, ROOT } from './packages.mjs';

const require = createRequire(import.meta.url);
export const { migrations } = require('../../dist/engine/index.js');
export const BIN = join(ROOT, 'dist', 'cli', 'bin.js');
export const TRANSFORM = join(ROOT, 'dist', 'transforms', 'start-record-to-recorder-manager.js');
export const PLAIN_TRANSFORM = join(ROOT, 'bench', 'support', 'plain-transform.cjs');

const EXTENSIONS = 'js,jsx,ts,tsx,mjs,cjs,mts,cts';
const exe = process.platform === 'win32' ? '.exe' : '';
export const apis = migrations.flatMap((migration) => Object.keys(migration.apis));

/** Runs one of our own scripts in Node. */
export function node(name, args, cwd) {
  return { name, command: process.execPath, args, cwd };
}

/** @param {number} calls number of calls to find */
export function ourScan(name, root, calls, args = ['scan']) {
  const rewritten = (stdout) =>
    args.includes('--json')
      ? JSON.parse(stdout).summary.rewritten
      : Number(/\((\d+) to rewrite\)/.exec(stdout)?.[1] ?? 0);
  const check = (stdout) => atLeast(rewritten(stdout), calls, name);
  return { ...node(name, [BIN, ...args, root], root), check };
}

export function bareParse(root, files) {
  const name = 'a bare Babel parse';
  const check = (stdout) => atLeast(Number.parseInt(stdout, 10), files, name);
  return { ...node(name, [join(ROOT, 'bench/support/bare-parse.cjs'), root], root), check };
}

export function walkAndRead(root, files) {
  const name = 'walk and read, nothing else';
  const check = (stdout) => atLeast(Number.parseInt(stdout, 10), files, name);
  return { ...node(name, [join(ROOT, 'bench/support/walk-and-read.cjs'), root], root), check };
}

/** Our transform searches for the names before it parses. */
export function jscodeshift(what, transform, root, files) {
  const name = `jscodeshift, ${what}`;
  const args = [
    require.resolve('jscodeshift/bin/jscodeshift.js'),
    ...['--no-babel', '--parser=tsx', '--dry', `--extensions=${EXTENSIONS}`, '-t', transform, root],
  ];
  // It opens all files at once, and loses some where the system limits open files (EMFILE).
  const check = (stdout) => {
    const counts = [...stdout.matchAll(/(\d+) (?:ok|skipped|unmodified)/g)].map(([, count]) => Number(count));
    atLeast(
      counts.reduce((sum, count) => sum + count, 0),
      files * 0.8,
      name,
    );
  };
  return { ...node(name, args, root), check };
}

/** @returns {import('./measure.mjs').Command[]} empty, with a message, if it cannot be installed */
export function astGrep(root, calls) {
  const name = 'ast-grep scan';
  const rules = ['javascript', 'typescript', 'tsx']
    .map((language) =>
      JSON.stringify({
        id: `deprecated-${language}`,
        language,
        rule: { any: apis.map((api) => ({ pattern: `$O.${api}($$$)` })) },
      }),
    )
    .join('\n---\n');
  const args = ['scan', '--inline-rules', rules, '--json=stream', root];
  const check = (stdout) => atLeast(stdout.trim().split('\n').length, calls, name);
  return withBinary('@ast-grep/cli', '0.51.1', `ast-grep${exe}`, (command) => ({
    name,
    command,
    args,
    cwd: root,
    check,
    // It prints its findings, and exits with 1 only for rules of severity `error`.
    codes: [0, 1],
  }));
}

/** @returns {import('./measure.mjs').Command[]} empty, with a message, if it cannot be installed */
export function ripgrep(root, files) {
  // A scan also searches for the runtimes and their companions.
  const needles = [...apis, 'getRecorderManager', 'taro-modernize'];
  const args = ['-l', '-F', ...needles.flatMap((needle) => ['-e', needle]), root];
  const check = (stdout) => atLeast(stdout.trim().split('\n').length, files, 'rg');
  return withBinary('@vscode/ripgrep', '1.18.0', `bin/rg${exe}`, (command) => ({
    name: 'rg -l (a text search)',
    command,
    args,
    cwd: root,
    check,
  }));
}

function withBinary(name, version, file, commandOf) {
  try {
    const modules = installed(name.replace(/\W+/g, '-'), { [name]: version });
    const [scope, base] = name.split('/');
    const own = readdirSync(join(modules, scope)).find((entry) => entry.startsWith(`${base}-`));
    return [commandOf(join(modules, scope, own, file))];
  } catch (error) {
    console.log(`Without ${name}, which could not be installed: ${String(error.message).split('\n')[0]}\n`);
    return [];
  }
}

function atLeast(found, expected, name) {
  if (!(found >= expected)) throw new Error(`${name} found ${found} instead of ${expected}.`);
}
