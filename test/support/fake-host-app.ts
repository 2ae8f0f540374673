/** Loads copies of the recorder runtime into a fake host's app: as many as a test wants, each a module of its own. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import type * as Runtime from '../../src/runtime/recorder';
import type { FakeHost } from './fake-host';

export type RuntimeModule = typeof Runtime;

const path = fileURLToPath(new URL('../../src/runtime/recorder.ts', import.meta.url));
export const runtimeSource = readFileSync(path, 'utf8');

type Factory = (...globals: unknown[]) => void;
const GLOBALS = [
  'exports',
  'require',
  'process',
  'globalThis',
  'setTimeout',
  'clearTimeout',
  'Date',
  'console',
  'navigator',
  '__TARO_MODERNIZE_RECORDER__',
];

const factories = new Map<string, Factory>();

function factoryOf(source: string): Factory {
  let factory = factories.get(source);
  if (!factory) {
    const { outputText } = ts.transpileModule(source, {
      compilerOptions: { target: ts.ScriptTarget.ES5, module: ts.ModuleKind.CommonJS },
    });
    factory = new Function(...GLOBALS, outputText) as Factory;
    factories.set(source, factory);
  }
  return factory;
}

export interface LoadOptions {
  /** The runtime's text, for seeded faults. */
  source?: string;
  /** The build-time constant. */
  defaults?: Runtime.RecorderDefaults;
  /** What `globalThis` is; default: the host's global object. `undefined`: an old base library. */
  global?: unknown;
  navigator?: unknown;
  require?: (name: string) => unknown;
  /** Receives what the runtime reports with console.error. */
  reported?: unknown[];
}

/** One copy of the runtime, evaluated as a CommonJS module of the app. */
export function loadRuntime(host: FakeHost, options: LoadOptions = {}): RuntimeModule {
  const exports = {};
  const require = (name: string) => {
    if (name === '@tarojs/taro') return host.taro;
    if (options.require) return options.require(name);
    throw new Error(`the runtime required ${name}`);
  };
  factoryOf(options.source ?? runtimeSource)(
    exports,
    require,
    { env: { TARO_ENV: host.quirks.platform } },
    'global' in options ? options.global : host.global,
    host.setTimeout,
    host.clearTimeout,
    { now: () => host.clock.now() },
    { error: (...args: unknown[]) => options.reported?.push(...args) },
    options.navigator,
    options.defaults,
  );
  return exports as RuntimeModule;
}
