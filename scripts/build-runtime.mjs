/**
 * Builds what ships into the apps, from src/runtime/*.ts:
 *
 *   NAME.esm.js       ES module, ES5 syntax otherwise. Not .mjs: webpack takes that as strict ES module, where named
 *                     imports from the CommonJS @tarojs/taro fail
 *   NAME.js           CommonJS, ES5
 *   NAME.mjs          for Node's `import` condition: the CommonJS file's exports, so that there is one instance
 *   NAME.d.ts, NAME.d.mts
 *   package.json          without a "type", which would have webpack refuse the ES module
 *   source/NAME.ts    the source, to be copied into projects
 *   source/NAME.js    the same without types, for JavaScript projects: ES module, ES5 syntax otherwise
 *
 * The TypeScript API does it because bundlers no longer emit ES5.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const root = fileURLToPath(new URL('..', import.meta.url));
const NAMES = ['recorder', 'voice'];
/** Runtimes for one platform: the other's text with this file's host section, and the platform in the copy's name. */
const PLATFORMS = { 'recorder-h5': { of: 'recorder', copy: 'recorder.h5' } };
const HOST = /^\/\/ <host>[\s\S]*?^\/\/ <\/host>[^\n]*$/m;

/** Stands for a blank line while TypeScript, which would drop it, emits. */
const BLANK = '//:blank';

const options = {
  strict: true,
  noUnusedLocals: true,
  noUnusedParameters: true,
  target: ts.ScriptTarget.ES5,
  // ES5 syntax, not an ES5 library: Promise is there on every platform.
  lib: ['lib.es2015.d.ts', 'lib.dom.d.ts'],
  types: [],
  skipLibCheck: true,
  esModuleInterop: false,
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
  // Imported for its own sake, recorder-h5 serves every other copy of the recorder.
  write('package.json', '{ "sideEffects": ["./recorder-h5.*"] }\n');

  for (const name of [...NAMES, ...Object.keys(PLATFORMS)]) {
    const file = join(root, 'src', 'runtime', `${name}.ts`);
    const copy = PLATFORMS[name]?.copy ?? name;
    const source = sourceOf(name)
      .replace('__VERSION__', version)
      // Notes to this repository's own linter mean nothing in a user's project.
      .replace(/^\/\/ biome-ignore.*\n/gm, '');

    const emit = (text, extra) => compile(file, text, { ...options, ...extra });
    const esm = { module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler };
    const cjs = { module: ts.ModuleKind.CommonJS, moduleResolution: ts.ModuleResolutionKind.Node10 };

    write(`${name}.esm.js`, emit(source, esm).js);
    const commonjs = emit(source, { ...cjs, declaration: true });
    write(`${name}.js`, commonjs.js);
    write(`${name}.d.ts`, commonjs.dts);
    write(`${name}.d.mts`, commonjs.dts);
    write(`${name}.mjs`, `export { ${exportsOf(commonjs.js).join(', ')} } from './${name}.js';\n`);
    write(`source/${copy}.ts`, source);
    const marked = source.replace(/^[ \t]*$/gm, BLANK);
    write(`source/${copy}.js`, tidy(emit(marked, esm).js));
  }
  return written;
}

function sourceOf(name) {
  const read = (runtime) => readFileSync(join(root, 'src', 'runtime', `${runtime}.ts`), 'utf8');
  if (!PLATFORMS[name]) return read(name);
  const own = read(name);
  const [host] = own.match(HOST);
  return read(PLATFORMS[name].of)
    .replace(HOST, () => host)
    .replace('\n', () => `\n${own.match(/^\/\/\/ .*\n/m)[0]}`);
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
  const result = program.emit();
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
