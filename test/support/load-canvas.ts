import type { CanvasModule } from './canvas-pixels';
import type { FakeCanvasHost } from './fake-canvas-page';
import { type Clock, globalClock } from './fake-host';
import { evaluateRuntime, sourceOf } from './runtime-module';

/** The runtime as a module of an app on a host. */
export function loadCanvas(
  host: FakeCanvasHost,
  source = sourceOf('canvas'),
  clock: Clock = globalClock,
): CanvasModule {
  return evaluateRuntime(source, {
    require: () => host.taro,
    process: { env: { TARO_ENV: host.options.platform ?? 'weapp' } },
    getCurrentPages: () => host.pages.slice(),
    setTimeout: (run: () => void, ms: number) => clock.setTimeout(run, ms),
    clearTimeout: (timer: unknown) => clock.clearTimeout(timer),
  }) as CanvasModule;
}
