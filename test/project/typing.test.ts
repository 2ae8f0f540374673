import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { MemberTypes } from '../../src/project/typing/member-types';
import { loadTypeScript } from '../../src/project/typing/typescript';
import { add, tree } from '../cli/support/tree';
import { linkTaro, projectAt } from '../support/typed-project';

const typescript = (await loadTypeScript())!;

/** The configuration of Taro's template. */
const CONFIG = JSON.stringify({
  compilerOptions: {
    target: 'es2017',
    module: 'commonjs',
    moduleResolution: 'node',
    allowSyntheticDefaultImports: true,
    strictNullChecks: true,
    jsx: 'react-jsx',
    allowJs: true,
    typeRoots: ['node_modules/@types'],
    paths: { '@/*': ['./src/*'] },
  },
  include: ['./src', './types'],
});

type Files = Readonly<Record<string, string>>;

/**
 * Shared by all tests with Taro's configuration, because loading TypeScript takes longer than the answers.
 */
const shared = { root: '', types: new MemberTypes(typescript), folders: 0 };
beforeAll(() => {
  shared.root = tree({ 'tsconfig.json': CONFIG });
  linkTaro(shared.root);
});

/** The answers at each `«` in one file. All files are in a folder of their own. */
function owners(path: string, marked: string, files: Files = {}) {
  const folder = `src/case${++shared.folders}`;
  add(join(shared.root, folder), files);
  return answers(shared.types, shared.root, join(folder, path), marked);
}

/** Like `owners`, in a separate project. */
function ownersIn(files: Files, path: string, marked: string, withTaro = true) {
  const root = tree({ 'package.json': '{}', ...files });
  if (withTaro) linkTaro(root);
  return answers(new MemberTypes(typescript), root, path, marked);
}

function answers(types: MemberTypes, root: string, path: string, marked: string) {
  const { text, offsets } = unmark(marked);
  add(root, { [path]: text });
  types.add(join(root, path), text, projectAt(root));
  return offsets.map((offset) => types.ownerAt(join(root, path), offset));
}

function unmark(marked: string): { text: string; offsets: number[] } {
  const offsets: number[] = [];
  const mark = marked.startsWith('\uFEFF') ? 1 : 0;
  const parts = marked.split('«');
  let length = 0;
  for (const part of parts.slice(0, -1)) {
    length += part.length;
    offsets.push(length - mark);
  }
  return { text: parts.join(''), offsets };
}

const TARO = `import Taro from '@tarojs/taro'\n`;

describe('a local module', () => {
  const use = `import api from './utils/taro'\napi.«startRecord({})\napi?.«stopRecord?.()\n`;
  it.each([
    ['exports Taro', `${TARO}export default Taro\n`],
    ['reexports the default export', `export { default } from '@tarojs/taro'\n`],
    ['spreads Taro', `${TARO}export default { ...Taro, own: 1 }\n`],
    ['assigns Taro into an object', `${TARO}export default Object.assign({}, Taro, { own: 1 })\n`],
    ['wraps Taro', `${TARO}const log = <T>(api: T): T => api\nexport default log(Taro)\n`],
    [
      "extends Taro's type",
      `${TARO}interface Api extends Taro.TaroStatic { own(): void }\nexport default Taro as Api\n`,
    ],
    ['requires Taro', `import Taro = require('@tarojs/taro')\nexport default Taro\n`],
  ])('types find Taro behind a local module that %s', (_, module) => {
    expect(owners('a.ts', use, { 'utils/taro.ts': module })).toEqual(['platform', 'platform']);
  });

  it.each([
    ['has its own methods', 'export default { startRecord(_: object) {}, stopRecord() {} }\n'],
    [
      'overrides the methods that it spreads',
      `${TARO}export default { ...Taro, startRecord: (_: object) => 1, stopRecord: () => 1 }\n`,
    ],
    [
      'exports a class instance',
      'export default new (class { startRecord(_: object) {} stopRecord() {} })()\n',
    ],
    ['exports a camera context', `${TARO}export default Taro.createCameraContext()\n`],
  ])('types find another API behind a local module that %s', (_, module) => {
    expect(owners('a.ts', use, { 'utils/taro.ts': module })).toEqual(['foreign', 'foreign']);
  });

  it.each([
    ['is untyped', 'const api: any = {}\nexport default api\n'],
    ['does not exist', undefined],
    ['exports a union type', `${TARO}export default Taro as Taro.TaroStatic | Taro.CameraContext\n`],
    [
      'declares a function with the type of one of Taro',
      `${TARO}declare const api: { startRecord: typeof Taro.startRecord; stopRecord: typeof Taro.stopRecord }\nexport default api\n`,
    ],
    ['exports a record', 'const api: Record<string, () => void> = {}\nexport default api\n'],
  ])('types leave calls undecided behind a local module that %s', (_, module) => {
    const files: Files = module === undefined ? {} : { 'utils/taro.ts': module };
    expect(owners('a.ts', use, files)).toEqual([undefined, undefined]);
  });
});

