import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import type { ts } from 'ts-morph';
import type { Project } from '../../src/project/types';
import { LIBRARY, libraryFiles } from '../../src/project/typing/library';
import type { TypeScriptPackage } from '../../src/project/typing/typescript';

const NODE_MODULES = join(import.meta.dirname, '..', '..', 'node_modules');

/** Installs Taro, whose types the project's modules import. */
export function linkTaro(root: string): void {
  mkdirSync(join(root, 'node_modules'), { recursive: true });
  symlinkSync(join(NODE_MODULES, '@tarojs'), join(root, 'node_modules', '@tarojs'));
}

/** A Taro 4 project in this folder, as detection describes it. */
export function projectAt(root: string): Project {
  return {
    root,
    kind: 'taro',
    sourceRoot: join(root, 'src'),
    outputRoots: [],
    taroVersion: 4,
    platforms: [],
    host: '',
    detected: true,
  };
}

/**
 * The host of a program that reads every file whole.
 * @param declarations parsed declaration files by path, which several programs can share
 */
export function wholeHost(
  typescript: TypeScriptPackage,
  options: ts.CompilerOptions,
  declarations: Map<string, ts.SourceFile>,
): ts.CompilerHost {
  const { ts } = typescript;
  const library = libraryFiles(typescript);
  const host = ts.createCompilerHost(options);
  const { fileExists, readFile } = host;
  host.getDefaultLibLocation = () => LIBRARY;
  host.getDefaultLibFileName = (given) => `${LIBRARY}/${ts.getDefaultLibFileName(given)}`;
  host.fileExists = (path) => library.has(path) || fileExists(path);
  host.readFile = (path) => library.get(path) ?? readFile(path);
  host.getSourceFile = (path, settings) => {
    const known = declarations.get(path);
    const text = known ? undefined : host.readFile(path);
    if (text === undefined) return known;
    const file = ts.createSourceFile(path, text, settings);
    if (path.endsWith('.d.ts')) declarations.set(path, file);
    return file;
  };
  return host;
}
