import processes from 'node:child_process';
import { syncBuiltinESMExports } from 'node:module';

type Start = (command: string, ...rest: unknown[]) => unknown;

const functions = processes as unknown as Record<string, Start>;

/** Tests that a person waits for start no process, except git, which the command asks for changed files. */
function guard(start: Start): Start {
  return function guarded(command, ...rest) {
    if (command === 'git') return start(command, ...rest);
    throw new Error(`This test starts ${command}: give its file the suffix .process.test.ts.`);
  };
}

for (const name of ['exec', 'execFile', 'execFileSync', 'execSync', 'fork', 'spawn', 'spawnSync']) {
  const start = functions[name]!;
  // The files of a process share its modules.
  if (start.name !== 'guarded') functions[name] = guard(start);
}
syncBuiltinESMExports();
