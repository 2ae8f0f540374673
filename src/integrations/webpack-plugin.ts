import type { CompanionOption } from '../migrations/index';
import type { Finding } from '../project/rewrite';
import type { AppCompanions } from './app-companions';
import { type BuildLog, isReported, type ModuleRecords } from './build-log';
import { tagged } from './messages';
import { LISTENER, type LoaderContext, type ModuleRecord } from './webpack-loader';

/** The part of webpack's compiler that is used here. webpack 4 has no `webpack` property. */
interface Compiler {
  hooks: {
    run: Tap<unknown>;
    watchRun: Tap<unknown>;
    thisCompilation: Tap<Compilation>;
    /** Also called for child compilers. */
    compilation: Tap<Compilation>;
    done: {
      tapPromise(
        options: { name: string; stage: number },
        run: (stats: { hasErrors(): boolean }) => Promise<void>,
      ): void;
    };
  };
  webpack?: {
    NormalModule: {
      getCompilationHooks(compilation: Compilation): {
        loader: LoaderHook;
        needBuild?: {
          tapPromise(name: string, run: (module: WebpackModule) => Promise<boolean | undefined>): void;
        };
      };
    };
    WebpackError: new (message: string) => Error;
  };
}

interface Tap<Value> {
  tap(name: string, run: (value: Value) => void): void;
}

interface LoaderHook {
  tap(name: string, run: (context: LoaderContext, module: WebpackModule) => void): void;
}

interface Compilation {
  compiler: { isChild(): boolean };
  warnings: Error[];
  errors: Error[];
  hooks: {
    finishModules: Tap<Iterable<WebpackModule>>;
    /** webpack 4 only. */
    normalModuleLoader?: LoaderHook;
  };
}

interface WebpackModule {
  resource?: string;
  /** Stored in webpack's cache with the module. */
  buildInfo?: Record<string, unknown> | null;
}

const NAME = 'taro-modernize';

export interface WebpackPluginOptions {
  log: BuildLog;
  companions: Pick<AppCompanions, 'isOn' | 'refresh'>;
  onManual: 'warn' | 'error' | 'off';
}

/**
 * webpack plugin for the loader: stores the loader's results with each module, so that cached modules have
 * them too; reports them; and rebuilds modules with companion calls when those are enabled.
 */
export class WebpackPlugin {
  constructor(private readonly options: WebpackPluginOptions) {}

  apply(compiler: Compiler): void {
    const { log, companions, onManual } = this.options;
    const isOnIn = (options: readonly CompanionOption[]) => options.map((option) => companions.isOn(option));
    let records: ModuleRecords = new Map();
    /** The results of child compilers: Taro builds each independent subpackage with one. */
    const inner = new Map<string, ModuleRecord>();
    /** How the files with companion calls were built. */
    const holders = new Map<string, Kept>();
    compiler.hooks.run.tap(NAME, () => companions.refresh());
    compiler.hooks.watchRun.tap(NAME, () => companions.refresh());
    const listen = (compilation: Compilation) => {
      const hooks = compiler.webpack?.NormalModule.getCompilationHooks(compilation);
      const loader = hooks?.loader ?? compilation.hooks.normalModuleLoader;
      loader?.tap(NAME, (context, module) => {
        // Taro builds a page as two modules of one file. The loader runs only in the first one, and the
        // second one uses its output. The second one must record how that was built, so that it is rebuilt
        // with it.
        const first = holders.get(fileOf(module));
        if (first) keep(module, { ...first, findings: [] });
        context[LISTENER] = (record) => {
          const holds = record.companions.length > 0;
          const isKept = holds || isReported(record);
          const kept = { ...record, isOn: isOnIn(record.companions) };
          keep(module, isKept ? kept : undefined);
          if (holds) holders.set(record.file, kept);
          else holders.delete(record.file);
        };
      });
      hooks?.needBuild?.tapPromise(NAME, async (module) => {
        const kept = keptOf(module);
        return (kept && String(kept.isOn) !== String(isOnIn(kept.companions))) || undefined;
      });
    };
    compiler.hooks.compilation.tap(NAME, (compilation) => {
      if (!compilation.compiler.isChild()) return;
      listen(compilation);
      compilation.hooks.finishModules.tap(NAME, (modules) => {
        for (const [file, record] of recordsOf(modules)) inner.set(file, record);
      });
    });
    compiler.hooks.thisCompilation.tap(NAME, (compilation) => {
      inner.clear();
      listen(compilation);
      compilation.hooks.finishModules.tap(NAME, (modules) => {
        // Before webpack concatenates modules, which removes them from the list.
        records = new Map([...inner, ...recordsOf(modules)]);
        const bundlerError = compiler.webpack?.WebpackError ?? Error;
        for (const { file, finding, message } of log.diagnostics(records)) {
          const diagnostic = Object.assign(new bundlerError(tagged(message)), {
            name: 'Deprecated',
            file,
            loc: locationOf(finding),
          });
          (onManual === 'error' ? compilation.errors : compilation.warnings).push(diagnostic);
        }
      });
    });
    // Before Taro's own listener, which ends the process after an error.
    compiler.hooks.done.tapPromise({ name: NAME, stage: -1000 }, async (stats) => {
      await log.finish(records);
      if (stats.hasErrors()) log.print();
    });
  }
}

/** The entry in a module's `buildInfo`. */
type Kept = ModuleRecord & { isOn: readonly boolean[] };

function keep(module: WebpackModule, kept: Kept | undefined): void {
  module.buildInfo ??= {};
  module.buildInfo[NAME] = kept;
}

function fileOf({ resource = '' }: WebpackModule): string {
  return resource.replace(/\?.*$/, '');
}

function keptOf(module: WebpackModule): Kept | undefined {
  return module.buildInfo?.[NAME] as Kept | undefined;
}

/** By file, because webpack has one module for each block of a single-file component. */
function recordsOf(modules: Iterable<WebpackModule>): Map<string, ModuleRecord> {
  const records = new Map<string, ModuleRecord>();
  for (const module of modules) {
    const kept = keptOf(module);
    if (kept && isReported(kept)) records.set(kept.file, kept);
  }
  return records;
}

function locationOf({ line, column, endLine, endColumn }: Finding) {
  return { start: { line, column: column - 1 }, end: { line: endLine, column: endColumn - 1 } };
}
