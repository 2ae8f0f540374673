// How fast a scan is, side by side in one run with a plain text search and with other codemod tools.
//   npm run bench                  all of it, several minutes (jscodeshift takes most of them)
//   npm run bench -- --quick       without jscodeshift
//   npm run bench -- --rounds=15   more rounds; the default is 9
// What it needs is installed into .cache/bench when it first runs.
import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { inTurn, median, peakMemory } from './support/measure.mjs';
import { installed, ROOT } from './support/packages.mjs';
import { repeatedTree, sizeOf, sourceTree, taroTree } from './support/trees.mjs';

const require = createRequire(import.meta.url);
const { migrations } = require('../dist/engine/index.js');
const BIN = join(ROOT, 'dist', 'cli', 'bin.js');
const COUNT = 20_000;
const quick = process.argv.includes('--quick');
const rounds = Number(
  /^--rounds=(\d+)$/.exec(process.argv.find((arg) => arg.startsWith('--rounds=')) ?? '')?.[1] ?? 9,
);

const tools = installed('tools', { '@vscode/ripgrep': '1.18.0', '@ast-grep/cli': '0.51.1' });
const binary = (scope, name, file) => {
  const own = readdirSync(join(tools, scope)).find((entry) => entry.startsWith(`${name}-`));
  return join(tools, scope, own, file);
};
const exe = process.platform === 'win32' ? '.exe' : '';
const rg = binary('@vscode', 'ripgrep', `bin/rg${exe}`);
const astGrep = binary('@ast-grep', 'cli', `ast-grep${exe}`);

const tree = sourceTree(COUNT);
const apis = migrations.flatMap((migration) => Object.keys(migration.apis));
// A scan looks for the runtimes and their companions as well.
const needles = [...apis, 'getRecorderManager', 'taro-modernize'];
const rules = ['javascript', 'typescript', 'tsx']
  .map((language) =>
    JSON.stringify({
      id: `deprecated-${language}`,
      language,
      rule: { any: apis.map((api) => ({ pattern: `$O.${api}($$$)` })) },
    }),
  )
  .join('\n---\n');
const EXTENSIONS = 'js,jsx,ts,tsx,mjs,cjs,mts,cts';
const planted = COUNT / 1000;

const self = 'taro-modernize scan';
const scanning = (root) => ({
  name: self,
  command: process.execPath,
  args: [BIN, 'scan', '--json', root],
  cwd: root,
  check: (stdout) => atLeast(JSON.parse(stdout).summary.rewritten, planted * 2, self),
});
const searching = (root) => ({
  name: 'rg -l (a text search)',
  command: rg,
  args: ['-l', '-F', ...needles.flatMap((needle) => ['-e', needle]), root],
  cwd: root,
  check: (stdout) => atLeast(stdout.trim().split('\n').length, planted, 'rg'),
});
const commands = [
  scanning(tree),
  searching(tree),
  {
    name: 'ast-grep scan',
    command: astGrep,
    args: ['scan', '--inline-rules', rules, '--json=stream', tree],
    check: (stdout) => atLeast(stdout.trim().split('\n').length, planted * 2, 'ast-grep'),
  },
  jscodeshift('our transform', join(ROOT, 'dist', 'transforms', 'start-record-to-recorder-manager.js'), 3),
  // Minutes for a round, and the difference is in no need of a median.
  jscodeshift('a transform that parses every file', join(ROOT, 'bench/support/plain-transform.cjs'), rounds),
].map((command) => ({ cwd: tree, ...command }));

function jscodeshift(what, transform, every) {
  const name = `jscodeshift, ${what}`;
  return {
    name,
    command: process.execPath,
    args: [
      require.resolve('jscodeshift/bin/jscodeshift.js'),
      ...['--no-babel', '--parser=tsx', '--dry', `--extensions=${EXTENSIONS}`],
      ...['-t', transform, tree],
    ],
    every,
    // It opens all files at once, and loses a few where the system allows fewer (EMFILE).
    check: (stdout) => atLeast(Number(/(\d+) ok/.exec(stdout)?.[1]), planted * 0.8, name),
  };
}

function atLeast(found, expected, name) {
  if (!(found >= expected)) throw new Error(`${name} found ${found}, but ${expected} calls were planted.`);
}

const { files, bytes } = sizeOf(tree);
console.log(
  `${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB, ${process.platform}, Node ${process.version}; ${files} source files, ${(bytes / 1e6).toFixed(0)} MB, ${planted} with calls; warm file cache, medians of ${rounds} rounds in turn\n`,
);

const chosen = commands.filter(({ every }) => !(every && quick));
printTable(COUNT, inTurn(chosen, rounds, searching(tree)));

const TIMES = 5;
const large = repeatedTree(COUNT, TIMES);
printTable(COUNT * TIMES, inTurn([scanning(large), searching(large)], rounds, searching(large)));

const taro = taroTree(1000);
const starts = inTurn(
  [
    { name: 'node -e 0', command: process.execPath, args: ['-e', '0'], cwd: tree },
    { name: '--help', command: process.execPath, args: [BIN, '--help'], cwd: tree },
    { name: 'scan', command: process.execPath, args: [BIN, 'scan'], cwd: taro },
    { name: '--dry-run', command: process.execPath, args: [BIN, '--dry-run'], cwd: taro },
  ],
  rounds * 2,
);
const start = median(starts.get('node -e 0'));
const help = median(starts.get('--help'));
console.log('| start | time | ratio |\n|---|---:|---:|');
console.log(`| \`node -e 0\` | ${ms(start)} | 1 |`);
console.log(`| \`taro-modernize --help\` | ${ms(help)} | ${(help / start).toFixed(2)} |`);

console.log('\n| a Taro project of 1,000 files | time |\n|---|---:|');
for (const name of ['scan', '--dry-run']) {
  console.log(`| \`taro-modernize ${name}\` | ${ms(median(starts.get(name)))} |`);
}

console.log('\n| files | peak memory |\n|---:|---:|');
for (const count of [1000, 5000, COUNT]) {
  const root = sourceTree(count);
  const values = [1, 2, 3].map(() => peakMemory(BIN, ['scan', '--json', root], root));
  console.log(`| ${count.toLocaleString('en')} | ${median(values).toFixed(0)} MiB |`);
}

function printTable(count, times) {
  const own = median(times.get(self));
  console.log(`| ${count.toLocaleString('en')} files | time | ratio |\n|---|---:|---:|`);
  for (const [name, values] of times) {
    console.log(`| ${name} | ${seconds(median(values))} | ${(median(values) / own).toFixed(2)} |`);
  }
  console.log();
}

function seconds(value) {
  return `${(value / 1000).toFixed(2)} s`;
}

function ms(value) {
  return `${value.toFixed(0)} ms`;
}
