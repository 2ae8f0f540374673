/**
 * The module specifiers of a runtime: the packaged `taro-modernize/runtime/NAME`, and copies in projects,
 * whose paths end with `taro-modernize/NAME` unless the user chose another folder.
 */

/** The packaged runtime's module specifier. */
export function packagedRuntime(name: string): string {
  return `taro-modernize/runtime/${name}`;
}

/** Texts of which every file that imports a runtime from a default location contains at least one. */
export function runtimeMentions(name: string): readonly string[] {
  return [`taro-modernize/${name}`, packagedRuntime(name)];
}

/** The common part of all imports of a runtime from a default location. */
export const RUNTIME_MENTION = 'taro-modernize/';

/** Whether a text imports one of the runtimes, packaged or copied to the default folder. */
export function importsRuntime(text: string, names: readonly string[]): boolean {
  return new RegExp(`['"\`][^'"\`\\n]*taro-modernize/(runtime/)?(${names.join('|')})(\\.[jt]s)?['"\`]`).test(
    text,
  );
}

/** Whether a module specifier is that of a packaged or copied runtime. */
export function isRuntimeSpecifier(specifier: string, name = '[\\w-]+'): boolean {
  // Asked about every import of a file, most of which lack the folder.
  if (!specifier.includes(RUNTIME_MENTION)) return false;
  return new RegExp(`(^|/)taro-modernize/(runtime/)?${name}(\\.[cm]?[jt]s)?$`).test(specifier);
}
