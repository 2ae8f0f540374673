// Shows the codemod on a copy of the example app: what would change, the change itself, and what is left.
// Every command is printed before it runs, so that it can be typed in one's own project.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';
import { copyExample } from './example-copy.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const bin = join(root, 'dist', 'cli', 'bin.js');
const copy = copyExample();

title(`A legacy Taro app, copied to ${copy}`);
title('What would change, as a diff (the runtime that is copied along is left out here)');
modernize(['--dry-run'], withoutRuntime);
title('The change');
modernize(['--yes']);
title('Run it again: nothing more to do');
modernize(['--check']);
run('git', ['status', '--short'], 'inherit');
console.log(`
The migrated app is in ${copy}
  git -C ${copy} diff       what was changed
  git -C ${copy} stash -u   undo it`);

/** Runs the built bin under the name that users type. */
function modernize(args, show) {
  console.log(`$ npx taro-modernize ${args.filter((arg) => arg !== '--no-color').join(' ')}`);
  const { stdout, stderr, status } = spawnSync(process.execPath, [bin, ...args], {
    cwd: copy,
    encoding: 'utf8',
  });
  process.stdout.write(show ? show(stdout) : stdout);
  process.stdout.write(stderr);
  // 1 is an answer too: something is left to do by hand.
  if (status === null || status > 1) throw new Error(`taro-modernize ended with ${status}`);
  if (status === 1) console.log('(exit code 1: something is left to do by hand)');
}

/** The diff is a part per file; a new file's begins with /dev/null. */
function withoutRuntime(diff) {
  let shown = true;
  const lines = diff.split('\n').filter((line) => {
    const text = stripVTControlCharacters(line);
    if (text.startsWith('--- ')) shown = text !== '--- /dev/null';
    return shown;
  });
  return lines.join('\n');
}

function run(command, args, stdio = 'ignore') {
  if (stdio === 'inherit') console.log(`$ ${command} ${args.join(' ')}`);
  const { error, status } = spawnSync(command, args, { cwd: copy, stdio });
  if (error || status !== 0)
    throw new Error(`${command} ${args.join(' ')} failed: ${error?.message ?? status}`);
}

function title(text) {
  console.log(`\n── ${text}\n`);
}
