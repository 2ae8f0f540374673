import { builtinModules } from 'node:module';
import type { ts } from 'ts-morph';
import type { Followed } from './followed-imports';
import type { TypeScript, TypeScriptPackage } from './typescript';

/** Where TypeScript looks for its library files, which are in memory. */
export const LIBRARY = '/node_modules/typescript/lib';

/** The texts of the library by path. */
export function libraryFiles({ getLibFiles }: TypeScriptPackage): Map<string, string> {
  return new Map(getLibFiles().map(({ fileName, text }) => [`${LIBRARY}/${fileName}`, text]));
}

/** Whether a file declares the objects of browsers, which are more text than all others together. */
export function isBrowserLibrary(path: string): boolean {
  return path.startsWith(`${LIBRARY}/lib.dom.`);
}

/** Globals whose types lead to no other API, although many statements name them. */
const COMMON = new Set(['clearInterval', 'clearTimeout', 'console', 'process', 'setInterval', 'setTimeout']);

/** The variables and types of browsers that may have to be known. */
export function browserGlobals(files: ReadonlyMap<string, string>): Set<string> {
  const texts = [...files].filter(([path]) => isBrowserLibrary(path)).map(([, text]) => text);
  const declarations = texts.flatMap((text) => [
    ...text.matchAll(/^(?:declare )?(?:var|function|interface|type|namespace) (\w+)/gm),
  ]);
  return new Set(declarations.map((match) => match[1]!).filter((name) => !COMMON.has(name)));
}

/**
 * The packages of types that a program includes without an import: those with global declarations, and of them
 * Node's only where it is used.
 */
export function globalTypes(
  ts: TypeScript,
  options: ts.CompilerOptions,
  host: ts.CompilerHost,
  { globals, packages }: Followed,
): string[] {
  const usesNode =
    ['Buffer', 'NodeJS', 'global'].some((name) => globals.has(name)) ||
    [...packages].some((name) => builtinModules.includes(name.replace(/^node:/, '')));
  return ts.getAutomaticTypeDirectiveNames(options, host).filter((name) => {
    if (name === 'node') return usesNode;
    const from = options.configFilePath ?? host.getCurrentDirectory();
    const { resolvedTypeReferenceDirective } = ts.resolveTypeReferenceDirective(
      name,
      String(from),
      options,
      host,
    );
    const path = resolvedTypeReferenceDirective?.resolvedFileName;
    const text = path === undefined ? undefined : host.readFile(path);
    return text === undefined || !/^(import|export)\b/m.test(text) || /\bdeclare global\b/.test(text);
  });
}
