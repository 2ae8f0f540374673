// The cost of the plugin in a build: builds an app of 400 components in turn with and without it, with
// webpack5 and Vite, first with calls in every component and then without any. Installs the packages of the
// example.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { inTurn, median, printTable, printTimes } from './support/measure.mjs';
import { ROOT } from './support/packages.mjs';
import { write } from './support/trees.mjs';

const MODULES = 400;
const MODULE_BYTES = 12_000;
const example = join(ROOT, 'examples', 'legacy-recorder');

export function build({ rounds }) {
  const installed = install();
  for (const hits of [true, false]) {
    const app = generate(installed, hits);
    for (const compiler of ['webpack5', 'vite']) {
      const title = `taro build --type weapp, ${compiler}, ${MODULES} modules ${hits ? 'that all hit' : 'without a hit'}`;
      const commands = [building(app, compiler, false), building(app, compiler, true)];
      printTimes(title, inTurn(commands, rounds));
    }
  }
}

/** The time of the webpack loader for a module that names no API, with all migrations enabled. */
export function loader() {
  const { default: load } = createRequire(import.meta.url)('../dist/integrations/webpack-loader.js');
  const texts = Array.from({ length: MODULES }, (_, i) => {
    const text = component(`Card${i}`, false);
    return text.repeat(Math.ceil(MODULE_BYTES / text.length)).slice(0, MODULE_BYTES);
  });
  const rounds = [];
  for (let round = 0; round < 60; round++) {
    const start = process.cpuUsage();
    for (const [i, text] of texts.entries()) {
      load.call(
        { resourcePath: join(ROOT, `src/Card${i}.tsx`), getOptions: () => ({}), callback: () => {} },
        text,
      );
    }
    const { user, system } = process.cpuUsage(start);
    rounds.push((user + system) / texts.length);
  }
  printTable(
    [`a module of ${MODULE_BYTES / 1000} kB that names no API`, 'median', 'best'],
    [['webpack loader', `${median(rounds).toFixed(1)} µs`, `${Math.min(...rounds).toFixed(1)} µs`]],
  );
}

function building(app, compiler, withPlugin) {
  const env = { NODE_ENV: 'production', TARO_COMPILER: compiler, BENCH_PLUGIN: withPlugin ? '1' : '' };
  return {
    name: withPlugin ? 'with the plugin' : 'without',
    command: process.execPath,
    args: [join(app, 'node_modules/@tarojs/cli/bin/taro'), 'build', '--type', 'weapp'],
    cwd: app,
    env,
    before: () => {
      for (const name of ['dist', 'node_modules/.cache'])
        rmSync(join(app, name), { recursive: true, force: true });
    },
    check: () => {
      if (!existsSync(join(app, 'dist/weapp/app.json'))) throw new Error('The build wrote nothing.');
    },
  };
}

/** Installs the example's packages, in the same cache as the end-to-end tests, and then the built package. */
function install() {
  const lock = readFileSync(join(example, 'package-lock.json'));
  const folder = join(ROOT, '.cache/e2e', createHash('sha256').update(lock).digest('hex').slice(0, 12));
  mkdirSync(folder, { recursive: true });
  if (!existsSync(join(folder, '.installed'))) {
    for (const file of ['package.json', 'package-lock.json', '.npmrc'])
      cpSync(join(example, file), join(folder, file));
    execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
      cwd: folder,
      stdio: 'inherit',
    });
    writeFileSync(join(folder, '.installed'), '');
  }
  const packed = execFileSync('npm', ['pack', '--ignore-scripts', '--json', '--pack-destination', folder], {
    cwd: ROOT,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const tarball = join(folder, JSON.parse(packed)[0].filename);
  rmSync(join(folder, 'node_modules/taro-modernize'), { recursive: true, force: true });
  const args = ['install', '--no-save', '--ignore-scripts', '--no-audit', '--no-fund', tarball];
  execFileSync('npm', args, { cwd: folder, stdio: 'ignore' });
  return folder;
}

/** The example with hundreds of additional components, which one page uses. */
function generate(installed, hits) {
  const app = join(installed, 'apps', hits ? 'bench-hits' : 'bench');
  rmSync(app, { recursive: true, force: true });
  cpSync(example, app, {
    recursive: true,
    filter: (path) => !/node_modules|dist$/.test(path.slice(example.length)),
  });
  symlinkSync(join(installed, 'node_modules'), join(app, 'node_modules'), 'junction');
  // Without the pages with component libraries, which would take most of the time.
  const pages = join(app, 'src/app.config.ts');
  writeFileSync(pages, readFileSync(pages, 'utf8').replace(/ {2}subPackages: \[[\s\S]*?\n {2}\],\n/, ''));
  const config = join(app, 'config/index.ts');
  writeFileSync(
    config,
    readFileSync(config, 'utf8').replace(
      'plugins: []',
      "plugins: process.env.BENCH_PLUGIN ? ['taro-modernize'] : []",
    ),
  );
  const names = Array.from({ length: MODULES }, (_, index) => `Card${index}`);
  for (const name of names) write(join(app, 'src/generated', `${name}.tsx`), component(name, hits));
  write(
    join(app, 'src/pages/index/index.tsx'),
    `${names.map((name) => `import ${name} from '../../generated/${name}'`).join('\n')}
export default function Index() {
  return <>{[${names.join(', ')}].map((Card, index) => <Card key={index} title='card' />)}</>
}
`,
  );
  return app;
}

/** A component of typical size: 12 kB, or three calls in one that hits. */
function component(name, hits) {
  const handlers = Array.from(
    { length: 8 },
    (_, index) => `  const onTap${index} = useCallback(async () => {
    const { data } = await Taro.request({ url: 'https://example.com/${name}/${index}', data: { id: ${index}, title } })
    if (!data) return Taro.showToast({ title: '网络错误', icon: 'none' })
    setItems(previous => previous.concat(data as Item))
  }, [title])`,
  );
  const calls = `  const start = () => { Taro.startRecord({ success: res => setItems(before => before.concat({ id: 0, title: res.tempFilePath })) }) }
  const stop = () => { Taro.stopRecord() }
  const play = (filePath: string) => { Taro.playVoice({ filePath }) }
`;
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
${hits ? calls : ''}  return (
    <View className='${name.toLowerCase()}'>
      <Text>{title}</Text>
${hits ? `      <View onTouchStart={start} onTouchEnd={stop} onClick={() => play(title)}>录音</View>` : ''}
${buttons.join('\n')}
      {items.map(item => <Text key={item.id}>{item.title}</Text>)}
    </View>
  )
}
`;
}
