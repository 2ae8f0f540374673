/**
 * Builds the runtimes that ship with apps, from the folder runtime/ of each family in src/migrations. NAME.ts is the
 * core of a runtime, and NAME-host.ts contains everything that it takes from outside. The packaged runtimes are one
 * file each, the core with its host:
 *
 *   NAME.esm.js       ES module with otherwise ES5 syntax. Not .mjs, which webpack treats as a strict ES module, where
 *                     named imports from the CommonJS @tarojs/taro fail
 *   NAME.js           CommonJS, ES5
 *   NAME.mjs          for Node's `import` condition: reexports the CommonJS file, so that there is one instance
 *   NAME.d.ts, NAME.d.mts
 *   package.json      without a "type", with which webpack would reject the ES module
 *
 * Copies in projects are two or more files, so that no code is duplicated there:
 *
 *   source/NAME.ts, NAME-host.ts, NAME-host.h5.ts   the sources
 *   source/*.js           the same without types, for JavaScript projects: ES2015, which Taro compiles
 *   source/taro2/*.js     the files that differ for Taro 1 and 2
 *   source/native/*.js    for native mini programs: CommonJS in ES5, with `wx` and `process.env.TARO_ENV` not replaced
 *                         yet
 *   source/native/*.ts    the sources with the types of WeChat's typings instead of Taro's
 *
 * Uses the TypeScript API, because bundlers no longer emit ES5.
 */

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import prettier from 'prettier';
import ts from 'typescript';
import { hostsOf, pathOf, runtimeNames, textOf, withHost } from './runtime-text.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
/** Hosts that replace NAME-host.ts in projects other than Taro 3 and 4. */
const OTHER_PROJECTS = ['taro2', 'native'];
const platformOf = (host) => host.split('.')[1];
/** The platforms whose builds use another host, with that host. */
const platformHosts = (name) =>
  hostsOf(name).filter((host) => platformOf(host) && !OTHER_PROJECTS.includes(platformOf(host)));

const ESM = { module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler };
const CJS = { module: ts.ModuleKind.CommonJS, moduleResolution: ts.ModuleResolutionKind.Node10 };

/**
 * The rules of a project do not apply to a copy. ESLint also reports directives that suppress nothing, so
 * `max-lines` gives it something to suppress in every file. No description after `--`, which ESLint 6 does
 * not support.
 */
const ESLINT =
  '/* eslint-disable */ /* eslint max-lines: [1, 1] */ // so that ESLint never reports the directive as unused';

/** Biome has no comment that suppresses everything. */
const BIOME = ['lint', 'format', 'assist']
  .map((part) => `// biome-ignore-all ${part}: the rules of the project do not apply to a copy`)
  .join('\n');

/** Represents a blank line, which TypeScript would not print. */
const BLANK = '//:blank';

const options = {
  // The settings of the strictest project that has to compile its copies.
  strict: true,
  noUnusedLocals: true,
  noUnusedParameters: true,
  noUncheckedIndexedAccess: true,
  exactOptionalPropertyTypes: true,
  noPropertyAccessFromIndexSignature: true,
  noImplicitReturns: true,
  target: ts.ScriptTarget.ES5,
  // ES5 syntax but not an ES5 library, because Promise exists on every platform.
  lib: ['lib.es2015.d.ts', 'lib.dom.d.ts'],
  types: [],
  skipLibCheck: true,
  esModuleInterop: false,
  allowSyntheticDefaultImports: true,
  newLine: ts.NewLineKind.LineFeed,
};

/**
 * @param {string} outDir folder for the files, created if missing
 * @returns {string[]} the written paths
 * @throws {Error} with TypeScript's messages when something does not compile
 */
