import { join } from 'node:path';
import * as vueCompiler from '@vue/compiler-sfc';
import type { RewriteOptions } from '../../src/engine';
import { processFile } from '../../src/project/process-file';
import type { FileOutcome } from '../../src/project/types';
import { type Fixture, type FixtureOptions, rewriteFixture } from './fixtures';
import { projectAt } from './typed-project';

/** The result for a fixture, with its parts. */
export function outcomeOfFixture(fixture: Fixture): FileOutcome {
  const filename = `${fixture.name}.${fixture.extension}`;
  const compiler = fixture.options.vueCompiler === null ? {} : { vueCompiler };
  return outcomeOf(fixture.input, { ...fixture.options, ...compiler, filename } as RewriteOptions);
}

/** The result for a text in a Taro project, with its parts. */
export function outcomeOf(
  text: string,
  options: RewriteOptions & Pick<FixtureOptions, 'migration'>,
): FileOutcome {
  const processed = processFile(join('/app/src', options.filename), Buffer.from(text), {
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
  if (processed.kind !== 'source') throw new Error(`${options.filename} is not a source`);
  return processed.outcome;
}
