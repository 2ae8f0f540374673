import { transformFromAstSync, traverse } from '@babel/core';
import type { File, Node } from '@babel/types';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { parse } from '../../src/engine/parse/parse';
import taroModernizeBabel, { type BabelPluginOptions } from '../../src/integrations/babel';
import { rewriteModule } from '../../src/integrations/module';
import { fakePlugin } from '../support/fake-plugin';
import { fixtures, rewriteFixture } from '../support/fixtures';

// Some families are for builds for WeChat alone.
beforeAll(() => vi.stubEnv('TARO_ENV', 'weapp'));
afterAll(() => vi.unstubAllEnvs());

/** What says where something stood or how it was written, and not what it is. */
const LAYOUT = new Set([
  'start',
  'end',
  'loc',
  'range',
  'extra',
  'errors',
  'comments',
  'tokens',
  'leadingComments',
  'innerComments',
  'trailingComments',
  'trailingComma',
]);

/** A tree to compare by, whatever parser or builder made it. */
function bare(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(bare);
  if (typeof value !== 'object' || value === null) return value;
  if ('computed' in value && value.computed && 'property' in value && isString(value.property)) {
    // `recorder['start']`, as the text has it, is `recorder.start`.
    const property = { type: 'Identifier', name: value.property.value };
    return bare({ ...value, computed: false, property });
  }
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key, part]) => !LAYOUT.has(key) && !isAbsent(part))
      .map(([key, part]) => [key, bare(part)]),
  );
}

function isString(node: unknown): node is { value: string } {
  return (node as Node | null)?.type === 'StringLiteral';
}

function isAbsent(part: unknown): boolean {
  // `importKind: 'value'` is written by the TypeScript dialect alone.
  return part === undefined || part === null || part === false || part === 'value' || isEmpty(part);
}

function isEmpty(part: unknown): boolean {
  return Array.isArray(part) && part.length === 0;
}

/** Build integrations take the options that the fixture has for them; marks and types are the codemod's alone. */
const cases = fixtures()
  .filter(({ extension }) => extension !== 'vue')
  .filter(
    ({ options }) => !options.todo && !options.runtime && options.project !== 'native' && !options.parser,
  )
  .map((fixture) => [`${fixture.folder}/${fixture.name}.${fixture.extension}`, fixture] as const);

describe.each(cases)('%s', (_, { name, extension, input, options }) => {
  const filename = `/app/src/${name}.${extension}`;
  const { migration, migrations, taroVersion, shareManager = false, guard } = options;
  const build = { ...(migrations && { migrations }), ...(taroVersion && { taroVersion }), shareManager };
  const text = input.replace(/^\uFEFF/, '');

  test('comes to the same calls and findings through the Babel plugin as through webpack and Vite', () => {
    const byText = migration
      ? rewriteFixture(text, { ...options, filename, vueCompiler: undefined })
      : rewriteModule(text, filename, { ...build, ...(guard && { guard }) });
    const plugin: BabelPluginOptions = { ...build, onManual: 'off' };
    process.env.TARO_ENV = guard ? 'h5' : 'weapp';
    const ast = parse(text, filename);
    const byAst = transformFromAstSync(ast, text, {
      filename,
      cwd: '/app',
      configFile: false,
      babelrc: false,
      ast: true,
      code: false,
      plugins: [migration ? fakePlugin(options, filename) : [taroModernizeBabel, plugin]],
    })!;
    const expected = parse(byText?.code ?? text, filename);
    expect(bare(byAst.ast!.program)).toEqual(bare(expected.program));
    const { taroModernize } = byAst.metadata as { taroModernize?: { findings: unknown } };
    expect(taroModernize?.findings ?? []).toEqual(byText?.findings ?? []);
    expectBoundReferences(byAst.ast as File);
  });
});

/** Other plugins go by the scope's bindings: presets drop an import that nothing refers to. */
function expectBoundReferences(ast: File): void {
  const added: Node[] = [];
  traverse(ast, {
    ImportDeclaration({ node, scope }) {
      if (!node.source.value.startsWith('taro-modernize/')) return;
      for (const { local } of node.specifiers) {
        if (!scope.getBinding(local.name)?.referenced) added.push(local);
      }
    },
  });
  expect(added).toEqual([]);
}