describe('intermediate modules', () => {
  it('types follow path mappings and barrel files', () => {
    const files = {
      'tsconfig.json': CONFIG,
      'src/utils/taro.ts': `${TARO}export const api = Taro\n`,
      'src/utils/camera.ts': `${TARO}export const camera = Taro.createCameraContext()\n`,
      'src/utils/index.ts': `export * from './taro'\nexport { camera as api2 } from './camera'\n`,
    };
    const text = `import { api, api2 } from '@/utils'\napi.«startRecord({})\napi2.«startRecord({})\n`;
    expect(ownersIn(files, 'src/pages/a.tsx', text)).toEqual(['platform', 'foreign']);
  });

  it('types follow modules that reexport Taro', () => {
    const files = {
      'taro.ts': `export * from '@tarojs/taro'\nexport const own = 1\n`,
      'all.ts': `export * from './taro'\n`,
    };
    const text = `import * as api from './all'\napi.«startRecord({})\napi.own\n`;
    expect(owners('a.ts', text, files)).toEqual(['platform']);
  });

  it('types follow a function and a class that are exported by default', () => {
    const files = {
      'make.ts': `import { camera } from './camera'\nexport default function () { return camera }\n`,
      'holder.ts': `import { camera } from './camera'\nexport default class Holder { held = camera }\n`,
      'camera.ts': `${TARO}export const camera = Taro.createCameraContext()\n`,
    };
    const text = `import make from './make'
      import Held from './holder'
      make().«startRecord({})
      new Held().held.«startRecord({})\n`;
    expect(owners('a.ts', text, files)).toEqual(['foreign', 'foreign']);
  });

  it('types recognize own functions behind other modules', () => {
    const files = { 'api.ts': 'export function startRecord() {}\n' };
    expect(owners('a.ts', `import * as api from './api'\napi.«startRecord()\n`, files)).toEqual(['foreign']);
  });
});

