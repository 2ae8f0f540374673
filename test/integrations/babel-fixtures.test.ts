import { parseSync, transformSync, traverse } from '@babel/core';
import type { File, Node } from '@babel/types';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { parseFile } from '../../src/engine/parse/parse';
import taroModernizeBabel, { type BabelPluginOptions } from '../../src/integrations/babel';
import { rewriteModule } from '../../src/integrations/module';
import { fakePlugin } from '../support/fake-plugin';
import { fixtures, rewriteFixture } from '../support/fixtures';

// Some families are only for WeChat builds.
beforeAll(() => vi.stubEnv('TARO_ENV', 'weapp'));
afterAll(() => vi.unstubAllEnvs());

/** Build integrations support the fixture's options, but TODO marks and types are only for the codemod. */
const cases = fixtures()
  .filter(({ extension }) => !['vue', 'wxml', 'json'].includes(extension))
  .filter(
    ({ options }) => !options.todo && !options.runtime && options.project !== 'native' && !options.parser,
  )
  // A script that Babel's own scopes reject.
  .filter(({ name }) => !name.startsWith('sloppy-functions'))
  .map((fixture) => [`${fixture.folder}/${fixture.name}.${fixture.extension}`, fixture] as const);

describe.each(cases)('%s', (_, { name, extension, input, options }) => {
  const filename = `/app/src/${name}.${extension}`;
  const { migration, migrations, taroVersion, shareManager = false, guard } = options;
  const build = { ...(migrations && { migrations }), ...(taroVersion && { taroVersion }), shareManager };
  const text = input.replace(/^\uFEFF/, '');

  test('the Babel plugin prints what the rewritten text prints, with the same findings', () => {
    const byText = migration
      ? rewriteFixture(text, { ...options, filename, vueCompiler: undefined })
      : rewriteModule(text, filename, { ...build, ...(guard && { guard }) });
    const plugin: BabelPluginOptions = { ...build, onManual: 'off' };
    process.env.TARO_ENV = guard ? 'h5' : 'weapp';
    const settings = {
      filename,
      cwd: '/app',
      configFile: false,
      babelrc: false,
      // Blank lines and the places of comments depend on positions, which are those of the input.
      comments: false,
      compact: true,
      parserOpts: {
        sourceType: 'unambiguous',
        allowReturnOutsideFunction: true,
        allowUndeclaredExports: true,
        plugins: parseFile(text, filename).dialect,
      },
    } as const;
    const expected = transformSync(byText?.code ?? text, settings)!;
    const compiled = transformSync(text, {
      ...settings,
      ast: true,
      plugins: [migration ? fakePlugin(options, filename) : [taroModernizeBabel, plugin]],
    })!;
    expect(compiled.code).toBe(expected.code);
    const { taroModernize } = compiled.metadata as { taroModernize?: { findings: unknown } };
    expect(taroModernize?.findings ?? []).toEqual(byText?.findings ?? []);
    expectBoundReferences(compiled.ast as File);
    expectOriginalPositions(compiled.ast as File, parseSync(text, settings) as File, text);
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

/** Every name of the input that is still there has its position, and nothing has a position outside. */
function expectOriginalPositions(ast: File, original: File, text: string): void {
  const starts = new Map<string, Node['loc']>();
  traverse(original, {
    enter: ({ node }) => void starts.set(`${node.type} ${node.start} ${node.end}`, node.loc),
  });
  traverse(ast, {
    enter({ node }) {
      if (!node.loc) return;
      expect(node.start).toBeLessThanOrEqual(node.end!);
      expect(node.end).toBeLessThanOrEqual(text.length);
      const same = starts.get(`${node.type} ${node.start} ${node.end}`);
      if (same) expect(node.loc).toMatchObject({ start: { ...same.start }, end: { ...same.end } });
    },
  });
}
