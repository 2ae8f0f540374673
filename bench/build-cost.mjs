// What the plugin costs a build: an app of 450 modules is built in turn with and without it, and the loader is run over
// the texts of its modules alone. Usage: npm run build && node bench/build-cost.mjs [pairs]
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { median } from './support/measure.mjs';

const MODULES = 450;
const PAIRS = Number(process.argv[2] ?? 15);
const root = fileURLToPath(new URL('..', import.meta.url));
const example = join(root, 'examples/legacy-recorder');

const installed = install();
const app = join(installed, 'apps/bench');
generate();

const { default: loader } = createRequire(import.meta.url)(join(root, 'dist/integrations/webpack-loader.js'));
const texts = readdirSync(join(app, 'src/generated')).map((name) => [
  name,
  readFileSync(join(app, 'src/generated', name), 'utf8'),
]);
const bytes = texts.reduce((sum, [, text]) => sum + text.length, 0);
const rounds = [];
for (let round = 0; round < 60; round++) {
  const start = process.hrtime.bigint();
  for (const [name, text] of texts) {
    const context = {
      resourcePath: join(app, 'src/generated', name),
      getOptions: () => ({}),
      callback: () => {},
    };
    loader.call(context, text);
  }
  rounds.push(Number(process.hrtime.bigint() - start) / 1000 / texts.length);
}
console.log(`${cpus().length} × ${cpus()[0].model}, Node ${process.version}`);
console.log(
  `A module without a hit (${texts.length} of them, ${Math.round(bytes / texts.length)} characters each):`,
);
console.log(
  `  ${median(rounds).toFixed(1)} µs, median of ${rounds.length} rounds; the best ${Math.min(...rounds).toFixed(1)} µs`,
);

build(false);
build(true);
const pairs = [];
for (let pair = 0; pair < PAIRS; pair++) {
  // The order changes, so that what slows the machine down slows both.
  const order = pair % 2 ? [true, false] : [false, true];
  const [first, second] = order.map(build);
  const [without, withPlugin] = order[0] ? [second, first] : [first, second];
  pairs.push({ wall: withPlugin.wall / without.wall, cpu: withPlugin.cpu / without.cpu });
  console.log(
    `  without ${shown(without)}, with ${shown(withPlugin)}: ratio ${pairs.at(-1).wall.toFixed(3)} (CPU ${pairs.at(-1).cpu.toFixed(3)})`,
  );
}
console.log(
  `taro build --type weapp, ${MODULES} modules, with the plugin : without, median of ${PAIRS} pairs:`,
);
console.log(
  `  time ${median(pairs.map(({ wall }) => wall)).toFixed(3)}, CPU time ${median(pairs.map(({ cpu }) => cpu)).toFixed(3)}`,
);

