import { join } from 'node:path';
import fc from 'fast-check';
import type { ts } from 'ts-morph';
import { expect, it } from 'vitest';
import { nearestConfig, readConfig } from '../../src/project/typing/config';
import { importedTypes } from '../../src/project/typing/imported-types';
import { Lookup, type Owner } from '../../src/project/typing/lookup';
import { MemberTypes } from '../../src/project/typing/member-types';
import { loadTypeScript } from '../../src/project/typing/typescript';
import { add, tree } from '../cli/support/tree';
import { linkTaro, projectAt, wholeHost } from '../support/typed-project';

// For more projects: FUZZ_RUNS=100 FUZZ_SEED=1. To repeat a failure: FUZZ_SEED=… FUZZ_PATH=…
const { FUZZ_RUNS = 3, FUZZ_SEED = 20, FUZZ_PATH } = process.env;

const typescript = (await loadTypeScript())!;

const CONFIG = JSON.stringify({
  compilerOptions: {
    target: 'es2017',
    module: 'esnext',
    moduleResolution: 'node',
    allowSyntheticDefaultImports: true,
    strict: true,
    jsx: 'react-jsx',
    allowJs: true,
    typeRoots: ['node_modules/@types'],
  },
});

/** What a module can contain: the expression `#` is a value from another module, or of the module's own. */
const VALUES = [
  'Taro',
  '{ ...Taro, own: 1 }',
  'Taro.createCameraContext()',
  '{ startRecord() {} }',
  '#',
  '{ ...#, own: 1 }',
  'Object.assign({}, #)',
  '(<T>(given: T): T => given)(#)',
  '[#][0]!',
  '{ inner: { api: # } }.inner.api',
  'new (class { held = # })().held',
  'Object.assign(document, { startRecord() {} })',
  'null as unknown as Image & { startRecord(): void }',
  'JSON.parse("1")',
  'Taro.getRecorderManager()',
  'Taro as Pick<typeof Taro, "startRecord" | "request">',
  'Taro as unknown as { [Name in keyof typeof Taro]: (typeof Taro)[Name] }',
  'null! as Taro.CameraContext',
  'null! as ReturnType<typeof Taro.createCameraContext>',
  'null! as Pick<typeof Taro.createCameraContext extends () => infer Made ? Made : never, "startRecord">',
  '[Taro, { startRecord() {} }][0]!',
] as const;

interface Export {
  text: string;
  use: string;
  from: string;
  isJavaScript?: true;
}

