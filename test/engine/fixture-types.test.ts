import { join } from 'node:path';
import ts from 'typescript';
import { beforeAll, expect, test } from 'vitest';
// @ts-expect-error scripts are plain JavaScript without declarations
import * as runtimeText from '../../scripts/runtime-text.mjs';
import { type Fixture, fixtures } from '../support/fixtures';

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
const LEFT_OUT: ReadonlySet<number> = new Set([
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

/**
 * Fixtures with other errors. They show input that the engine has to handle even though it does not compile.
 */
const NOT_CLEAN: Readonly<Record<string, string>> = {
  'typed-tests': 'tests for functions that its types always declare',
  both: 'a class page of Taro 1 with the types of Taro 4',
  'decorators-standard': 'the configuration enables legacy decorators',
  'globals-ambient': 'declares a global twice in one program: before and after',
  'look-alikes': 'tests for a function that its type always declares',
  todo: 'deletes a member that its type requires',
};

/** Names that an output leaves unused, because removing them would remove something else. */
const LEFT_UNUSED: Readonly<Record<string, readonly string[]>> = {
  'awaited-taro-2': ['Taro'], // Taro 2 compiles JSX into code that needs it
  'dynamic-import': ['Taro', 'T'], // its import loads the module
  'ignore-imports': ['halt'], // a comment suppresses its removal
  'typed-receivers': ['own'], // a class member
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

let errors: Map<string, Mistake[]>;
beforeAll(() => {
  errors = check();
});

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
