// Shows the codemod on a copy of the example app, or with --build the Taro plugin. Each command is printed before it
// runs, so that users can type it in their own project. Of its output, only what a newcomer needs is shown.
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { copyExample } from './example-copy.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const bin = join(root, 'dist', 'cli', 'bin.js');
run(process.execPath, ['scripts/build.mjs'], root);

const copy = copyExample();
console.log(`A legacy Taro app, copied to ${copy}\n`);
if (process.argv.includes('--build')) build();
else migrate();

function migrate() {
  for (const page of ['press-to-talk', 'nav-bar'])
    modernize(['--dry-run', `src/pages/${page}`], (lines) => lines.slice(0, lines.indexOf('--- /dev/null')));
  modernize(['--yes'], (lines) =>
    lines.filter((line) => /^(Changed|\d+ files changed|getSystemInfo:)/.test(line)),
  );
  modernize(['--check'], (lines) => lines.filter((line) => /^\d+ files? to change/.test(line)));
  console.log(`What it did
  git -C ${copy} diff       the changes
  git -C ${copy} status     the runtimes that it copied to src/taro-modernize/
  git -C ${copy} stash -u   undoes them
Build another copy with Taro and the plugin instead, which leaves the sources unchanged: npm run demo -- --build
Try it in your project: npx taro-modernize --dry-run`);
}

/** Builds the copy for WeChat with the plugin in its configuration. */
function build() {
  const config = join(copy, 'config', 'index.ts');
  writeFileSync(config, readFileSync(config, 'utf8').replace('plugins: []', "plugins: ['taro-modernize']"));
  console.log('config/index.ts: plugins: []  →  plugins: ["taro-modernize"]\n');
  for (const command of [
    'npm ci --no-audit --no-fund',
    // In your project: npm install --save-dev taro-modernize
    `npm install --no-save --no-audit --no-fund ${root}`,
    'npx taro build --type weapp',
  ]) {
    console.log(`$ ${command}`);
    const { status } = spawnSync(command, { cwd: copy, stdio: 'inherit', shell: true });
    if (status !== 0) throw new Error(`${command} exited with ${status}: see its output above`);
  }
  console.log(`\nThe built app: ${join(copy, 'dist', 'weapp')}`);
}

/** Runs the built command under the name that users type, and prints the lines that `pick` takes. */
function modernize(args, pick) {
  console.log(`$ npx taro-modernize ${args.join(' ')}`);
  const printed = run(process.execPath, [bin, ...args, '--lang', 'en'], copy);
  console.log(pick(printed.split('\n')).join('\n'));
  console.log();
}

function run(command, args, cwd) {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} exited with ${status}\n${stdout}${stderr}`);
  return stdout;
}