describe('a type', () => {
  it('a parameter typed as Taro is rewritten, and a parameter of another type is ignored', () => {
    const text = `${TARO}
      export function a(api: typeof Taro) { api.«startRecord({}) }
      export function b(api: Pick<Taro.TaroStatic, 'startRecord'>) { api.«startRecord({}) }
      export function c<T extends typeof Taro>(api: T) { api.«startRecord({}) }
      export function d({ «startRecord }: typeof Taro) { startRecord({}) }
      export function e({ «startRecord: s, ...rest }: Taro.CameraContext) { s({}); rest }
      export function f({ deep: { 'stopRecord': s } }: { deep: typeof Taro }) { s() }
      export function g(api: { startRecord(): void }) { api.«startRecord() }
    `.replace("'stopRecord'", "«'stopRecord'");
    expect(owners('a.ts', text)).toEqual([
      'platform',
      'platform',
      'platform',
      'platform',
      'foreign',
      'platform',
      undefined,
    ]);
  });

  it('a structural type that Taro matches decides nothing, and any other type rules Taro out', () => {
    const text = `import { make, camera } from './made'
      interface Api { startRecord(): void; stopRecord: () => void }
      interface Mine extends Api { isRecording: boolean }
      export class A {
        constructor(private api: Api, private mine: Mine) {}
        go() { this.api.«startRecord(); this.mine.«startRecord() }
      }
      export const f = ({ «startRecord }: Api, { «stopRecord }: Mine) => [startRecord, stopRecord]
      make().«startRecord()
      camera.«startRecord()
    `;
    const files = {
      'made.ts': `${TARO}class Own { startRecord() {} }
        export const make = () => new Own()
        export const camera: Taro.CameraContext = Taro.createCameraContext()\n`,
    };
    expect(owners('a.ts', text, files)).toEqual([
      undefined,
      'foreign',
      undefined,
      'foreign',
      'foreign',
      'foreign',
    ]);
  });

  it('the type of a field decides', () => {
    const text = `${TARO}
      export class A {
        private camera?: Taro.CameraContext
        constructor(private api: typeof Taro) {}
        a() { this.api.«startRecord({}); this.camera?.«startRecord({}) }
      }
      export const b = (a: A, key: 'api') => a[key]['«startRecord']
    `.replace("'«startRecord'", "«'startRecord'");
    expect(owners('a.ts', text)).toEqual(['platform', 'foreign', 'platform']);
  });

  it('types resolve constant computed names and assignment patterns', () => {
    const text = `${TARO}
      const KEY = 'startRecord'
      declare const holder: { taro: typeof Taro; camera: Taro.CameraContext }
      let startRecord: unknown, other: unknown
      holder.taro[«KEY]({})
      ;({ «startRecord } = holder.taro)
      ;({ «startRecord: other } = holder.camera)
      export { startRecord, other }
    `;
    expect(owners('a.ts', text)).toEqual(['platform', 'platform', 'foreign']);
  });

  it('types follow a camera through a helper', () => {
    const files = {
      'camera.ts': `${TARO}export const useCamera = () => ({ camera: Taro.createCameraContext() })\n`,
    };
    const text = `import { useCamera } from './camera'\nconst { camera } = useCamera()\ncamera.«startRecord({})\n`;
    expect(owners('a.ts', text, files)).toEqual(['foreign']);
  });

  it("the mini program's own types decide, with and without deprecated members", () => {
    const files = (members: string): Files => ({
      'tsconfig.json': CONFIG,
      'types/wx.d.ts': `declare namespace WechatMiniprogram {
          interface CameraContext { startRecord(o: object): void }
          interface Wx { ${members} login(): void }
        }
        declare const wx: WechatMiniprogram.Wx\n`,
      'src/api.ts': 'export const api = wx\nexport declare const camera: WechatMiniprogram.CameraContext\n',
    });
    const text = `import { api, camera } from './api'\napi.«startRecord({})\ncamera.«startRecord({})\n`;
    expect(ownersIn(files('startRecord(o: object): void;'), 'src/a.ts', text)).toEqual([
      'platform',
      'foreign',
    ]);
    expect(ownersIn(files(''), 'src/a.ts', text)).toEqual(['platform', 'foreign']);
  });

  it('the types of Taro 2, a namespace of functions, decide', () => {
    const files = {
      'tsconfig.json': CONFIG,
      'node_modules/@tarojs/taro/package.json': '{ "types": "index.d.ts" }',
      'node_modules/@tarojs/taro/index.d.ts': `/// <reference path="recorder.d.ts" />\nexport = Taro\n`,
      'node_modules/@tarojs/taro/recorder.d.ts': `declare namespace Taro {
        namespace startRecord { interface Option {} }
        function startRecord(o: startRecord.Option): void
        interface CameraContext { startRecord(o: object): void }
        function createCameraContext(): CameraContext
      }\n`,
      'src/taro.ts': `${TARO}export const camera = Taro.createCameraContext()\nexport default Taro\n`,
    };
    const text = `import api, { camera } from './taro'\napi.«startRecord({})\ncamera.«startRecord({})\n`;
    expect(ownersIn(files, 'src/a.ts', text, false)).toEqual(['platform', 'foreign']);
  });
});