/** How a module exports the value, with how another one gets it. */
const EXPORTS: readonly Export[] = [
  { text: 'export const api = #', from: `import { api } from './M'`, use: 'api' },
  { text: 'const own = #\nexport { own as api }', from: `import { api as it } from './M'`, use: 'it' },
  { text: 'export default #', from: `import api from './M'`, use: 'api' },
  { text: 'const own = #\nexport default own', from: `import * as all from './M'`, use: 'all.default' },
  {
    text: 'const own = #\nexport { own as default }',
    from: `import { default as api } from './M'`,
    use: 'api',
  },
  { text: 'export function api() { return # }', from: `import { api } from './M'`, use: 'api()' },
  { text: 'export default function () { return # }', from: `import make from './M'`, use: 'make()' },
  {
    text: 'export class Api { readonly held = # }',
    from: `import { Api } from './M'`,
    use: 'new Api().held',
  },
  { text: 'const { own } = { own: # }\nexport { own }', from: `import * as M from './M'`, use: 'M.own' },
  {
    text: 'const own = #\nexport type Api = typeof own',
    from: `import type { Api } from './M'`,
    use: '(null! as Api)',
  },
  {
    text: 'const own = #\nexport interface Has { api: typeof own }',
    from: '',
    use: `(null! as import('./M').Has).api`,
  },
  {
    text: 'export const api = #',
    from: `const M = import('./M')\nconst loaded = await M`,
    use: 'loaded.api',
  },
  { text: 'const own = #\nexport = own', from: `import api = require('./M')`, use: 'api' },
  { text: 'const own = { api: # }\nexport = own', from: `import { api } from './M'`, use: 'api' },
  { text: 'export function api() {}\napi.held = #', from: `import { api } from './M'`, use: 'api.held' },
  {
    text: 'const own = #\ndeclare global { var globalNAME: typeof own }\nexport {}',
    from: `import './M'`,
    use: 'globalNAME',
  },
  {
    text: 'const own = #\ndeclare global { var globalNAME: typeof own }\nexport const one = 1',
    from: `import { one } from './M'`,
    use: '(one, globalNAME)',
  },
  {
    text: 'declare function isApi(given: unknown): given is typeof own\nconst own = #\nexport { isApi }',
    from: `import { isApi } from './M'\ndeclare const given: unknown\nif (!isApi(given)) throw given`,
    use: 'given',
  },
  {
    text: 'const own = #\nexport function has(given: unknown): asserts given is typeof own {}',
    from: `import { has } from './M'\nconst given: unknown = 1\nhas(given)`,
    use: 'given',
  },
  {
    text: 'const own = #\nexport const each = (use: (api: typeof own) => void) => use(own)',
    from: `import { each } from './M'`,
    use: 'CALLBACK',
  },
  {
    text: 'const own = #\nexport namespace Space { export const api = own }',
    from: `import { Space } from './M'`,
    use: 'Space.api',
  },
  {
    text: 'let own = {} as typeof first\nconst first = #\nown = first\nexport { own }',
    from: `import { own } from './M'`,
    use: 'own',
  },
  {
    text: 'const first = #\nlet own: typeof first | { startRecord(): void } = first\nexport const api = { get: () => own }\nexport function set(other: typeof own) { own = other }',
    from: `import { api } from './M'`,
    use: 'api.get()',
  },
  {
    text: 'const first = #\nlet own: typeof first | { startRecord(): void } | undefined = first\nexport const api = { get: () => own }\nexport function set(other: typeof own) { own! = other! }',
    from: `import { api } from './M'`,
    use: 'api.get()!',
  },
  {
    text: 'if (Math.random() > 1) { var own = # }\nexport const api = () => own',
    from: `import { api } from './M'`,
    use: 'api()!',
  },
  {
    text: 'export function api(): typeof source\nexport function api(given: string): string\nexport function api(given?: string): unknown { return given ?? # }',
    from: `import { api } from './M'`,
    use: 'api()',
  },
  {
    text: 'export class Api {}\nexport namespace Api { export const held = # }',
    from: `import { Api } from './M'`,
    use: 'Api.held',
  },
  {
    text: 'export interface Api { first: number }\nexport interface Api { held: typeof own }\nconst own = #',
    from: `import type { Api } from './M'`,
    use: '(null! as Api).held',
  },
  {
    text: 'const own = #\nexport function api<Type = typeof own>(): Type { return null! }',
    from: `import { api } from './M'`,
    use: 'api()',
  },
  {
    text: 'const own = #\nconst other = 1\nexport const api = (() => { const other = own; return { other } })()',
    from: `import { api } from './M'`,
    use: 'api.other',
  },
  {
    text: 'const own = #\nexport function api({ held = own } = {}, own_ = held) { return own_ }',
    from: `import { api } from './M'`,
    use: 'api()',
  },
  {
    text: 'let held: unknown\nfor (const one of [#]) held = one\nexport const api = held',
    from: `import { api } from './M'`,
    use: 'api',
  },
  {
    text: 'export class Api { static held: typeof source\n static { Api.held = # } }',
    from: `import { Api } from './M'`,
    use: 'Api.held',
  },
  {
    text: 'class Base { held = # }\nexport default class extends Base {}',
    from: `import Api from './M'`,
    use: 'new Api().held',
  },
  {
    text: 'enum Kind { first, second }\nconst both = { [Kind.first]: 1, [Kind.second]: # }\nexport const api = both[Kind.second]',
    from: `import { api } from './M'`,
    use: 'api',
  },
  {
    text: 'const key = Symbol()\nconst both = { [key]: # }\nexport { both, key }',
    from: `import { both, key } from './M'`,
    use: 'both[key]',
  },
  {
    text: 'import Alias = Space.held\nnamespace Space { export const held = # }\nexport { Alias }',
    from: `import { Alias } from './M'`,
    use: 'Alias',
  },
  {
    text: 'namespace space { export type It = typeof own }\nconst own = #\nexport function api(space: number): space.It { return null! }',
    from: `import { api } from './M'`,
    use: 'api(1)',
  },
  {
    text: 'const own = #\nexport function api<own>(_given?: own) { return own }',
    from: `import { api } from './M'`,
    use: 'api()',
  },
  {
    text: 'const own = #\nexport function api() { interface own {} return own }',
    from: `import { api } from './M'`,
    use: 'api()',
  },
  {
    text: 'const key = "held" as const\nexport class Api { [key](key = 1) { return [key, #][1]! } }',
    from: `import { Api } from './M'`,
    use: '(new Api().held() as Exclude<ReturnType<Api["held"]>, number>)',
  },
  { text: 'export const api = #', from: `import { api } from './M'`, use: 'api', isJavaScript: true },
  {
    text: 'export function api() {}\nexport const other = [(api.held = #)]',
    from: `import { api } from './M'`,
    use: 'api.held',
  },
  {
    text: 'export function Api() {}\nApi.held = #\nexport function later() { Api.more = 1 }',
    from: `import { Api } from './M'`,
    use: 'Api.held',
    isJavaScript: true,
  },
  {
    text: 'export function Api() {}\nexport function later() { Api.held = # }',
    from: `import { Api } from './M'`,
    use: 'Api.held',
    isJavaScript: true,
  },
  {
    text: 'let own\nexport function set() { own = # }\nexport const api = () => own',
    from: `import { api } from './M'`,
    use: 'api()',
    isJavaScript: true,
  },
  {
    text: 'const own = #\n/** @type {typeof own} */\nexport const api = JSON.parse("1")',
    from: `import { api } from './M'`,
    use: 'api',
    isJavaScript: true,
  },
  {
    text: 'const own = #\n/** @typedef {typeof own} Own */\n/** @type {Own} */\nexport const api = JSON.parse("1")',
    from: `import { api } from './M'`,
    use: 'api',
    isJavaScript: true,
  },
  {
    text: '/** @type {typeof import("./source").source} */\nexport const api = JSON.parse("1")',
    from: `import { api } from './M'`,
    use: 'api',
    isJavaScript: true,
  },
  {
    text: 'class Api { constructor() { this.held = # } }\nexport { Api }',
    from: `import { Api } from './M'`,
    use: 'new Api().held',
    isJavaScript: true,
  },
];