export function buildRuntime(outDir = join(root, 'dist', 'runtime')) {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const written = [];
  const write = (name, text) => {
    const path = join(outDir, name);
    mkdirSync(resolve(path, '..'), { recursive: true });
    writeFileSync(path, text);
    written.push(path);
  };
  const stamped = (name) =>
    textOf(name)
      .replace('__VERSION__', version)
      .replace('\n', `\n${ESLINT}\n`)
      // Directives for this repository's own linter mean nothing in a user's project.
      .replace(/^\/\/ biome-ignore.*\n/gm, '');

  const platformPackages = runtimeNames.flatMap((core) =>
    platformHosts(core).map((host) => [`${core}-${platformOf(host)}`, { core, host }]),
  );
  // When imported for its side effect, a platform's runtime serves all other copies of it.
  const sideEffects = platformPackages.map(([name]) => `./${name}.*`);
  write('package.json', `${JSON.stringify({ sideEffects })}\n`);
  const packages = [
    ...runtimeNames.map((core) => [core, { core, host: `${core}-host` }]),
    ...platformPackages,
  ];
  for (const [name, { core, host }] of packages) {
    const source = withHost(stamped(core), stamped(host));
    write(`${name}.esm.js`, compile(pathOf(core), source, { ...options, ...ESM }).js);
    const commonjs = compile(pathOf(core), source, { ...options, ...CJS, declaration: true });
    write(`${name}.js`, commonjs.js);
    write(`${name}.d.ts`, commonjs.dts);
    write(`${name}.d.mts`, commonjs.dts);
    write(`${name}.mjs`, `export { ${exportsOf(commonjs.js).join(', ')} } from './${name}.js';\n`);
  }

  const copied = (name) => stamped(name).replace(ESLINT, `${ESLINT}\n${BIOME}`);
  const javascript = (name, target, finish = (code) => code) => {
    const marked = copied(name)
      .replace(/^[ \t]*\/\/ @ts-.*\n/gm, '')
      .replace(/^[ \t]*$/gm, BLANK);
    // Already type-checked: above, or as part of this repository's sources.
    const { outputText } = ts.transpileModule(marked, { compilerOptions: { ...options, ...ESM, target } });
    return prettier.format(finish(tidy(outputText)), { parser: 'babel' });
  };
  const { ES5, ES2015 } = ts.ScriptTarget;
  for (const name of runtimeNames) {
    for (const file of [name, `${name}-host`, ...platformHosts(name)]) {
      write(`source/${file}.ts`, copied(file));
      write(`source/${file}.js`, javascript(file, ES2015));
    }
    const hosts = hostsOf(name);
    if (hosts.includes(`${name}-host.taro2`))
      write(`source/taro2/${name}-host.js`, javascript(`${name}-host.taro2`, ES2015));
    if (hosts.includes(`${name}-host.native`)) {
      write(`source/native/${name}.js`, javascript(name, ES5, toNative));
      write(`source/native/${name}-host.js`, javascript(`${name}-host.native`, ES5, toNative));
      write(`source/native/${name}.ts`, withWechatTypes(copied(name)));
      write(`source/native/${name}-host.ts`, withWechatTypes(copied(`${name}-host.native`)));
    }
  }
  return written;
}

/** Checks and prints a text in place of a file, so that its imports resolve like the file's. */
export function compile(file, text, compilerOptions) {
  const host = ts.createCompilerHost(compilerOptions);
  const { getSourceFile, writeFile: _unused, ...rest } = host;
  const output = {};
  const program = ts.createProgram({
    rootNames: [file],
    options: compilerOptions,
    host: {
      ...rest,
      getSourceFile: (path, ...more) =>
        resolve(path) === file
          ? ts.createSourceFile(path, text, ts.ScriptTarget.ES2015, true)
          : getSourceFile.call(host, path, ...more),
      writeFile: (path, content) => {
        output[path.endsWith('.d.ts') ? 'dts' : 'js'] = content;
      },
    },
  });
  const result = program.emit(program.getSourceFile(file));
  const problems = [...ts.getPreEmitDiagnostics(program), ...result.diagnostics];
  if (problems.length) {
    throw new Error(
      ts.formatDiagnostics(problems, {
        getCanonicalFileName: (path) => path,
        getCurrentDirectory: () => root,
        getNewLine: () => '\n',
      }),
    );
  }
  return output;
}

function exportsOf(commonjs) {
  const names = new Set();
  for (const [, name] of commonjs.matchAll(/^exports\.(\w+) = /gm)) names.add(name);
  return [...names].filter((name) => name !== '__esModule').sort();
}

/** What TypeScript writes for destructured values and defaults in ES5, and what a person would write. */
const READABLE = { _a: 'fields', _b: 'field', 'void 0': 'undefined' };

/** The code of a file for native mini programs. */
function toNative(code) {
  const statements = code.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '');
  if (/(?<![.\w])fields?\b/.test(statements)) throw new Error('the name for a destructured value is taken');
  return toCommonJs(code.replace(/\b(_a|_b|void 0)\b/g, (one) => READABLE[one]));
}

/**
 * The module system of mini programs. Their developer tools only compile `import` and `export` if configured
 * to.
 */
function toCommonJs(code) {
  const names = [];
  const body = code
    .replace(/^export (var|function) (\w+)/gm, (_all, kind, name) => {
      names.push(name);
      return `${kind} ${name}`;
    })
    .replace(/^import \{ ([^}]*?),? \} from '(\.\/[\w-]+)';$/gm, (_all, list, path) =>
      [
        `var host = require('${path}');`,
        ...list.split(', ').map((name) => `var ${name} = host.${name};`),
      ].join('\n'),
    );
  return `${body.trimEnd()}\n\nmodule.exports = {\n${names.map((name) => `    ${name}: ${name},\n`).join('')}};\n`;
}

/** The same code in a project without Taro, whose names in comments are those of the files there. */
function withWechatTypes(code) {
  return (
    code
      .replaceAll('TaroGeneral.CallbackResult', 'WechatMiniprogram.GeneralCallbackResult')
      // In WeChat's typings these options are optional.
      .replace(/\boption: (?=Parameters<typeof native(?:Image|Video)>)/g, 'option?: ')
      .replace(/^(\/\*\* The environment of \w[\w-]*)\.js\b/m, '$1.ts')
  );
}

/** Restores blank lines, one at a time, but not inside braces that only contained types. */
function tidy(code) {
  return code
    .replace(new RegExp(`^[ \\t]*${BLANK}$`, 'gm'), '')
    .replace(/\n{3,}/g, '\n\n')
    .replace(/\{\n\n/g, '{\n')
    .replace(/\n\n([ \t]*\})/g, '\n$1');
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  try {
    buildRuntime(process.argv[2]);
  } catch (error) {
    console.error(String(error.message));
    process.exitCode = 1;
  }
}
