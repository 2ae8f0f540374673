import type { CanvasModule } from './canvas-pixels';
import type { FakeCanvasHost } from './fake-canvas-page';
import { evaluateRuntime, sourceOf } from './runtime-module';

/** The runtime as a module of an app on a host. */
export function loadCanvas(host: FakeCanvasHost, source = sourceOf('canvas')): CanvasModule {
  return evaluateRuntime(source, {
    require: () => host.taro,
    process: { env: { TARO_ENV: host.options.platform ?? 'weapp' } },
    getCurrentPages: () => host.pages.slice(),
  }) as CanvasModule;
}
