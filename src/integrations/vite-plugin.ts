import type { CompanionOption } from '../migrations/index';
import { toPosix } from '../project/paths';
import type { Finding } from '../project/rewrite';
import { isSourceFile } from '../project/source-files';
import { BuildLog, isReported } from './build-log';
import { manualMessage } from './messages';
import {
  type BuildOptions,
  companionsIn,
  type ModuleOutcome,
  type ProjectBuildOptions,
  transformModule,
} from './module';
import { type Reach, type ReachOptions, reach } from './reach';
import { unmatchedEntries } from './unmatched';
import { besideTaro, type OutputOptions } from './vite-chunks';
import { mapLoadedBlocks, type RewrittenComponent } from './vue-maps';

/** Options of the Vite plugin. */
export interface VitePluginOptions extends BuildOptions {
  /** Absolute path of the folder whose modules are rewritten. Default: everything outside node_modules. */
  sourceRoot?: string;
  /** What to rewrite besides the sources: names of packages (`some-lib`), or folders (`../shared/src`). */
  include?: readonly string[];
  /** What stays unchanged: names of packages, or globs as in .gitignore, relative to Vite's root. */
  exclude?: readonly string[];
  /** What to do about manual findings. Default: `warn`. */
  onManual?: 'warn' | 'error' | 'off';
}

/** The options that the Taro plugin adds, because it knows the project. */
interface HostOptions extends Pick<ProjectBuildOptions, 'onRuntimes' | 'sources'> {
  /** Absolute folder to which `include` and `exclude` are relative. */
  root?: string;
  /** As in `ReachOptions`. */
  packages?: boolean;
  /** As in `ReachOptions`. */
  plugins?: readonly string[];
  /** The files of the runtimes, by module specifier. */
  runtimeFiles?: Readonly<Record<string, string>>;
  /**
   * A mini program, for which Taro creates two vendor chunks: one of Taro itself and its packages, one of all
   * other packages.
   */
  isMiniProgram?: boolean;
  /** Constants for the build, as in Vite's own `define`. */
  define?: Readonly<Record<string, string>>;
  /** Called before every build, also in watch mode. */
  beforeBuild?: () => void;
  /** Whether to warn about entries of `include` and `exclude` that match nothing. */
  warnsOfUnmatched?: boolean;
  /** Reports the results at the end of a build. */
  log?: BuildLog;
}

/** The part of Rollup's plugin context that is used here. */
interface Context {
  warn(message: string | Message): void;
  error(message: string | Message): never;
  getModuleIds?(): Iterable<string>;
}

interface Message {
  message: string;
  id?: string;
  loc?: { file: string; line: number; column: number };
}

/** The part of Vite's plugin type that is used here, to support all Vite versions from 4 on. */
export interface VitePlugin {
  name: string;
  enforce: 'pre';
  config(config: unknown, env: { command: 'build' | 'serve' }): { define?: Record<string, string> };
  configResolved(config: { root: string; plugins?: readonly { name: string }[] }): void;
  buildStart(): void;
  outputOptions(output: OutputOptions): OutputOptions | null;
  resolveId(source: string): string | undefined;
  shouldTransformCachedModule(module: { id: string }): boolean;
  transform(this: Context, code: string, id: string): ModuleOutcome['output'];
  buildEnd(this: Context, error?: Error): Promise<void>;
}

/** What is known about a module from its last transformation. */
interface ModuleState {
  findings: readonly Finding[];
  changed: boolean;
  /** Why a rewrite would break it. */
  defect: string | undefined;
  /** As in `ModuleOutcome`. */
  isSkipped: boolean;
  /** As in `ModuleOutcome`. */
  dependsOnSources: boolean;
  /** The companions in it that depend on the whole app. */
  companions: readonly CompanionOption[];
  /** Which of them were on. */
  isOn: string;
  /** The new text of a single-file component. */
  component: RewrittenComponent | undefined;
}

/** A build, or a dev server. */
interface Run {
  readonly build: ProjectBuildOptions;
  readonly onManual: 'warn' | 'error' | 'off';
  isServed: boolean;
  /** Whether a module is rewritten, by its id. */
  reachOf: (id: string) => Reach | undefined;
  log: BuildLog;
  /**
   * All modules since the process started, by id, because watch mode does not transform unchanged modules
   * again.
   */
  readonly modules: Map<string, ModuleState>;
}

