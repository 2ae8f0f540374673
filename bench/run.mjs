// Benchmarks: all results are multiples of those in the first row, measured in turn in one run.
//   npm run bench                         everything that needs only npm, about ten minutes
//   npm run bench -- hits memory          some of it, by name; `jscodeshift` and `build` only run by name
//   npm run bench -- --rounds=15          more rounds; the default is 7
// Missing packages are installed into .cache/bench on the first run. Read the CPU times on a busy machine.
import { build, loader } from './build.mjs';
import { eslint } from './eslint.mjs';
import { bundle, hits, memory } from './hits.mjs';
import { jscodeshift, search, start } from './search.mjs';
import { shapes } from './shapes.mjs';
import { machine } from './support/measure.mjs';
import { types } from './types.mjs';

const BENCHES = { hits, memory, bundle, search, start, types, loader, eslint, shapes, jscodeshift, build };
const USUAL = ['hits', 'memory', 'bundle', 'search', 'start', 'types', 'loader', 'eslint', 'shapes'];

const args = process.argv.slice(2);
const numberOf = (name, fallback) =>
  Number(args.find((arg) => arg.startsWith(`--${name}=`))?.split('=')[1] ?? fallback);
const named = args.filter((arg) => !arg.startsWith('--'));
const unknown = named.filter((name) => !(name in BENCHES));
if (unknown.length > 0)
  throw new Error(`Unknown: ${unknown.join(', ')}. Available: ${Object.keys(BENCHES).join(', ')}.`);

const options = { rounds: numberOf('rounds', 7), count: numberOf('count', 1000) };
console.log(`${machine()}; warm file cache, medians of ${options.rounds} rounds in turn\n`);
for (const name of named.length > 0 ? named : USUAL) await BENCHES[name](options);
