import type { CompanionOption } from '../migrations/index';
import { toPosix } from '../project/paths';
import type { Finding } from '../project/rewrite';
import { isSourceFile } from '../project/source-files';
import { BuildLog } from './build-log';
import { manualFindings } from './manual-findings';
import { manualMessage } from './messages';
import { type BuildOptions, type ModuleOutcome, type ProjectBuildOptions, transformModule } from './module';
import { appCompanionsIn } from './module-mentions';
import { type ReachOptions, reach } from './reach';
import { unmatchedEntries } from './unmatched';
import { besideTaro, type OutputOptions } from './vite-chunks';
import { mapLoadedBlocks, type RewrittenComponent } from './vue-maps';

/** Options of the Vite plugin. */
export interface VitePluginOptions extends BuildOptions {
  /** Absolute path of the folder whose modules are rewritten. Default: everything outside node_modules. */
  sourceRoot?: string;
  /** What to rewrite besides the sources: names of packages (`some-lib`), or folders (`../shared/src`). */
  include?: readonly string[];
  /** Files that stay unchanged: globs as in .gitignore, relative to Vite's root. */
  exclude?: readonly string[];
  /** What to do about manual findings. Default: `warn`. */
  onManual?: 'warn' | 'error' | 'off';
}

/** The options that the Taro plugin adds, because it knows the project. */
interface HostOptions extends Pick<ProjectBuildOptions, 'onRuntimes'> {
  /** Absolute folder to which `include` and `exclude` are relative. */
  root?: string;
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

/** Creates the Vite plugin: standalone, or for a host that knows the project. */
export function createVitePlugin(options: VitePluginOptions & HostOptions): VitePlugin {
  const { sourceRoot, include, exclude, onManual = 'warn', ...rest } = options;
  const {
    root,
    runtimeFiles = {},
    isMiniProgram = false,
    define,
    beforeBuild,
    warnsOfUnmatched = false,
    log: given,
    ...build
  } = rest;
  const reachIn = (folder: string): ReachOptions => ({
    root: folder,
    ...(sourceRoot !== undefined && { sourceRoot }),
    ...(include && { include }),
    ...(exclude && { exclude }),
    ...(build.migrations && { migrations: build.migrations }),
  });
  const wantedIn = (folder: string) => reach(reachIn(folder));
  let isWanted = wantedIn(root ?? process.cwd());
  let isServed = false;
  /**
   * The results of all modules since the process started, because watch mode does not transform unchanged
   * modules again.
   */
  const records = new Map<string, { findings: readonly Finding[]; changed: boolean }>();
  /** How the modules with companion calls were rewritten, by module id. */
  const holders = new Map<string, { companions: readonly CompanionOption[]; isOn: string }>();
  const isOnIn = (companions: readonly CompanionOption[]) =>
    companions
      .map((option) => {
        const given = build[option];
        return typeof given === 'function' ? given() : (given ?? false);
      })
      .join();
  // Manual findings are reported without a host too; only the host prints the summary.
  const logIn = (folder: string) =>
    given ?? new BuildLog({ root: folder, onManual, verbose: false, version: '', print: () => {} }, build);
  let log = logIn(root ?? process.cwd());
  const components = new Map<string, RewrittenComponent>();
  const runtimes = new Set(Object.values(runtimeFiles).map(toPosix));
  /** Messages about modules that a rewrite would break. */
  const defects = new Map<string, string>();
  return {
    name: 'taro-modernize',
    enforce: 'pre',
    config(_config, { command }) {
      isServed = command === 'serve';
      return define ? { define: { ...define } } : {};
    },
    configResolved(config) {
      if (root === undefined) {
        isWanted = wantedIn(config.root);
        log = logIn(config.root);
      }
      if (warnsOfUnmatched)
        for (const message of unmatchedEntries(reachIn(config.root))) console.warn(message);
      mapLoadedBlocks(config.plugins ?? [], (file) => components.get(file));
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
      const held = holders.get(id);
      return held !== undefined && held.isOn !== isOnIn(held.companions);
    },
    transform(code, id) {
      if (!isSourceFile(id) || !isWanted(id)) return undefined;
      const {
        findings = [],
        output,
        problem,
        defect,
      } = transformModule(code, id, { ...build, bundler: 'vite' }) ?? {};
      if (problem !== undefined) this.warn(problem);
      // A dev server continues with the unchanged module. A build reports all such modules and fails at the
      // end.
      if (defect !== undefined) this.warn({ message: defect, id });
      if (defect === undefined) defects.delete(id);
      else defects.set(id, defect);
      if (findings.length > 0) records.set(id, { findings, changed: output !== undefined });
      else records.delete(id);
      const companions = appCompanionsIn(code);
      if (companions.length > 0) holders.set(id, { companions, isOn: isOnIn(companions) });
      else holders.delete(id);
      if (output && id.endsWith('.vue')) components.set(id, output);
      else components.delete(id);
      // A dev server has no end of the build for reporting.
      if (isServed) report(this, id, code, manualFindings(findings, rest.level), onManual);
      return output;
    },
    async buildEnd(error) {
      if (error || isServed) return;
      const used = new Set(this.getModuleIds?.() ?? [...records.keys(), ...defects.keys()]);
      const own = new Map([...records].filter(([id]) => used.has(id)));
      const messages = log
        .diagnostics(own)
        .map(({ file, finding, message }) => toMessage(file, finding, message));
      // The first error ends the build, so all others are reported as warnings before it.
      const last = onManual === 'error' ? messages.pop() : undefined;
      for (const message of messages) this.warn(message);
      await log.finish(own);
      const [broken] = [...defects].filter(([id]) => used.has(id));
      const failure = last ?? (broken && { id: broken[0], message: broken[1] });
      if (!failure) return;
      log.print();
      this.error(failure);
    },
  };
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
