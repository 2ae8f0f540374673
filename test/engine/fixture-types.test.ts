import { join } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';
// @ts-expect-error scripts are plain JavaScript without declarations
import * as runtimeText from '../../scripts/runtime-text.mjs';
import { type Fixture, fixtures } from '../support/fixtures';

const runtimes = runtimeText as { runtimeNames: string[]; pathOf(name: string): string };

const ROOT = join(import.meta.dirname, '../..');

/** As in Taro's template, with what newer syntax needs. */
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

/** What a fixture leaves out on purpose: its neighbours, globals of hosts and test runners, React's types. */
const LEFT_OUT: ReadonlySet<number> = new Set([
  6133, // a name without a use: the output must not have more of them
  6192, // likewise, all names of an import
  6196, // a type
  6198, // all names of a pattern
  6199, // all variables of a declaration
  2304, // a name that is declared nowhere
  2307, // a module that does not exist
  2339, // a member of a base class, or of a global, that is not there
  2580, // require
  2591, // process
  2582, // jest
  2503, // a namespace
  2552, // a name that resembles another
  2554, // Taro's types want an option where its APIs do not
  7026, // JSX without React's types
]);

/** Fixtures with other errors, which show what is asked of the engine and not what compiles. */
const NOT_CLEAN: Readonly<Record<string, string>> = {
  'typed-tests': 'tests for functions that are always there by their types',
  both: 'a class page of Taro 1, on the types of Taro 4',
  'decorators-standard': 'the configuration is that of the older decorators',
  'globals-ambient': 'declares a global, once before and once after in one program',
  'look-alikes': 'tests for a function that is always there by its type',
  todo: 'deletes a member that may not be missing by its type',
};

/** Names that an output leaves without a use, because something else would go with them. */
const LEFT_UNUSED: Readonly<Record<string, readonly string[]>> = {
  'awaited-taro-2': ['Taro'], // Taro 2 compiles JSX into code that needs it
  'dynamic-import': ['Taro', 'T'], // the module is loaded here
  'ignore-imports': ['halt'], // a comment suppresses its removal
  'typed-receivers': ['own'], // a member of a class
  'unused-after': ['made', 'looped'], // a call, and the head of a loop
};

const typed = fixtures().filter(({ extension }) => /^[cm]?tsx?$/.test(extension));
const pathOf = (fixture: Fixture, when: 'before' | 'after') =>
  join(ROOT, '__testfixtures__', fixture.folder, when, `${fixture.name}.${fixture.extension}`);

interface Mistake {
  code: number;
  text: string;
}

function check(): Map<string, Mistake[]> {
  const texts = new Map<string, string>();
  for (const fixture of typed) {
    texts.set(pathOf(fixture, 'before'), fixture.input);
    texts.set(pathOf(fixture, 'after'), fixture.output);
  }
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

const errors = check();

test.each(
  typed.map((fixture) => [`${fixture.folder}/${fixture.name}`, fixture] as const),
)('%s type-checks before and after', (_, fixture) => {
  const before = errors.get(pathOf(fixture, 'before'))!;
  const after = errors.get(pathOf(fixture, 'after'))!;
  const own = before.filter(({ code }) => !LEFT_OUT.has(code)).map(({ text }) => text);
  if (fixture.name in NOT_CLEAN) expect(own).not.toEqual([]);
  else expect(own).toEqual([]);
  const known = new Set(before.map(({ text }) => text));
  for (const name of LEFT_UNUSED[fixture.name] ?? [])
    known.add(`'${name}' is declared but its value is never read.`);
  expect(after.map(({ text }) => text).filter((text) => !known.has(text))).toEqual([]);
});
