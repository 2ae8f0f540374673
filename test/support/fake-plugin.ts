import type * as babel from '@babel/core';
import type { PluginObj } from '@babel/core';
import { normalize, rewriteHost } from '../../src/engine';
import { rewriteFile } from '../../src/integrations/babel-file';
import { fakeMigrations } from './fake-migrations';
import type { FixtureOptions } from './fixtures';

/** Runs the plugin with a fake migration. */
export function fakePlugin({ migration, vueCompiler: _none, ...options }: FixtureOptions, filename: string) {
  const engine = normalize({ ...options, filename }, [fakeMigrations[migration!]]);
  return (api: typeof babel): PluginObj => ({
    visitor: {},
    pre(file) {
      const findings = rewriteFile(file, api, (source) => rewriteHost(source, engine));
      Object.assign(file.metadata, { taroModernize: { findings } });
    },
  });
}