describe('global declarations', () => {
  const OWN = '{ startRecord(): void }';
  const inTypes = (name: string, text: string): Files => ({
    'tsconfig.json': JSON.stringify({ compilerOptions: { module: 'esnext', lib: ['es2017'] } }),
    [`node_modules/@types/${name}/package.json`]: '{ "types": "index.d.ts" }',
    [`node_modules/@types/${name}/index.d.ts`]: text,
  });

  it.each([
    ['a package of types', inTypes('own', `declare var holder: { api: ${OWN} }\n`)],
    [
      'a package of types that is a module',
      inTypes('own', `export {}\ndeclare global { var holder: { api: ${OWN} } }\n`),
    ],
    ['the project', { 'tsconfig.json': CONFIG, 'types/own.d.ts': `declare var holder: { api: ${OWN} }\n` }],
    [
      'a file that declarations of the project refer to',
      {
        'tsconfig.json': CONFIG,
        'types/own.d.ts': '/// <reference path="../more/holder.d.ts" />\n',
        'more/holder.d.ts': `declare var holder: { api: import('../src/api').Api }\n`,
        'src/api.ts': `import { Own } from './own'\nexport type Api = Own\n`,
        'src/own.ts': `export interface Own ${OWN}\nexport class Own { startRecord() {} }\n`,
      },
    ],
  ])('types find global declarations of %s', (_, files) => {
    expect(ownersIn(files, 'src/a.ts', 'holder.api.«startRecord()\nexport {}\n', false)[0]).toBeDefined();
  });

  it('types find what Node declares, if its names or modules are in use', () => {
    const node = `declare var global: { api: { startRecord(): void; own: 1 } }
      declare module 'events' { export class Held { api: { startRecord(): void; own: 1 } } }\n`;
    const text = `import { Held } from 'events'
      export class Own extends Held {}
      global.api.«startRecord()
      new Own().api.«startRecord()\n`;
    expect(ownersIn(inTypes('node', node), 'src/a.ts', text, false)).toEqual(['foreign', 'foreign']);
  });

  it('types find what browsers declare', () => {
    const text = `const recorder = Object.assign(document, { startRecord() {} })\nrecorder.«startRecord()\n`;
    expect(owners('a.ts', `${text}export {}\n`)).toEqual(['foreign']);
  });
});

describe('types in JavaScript', () => {
  const files = {
    'src/utils/taro.js': `import Taro from '@tarojs/taro'\nexport const camera = Taro.createCameraContext()\nexport default { ...Taro }\n`,
    'src/utils/old.js': `const Taro = require('@tarojs/taro')\nmodule.exports = { taro: Taro, startRecord() {} }\n`,
  };
  const text = `import api, { camera } from '@/utils/taro'
    const old = require('./utils/old')
    api.«startRecord({})
    camera.«startRecord({})
    old.taro.«startRecord({})
    old.«startRecord({})
    /** @param {typeof import('@tarojs/taro')} given */
    export function a(given) { given.«stopRecord() }
    export function b(given) { given.«stopRecord() }
  `;
  const expected = ['platform', 'foreign', 'platform', 'foreign', 'platform', undefined];

  it('types work in JavaScript with a jsconfig', () => {
    const config =
      '{ "compilerOptions": { "module": "esnext", "baseUrl": ".", "paths": { "@/*": ["src/*"] } } }';
    expect(ownersIn({ ...files, 'jsconfig.json': config }, 'src/a.js', text)).toEqual(expected);
  });

  it('types work in JavaScript with a tsconfig that does not include it', () => {
    const config = '{ "compilerOptions": { "paths": { "@/*": ["./src/*"] } }, "include": ["src/**/*.ts"] }';
    expect(ownersIn({ ...files, 'tsconfig.json': config }, 'src/a.js', text)).toEqual(expected);
  });

  it('types work in JavaScript without a configuration', () => {
    expect(ownersIn(files, 'src/a.jsx', text)).toEqual(expected);
  });
});

describe('tsconfig', () => {
  const module = { 'src/taro.ts': `${TARO}export default Taro\n` };
  const text = `import api from './taro'\napi.«startRecord({})\n`;

  it.each([
    ['with a syntax error', '{ "compilerOptions": { "target": "es2017", }, '],
    ['with a base that is not installed', '{ "extends": "@nowhere/tsconfig" }'],
    ['for ES modules without module resolution', '{ "compilerOptions": { "module": "esnext" } }'],
    ['with invalid values', '{ "compilerOptions": { "module": "nope", "lib": [1] } }'],
  ])('types work with a tsconfig %s', (_, config) => {
    expect(ownersIn({ ...module, 'tsconfig.json': config }, 'src/a.ts', text)).toEqual(['platform']);
  });

  it('with project references, types use the configuration that includes the file', () => {
    const config = (include: string, to: string) =>
      JSON.stringify({ compilerOptions: { paths: { '#taro': [to] } }, include: [include] });
    const files = {
      ...module,
      'tsconfig.json':
        '{ "files": [], "references": [{ "path": "./tsconfig.node.json" }, { "path": "./app" }] }',
      'tsconfig.node.json': config('config', './nowhere'),
      'app/tsconfig.json': config('../src', '../src/taro'),
    };
    const aliased = `import api from '#taro'\napi.«startRecord({})\n`;
    expect(ownersIn(files, 'src/a.ts', aliased)).toEqual(['platform']);
  });

  it('types use the nearest configuration', () => {
    const files = {
      ...module,
      'tsconfig.json': '{}',
      'src/pages/tsconfig.json': '{ "compilerOptions": { "paths": { "~": ["../taro"] } } }',
    };
    const aliased = `import api from '~'\napi.«startRecord({})\n`;
    expect(ownersIn(files, 'src/pages/a.ts', aliased)).toEqual(['platform']);
  });
});

