import { holdsManager, type ManagerSharing } from './manager-sharing';

/** The part of webpack's compiler that is used here. */
interface Compiler {
  hooks: {
    run: { tap(name: string, run: () => void): void };
    watchRun: { tap(name: string, run: () => void): void };
    compilation: { tap(name: string, run: (compilation: unknown) => void): void };
  };
  webpack: {
    NormalModule: {
      getCompilationHooks(compilation: unknown): {
        needBuild?: {
          tapPromise(name: string, run: (module: WebpackModule) => Promise<boolean | undefined>): void;
        };
      };
    };
  };
}

interface WebpackModule {
  originalSource?(): { source(): string | Buffer } | null;
}

const NAME = 'taro-modernize';

/**
 * webpack plugin: when a watched project begins to use the recorder, the modules that hold the manager are
 * built once more, because what becomes of them has changed and not they themselves.
 */
export class WebpackManagerSharing {
  constructor(private readonly sharing: ManagerSharing) {}

  apply(compiler: Compiler): void {
    let hasChanged = false;
    const refresh = () => {
      hasChanged = this.sharing.refresh();
    };
    compiler.hooks.run.tap(NAME, refresh);
    compiler.hooks.watchRun.tap(NAME, refresh);
    compiler.hooks.compilation.tap(NAME, (compilation) => {
      const { needBuild } = compiler.webpack.NormalModule.getCompilationHooks(compilation);
      needBuild?.tapPromise(NAME, async (module) => {
        if (!hasChanged) return undefined;
        return holdsManager(String(module.originalSource?.()?.source() ?? '')) || undefined;
      });
    });
  }
}
