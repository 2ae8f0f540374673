// The trees to search: real sources from installed packages, with some added calls.
import { createHash } from 'node:crypto';
import {
  copyFileSync,
  cpSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { CACHE, installed, ROOT } from './packages.mjs';
import { apis } from './tools.mjs';

/** Libraries with many modules, so that no file is needed twice. */
const LIBRARIES = {
  '@mui/material': '6.1.1',
  antd: '5.21.0',
  'core-js': '3.38.1',
  echarts: '5.5.1',
  'element-plus': '2.8.4',
  'lodash-es': '4.17.21',
  rxjs: '7.8.1',
  'taro-ui': '3.3.0',
  three: '0.169.0',
  vant: '4.9.7',
  webpack: '5.95.0',
};

const SOURCE = /(?<!\.d)\.(?:[cm]?[jt]s|[jt]sx|vue)$/;
/** Larger files are bundles, not sources. */
const MAX_BYTES = 512 * 1024;

const PLANTED = `import Taro from '@tarojs/taro';

export function hold() {
  Taro.startRecord({ success: (res) => console.log(res.tempFilePath) });
}

export function release() {
  Taro.stopRecord();
}
`;

/** Every repository has these files, and reading them is part of what the tools do. */
const GITIGNORE = '.DS_Store\n*.log\nnode_modules/\n/output/\n.env.*\n!.env.example\n';

/** The names of deprecated APIs, and what files with deprecated components contain. */
const HIT = new RegExp(`\\b(?:${apis.join('|')})\\b|@tarojs/components|<progress|optionMenu`);

/**
 * A tree of real sources without API names except the added ones, and without a Taro project around it.
 * @param {number} count number of source files
 * @param {number} planted how many of them have calls
 * @returns {string} its folder
 */
export function sourceTree(count, planted = Math.max(1, Math.round(count / 1000))) {
  return cached(`sources-${count}-${planted}`, (root) => {
    const found = [];
    for (const file of corpus()) {
      if (found.length === count - planted) break;
      if (!HIT.test(readFileSync(file.from, 'utf8'))) found.push(file);
    }
    if (found.length + planted < count) throw new Error(`Only ${found.length} source files are installed.`);
    for (const { from, to } of found) copy(from, join(root, to));
    for (let i = 0; i < planted; i++) write(join(root, dirname(found[i * 7].to), `planted-${i}.ts`), PLANTED);
    write(join(root, '.gitignore'), GITIGNORE);
  });
}

/**
 * The same sources several times, with linked files instead of copies.
 * @returns {string} its folder
 */
export function repeatedTree(count, times) {
  const tree = sourceTree(count);
  return cached(`sources-${count}-x${times}`, (root) => {
    for (const path of filesBelow(tree)) {
      for (let i = 0; i < times; i++) {
        const to = join(root, String(i), relative(tree, path));
        mkdirSync(dirname(to), { recursive: true });
        linkSync(path, to);
      }
    }
  });
}

/**
 * A Taro project of this many files: the example's pages with their calls, repeated, among sources of a Taro
 * component library and others.
 * @returns {string} its folder
 */
export function taroTree(count) {
  return cached(`taro-${count}`, (root) => {
    const example = join(ROOT, 'examples', 'legacy-recorder');
    for (const name of ['package.json', 'tsconfig.json', 'config', 'src']) {
      for (const path of filesBelow(join(example, name))) copy(path, join(root, relative(example, path)));
    }
    const own = filesBelow(join(root, 'src')).filter((path) => SOURCE.test(path)).length;
    const small = corpus().filter(({ to, size }) => size < 32 * 1024 && /\.(?:[jt]sx?|vue)$/.test(to));
    const library = small.filter(({ to }) => to.includes('taro-ui/'));
    const rest = small.filter(({ to }) => !to.includes('taro-ui/'));
    for (const { from, to } of [...library, ...rest].slice(0, count - own)) copy(from, join(root, 'src', to));
    write(join(root, '.gitignore'), GITIGNORE);
  });
}

/**
 * A Taro project in which every file hits: React pages of 5 kB with three calls each.
 * @param {number} count
 * @returns {string} its folder
 */
export function pagesTree(count) {
  return cached(`pages-${count}`, (root) => {
    write(join(root, 'package.json'), '{ "name": "app", "dependencies": { "@tarojs/taro": "4.2.0" } }\n');
    write(join(root, 'config', 'index.js'), "module.exports = { sourceRoot: 'src', outputRoot: 'dist' };\n");
    write(join(root, '.gitignore'), GITIGNORE);
    for (let i = 0; i < count; i++) write(join(root, 'src', `group${i % 40}`, `page${i}.tsx`), page(i));
  });
}

/**
 * Native pages among other sources. One template in ten has a component of which attributes are deprecated.
 * @param {number} templates how many of the files are templates
 * @param {number} planted how many templates have such an attribute
 * @returns {string} its folder
 */
export function nativeTree(count, templates, planted) {
  const tree = sourceTree(count - templates, 0);
  return cached(`native-${count}-${templates}-${planted}`, (root) => {
    cpSync(tree, root, { recursive: true });
    write(join(root, 'project.config.json'), '{ "appid": "touristappid", "miniprogramRoot": "./" }\n');
    write(join(root, 'app.json'), '{ "pages": ["pages/page0/page0"] }\n');
    for (let i = 0; i < templates; i++) {
      const page = join(root, 'pages', `page${i}`, `page${i}`);
      write(`${page}.wxml`, template(i, i < planted));
      write(
        `${page}.json`,
        '{ "usingComponents": { "van-icon": "/van/icon", "van-button": "/van/button" } }\n',
      );
    }
  });
}

function template(i, isOld) {
  const rows = Array.from(
    { length: 12 },
    (
      _,
      n,
    ) => `  <view class="row{{index === ${n} ? ' is-selected' : ''}}" style="color: {{colors[${n}]}}" wx:if="{{n > ${n}}}">
    <image src="{{item.image}}" mode="aspectFill" bindtap="onPreview" data-index="${n}" />
    <text class="row__type">{{item.type}}: {{item.title}} {{a < b ? '-' : '+'}}</text>
    <van-icon name="arrow" color="#999" /><van-button type="primary" bind:click="onTap${n}">第 ${n} 项</van-button>
  </view>`,
  );
  const form =
    i % 10 === 0 ? '  <slider min="0" max="{{max}}" /><button open-type="share">分享</button>' : '';
  const old = isOld ? '  <progress percent="{{done}}" color="#09bb07" />' : '';
  return `<!-- 第 ${i} 页 -->\n<view class="page" wx:for="{{items}}" wx:key="id">\n${[...rows, form, old].join('\n')}\n</view>\n`;
}

/** Restores the tree after a run that has written. */
export function freshCopy(tree) {
  const copy = `${tree}-copy`;
  rmSync(copy, { recursive: true, force: true });
  cpSync(tree, copy, { recursive: true });
  return copy;
}

/**
 * A minified bundle among an app's own sources, with two calls in it.
 * @param {number} megabytes 1 or 2.2
 * @returns {string} its folder
 */
export function bundleTree(megabytes) {
  const bundles = {
    1: ['echarts/dist/echarts.min.js'],
    2.2: ['echarts/dist/echarts.min.js', 'antd/dist/antd.min.js'],
  };
  const modules = installed('libraries', LIBRARIES);
  return cached(`bundle-${megabytes}`, (root) => {
    const texts = bundles[megabytes].map((path) => readFileSync(join(modules, path), 'utf8'));
    const calls =
      'function hold(){wx.startRecord({success:function(t){console.log(t.tempFilePath)}})}function release(){wx.stopRecord()}';
    // A program inside one function, as bundlers write it.
    write(join(root, 'vendors.js'), `!function(){${[...texts, calls].join(';\n')}}();`);
  });
}

function page(i) {
  const handlers = Array.from(
    { length: 7 },
    (_, n) => `  const onTap${n} = useCallback(async () => {
    if (isBusy || items.length > ${n * 10}) return
    const { data } = await Taro.request<Item[]>({ url: \`\${BASE}/group/${i}/${n}\`, data: { page: ${n}, title } })
    setItems((previous) => [...previous, ...data.filter((item) => item.id !== ${n})])
    Taro.showToast({ title: data.length > 0 ? '加载成功' : '没有更多了', icon: 'none' })
  }, [isBusy, items, title])
`,
  );
  const buttons = Array.from(
    { length: 7 },
    (_, n) => `      <View className='page${i}__button' hoverClass='is-pressed' onClick={onTap${n}}>
        <Text>第 ${n} 页</Text>
      </View>`,
  );
  return `import { useCallback, useEffect, useMemo, useState } from 'react'
import Taro, { useDidShow, useRouter } from '@tarojs/taro'
import { Button, ScrollView, Text, View } from '@tarojs/components'
import { BASE } from '../../constants'
import './page${i}.scss'

interface Item { id: number; title: string; url?: string }

interface Props { title: string; duration?: number; onDone?(path: string): void }

export default function Page${i}({ title, duration = ${10 + (i % 50)}, onDone }: Props) {
  const { params } = useRouter()
  const [items, setItems] = useState<Item[]>([])
  const [isBusy, setIsBusy] = useState(false)
  const [path, setPath] = useState<string>()
  const sorted = useMemo(() => [...items].sort((a, b) => a.id - b.id), [items])

  useDidShow(() => {
    Taro.setNavigationBarTitle({ title: params.title ?? title })
  })

  useEffect(() => {
    if (!path) return
    onDone?.(path)
  }, [path, onDone])

${handlers.join('\n')}
  const start = () => {
    setIsBusy(true)
    Taro.startRecord({
      success: (res) => setPath(res.tempFilePath),
      fail: ({ errMsg }) => Taro.showModal({ title: '录音失败', content: errMsg }),
      complete: () => setIsBusy(false),
    })
    setTimeout(() => stop(), duration * 1000)
  }

  function stop() {
    Taro.stopRecord()
  }

  const play = async () => {
    if (path) await Taro.playVoice({ filePath: path })
    else Taro.showToast({ title: '还没有录音', icon: 'none' })
  }

  return (
    <View className='page${i}'>
      <ScrollView scrollY className='page${i}__list'>
        {sorted.map((item) => (
          <View key={item.id} className='page${i}__item' onClick={() => Taro.navigateTo({ url: item.url ?? '' })}>
            <Text>{item.title}</Text>
          </View>
        ))}
      </ScrollView>
${buttons.join('\n')}
      <Button disabled={isBusy} onTouchStart={start} onTouchEnd={stop}>按住说话</Button>
      <Button disabled={!path} onClick={play}>播放</Button>
    </View>
  )
}
`;
}

/** All installed sources, in a stable order that mixes the packages. */
function corpus() {
  const tops = [join(ROOT, 'node_modules'), installed('libraries', LIBRARIES)];
  const files = tops.flatMap((top, index) =>
    filesBelow(top)
      .filter((path) => SOURCE.test(path))
      .map((path) => ({
        from: path,
        to: `${index === 0 ? 'a' : 'b'}/${relative(top, path).replaceAll('node_modules', 'modules')}`,
        size: statSync(path).size,
      })),
  );
  const key = ({ to }) => createHash('sha1').update(to).digest('hex');
  return files
    .filter(({ size }) => size > 0 && size <= MAX_BYTES)
    .map((file) => ({ ...file, key: key(file) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1));
}

/**
 * Builds a tree once, in the cache.
 * @returns {string} its folder
 */
export function cached(name, build) {
  const root = join(CACHE, name);
  const stamp = join(CACHE, `${name}.done`);
  if (existsSync(stamp)) return root;
  console.error(`Building ${root}…`);
  rmSync(root, { recursive: true, force: true });
  build(root);
  // A separate repository, so that no tool searches for rules above it.
  mkdirSync(join(root, '.git'), { recursive: true });
  writeFileSync(stamp, '');
  return root;
}

function filesBelow(path) {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { withFileTypes: true }).flatMap((entry) => {
    const child = join(path, entry.name);
    if (entry.isDirectory()) return entry.name.startsWith('.') ? [] : filesBelow(child);
    return entry.isFile() ? [child] : [];
  });
}

function copy(from, to) {
  mkdirSync(dirname(to), { recursive: true });
  copyFileSync(from, to);
}

export function write(path, text) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

/** The number of source files in a tree, and their size in bytes. */
export function sizeOf(root) {
  const files = filesBelow(root).filter((path) => SOURCE.test(path));
  return { files: files.length, bytes: files.reduce((sum, path) => sum + readFileSync(path).length, 0) };
}
