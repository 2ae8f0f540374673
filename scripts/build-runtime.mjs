/**
 * Builds what ships into the apps, from the folder runtime/ of each family in src/migrations: NAME.ts is the core of a
 * runtime, NAME-host.ts is all that it takes from outside. The packaged runtimes are one file each, the core with its
 * host:
 *
 *   NAME.esm.js       ES module, ES5 syntax otherwise. Not .mjs: webpack takes that as strict ES module, where named
 *                     imports from the CommonJS @tarojs/taro fail
 *   NAME.js           CommonJS, ES5
 *   NAME.mjs          for Node's `import` condition: the CommonJS file's exports, so that there is one instance
 *   NAME.d.ts, NAME.d.mts
 *   package.json      without a "type", which would have webpack refuse the ES module
 *
 * Copies in projects are two files and more, so that no line stands twice there:
 *
 *   source/NAME.ts, NAME-host.ts, NAME-host.h5.ts   the sources
 *   source/*.js           the same without types, for JavaScript projects: ES module, ES5 syntax otherwise
 *   source/taro2/*.js     what differs for Taro 1 and 2
 *   source/native/*.js    for mini programs without Taro: CommonJS, with `wx` and `process.env.TARO_ENV` as they are
 *
 * The TypeScript API does it because bundlers no longer emit ES5.
 */

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { hostsOf, pathOf, runtimeNames, textOf, withHost } from './runtime-text.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
/** Hosts that other projects than Taro's current ones take in the place of NAME-host.ts. */
const OTHER_PROJECTS = ['taro2', 'native'];
const platformOf = (host) => host.split('.')[1];
/** The host of each platform whose builds take another one. */
const platformHosts = (name) =>
  hostsOf(name).filter((host) => platformOf(host) && !OTHER_PROJECTS.includes(platformOf(host)));

const ESM = { module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler };
const CJS = { module: ts.ModuleKind.CommonJS, moduleResolution: ts.ModuleResolutionKind.Node10 };

/**
 * A project's rules are not for a copy. ESLint also reports directives that suppress nothing, so `max-lines` makes sure
 * that there is something in every file. No description after `--`: ESLint 6 does not know that.
 */
const ESLINT =
  '/* eslint-disable */ /* eslint max-lines: [1, 1] */ // so that there is always something to disable';

/** Stands for a blank line while TypeScript, which would drop it, emits. */
const BLANK = '//:blank';

const options = {
  // What the strictest project asks of its copies.
  strict: true,
  noUnusedLocals: true,
  noUnusedParameters: true,
  noUncheckedIndexedAccess: true,
  exactOptionalPropertyTypes: true,
  noPropertyAccessFromIndexSignature: true,
  noImplicitReturns: true,
  target: ts.ScriptTarget.ES5,
  // ES5 syntax, not an ES5 library: Promise is there on every platform.
  lib: ['lib.es2015.d.ts', 'lib.dom.d.ts'],
  types: [],
  skipLibCheck: true,
  esModuleInterop: false,
  allowSyntheticDefaultImports: true,
  newLine: ts.NewLineKind.LineFeed,
};

/**
 * @param {string} outDir directory for the files, made when missing
 * @returns {string[]} the paths written
 * @throws {Error} with TypeScript's messages when anything does not compile
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
      // Notes to this repository's own linter mean nothing in a user's project.
      .replace(/^\/\/ biome-ignore.*\n/gm, '');

  const platformPackages = runtimeNames.flatMap((core) =>
    platformHosts(core).map((host) => [`${core}-${platformOf(host)}`, { core, host }]),
  );
  // Imported for its own sake, a platform's runtime serves every other copy of it.
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

  const javascript = (name) => {
    const marked = stamped(name).replace(/^[ \t]*$/gm, BLANK);
    // Its types have been checked: above, and the other hosts' with this repository's sources.
    return tidy(ts.transpileModule(marked, { compilerOptions: { ...options, ...ESM } }).outputText);
  };
  for (const name of runtimeNames) {
    for (const file of [name, `${name}-host`, ...platformHosts(name)]) {
      write(`source/${file}.ts`, stamped(file));
      write(`source/${file}.js`, javascript(file));
    }
    const hosts = hostsOf(name);
    if (hosts.includes(`${name}-host.taro2`))
      write(`source/taro2/${name}-host.js`, javascript(`${name}-host.taro2`));
    if (hosts.includes(`${name}-host.native`)) {
      write(`source/native/${name}.js`, toCommonJs(javascript(name)));
      write(`source/native/${name}-host.js`, toCommonJs(javascript(`${name}-host.native`)));
    }
  }
  return written;
}

/** Checks and emits one text in the place of a file, so that its imports resolve as the file's. */
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

/** A mini program's own module system; the developer tools translate `import` and `export` only when they are told to. */
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

/** Blank lines back, but one at a time and none where only types stood between braces. */
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
