/** Type-checks the texts of fixtures. */
import { join } from 'node:path';
import ts from 'typescript';
// @ts-expect-error scripts are plain JavaScript without declarations
import * as runtimeText from '../../scripts/runtime-text.mjs';
import { type Fixture, fixtures } from './fixtures';

const runtimes = runtimeText as { runtimeNames: string[]; pathOf(name: string): string };

const ROOT = join(import.meta.dirname, '../..');

/** Like Taro's template, plus what newer syntax needs. */
const OPTIONS: ts.CompilerOptions = {
  target: ts.ScriptTarget.ESNext,
  module: ts.ModuleKind.Preserve,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  moduleDetection: ts.ModuleDetectionKind.Force,
  lib: ['lib.esnext.d.ts', 'lib.dom.d.ts'],
  jsx: ts.JsxEmit.Preserve,
  strictNullChecks: true,
  noUnusedLocals: true,
  noUnusedParameters: true,
  experimentalDecorators: true,
  allowSyntheticDefaultImports: true,
  skipLibCheck: true,
  noEmit: true,
  types: [],
  paths: Object.fromEntries(
    runtimes.runtimeNames.map((name) => [`taro-modernize/runtime/${name}`, [runtimes.pathOf(name)]]),
  ),
};

/**
 * Errors for what fixtures omit on purpose: other files, globals of hosts and test runners, React's types.
 */
export const LEFT_OUT: ReadonlySet<number> = new Set([
  6133, // an unused name: the output must not have more of them
  6192, // the same for all names of an import
  6196, // an unused type
  6198, // all names of a pattern
  6199, // all variables of a declaration
  2304, // an undeclared name
  2307, // a missing module
  2339, // a missing member of a base class or a global
  2580, // require
  2591, // process
  2582, // jest
  2503, // a namespace
  2552, // an undeclared name similar to another
  2554, // Taro's types require an option that its APIs do not
  7026, // JSX without React's types
]);

/** Names that an output leaves unused, because removing them would remove something else. */
const LEFT_UNUSED: Readonly<Record<string, readonly string[]>> = {
  'awaited-taro-2': ['Taro'], // Taro 2 compiles JSX into code that needs it
  'dynamic-import': ['Taro', 'T'], // its import loads the module
  'ignore-imports': ['halt'], // a comment suppresses its removal
  'typed-receivers': ['own'], // a class member
  'unused-after': ['made', 'looped'], // a call, and the head of a loop
};

/** The fixtures in TypeScript whose runtime exists. */
export const typed = fixtures().filter(
  ({ extension, options }) => /^[cm]?tsx?$/.test(extension) && options.migration !== 'markup',
);

/** The path of a text of a fixture, in a folder of this name. */
export const pathOf = (fixture: Fixture, when: string) =>
  join(ROOT, '__testfixtures__', fixture.folder, when, `${fixture.name}.${fixture.extension}`);

export interface Mistake {
  code: number;
  text: string;
}

/** The errors in each text, by path. */
export function mistakesIn(texts: ReadonlyMap<string, string>): Map<string, Mistake[]> {
  const host = ts.createCompilerHost(OPTIONS);
  const { fileExists, readFile } = host;
  host.fileExists = (path) => texts.has(path) || fileExists(path);
  host.readFile = (path) => texts.get(path) ?? readFile(path);
  const getSourceFile = host.getSourceFile.bind(host);
  host.getSourceFile = (path, options, ...rest) => {
    const text = texts.get(path);
    return text === undefined
      ? getSourceFile(path, options, ...rest)
      : ts.createSourceFile(path, text, options);
  };
  const program = ts.createProgram([...texts.keys()], OPTIONS, host);
  return new Map(
    [...texts.keys()].map((path) => {
      const file = program.getSourceFile(path)!;
      const found = [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)];
      const mistakes = found.map(({ code, messageText }) => ({
        code,
        text: ts.flattenDiagnosticMessageText(messageText, '\n'),
      }));
      return [path, mistakes];
    }),
  );
}

/** The errors of a changed text that the input of its fixture does not have. */
export function addedTo(before: readonly Mistake[], after: readonly Mistake[], { name }: Fixture): string[] {
  const known = new Set(before.map(({ text }) => text));
  for (const unused of LEFT_UNUSED[name] ?? [])
    known.add(`'${unused}' is declared but its value is never read.`);
  return after.map(({ text }) => text).filter((text) => !known.has(text));
}
