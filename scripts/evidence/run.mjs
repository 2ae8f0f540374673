import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { kindOf } from './kind.mjs';
import { syntaxErrors } from './syntax.mjs';
import { newTypeErrors } from './types.mjs';

const BIN = fileURLToPath(new URL('../../dist/cli/bin.js', import.meta.url));
const ALL = ['--only', 'default,choose-image-to-choose-media'];

/**
 * Migrates a copy of a checkout, twice.
 * @param types the folder of installed types; `undefined` leaves out the comparison of type errors
 */
export function resultOf(checkout, types) {
  // Outside the repository, whose ignore rules would apply.
  const parent = mkdtempSync(join(tmpdir(), 'evidence-'));
  const copy = join(parent, 'app');
  try {
    cpSync(checkout, copy, {
      recursive: true,
      verbatimSymlinks: true,
      filter: (path) => !['.git', 'node_modules'].includes(basename(path)),
    });
    const scan = modernize(copy, ['scan']);
    const comparison = types && newTypeErrors(copy, changedIn(scan), types);

    const run = modernize(copy, ['migrate', '--yes']);
    if (JSON.stringify(countsOf(run)) !== JSON.stringify(countsOf(scan)))
      throw new Error(`${checkout}: the run differs from the scan`);
    // A scan leaves out the files that only get TODO comments.
    const changed = changedIn(run);
    const newSyntaxErrors = syntaxErrors(copy, changed) - syntaxErrors(checkout, changed);
    const tsc = comparison?.after();

    const again = modernize(copy, ['migrate', '--yes']);
    return {
      kind: kindOf(checkout),
      scanned: run.summary.scanned,
      changed: changed.length,
      errors: run.summary.errors,
      findings: countsOf(run),
      syntaxErrors: newSyntaxErrors,
      secondRun: again.summary.changed,
      ...(tsc && { tsc }),
    };
  } finally {
    rmSync(parent, { recursive: true, force: true });
  }
}

function modernize(cwd, args) {
  const { stdout, stderr, status } = spawnSync(process.execPath, [BIN, ...args, '.', '--json', ...ALL], {
    cwd,
    encoding: 'utf8',
    maxBuffer: 2 ** 29,
  });
  // 1: a file could not be read, which the result counts.
  if (status > 1) throw new Error(`${cwd}: taro-modernize exited with ${status}\n${stderr}`);
  return JSON.parse(stdout);
}

const changedIn = ({ files }) => files.filter(({ changed }) => changed).map(({ path }) => path);

/** Finding code → how many findings, sorted. */
function countsOf({ files }) {
  const counts = {};
  for (const { code } of files.flatMap(({ findings }) => findings)) counts[code] = (counts[code] ?? 0) + 1;
  return Object.fromEntries(Object.entries(counts).sort(([one], [other]) => (one < other ? -1 : 1)));
}
