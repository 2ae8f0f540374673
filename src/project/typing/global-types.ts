import { builtinModules } from 'node:module';
import type { ts } from 'ts-morph';
import type { Needed } from './needed-statements';
import type { TypeScript } from './typescript';

/**
 * The packages of types that a program includes without an import: those with global declarations, and of them
 * Node's only where it is used.
 */
export function globalTypes(
  ts: TypeScript,
  options: ts.CompilerOptions,
  host: ts.CompilerHost,
  { globals, packages }: Needed,
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
