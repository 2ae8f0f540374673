import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { gzipSync } from 'node:zlib';
import { parse } from '@babel/parser';
import type { Node } from '@babel/types';
import { rolldown } from 'rolldown';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { toPosix } from '../../../src/project/paths';
import { FakeHost } from '../../support/fake-host';

const espree = createRequire(createRequire(import.meta.url).resolve('eslint'))('espree') as {
  parse(text: string, options: object): unknown;
};

const out = mkdtempSync(join(tmpdir(), 'taro-modernize-runtime-'));
const read = (name: string) => readFileSync(join(out, name), 'utf8');

beforeAll(async () => {
  const script = new URL('../../../scripts/build-runtime.mjs', import.meta.url).href;
  const { buildRuntime } = (await import(script)) as { buildRuntime(dir: string): string[] };
  BUILT = buildRuntime(out).map((path) => toPosix(relative(out, path)));
});
afterAll(() => rmSync(out, { recursive: true, force: true }));

/** All built files of every runtime. */
let BUILT: string[];
/** The files that the codemod copies into projects. */
const copies = () => BUILT.filter((name) => name.startsWith('source/'));

function walk(node: Node, visit: (node: Node) => void): void {
  visit(node);
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value])
      if (child && typeof child === 'object' && typeof child.type === 'string') walk(child as Node, visit);
  }
}

/** ES5 node types, besides import and export. All others are newer. */
const ES5 = new Set(
  `File Program Directive DirectiveLiteral InterpreterDirective BlockStatement ExpressionStatement EmptyStatement
  IfStatement SwitchStatement SwitchCase ReturnStatement ThrowStatement TryStatement CatchClause WhileStatement
  DoWhileStatement ForStatement ForInStatement BreakStatement ContinueStatement LabeledStatement VariableDeclaration
  VariableDeclarator FunctionDeclaration FunctionExpression Identifier StringLiteral NumericLiteral BooleanLiteral
  NullLiteral RegExpLiteral ThisExpression ArrayExpression ObjectExpression ObjectProperty ObjectMethod
  UnaryExpression UpdateExpression BinaryExpression AssignmentExpression LogicalExpression MemberExpression
  ConditionalExpression CallExpression NewExpression SequenceExpression CommentBlock CommentLine
  ImportDeclaration ImportSpecifier ImportDefaultSpecifier ExportNamedDeclaration ExportSpecifier`.split(
    /\s+/,
  ),
);

function newerThanES5(code: string): string[] {
  const found: string[] = [];
  const file = parse(code, { sourceType: 'module' });
  walk(file, (node) => {
    const at = `${node.type} at line ${node.loc?.start.line}`;
    if (!ES5.has(node.type)) found.push(at);
    if (node.type === 'VariableDeclaration' && node.kind !== 'var') found.push(at);
    if (
      (node.type === 'FunctionDeclaration' || node.type === 'FunctionExpression') &&
      (node.async || node.generator)
    )
      found.push(at);
    if (node.type === 'ObjectMethod' && node.kind === 'method') found.push(at);
    if (node.type === 'ObjectProperty' && (node.computed || node.shorthand)) found.push(at);
    if (node.type === 'LogicalExpression' && node.operator === '??') found.push(at);
    if (node.type === 'BinaryExpression' && node.operator === '**') found.push(at);
    if (node.type === 'AssignmentExpression' && /^(\*\*|&&|\|\||\?\?)=$/.test(node.operator)) found.push(at);
    if (node.type === 'CatchClause' && !node.param) found.push(at);
    if (node.type === 'RegExpLiteral' && /[^gim]/.test(node.flags)) found.push(at);
  });
  return found;
}

/** The modules that a file imports or requires. */
function requests(code: string): string[] {
  const found: string[] = [];
  walk(parse(code, { sourceType: 'module', plugins: ['typescript'] }), (node) => {
    if ('source' in node && node.source && typeof node.source === 'object')
      found.push((node.source as { value: string }).value);
    if (node.type === 'CallExpression' && node.callee.type === 'Identifier' && node.callee.name === 'require')
      found.push(String((node.arguments[0] as { value?: unknown }).value));
  });
  return found;
}

/** The code that remains in a production build for a platform. */
async function production(platform: string): Promise<string> {
  const bundle = await rolldown({
    input: join(out, 'recorder.esm.js'),
    external: ['@tarojs/taro', 'react-native'],
    transform: { define: { 'process.env.TARO_ENV': JSON.stringify(platform) } },
  });
  const { output } = await bundle.generate({ format: 'esm', minify: true });
  await bundle.close();
  return output[0].code;
}