/** Modules between the one with the value and the one that uses it. */
const BETWEEN: readonly ((from: string, use: string) => { text: string; from: string; use: string })[] = [
  (from, use) => ({
    text: `${from}\nexport const again = ${use}`,
    from: `import { again } from './M'`,
    use: 'again',
  }),
  (_, use) => ({
    text: `export * from './L'`,
    from: `import * as all from './M'`,
    use: /^\w+$/.test(use) ? `all.${use}` : 'all',
  }),
  (_, use) => ({
    text: `export * as inner from './L'`,
    from: `import { inner } from './M'`,
    use: /^\w+$/.test(use) ? `inner.${use}` : 'inner',
  }),
  (_, use) => ({
    text: /^\w+$/.test(use) ? `export { ${use} } from './L'` : `export {}`,
    from: `import { ${use.replace(/\W.*/, '')} as it } from './M'`,
    use: 'it',
  }),
  () => ({ text: `export { default } from './L'`, from: `import it from './M'`, use: 'it' }),
  () => ({
    text: `import it from './L'\nexport { it }`,
    from: `import { it as that } from './M'`,
    use: 'that',
  }),
];

/** How the file in question holds the value: `#` is the value, `«` the place of the question. */
const QUESTIONS = [
  '#.«startRecord()',
  'export function page() { const held = #; return () => held.«startRecord() }',
  'export const { «startRecord } = #',
  'const held = #\nconst other = { held }\nexport const go = () => other.held.«startRecord()',
  'export class Page { private api = #\n go() { this.api.«startRecord() } }',
  'let held = # as unknown\nheld = #\nexport const go = (api = #) => api.«startRecord()',
  'const NAME = "startRecord" as const\n#[«NAME]()',
  'export const go = (api: ReturnType<typeof made>) => api.«startRecord()\nfunction made() { return # }',
  'const first = #\nlet own: typeof first | { startRecord(): void } = first\nexport const set = (other: typeof own) => { own = other }\nexport const go = () => own.«startRecord()',
  'const first = #\nlet own: typeof first | { startRecord(): void } = first\nexport const go = () => own.«startRecord()',
  'if (Math.random() > 1) { var late = # }\nexport const go = () => late!.«startRecord()',
  'type Names = "startRecord" | "request"\nexport const go = (api: Pick<typeof held, Names>) => api.«startRecord()\nconst held = #',
  'export const go = (api: typeof made extends () => infer Type ? Type : never) => api.«startRecord()\nfunction made() { return # }',
  'namespace Space { export const held = # }\nSpace.held.«startRecord()',
  'export interface Own { startRecord(): void; request: unknown }\nexport const go = (api: Own) => api.«startRecord()\nexport const held = #',
  'export const go = (api: Type) => api.«startRecord()\ninterface Type extends Made {}\ntype Made = typeof made\nconst made = #',
];