/** Installs the example's packages, where the end-to-end tests have them too, and the built package into them. */
function install() {
  const lock = readFileSync(join(example, 'package-lock.json'));
  const folder = join(root, '.cache/e2e', createHash('sha256').update(lock).digest('hex').slice(0, 12));
  mkdirSync(folder, { recursive: true });
  if (!existsSync(join(folder, '.installed'))) {
    for (const file of ['package.json', 'package-lock.json']) cpSync(join(example, file), join(folder, file));
    execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
      cwd: folder,
      stdio: 'inherit',
    });
    writeFileSync(join(folder, '.installed'), '');
  }
  const packed = execFileSync('npm', ['pack', '--ignore-scripts', '--json', '--pack-destination', folder], {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const tarball = join(folder, JSON.parse(packed)[0].filename);
  rmSync(join(folder, 'node_modules/taro-modernize'), { recursive: true, force: true });
  const args = ['install', '--no-save', '--ignore-scripts', '--no-audit', '--no-fund', tarball];
  execFileSync('npm', args, { cwd: folder, stdio: 'ignore' });
  return folder;
}

/** The example with hundreds of components more, which one page uses. */
function generate() {
  rmSync(app, { recursive: true, force: true });
  cpSync(example, app, {
    recursive: true,
    filter: (path) => !/node_modules|dist$/.test(path.slice(example.length)),
  });
  symlinkSync(join(installed, 'node_modules'), join(app, 'node_modules'), 'junction');
  const config = join(app, 'config/index.ts');
  writeFileSync(
    config,
    readFileSync(config, 'utf8').replace(
      'plugins: []',
      "plugins: process.env.BENCH_PLUGIN ? ['taro-modernize'] : []",
    ),
  );
  mkdirSync(join(app, 'src/generated'));
  const names = Array.from({ length: MODULES }, (_, index) => `Card${index}`);
  for (const name of names) writeFileSync(join(app, 'src/generated', `${name}.tsx`), component(name));
  writeFileSync(
    join(app, 'src/pages/index/index.tsx'),
    `${names.map((name) => `import ${name} from '../../generated/${name}'`).join('\n')}
export default function Index() {
  return <>{[${names.join(', ')}].map((Card, index) => <Card key={index} title='card' />)}</>
}
`,
  );
  // Workers report what their process has used: counted once, by its main thread.
  const hook = `const { appendFileSync } = require('node:fs')
if (require('node:worker_threads').isMainThread) process.on('exit', () => {
  const { user, system } = process.cpuUsage()
  appendFileSync(process.env.BENCH_CPU, \`\${(user + system) / 1e6}\\n\`)
})
`;
  writeFileSync(join(app, 'cpu.cjs'), hook);
}

function component(name) {
  const handlers = Array.from(
    { length: 8 },
    (_, index) => `  const onTap${index} = useCallback(async () => {
    const { data } = await Taro.request({ url: 'https://example.com/${name}/${index}', data: { id: ${index}, title } })
    if (!data) return Taro.showToast({ title: '网络错误', icon: 'none' })
    setItems(previous => previous.concat(data as Item))
  }, [title])`,
  );
  const buttons = Array.from(
    { length: 8 },
    (_, index) => `      <View className='btn' onClick={onTap${index}}>第 ${index} 个</View>`,
  );
  return `import { useCallback, useState } from 'react'
import Taro from '@tarojs/taro'
import { View, Text } from '@tarojs/components'

interface Item { id: number; title: string }

export default function ${name}({ title }: { title: string }) {
  const [items, setItems] = useState<Item[]>([])
${handlers.join('\n')}
  return (
    <View className='${name.toLowerCase()}'>
      <Text>{title}</Text>
${buttons.join('\n')}
      {items.map(item => <Text key={item.id}>{item.title}</Text>)}
    </View>
  )
}
`;
}

/** @returns wall and CPU time in seconds. */
function build(withPlugin) {
  const cpuFile = join(app, 'cpu.txt');
  rmSync(cpuFile, { force: true });
  const env = { ...process.env, NODE_ENV: 'production', TARO_COMPILER: 'webpack5', BENCH_CPU: cpuFile };
  env.NODE_OPTIONS = `--require=${join(app, 'cpu.cjs')}`;
  if (withPlugin) env.BENCH_PLUGIN = '1';
  else delete env.BENCH_PLUGIN;
  const cli = join(app, 'node_modules/@tarojs/cli/bin/taro');
  const start = Date.now();
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, 'build', '--type', 'weapp'], {
    cwd: app,
    env,
    encoding: 'utf8',
  });
  const wall = (Date.now() - start) / 1000;
  if (status !== 0) throw new Error(`taro build failed:\n${stdout}${stderr}`);
  const cpu = readFileSync(cpuFile, 'utf8')
    .trim()
    .split('\n')
    .reduce((sum, line) => sum + Number(line), 0);
  return { wall, cpu };
}

function shown({ wall, cpu }) {
  return `${wall.toFixed(1)} s (CPU ${cpu.toFixed(1)} s)`;
}
