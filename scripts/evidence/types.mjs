import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, symlinkSync, unlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import ts from 'typescript';

/** The types that most of the repositories use. Other dependencies are not installed. */
const PACKAGES = [
  ...['@tarojs/taro@4.2.0', '@tarojs/components@4.2.0', 'miniprogram-api-typings@5.2.3'],
  ...['@types/react@18.3.12', 'vue@3.5.13', '@types/node@20'],
];

/** @returns {string} the folder, with the types installed */
export function installTypes(folder) {
  if (existsSync(join(folder, 'node_modules'))) return folder;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
  execFileSync('npm', ['install', '--ignore-scripts', '--legacy-peer-deps', '--no-audit', ...PACKAGES], {
    cwd: folder,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  return folder;
}

/** The type errors of an app's changed TypeScript files. `after()` compares them with those of the new files. */
export function newTypeErrors(folder, changed, types) {
  const files = changed.filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.d.ts'));
  if (files.length === 0) return undefined;
  const check = () => withTypes(folder, types, () => errorsOf(folder, files));
  const before = check();
  return {
    after() {
      const known = [...before];
      const added = check().filter((error) => {
        const at = known.indexOf(error);
        if (at >= 0) known.splice(at, 1);
        return at < 0;
      });
      for (const error of added) console.error(`${folder}: ${error}`);
      return { files: files.length, before: before.length, added: added.length };
    },
  };
}

/** Calls a function while an app has the types. The command must not find them, because it reads types too. */
function withTypes(folder, types, use) {
  const link = join(folder, 'node_modules');
  symlinkSync(join(types, 'node_modules'), link, 'dir');
  try {
    return use();
  } finally {
    unlinkSync(link);
  }
}

/** The errors in files and in the copied runtimes that they import, each with its file but without its line. */
function errorsOf(folder, files) {
  return [...byConfig(folder, files)].flatMap(([config, names]) => {
    const { options, fileNames } = configOf(config, folder);
    const roots = [...names, ...fileNames.filter((name) => name.endsWith('.d.ts'))];
    const program = ts.createProgram(roots, {
      ...options,
      composite: false,
      noEmit: true,
      skipLibCheck: true,
    });
    const isOurs = ({ fileName }) =>
      names.includes(fileName) || /\/taro-modernize\//.test(relative(folder, fileName));
    return program
      .getSourceFiles()
      .filter((file) => isOurs(file) && !file.fileName.includes('/node_modules/'))
      .flatMap((file) => [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)])
      .map(({ file, code, messageText }) => {
        const message = ts.flattenDiagnosticMessageText(messageText, ' ');
        return `${relative(folder, file.fileName)} TS${code} ${message}`;
      });
  });
}

/** The tsconfig.json of each file → the files. */
function byConfig(folder, files) {
  const groups = new Map();
  for (const file of files) {
    const path = join(folder, file);
    const found = ts.findConfigFile(dirname(path), ts.sys.fileExists);
    const config = found?.startsWith(folder) ? found : undefined;
    groups.set(config, [...(groups.get(config) ?? []), path]);
  }
  return groups;
}

function configOf(config, folder) {
  const json = config ? ts.readConfigFile(config, ts.sys.readFile).config : {};
  return ts.parseJsonConfigFileContent(json ?? {}, ts.sys, config ? dirname(config) : folder);
}
