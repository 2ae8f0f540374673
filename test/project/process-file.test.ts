import { expect, it, vi } from 'vitest';
import type { RewriteOptions } from '../../src/engine/types';
import { ProjectFinder } from '../../src/project/detect';
import { type FileContext, processFile } from '../../src/project/process-file';
import { tree } from '../cli/support/tree';

const compiler = { parse: () => ({ descriptor: { template: null } }) };

/** What the engine is asked with for a file of this name, and how often the compiler was looked for. */
function asked(name: string, context: Partial<FileContext> = {}) {
  const root = tree({ 'package.json': '{ "dependencies": { "@tarojs/taro": "4.2.0" } }' });
  const options: RewriteOptions[] = [];
  const vueCompiler = vi.fn(() => compiler);
  processFile(`${root}/${name}`, Buffer.from('startRecord();'), {
    engine: {
      isRuntimeCopy: () => false,
      contentOf: () => null,
      rewrite: (source, given) => {
        options.push(given);
        return {
          code: source,
          map: null,
          findings: [],
          edits: [],
          changed: false,
          runtimes: [],
          hostUses: [],
        };
      },
    },
    project: new ProjectFinder().of(root)!,
    options: {},
    todo: false,
    vueCompiler,
    copyPaths: new Map(),
    ...context,
  });
  return { options: options[0]!, compilers: vueCompiler.mock.calls.length };
}

it('the compiler of the project is loaded for components, and for nothing else', () => {
  expect(asked('a.vue')).toMatchObject({ options: { vueCompiler: compiler }, compilers: 1 });
  for (const name of ['a.ts', 'a.js', 'vue.tsx']) {
    const { options, compilers } = asked(name);
    expect([options.vueCompiler, compilers], name).toEqual([undefined, 0]);
  }
});

it('the engine is asked with what is known of the project, and with no option that nobody set', () => {
  for (const unset of ['decideMember', 'migrations', 'runtime', 'vueCompiler'])
    expect(asked('a.ts').options).not.toHaveProperty(unset);
  const decideMember = () => undefined;
  const { options } = asked('a.ts', {
    decideMember,
    migrations: ['m'],
    options: { shareManager: true },
    todo: true,
    copyPaths: new Map([['recorder', '/x/recorder']]),
  });
  expect(options).toMatchObject({
    decideMember,
    migrations: ['m'],
    shareManager: true,
    todo: true,
    taroVersion: 4,
  });
  expect(options.runtime?.recorder).toMatch(/\/x\/recorder$/);
});
