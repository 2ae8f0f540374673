// The cost of a scan with few hits: 20,000 and 100,000 real source files, with a call in every thousandth.
import { inTurn, peakMemory, printTable, printTimes } from './support/measure.mjs';
import * as tools from './support/tools.mjs';
import { nativeTree, repeatedTree, sizeOf, sourceTree, taroTree } from './support/trees.mjs';

const COUNT = 20_000;
const TIMES = 5;
const planted = COUNT / 1000;
const TEMPLATES = 4000;

export function search({ rounds }) {
  const missing = sourceTree(COUNT, 0);
  printTimes(
    `${COUNT} files, none with calls`,
    inTurn([tools.walkAndRead(missing, COUNT), tools.ourScan('scan', missing, 0)], rounds),
  );
  const tree = sourceTree(COUNT);
  const { files, bytes } = sizeOf(tree);
  printTimes(
    `${files} files, ${(bytes / 1e6).toFixed(0)} MB, ${planted} with calls`,
    inTurn(
      [...searching(tree, 1), ...tools.astGrep(tree, planted * 2).map((one) => ({ ...one, every: 3 }))],
      rounds,
    ),
  );
  const large = repeatedTree(COUNT, TIMES);
  printTimes(`${files * TIMES} files`, inTurn(searching(large, TIMES), rounds));
  for (const old of [0, TEMPLATES / 1000]) {
    const native = nativeTree(COUNT, TEMPLATES, old);
    printTimes(
      `${COUNT} files, ${TEMPLATES} of them templates, ${old} with deprecated attributes`,
      inTurn([tools.walkAndRead(native, COUNT), tools.ourScan('scan', native, 0)], rounds),
    );
  }
  const taro = taroTree(1000);
  printTimes(
    'a Taro project of 1,000 files',
    inTurn(
      ['scan', '--dry-run'].map((arg) => tools.node(arg, [tools.BIN, arg], taro)),
      rounds,
    ),
  );
  const rows = [1000, 5000, COUNT].map((count) => {
    const root = sourceTree(count);
    return [
      count.toLocaleString('en'),
      `${peakMemory(tools.BIN, ['scan', '--json', root], root).toFixed(0)} MiB`,
    ];
  });
  printTable(['files', 'peak memory'], rows);
}

function searching(tree, times) {
  return [
    tools.walkAndRead(tree, COUNT * times),
    tools.ourScan('scan', tree, planted * 2 * times),
    ...tools.ripgrep(tree, planted * times),
  ];
}

export function start({ rounds }) {
  const tree = sourceTree(1000);
  const commands = [
    tools.node('node -e 0', ['-e', '0'], tree),
    tools.node('--help', [tools.BIN, '--help'], tree),
    tools.node('--version', [tools.BIN, '--version'], tree),
    tools.node('list', [tools.BIN, 'list'], tree),
  ];
  printTimes('start', inTurn(commands, rounds * 4));
}

/** A round takes minutes, because most transforms open and parse every file. */
export function jscodeshift({ rounds }) {
  const tree = sourceTree(COUNT);
  const commands = [
    tools.ourScan('scan', tree, planted * 2),
    { ...tools.jscodeshift('our transform', tools.TRANSFORM, tree, COUNT), every: 3 },
    { ...tools.jscodeshift('a plain transform', tools.PLAIN_TRANSFORM, tree, COUNT), every: rounds },
  ];
  printTimes(`${COUNT} files`, inTurn(commands, rounds));
}
