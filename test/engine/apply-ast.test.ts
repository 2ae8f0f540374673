import { transformFromAstSync, traverse } from '@babel/core';
import type { File, Node } from '@babel/types';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { parse } from '../../src/engine/parse/parse';
import taroModernizeBabel, { type BabelPluginOptions } from '../../src/integrations/babel';
import { rewriteModule } from '../../src/integrations/module';
import { fakePlugin } from '../support/fake-plugin';
import { fixtures, rewriteFixture } from '../support/fixtures';

// Some families are only for WeChat builds.
beforeAll(() => vi.stubEnv('TARO_ENV', 'weapp'));
afterAll(() => vi.unstubAllEnvs());

/** Fields for position and source format, which do not belong to the meaning of a node. */
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

/** A normalized tree to compare, independent of the parser or builder that made it. */
function bare(value: unknown): unknown {
  // The text keeps the semicolon after a block: `if (a) b()⏎;[c]`.
  if (Array.isArray(value)) return value.filter((one) => one?.type !== 'EmptyStatement').map(bare);
  if (typeof value !== 'object' || value === null) return value;
  if ('computed' in value && value.computed && 'property' in value && isString(value.property)) {
    // `recorder['start']` in the text equals `recorder.start`.
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
  // Only the TypeScript dialect sets `importKind: 'value'`.
  return part === undefined || part === null || part === false || part === 'value' || isEmpty(part);
}

function isEmpty(part: unknown): boolean {
  return Array.isArray(part) && part.length === 0;
}

/** Build integrations support the fixture's options, but TODO marks and types are only for the codemod. */
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

  test('the Babel plugin produces the same calls and findings as webpack and Vite', () => {
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

/** Other plugins rely on the scope's bindings: presets drop an import without references. */
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
