import type { TypeScriptPackage } from './typescript';

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
