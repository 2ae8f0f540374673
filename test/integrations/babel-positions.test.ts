import { createRequire } from 'node:module';
import {
  type PluginItem,
  type PluginObj,
  parseSync,
  type TransformOptions,
  types as t,
  transformFromAstSync,
  transformSync,
  traverse,
} from '@babel/core';
import { originalPositionFor, TraceMap } from '@jridgewell/trace-mapping';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import taroModernizeBabel from '../../src/integrations/babel';

const { resolve } = createRequire(import.meta.url);

beforeAll(() => vi.stubEnv('TARO_ENV', 'weapp'));
afterAll(() => vi.unstubAllEnvs());

const SOURCE = `import Taro from '@tarojs/taro';
// header

export async function go(ready) {
  if (ready) await Taro.startRecord({ duration: 1000 });
  return fail(ready);
}
`;

const SETTINGS: TransformOptions = {
  filename: '/app/src/page.jsx',
  cwd: '/app',
  configFile: false,
  babelrc: false,
  parserOpts: { plugins: ['jsx'] },
};

const OWN: PluginItem = [taroModernizeBabel, { onManual: 'off' }];

function compile(source: string, options: TransformOptions = {}) {
  const plugins = [OWN, ...(options.plugins ?? [])];
  return transformSync(source, { ...SETTINGS, ...options, plugins })!;
}

/** The line and column of a part of a text, as in a source map. */
function placeOf(text: string, part: string) {
  const before = text.slice(0, text.indexOf(part));
  return { line: before.split('\n').length, column: before.length - (before.lastIndexOf('\n') + 1) };
}

/** Where a map says that a part of the output comes from. */
function originOf(output: { code?: string | null; map?: unknown }, part: string) {
  return originalPositionFor(new TraceMap(output.map as never), placeOf(output.code!, part));
}

test('the source map leads from the new code to the original', () => {
  const output = compile(SOURCE, { sourceMaps: true });
  expect(output.code).toContain('recorder.start({');
  expect(originOf(output, 'fail(')).toMatchObject(placeOf(SOURCE, 'fail('));
  expect(originOf(output, 'duration')).toMatchObject(placeOf(SOURCE, 'duration'));
  expect(originOf(output, 'recorder.start')).toMatchObject(placeOf(SOURCE, 'Taro.startRecord'));
  expect(output.map!.sourcesContent).toEqual([SOURCE]);
});

test('an input map is composed with that of the rewrite', () => {
  // Line n of the input comes from line n + 10 of another file.
  const mappings = `AAUA${';AACA'.repeat(6)}`;
  const inputSourceMap = { version: 3, sources: ['a.coffee'], names: [], mappings, file: 'page.jsx' };
  const output = compile(SOURCE, { sourceMaps: true, inputSourceMap });
  expect(originOf(output, 'return')).toMatchObject({
    source: expect.stringContaining('a.coffee'),
    line: placeOf(SOURCE, 'return').line + 10,
  });
});

test('an input map in a comment is composed too, and its comment goes', () => {
  const map = { version: 3, sources: ['a.coffee'], names: [], mappings: `AAUA${';AACA'.repeat(6)}` };
  const comment = `//# sourceMappingURL=data:application/json;base64,${btoa(JSON.stringify(map))}\n`;
  const output = compile(SOURCE + comment, { sourceMaps: true });
  expect(output.code).not.toContain('sourceMappingURL');
  expect(originOf(output, 'return').line).toBe(placeOf(SOURCE, 'return').line + 10);
});

test('without printing, the AST has the positions of the original', () => {
  const { ast, code } = compile(SOURCE, { code: false, ast: true });
  expect(code).toBeNull();
  const names = new Map<string, t.Node>();
  t.traverseFast(ast!, (node) => {
    if (node.type === 'Identifier' && !names.has(node.name)) names.set(node.name, node);
  });
  for (const name of ['go', 'duration', 'fail']) {
    const { start, end, loc } = names.get(name)!;
    expect(SOURCE.slice(start!, end!)).toBe(name);
    expect(loc!.start).toMatchObject(placeOf(SOURCE, name));
  }
  expect(ast!.comments!.map(({ start, end }) => SOURCE.slice(start!, end!))).toEqual(['// header']);
  expect(ast!.end).toBe(SOURCE.length);
});

test("a later plugin's code frame shows the original line", () => {
  const refuse: PluginObj = {
    visitor: {
      CallExpression(path) {
        if (path.get('callee').isIdentifier({ name: 'fail' })) throw path.buildCodeFrameError('no');
      },
    },
  };
  expect(() => compile(SOURCE, { plugins: [refuse], highlightCode: false })).toThrow(
    /> 6 \| {3}return fail\(ready\);/,
  );
});

test("React's development transform tells the original line", () => {
  const source = `${SOURCE}export const page = () => <View onClick={go} />;\n`;
  const development = resolve('@babel/plugin-transform-react-jsx').replace('index.js', 'development.js');
  const { code } = compile(source, { plugins: [[development, { runtime: 'automatic' }]] });
  expect(code).toMatch(/lineNumber: 8,\s+columnNumber: 27/);
});

test('retainLines keeps the lines of the original', () => {
  const { code } = compile(SOURCE, { retainLines: true });
  const lineOf = (part: string) => code!.split('\n').findIndex((line) => line.includes(part)) + 1;
  expect(lineOf('recorder.start')).toBe(5);
  expect(lineOf('return fail')).toBe(6);
});