/** Modules that a type does not depend on, so that there is something to leave out. */
const NOISE = `import { noise } from './noise'\nimport other from './other'\nexport const unused = () => [noise, other, document]\n/** @type {string} */\nexport const alsoUnused = JSON.parse('1')\n`;

const TARO = `import Taro from '@tarojs/taro'\n`;

interface Case {
  files: Record<string, string>;
  marked: string;
}

interface Form {
  value: string;
  first: string;
  exported: Export;
  between: readonly (typeof BETWEEN)[number][];
  question: string;
  hasNoise: boolean;
}

const forms: fc.Arbitrary<Form> = fc.record({
  value: fc.constantFrom(...VALUES),
  first: fc.constantFrom(...VALUES),
  exported: fc.constantFrom(...EXPORTS),
  between: fc.array(fc.constantFrom(...BETWEEN), { maxLength: 2 }),
  question: fc.constantFrom(...QUESTIONS),
  hasNoise: fc.boolean(),
});

function caseOf({ value, first, exported, between, question, hasNoise }: Form): Case {
  const noise = hasNoise ? NOISE : '';
  const files: Record<string, string> = {
    'noise.ts': `${TARO}export const noise = Taro\n`,
    'other.ts': `import { noise } from './noise'\nexport default { noise }\n`,
    'source.ts': `${TARO}export const source = ${first.replaceAll('#', 'Taro')}\n`,
  };
  const text = exported.text.replace('#', () => value.replaceAll('#', 'source'));
  files[exported.isJavaScript ? 'm0.js' : 'm0.ts'] =
    `${noise}${TARO}import { source } from './source'\n${text}\n`;
  let { from, use } = exported;
  let last = 'm0';
  for (const [index, make] of between.entries()) {
    const next = make(from.replaceAll('./M', `./${last}`), use.replaceAll('./M', `./${last}`));
    const name = `m${index + 1}`;
    files[`${name}.ts`] = `${noise}${next.text.replaceAll('./L', `./${last}`)}\n`;
    [from, use, last] = [next.from, next.use, name];
  }
  const value2 = use.replaceAll('./M', `./${last}`);
  const asked =
    use === 'CALLBACK'
      ? `each((api) => { ${question.replace(/^export /gm, '').replaceAll('#', 'api')} })`
      : question.replaceAll('#', () => value2);
  return { files, marked: `${noise}${from.replaceAll('./M', `./${last}`)}\n${asked}\nexport {}\n` };
}