describe('built runtimes', () => {
  it('every built runtime that no build compiles is ES5 except for import and export', () => {
    const scripts = BUILT.filter((name) => /^(source\/native\/)?[^/]+\.js$/.test(name));
    expect(scripts).toContain('source/native/recorder-host.js');
    expect(scripts).toContain('recorder.esm.js');
    for (const name of scripts) expect(newerThanES5(read(name)), name).toEqual([]);
  });

  it('the copies for JavaScript projects, which their builds compile, are ES2015', () => {
    const scripts = BUILT.filter((name) => /^source\/(taro2\/)?[^/]+\.js$/.test(name));
    expect(scripts).toContain('source/recorder-host.h5.js');
    for (const name of scripts)
      expect(() => espree.parse(read(name), { ecmaVersion: 2015, sourceType: 'module' }), name).not.toThrow();
  });

  it('the check for ES5 finds newer syntax', () => {
    for (const code of ['let a', 'a => a', '`a`', 'a?.b', 'a ?? b', '({ a })', 'for (var a of b);', 'a ** b'])
      expect(newerThanES5(code), code).not.toEqual([]);
  });

  it('built runtimes import only Taro, and AppState on React Native', async () => {
    expect(new Set(requests(read('recorder.esm.js')))).toEqual(new Set(['@tarojs/taro', 'react-native']));
    expect(requests(await production('weapp'))).toEqual(['@tarojs/taro']);
    expect(read('recorder.esm.js').match(/^import/gm)).toHaveLength(1);
  });

  it('code for other platforms is removed in a production build', async () => {
    const weapp = await production('weapp');
    for (const text of [
      'audioRecord',
      'getUserMedia',
      'react-native',
      'harmony',
      'TARO_ENV',
      '180000',
      '18e4',
    ])
      expect(weapp, text).not.toContain(text);
    expect(await production('alipay')).toContain('scope.audioRecord');
    expect(await production('h5')).toContain('getUserMedia');
    expect(await production('rn')).toContain('react-native');
  });

  it('the recorder adds at most 3.32 kB to a weapp production build, minified and gzipped (about 3,200 bytes by terser)', async () => {
    const size = gzipSync(await production('weapp'), { level: 9 }).length;
    expect(size).toBeLessThanOrEqual(3320);
  });

  it('every copy of a runtime starts with a header that has its version', () => {
    const { version } = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8'));
    for (const name of ['recorder.esm.js', ...copies()])
      expect(read(name).split('\n')[0]).toBe(`// @taro-modernize-runtime ${version}`);
  });

  it('copied runtimes import everything from their host and keep their comments', () => {
    for (const name of ['source/recorder.ts', 'source/recorder.js']) {
      expect(requests(read(name)), name).toEqual(['./recorder-host']);
      expect(read(name)).toContain('// A stop that native would have ignored earlier.');
    }
    // The directives of this repository's own linter are removed.
    for (const name of copies()) expect(read(name), name).not.toMatch(/biome-ignore(?!-all \w+: )/);
  });

  it("Node's import gets the exports of the CommonJS file", () => {
    expect(read('recorder.mjs')).toBe("export { getRecorderManager, recorder } from './recorder.js';\n");
  });

  it('the ES module, the CommonJS file and a copied file in one app share one recorder', async () => {
    vi.useFakeTimers();
    const host = new FakeHost({ platform: 'tt' });
    const load = (name: string): typeof import('../../../src/migrations/start-record/runtime/recorder') => {
      const code = ts.transpileModule(read(name), {
        compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES5 },
      }).outputText;
      const module = {
        exports: {} as typeof import('../../../src/migrations/start-record/runtime/recorder'),
      };
      new Function('module', 'exports', 'require', 'process', 'globalThis', code)(
        module,
        module.exports,
        (request: string) => (request === '@tarojs/taro' ? host.taro : load(`source/${request}.js`)),
        { env: { TARO_ENV: 'tt' } },
        host.global,
      );
      return module.exports;
    };
    const [esm, cjs, copy] = ['recorder.esm.js', 'recorder.js', 'source/recorder.js'].map(load);
    const started = esm!.recorder.start();
    await vi.advanceTimersByTimeAsync(400);
    const refused = expect(cjs!.recorder.start({ fail() {} })).rejects.toMatchObject({
      errMsg: expect.stringContaining('is recording'),
    });
    await vi.advanceTimersByTimeAsync(0);
    await refused;
    copy!.recorder.stop();
    await vi.advanceTimersByTimeAsync(100);
    expect(await started).toMatchObject({ tempFilePath: 'file-1' });
    vi.useRealTimers();
  });

  it('the runtime build fails on code that does not compile', async () => {
    const script = new URL('../../../scripts/build-runtime.mjs', import.meta.url).href;
    const { compile } = (await import(script)) as {
      compile(file: string, text: string, options: object): unknown;
    };
    expect(() => compile(join(out, 'broken.ts'), 'const a: number = "no";\nexport { a };\n', {})).toThrow(
      /broken\.ts.*Type 'string' is not assignable/,
    );
  });
});
