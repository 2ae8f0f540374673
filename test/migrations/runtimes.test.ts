import { basename, dirname, join } from 'node:path';
import { parse } from '@babel/parser';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
// @ts-expect-error scripts are plain JavaScript without declarations
import * as untyped from '../../scripts/runtime-text.mjs';
import { migrations } from '../../src/migrations';

const { runtimeNames, hostsOf, pathOf, textOf } = untyped as {
  runtimeNames: string[];
  hostsOf(name: string): string[];
  pathOf(file: string): string;
  textOf(file: string): string;
};

function bodyOf(file: string) {
  return parse(textOf(file), { sourceType: 'module', plugins: ['typescript'] }).program.body;
}

/** The names that a module exports as values. */
function exportsOf(file: string): string[] {
  return bodyOf(file)
    .flatMap((node) => {
      if (node.type !== 'ExportNamedDeclaration') return [];
      if (node.declaration?.type === 'FunctionDeclaration') return [node.declaration.id?.name];
      return node.specifiers.map(({ exported }) => 'name' in exported && exported.name);
    })
    .map(String)
    .sort();
}

/** The names that a runtime imports from its host. */
function importsOf(runtime: string): string[] {
  return bodyOf(runtime)
    .flatMap((node) => (node.type === 'ImportDeclaration' ? node.specifiers : []))
    .map(({ local }) => local.name)
    .sort();
}

/** The errors that TypeScript reports when a host replaces the default one. */
function mismatches(host: string, plain: string): string[] {
  const file = join(dirname(pathOf(host)), `${host}.compared.ts`);
  const text = [
    `import type * as Host from './${basename(host)}';`,
    `import type * as Plain from './${basename(plain)}';`,
    'export const compare = (host: typeof Host): typeof Plain => host;',
  ].join('\n');
  const options: ts.CompilerOptions = {
    strict: true,
    skipLibCheck: true,
    noEmit: true,
    types: [],
    lib: ['lib.es2015.d.ts', 'lib.dom.d.ts'],
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    module: ts.ModuleKind.ESNext,
  };
  const compiler = ts.createCompilerHost(options);
  const getSourceFile = compiler.getSourceFile.bind(compiler);
  compiler.getSourceFile = (path, target, ...rest) =>
    path === file ? ts.createSourceFile(path, text, target) : getSourceFile(path, target, ...rest);
  const program = ts.createProgram([file], options, compiler);
  return program
    .getSemanticDiagnostics(program.getSourceFile(file))
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}

it('every runtime of a migration has its sources in the folder of its family', () => {
  expect(migrations.flatMap(({ runtime }) => runtime?.name ?? []).sort()).toEqual(runtimeNames);
});

describe.each(runtimeNames)('the hosts of %s', (runtime) => {
  const hosts = hostsOf(runtime);

  it.each(hosts)('%s exports exactly what the runtime imports', (host) => {
    expect(exportsOf(host)).toEqual(importsOf(runtime));
  });

  // In a Taro project, tsc sees only the default host. The hosts of mini programs are compiled with their runtimes in
  // test/cli/native-typescript.test.ts.
  it.each(
    hosts.filter((host) => host !== `${runtime}-host` && !host.endsWith('.native')),
  )('%s has the types of the default host', (host) => {
    expect(mismatches(host, `${runtime}-host`)).toEqual([]);
  });
});

it('the copies in a project with h5 builds are short enough to review', () => {
  const copied = ['recorder', 'recorder-host', 'recorder-host.h5', 'voice', 'voice-host'];
  const lines = copied.flatMap((file) => textOf(file).split('\n'));
  expect(lines.length).toBeLessThanOrEqual(2252);
});