/** Creates the Vite plugin: standalone, or for a host that knows the project. */
export function createVitePlugin(options: VitePluginOptions & HostOptions): VitePlugin {
  const { sourceRoot, include, exclude, onManual = 'warn', ...rest } = options;
  const {
    root,
    packages,
    plugins,
    runtimeFiles = {},
    isMiniProgram = false,
    define,
    beforeBuild,
    warnsOfUnmatched = false,
    log,
    ...build
  } = rest;
  const reachIn = (folder: string): ReachOptions => ({
    root: folder,
    sourceRoot,
    include,
    exclude,
    packages,
    plugins,
    migrations: build.migrations,
  });
  const isUnlisted = (file: string) => run.reachOf(file) === 'unlisted';
  // Manual findings are reported without a host too; only the host prints the summary.
  const logIn = (folder: string) =>
    log ??
    new BuildLog(
      { root: folder, onManual, verbose: false, version: '', print: () => {} },
      { ...build, isUnlisted },
    );
  const inFolder = (folder: string) => ({ reachOf: reach(reachIn(folder)), log: logIn(folder) });
  const run: Run = {
    build: { ...build, bundler: 'vite', isUnlisted },
    onManual,
    isServed: false,
    modules: new Map(),
    ...inFolder(root ?? process.cwd()),
  };
  const runtimes = new Set(Object.values(runtimeFiles).map(toPosix));
  return {
    name: 'taro-modernize',
    enforce: 'pre',
    config(_config, { command }) {
      run.isServed = command === 'serve';
      return define ? { define: { ...define } } : {};
    },
    configResolved(config) {
      if (root === undefined) Object.assign(run, inFolder(config.root));
      if (warnsOfUnmatched)
        for (const message of unmatchedEntries(reachIn(config.root))) console.warn(message);
      mapLoadedBlocks(config.plugins ?? [], (file) => run.modules.get(file)?.component);
    },
    buildStart() {
      beforeBuild?.();
    },
    outputOptions(output) {
      return isMiniProgram ? besideTaro(output, runtimes) : null;
    },
    // Vite's ids have `/` on Windows too. With `\`, the app would get a second runtime for modules that
    // import it by path.
    resolveId: (source) => (Object.hasOwn(runtimeFiles, source) ? toPosix(runtimeFiles[source]!) : undefined),
    shouldTransformCachedModule({ id }) {
      const state = run.modules.get(id);
      if (!state) return false;
      return state.dependsOnSources || state.isOn !== isOn(state.companions, run.build);
    },
    transform(code, id) {
      const isModule = isSourceFile(id) && !isBlock(id);
      return isModule && run.reachOf(id) ? transform(run, this, code, id) : undefined;
    },
    async buildEnd(error) {
      if (!error && !run.isServed) await endBuild(run, this);
    },
  };
}

/** Whether a module is a block of a component (`a.vue?vue&type=script&lang.ts`), which was rewritten as a whole. */
function isBlock(id: string): boolean {
  return /\.vue\?/.test(id);
}

/** Which of the companions are on. */
function isOn(companions: readonly CompanionOption[], build: BuildOptions): string {
  return companions
    .map((option) => {
      const given = build[option];
      return typeof given === 'function' ? given() : (given ?? false);
    })
    .join();
}

/** Rewrites a module, and remembers what the end of the build and the next one need. */
function transform(
  { build, onManual, isServed, modules, log }: Run,
  context: Context,
  code: string,
  id: string,
): ModuleOutcome['output'] {
  const outcome = transformModule(code, id, build);
  const {
    findings = [],
    output,
    problem,
    defect,
    isSkipped = false,
    dependsOnSources = false,
  } = outcome ?? {};
  if (problem !== undefined) context.warn(problem);
  // A dev server continues with the unchanged module. A build reports all such modules and fails at the end.
  if (defect !== undefined) context.warn({ message: defect, id });
  const companions = companionsIn(code, id, build);
  if (!outcome && companions.length === 0) modules.delete(id);
  else
    modules.set(id, {
      findings,
      changed: output !== undefined,
      defect,
      isSkipped,
      dependsOnSources,
      companions,
      isOn: isOn(companions, build),
      component: id.endsWith('.vue') ? output : undefined,
    });
  // A dev server has no end of the build for reporting.
  if (isServed) report(context, id, code, log.left(id, findings), onManual);
  return output;
}

/** Reports the modules of the build that has ended, and fails it if one must not pass. */
async function endBuild({ onManual, log, modules }: Run, context: Context): Promise<void> {
  const used = new Set(context.getModuleIds?.() ?? modules.keys());
  const own = [...modules].filter(([id]) => used.has(id));
  const records = new Map(own.filter(([, state]) => isReported(state)));
  const messages = log
    .diagnostics(records)
    .map(({ file, finding, message }) => toMessage(file, finding, message));
  // The first error ends the build, so all others are reported as warnings before it.
  const last = onManual === 'error' ? messages.pop() : undefined;
  for (const message of messages) context.warn(message);
  await log.finish(records);
  const [broken] = own.flatMap(([id, { defect }]) => (defect === undefined ? [] : [{ id, message: defect }]));
  const failure = last ?? broken;
  if (!failure) return;
  log.print();
  context.error(failure);
}

function report(
  context: Context,
  id: string,
  code: string,
  findings: readonly Finding[],
  onManual: 'warn' | 'error' | 'off',
): void {
  if (onManual === 'off') return;
  const messages = findings.map((finding) => toMessage(id, finding, manualMessage(finding, id, code)));
  // The first error ends the module, so all others are reported as warnings before it.
  const last = onManual === 'error' ? messages.pop() : undefined;
  for (const message of messages) context.warn(message);
  if (last) context.error(last);
}

function toMessage(file: string, { line, column }: Finding, message: string): Message {
  return { message, id: file, loc: { file, line, column: column - 1 } };
}
