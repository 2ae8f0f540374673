import * as vueCompiler from '@vue/compiler-sfc';
import type { RewriteOptions } from '../../src/engine';
import { processFile } from '../../src/project/process-file';
import type { FileOutcome } from '../../src/project/types';
import { type Fixture, rewriteFixture } from './fixtures';
import { projectAt } from './typed-project';

/** The result for a fixture, with its parts. */
export function outcomeOf(fixture: Fixture): FileOutcome {
  const path = `/app/src/${fixture.name}.${fixture.extension}`;
  const compiler = fixture.options.vueCompiler === null ? {} : { vueCompiler };
  const options = { ...fixture.options, ...compiler, filename: path } as RewriteOptions;
  const processed = processFile(path, Buffer.from(fixture.input), {
    engine: {
      rewrite: (source, { todo, isSuppressed, migrations = options.migrations }) =>
        rewriteFixture(source, { ...options, todo, isSuppressed, migrations }),
      isRuntimeCopy: () => false,
      contentOf: () => null,
    },
    project: projectAt('/app'),
    options: {},
    todo: options.todo ?? false,
    readBack: true,
    inParts: true,
    vueCompiler: () => undefined,
    copyPaths: new Map(),
  });
  if (processed.kind !== 'source') throw new Error(`${path} is not a source`);
  return processed.outcome;
}
