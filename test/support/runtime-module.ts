import ts from 'typescript';
// @ts-expect-error scripts are plain JavaScript without declarations
import { textOf, withHost } from '../../scripts/runtime-text.mjs';

/** The globals that a runtime sees: name → value. */
export type Surroundings = Readonly<Record<string, unknown>>;

type Factory = (...globals: unknown[]) => void;
/** By the names of the globals and the source. */
const factories = new Map<string, Factory>();

/**
 * The TypeScript source of a runtime and its host in one file, by name.
 * @param kind of the host: '.taro2' for Taro 1 and 2
 */
export function sourceOf(runtime: string, kind: '' | '.taro2' = ''): string {
  return withHost(textOf(runtime), textOf(`${runtime}-host${kind}`));
}

/** A runtime as a CommonJS module. @param source TypeScript */
export function compiled(source: string): string {
  return ts.transpileModule(source, {
    compilerOptions: { target: ts.ScriptTarget.ES5, module: ts.ModuleKind.CommonJS },
  }).outputText;
}

/**
 * Evaluates another copy of a runtime as a CommonJS module of an app.
 * @param source TypeScript, compiled only once for all copies
 * @returns its exports
 */
export function evaluateRuntime(source: string, surroundings: Surroundings): object {
  const names = Object.keys(surroundings);
  const key = `${names.join()}:${source}`;
  let factory = factories.get(key);
  if (!factory) {
    factory = new Function('exports', ...names, compiled(source)) as Factory;
    factories.set(key, factory);
  }
  const exports = {};
  factory(exports, ...Object.values(surroundings));
  return exports;
}
