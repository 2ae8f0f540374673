// The cost of files that hit: 1,000 React pages of 5 kB with three calls each.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { canPin, inTurn, peakMemory, printTable, printTimes } from './support/measure.mjs';
import * as tools from './support/tools.mjs';
import { bundleTree, freshCopy, pagesTree, sizeOf } from './support/trees.mjs';

const CALLS = 3;

/** Time: a scan and a run that writes, compared with parsing the same files. */
export function hits({ rounds, count }) {
  const tree = pagesTree(count);
  const { bytes } = sizeOf(tree);
  const kb = (bytes / count / 1000).toFixed(1);
  for (const cores of [1, 2].filter(canPin)) {
    const copy = `${tree}-copy`;
    const commands = [
      tools.bareParse(tree, count),
      ...tools.astGrep(tree, count * CALLS),
      tools.ourScan('scan', tree, count * CALLS),
      tools.ourScan('scan --json, whose edits are read back', tree, count * CALLS, ['scan', '--json']),
      tools.ourScan('scan, with an HTML report', tree, count * CALLS, [
        ...['scan', '--json', '--report', join(tree, '..', 'report.html')],
      ]),
      {
        ...tools.ourScan('--yes', copy, count * CALLS, ['--yes', '--json', '--allow-dirty']),
        before: () => freshCopy(tree),
      },
      { ...tools.jscodeshift('our transform', tools.TRANSFORM, tree, count), every: 3 },
      { ...tools.jscodeshift('a plain transform', tools.PLAIN_TRANSFORM, tree, count), every: 3 },
    ];
    const pinned = commands.map((command) => ({ ...command, cores }));
    printTimes(
      `${count} pages of ${kb} kB, ${cores === 1 ? 'one core' : `${cores} cores`}`,
      inTurn(pinned, rounds),
    );
    rmSync(copy, { recursive: true, force: true });
  }
}

/** Memory: it must not grow with the number of files that hit. */
export function memory() {
  const forms = {
    scan: ['scan'],
    'scan --json': ['scan', '--json'],
    'scan --json, SARIF, HTML': ['scan', '--json'],
  };
  const rows = [1000, 4000, 10_000].map((count) => {
    const tree = pagesTree(count);
    const reports = ['report.sarif', 'report.html'].flatMap((name) => ['--report', join(tree, '..', name)]);
    return [
      count.toLocaleString('en'),
      ...Object.entries(forms).map(([name, args]) => {
        const all = name.includes('HTML') ? [...args, ...reports] : args;
        return `${peakMemory(tools.BIN, [...all, tree], tree).toFixed(0)} MiB`;
      }),
    ];
  });
  printTable(['files that hit, peak memory', ...Object.keys(forms)], rows);
}

/** Obvious build output with two calls. */
export function bundle({ rounds }) {
  for (const megabytes of [1, 2.2]) {
    const tree = bundleTree(megabytes);
    const times = inTurn([tools.bareParse(tree, 1), tools.ourScan('scan', tree, 2)], rounds);
    printTimes(`a minified bundle of ${(sizeOf(tree).bytes / 1e6).toFixed(1)} MB, two calls`, times);
  }
}
