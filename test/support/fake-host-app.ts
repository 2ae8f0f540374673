/** Loads copies of the recorder runtime into a fake host's app, each as a separate module. */
import type * as Runtime from '../../src/migrations/start-record/runtime/recorder';
import type { FakeHost } from './fake-host';
import { evaluateRuntime, sourceOf } from './runtime-module';

export type RuntimeModule = typeof Runtime;

export const runtimeSource = sourceOf('recorder');

export interface LoadOptions {
  /** The runtime's source, for seeded faults. */
  source?: string;
  /** The build-time constant. */
  defaults?: Runtime.RecorderDefaults;
  /** The value of `globalThis`. Default: the host's global object. `undefined`: an old base library. */
  global?: unknown;
  navigator?: unknown;
  window?: { addEventListener(event: string, listener: () => void): void };
  require?: (name: string) => unknown;
  /** Receives what the runtime reports with console.error. */
  reported?: unknown[];
}

/** One copy of the runtime, evaluated as a CommonJS module of the app. */
export function loadRuntime(host: FakeHost, options: LoadOptions = {}): RuntimeModule {
  const require = (name: string) => {
    if (name === '@tarojs/taro') return host.taro;
    if (options.require) return options.require(name);
    throw new Error(`the runtime required ${name}`);
  };
  return evaluateRuntime(options.source ?? runtimeSource, {
    require,
    process: { env: { TARO_ENV: host.quirks.platform } },
    globalThis: 'global' in options ? options.global : host.global,
    setTimeout: host.setTimeout,
    clearTimeout: host.clearTimeout,
    Date: { now: () => host.clock.now() },
    console: { error: (...args: unknown[]) => options.reported?.push(...args) },
    navigator: options.navigator,
    window: options.window ?? { addEventListener() {} },
    __TARO_MODERNIZE_RECORDER__: options.defaults,
  }) as RuntimeModule;
}