function usesBrowser(files: Readonly<Record<string, string>>): boolean {
  return Object.values(files).some((text) => /assign\(document|as Image/.test(text));
}

/** The answers of a program that follows every import. */
function wholeAnswers(root: string, questions: ReadonlyMap<string, number>): Owner[] {
  const { ts } = typescript;
  const first = [...questions.keys()][0]!;
  const { options } = readConfig(ts, nearestConfig(first)!, first);
  const host = wholeHost(typescript, options, libraries);
  const platform = join(root, 'platform.ts');
  add(root, { 'platform.ts': `${TARO}export { Taro }\n` });
  const program = ts.createProgram({ rootNames: [...questions.keys(), platform], options, host });
  const objects = () => importedTypes(ts, program, program.getSourceFile(platform)!);
  const lookup = new Lookup(ts, program.getTypeChecker(), objects);
  return [...questions].map(([path, offset]) => lookup.at(program.getSourceFile(path)!, offset));
}

/** Declarations are the same in all projects. */
const libraries = new Map<string, ts.SourceFile>();

/** The answers, which must be those of a whole program. */
function answersOf(all: readonly Case[]): Owner[] {
  const root = tree({ 'tsconfig.json': CONFIG });
  linkTaro(root);
  const questions = new Map<string, number>();
  const types = new MemberTypes(typescript);
  for (const [index, { files, marked }] of all.entries()) {
    const folder = `src/case${index}`;
    const name = (text: string) => text.replaceAll('globalNAME', `global${index}`);
    const text = name(marked);
    const path = join(root, folder, 'page.ts');
    for (const [file, content] of Object.entries(files)) add(root, { [`${folder}/${file}`]: name(content) });
    add(root, { [`${folder}/page.ts`]: text.replace('«', '') });
    questions.set(path, text.indexOf('«'));
    // Every other question comes as a surprise.
    const known = index % 2 === 0 ? [text.indexOf('«')] : [];
    types.add(path, text.replace('«', ''), projectAt(root), known);
  }
  const expected = wholeAnswers(root, questions);
  const answers = [...questions].map(([path, offset]) => types.ownerAt(path, offset));
  const shown = (owners: Owner[]) => owners.map((owner, index) => ({ owner, ...all[index]! }));
  expect(shown(answers)).toEqual(shown(expected));
  return answers;
}

it('the needed statements answer as whole programs do, for each form of exports and questions', () => {
  const form = { value: 'Taro', first: 'Taro', between: [], hasNoise: true };
  const all = [
    ...EXPORTS.map((exported) => ({ ...form, exported, question: QUESTIONS[0]! })),
    ...QUESTIONS.map((question) => ({ ...form, exported: EXPORTS[0]!, question })),
  ];
  const answers = answersOf(all.map(caseOf));
  expect(answers.filter((answer) => answer === 'platform').length).toBeGreaterThan(50);
});

it('the needed statements answer as whole programs do', () => {
  const parameters = {
    numRuns: Number(FUZZ_RUNS),
    seed: Number(FUZZ_SEED),
    ...(FUZZ_PATH !== undefined && { path: FUZZ_PATH }),
  };
  const decided = new Map<Owner, number>();
  const several = fc.array(forms, { minLength: 20, maxLength: 80, size: 'max' });
  fc.assert(
    fc.property(several, fc.boolean(), (some, hasBrowser) => {
      const all = some.map(caseOf).filter(({ files }) => hasBrowser || !usesBrowser(files));
      fc.pre(all.length > 0);
      for (const answer of answersOf(all)) decided.set(answer, (decided.get(answer) ?? 0) + 1);
    }),
    parameters,
  );
  // Not only questions without an answer.
  expect(Math.min(decided.get('platform')!, decided.get('foreign')!)).toBeGreaterThan(10);
});
