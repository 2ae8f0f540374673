import ts from 'typescript';
// @ts-expect-error scripts are plain JavaScript without declarations
import { textOf, withHost } from '../../scripts/runtime-text.mjs';

/** What a runtime finds around it: a global's name → its value. */
export type Surroundings = Readonly<Record<string, unknown>>;

type Factory = (...globals: unknown[]) => void;
const factories = new Map<string, Factory>();

/** The TypeScript of a runtime with its host in one file, by its name. */
export function sourceOf(runtime: string): string {
  return withHost(textOf(runtime), textOf(`${runtime}-host`));
}

/**
 * Evaluates one more copy of a runtime as a CommonJS module of an app.
 * @param source TypeScript, compiled once however many copies of it there are.
 * @returns its exports
 */
export function evaluateRuntime(source: string, surroundings: Surroundings): object {
  const names = Object.keys(surroundings);
  let factory = factories.get(source);
  if (!factory) {
    const { outputText } = ts.transpileModule(source, {
      compilerOptions: { target: ts.ScriptTarget.ES5, module: ts.ModuleKind.CommonJS },
    });
    factory = new Function('exports', ...names, outputText) as Factory;
    factories.set(source, factory);
  }
  const exports = {};
  factory(exports, ...Object.values(surroundings));
  return exports;
}