describe('other files of a program', () => {
  it('types in comments of JavaScript decide', () => {
    const module = `${TARO}const own = { ...Taro }\n/** @type {typeof own} */\nexport const api = JSON.parse('1')\n`;
    const text = `import { api } from './api'\napi.«startRecord()\n`;
    expect(owners('a.js', text, { 'api.js': module })).toEqual(['platform']);
  });

  it('types in a comment are those of the next statement', () => {
    const module = `/** @type {import('@tarojs/taro').TaroStatic} */\nexport const other = JSON.parse('1')\nexport const api = JSON.parse('2')\n`;
    const files = { 'api.js': module };
    expect(owners('a.js', `import { api } from './api'\napi.«startRecord()\n`, files)).toEqual([undefined]);
    const both = `import { api, other } from './api'\napi.«startRecord()\nother.«startRecord()\n`;
    expect(owners('a.js', both, files)).toEqual([undefined, 'platform']);
  });

  it('types follow references to declarations', () => {
    const files = {
      'globals.d.ts': `declare const recorder: { startRecord(): void }\n`,
      'other.ts': 'export const other = 1\n',
    };
    const text = `/* A page. */\n/// <reference path="./globals.d.ts" />\nimport { other } from './other'\nexport const go = () => recorder.«startRecord()\nexport { other }\n`;
    expect(owners('a.ts', text, files)).toEqual(['foreign']);
  });

  it('types follow a module with an error that only Babel reports', () => {
    const module = `${TARO}import { own } from './own'\nconst twice = 1\nconst twice = 2\nexport const api = own(Taro)\n`;
    const own = 'export const own = <T>(api: T): T => api\nexport const other = 1\n';
    const text = `import { api } from './api'\nimport { other } from './own'\nexport const go = () => [other, api.«startRecord()]\n`;
    expect(owners('a.ts', text, { 'api.ts': module, 'own.ts': own })).toEqual(['platform']);
  });

  it("types follow Taro's types through others of them", () => {
    const text = `${TARO}export const go = () => Taro.getCurrentInstance().router!.«path\n`;
    expect(ownersIn({ 'tsconfig.json': CONFIG }, 'src/a.ts', text)).toEqual(['foreign']);
  });

  it("types follow Taro's types through another package", () => {
    const files = {
      'tsconfig.json': CONFIG,
      'node_modules/hooks/package.json': '{ "name": "hooks", "types": "index.d.ts" }',
      'node_modules/hooks/index.d.ts': `${TARO}export declare function useHeld(): ReturnType<typeof Taro['createCameraContext']>\n`,
    };
    const text = `import { useHeld } from 'hooks'\nuseHeld().«startRecord({})\n`;
    expect(ownersIn(files, 'src/a.ts', text)).toEqual(['foreign']);
  });
});

it('types decide nothing if those of Taro are not installed', () => {
  const text = `${TARO}export function a(api: typeof Taro, { «startRecord }: typeof Taro) { api.«startRecord({}); startRecord({}) }\n`;
  expect(ownersIn({ 'tsconfig.json': CONFIG }, 'src/a.ts', text, false)).toEqual([undefined, undefined]);
});

it('positions for types do not count a byte order mark', () => {
  const text = `\uFEFF${TARO}export function 录音(api: typeof Taro) { api.«startRecord({}) }\r\n`;
  expect(owners('a.ts', text)).toEqual(['platform']);
});

it('code that does not parse and positions without a name stay undecided', () => {
  const text = `${TARO}export function a(api: typeof Taro { api.s«tartRecord({}) «}\n`;
  expect(owners('a.ts', text)).toEqual([undefined, undefined]);
  expect(new MemberTypes(typescript).ownerAt('/nowhere.ts', 3)).toBeUndefined();
});
