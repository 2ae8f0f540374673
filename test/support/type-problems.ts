/** Type-checks in-memory files with the settings of several kinds of projects. */
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const folder = fileURLToPath(new URL('.', import.meta.url));
const virtual = (name: string) => `${folder}__virtual__/${name}`;

export const strict: ts.CompilerOptions = {
  strict: true,
  noUnusedLocals: true,
  noUnusedParameters: true,
  noImplicitReturns: true,
  noFallthroughCasesInSwitch: true,
  noUncheckedIndexedAccess: true,
  noImplicitOverride: true,
  exactOptionalPropertyTypes: false,
  isolatedModules: true,
};
/** The tsconfig of Taro's template. */
const template: ts.CompilerOptions = {
  noImplicitAny: false,
  strictNullChecks: true,
  noUnusedLocals: true,
  noUnusedParameters: true,
  allowSyntheticDefaultImports: true,
  experimentalDecorators: true,
  preserveConstEnums: true,
};
const loose: ts.CompilerOptions = { strict: false, esModuleInterop: true };

const node10: ts.CompilerOptions = {
  module: ts.ModuleKind.CommonJS,
  moduleResolution: ts.ModuleResolutionKind.Node10,
};
export const bundler: ts.CompilerOptions = {
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
};

/** The parsed declarations of TypeScript and Taro, which take most of the time, by options and path. */
const parsed = new Map<string, ts.SourceFile | undefined>();

/** The errors that TypeScript reports in files, given by name. */
export function problems(files: Record<string, string>, options: ts.CompilerOptions): string[] {
  const all: ts.CompilerOptions = {
    target: ts.ScriptTarget.ES2017,
    skipLibCheck: true,
    noEmit: true,
    types: [],
    allowSyntheticDefaultImports: true,
    ...options,
  };
  const host = ts.createCompilerHost(all);
  const text = (path: string) => files[path.replace(virtual(''), '')];
  const overlay: ts.CompilerHost = {
    ...host,
    fileExists: (path) => text(path) !== undefined || host.fileExists(path),
    readFile: (path) => text(path) ?? host.readFile(path),
    directoryExists: (path) => path.includes('__virtual__') || host.directoryExists!(path),
    getSourceFile: (path, ...more) => {
      const own = text(path);
      if (own !== undefined) return ts.createSourceFile(path, own, ts.ScriptTarget.ES2017, true);
      const key = JSON.stringify([all, path]);
      if (!parsed.has(key)) parsed.set(key, host.getSourceFile(path, ...more));
      return parsed.get(key);
    },
  };
  const program = ts.createProgram({
    rootNames: Object.keys(files).map(virtual),
    options: all,
    host: overlay,
  });
  return ts
    .getPreEmitDiagnostics(program)
    .map(
      (one) =>
        `${one.file?.fileName.split('/').pop()}: ${ts.flattenDiagnosticMessageText(one.messageText, '\n')}`,
    );
}

const configs = { strict, "Taro's template": template, 'not strict': { ...loose, noUnusedLocals: true } };
const resolutions = { node: node10, bundler };
/** Typical project configurations. */
export const cases = Object.entries(configs).flatMap(([config, options]) =>
  Object.entries(resolutions).map(([name, resolution]) => ({
    config,
    name,
    options: { ...options, ...resolution },
  })),
);

/** The declarations generated from a runtime's source. */
export function declarationsOf(text: string): string {
  const { outputText } = ts.transpileDeclaration(text, {
    compilerOptions: { declaration: true, strict: true },
    fileName: 'runtime.ts',
  });
  return outputText;
}