test('istanbul counts the statements, branches and functions of the original, and none that is added', () => {
  const source = `const Taro = require('@tarojs/taro');
if (ready) Taro.startRecord({});
let other = 1;
const f = () => (other ? Taro.stopRecord() : Taro.login());
`;
  const counted: unknown[] = [];
  const onCover = (_file: string, { statementMap, branchMap, fnMap }: Record<string, unknown>) =>
    counted.push({ statementMap, branchMap, fnMap });
  const istanbul: PluginItem = [resolve('babel-plugin-istanbul'), { onCover, cwd: '/app' }];
  const { code } = compile(source, { plugins: [istanbul] });
  expect(code!.match(/\brequire\(/g)).toHaveLength(2);
  transformSync(source, { ...SETTINGS, plugins: [istanbul] });
  expect(counted).toHaveLength(2);
  expect(counted[0]).toEqual(counted[1]);
});

test('another parser reads the new text too', () => {
  const seen: string[] = [];
  const hermes = {
    visitor: {},
    parserOverride(text: string, options: { plugins: unknown[] }, parse: (...all: unknown[]) => unknown) {
      seen.push(text);
      const proposal = ['pipelineOperator', { proposal: 'minimal' }];
      return parse(text, { ...options, plugins: [...options.plugins, proposal] });
    },
  };
  const { code } = compile(`${SOURCE}a |> b;\n`, { plugins: [hermes as PluginItem] });
  expect(code).toContain('recorder.start');
  expect(code).toContain('a |> b');
  expect(seen.at(-1)).toContain('recorder.start');
});

/** Plugins whose `pre` changes the AST, with what the output then has or lacks. */
const CHANGES: [string, (program: t.Program) => void, (code: string) => void][] = [
  [
    'adds a statement',
    ({ body }) => void body.push(t.expressionStatement(t.callExpression(t.identifier('added'), []))),
    (code) => expect(code).toMatch(/added\(\);\s*$/),
  ],
  [
    'removes a statement',
    ({ body }) => {
      const { declaration } = body.at(-1) as t.ExportNamedDeclaration;
      (declaration as t.FunctionDeclaration).body.body.pop();
    },
    (code) => expect(code).not.toContain('return'),
  ],
  [
    'renames a function',
    (program) =>
      traverse(program, {
        noScope: true,
        Identifier({ node }) {
          if (node.name === 'fail') node.name = 'renamed';
        },
      }),
    (code) => expect(code).toContain('return renamed(ready)'),
  ],
  [
    'adds a comment',
    ({ body }) => void t.addComment(body.at(-1)!, 'leading', ' added ', false),
    (code) => expect(code).toContain('/* added */'),
  ],
];

test.each(CHANGES)('an earlier plugin that %s in pre keeps its change', (_, change, expected) => {
  const before: PluginObj = { visitor: {}, pre: ({ ast }) => change(ast.program) };
  const output = transformSync(SOURCE, { ...SETTINGS, sourceMaps: true, plugins: [before, OWN] })!;
  expect(output.code).toContain('recorder.start({');
  expected(output.code!);
  // Code that nobody has changed keeps its positions.
  expect(originOf(output, 'duration')).toMatchObject(placeOf(SOURCE, 'duration'));
});

test.each([
  ['other', "import Taro from '@tarojs/taro';\nTaro.startRecord();\n"],
  ['unreadable', 'startRecord (('],
  ['no', ''],
])('an AST with %s text is rewritten as it is', (_, text) => {
  const ast = parseSync(SOURCE, SETTINGS)!;
  const output = transformFromAstSync(ast, text, { ...SETTINGS, sourceMaps: true, plugins: [OWN] })!;
  expect(output.code).toContain('await recorder.start({');
  expect(output.code).toContain('return fail(ready)');
  expect(originOf(output, 'duration')).toMatchObject(placeOf(SOURCE, 'duration'));
  const { taroModernize } = output.metadata as { taroModernize?: { findings: { line: number }[] } };
  expect(taroModernize!.findings.map(({ line }) => line)).toEqual([5]);
});

test('an AST without text and without APIs stays as it is', () => {
  const ast = parseSync('f();\n', SETTINGS)!;
  const [statement] = ast.program.body;
  const output = transformFromAstSync(ast, '', {
    ...SETTINGS,
    cloneInputAst: false,
    ast: true,
    plugins: [OWN],
  })!;
  expect(output.ast!.program.body[0]).toBe(statement);
});

test('an AST in a dialect that the options lack is rewritten', () => {
  const text = `${SOURCE}const n: number = 1;\n`;
  const filename = '/app/src/page.ts';
  const ast = parseSync(text, { ...SETTINGS, filename, parserOpts: { plugins: ['typescript'] } })!;
  const { code } = transformFromAstSync(ast, text, { ...SETTINGS, filename, plugins: [OWN] })!;
  expect(code).toContain('recorder.start({');
  expect(code).toContain('// header');
});

test('a file that begins on another line keeps its positions', () => {
  const parserOpts = { startLine: 11, startColumn: 4, startIndex: 200, plugins: ['jsx'] } as never;
  const { line, column } = placeOf(SOURCE, 'duration');
  const output = compile(SOURCE, { sourceMaps: true, parserOpts });
  expect(output.code).toContain('recorder.start({');
  expect(originOf(output, 'duration')).toMatchObject({ line: line + 10, column });
});

test('a strict script becomes a module with the import', () => {
  const source = "'use strict';\nwx.startRecord({});\n";
  const output = compile(source, { ast: true, sourceType: 'script' });
  expect(output.code).toMatch(/^'use strict';\s+import \{ recorder \}/);
  expect(output.ast!.program.sourceType).toBe('module');
});
