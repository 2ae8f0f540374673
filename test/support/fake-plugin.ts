import type * as babel from '@babel/core';
import type { PluginObj } from '@babel/core';
import { normalize, type ParsedFile, rewriteAst } from '../../src/engine';
import { fakeMigrations } from './fake-migrations';
import type { FixtureOptions } from './fixtures';

/** Runs the plugin with a fake migration. */
export function fakePlugin({ migration, vueCompiler: _none, ...options }: FixtureOptions, filename: string) {
  return ({ types }: typeof babel): PluginObj => ({
    visitor: {},
    pre({ ast, path: program, code: text, metadata }) {
      const engine = normalize({ ...options, filename }, [fakeMigrations[migration!]]);
      const { findings } = rewriteAst({ ast, program, text } as ParsedFile, engine, types);
      Object.assign(metadata, { taroModernize: { findings } });
    },
  });
}
