import {
  type AppCompanion,
  appCompanions,
  type CompanionOption,
  needlesOf,
  selectMigrations,
} from '../migrations/index';
import { Prefilter } from '../migrations/prefilter';
import { importsRuntime, RUNTIME_MENTION } from '../migrations/runtime-module';
import { isInside } from '../project/paths';
import { SourceReader } from '../project/read-source';
import { everySource } from '../project/walk';
import { type ProjectBuildOptions, rewriteModule } from './module';

/** The user's setting for companions: on, off, or on if the app uses their runtime. */
type CompanionModes = Readonly<Partial<Record<CompanionOption, 'auto' | boolean>>>;

export interface AppCompanionsOptions {
  /** Default: `auto`, but on for platforms that need it. */
  modes?: CompanionModes;
  /** The platform of the build, as in `process.env.TARO_ENV`. */
  platform?: string | undefined;
  /** Absolute path of the project's sources. */
  sourceRoot: string;
  /** The options with which the build rewrites a module. */
  build?: Omit<ProjectBuildOptions, CompanionOption | 'onRuntimes'>;
}

/**
 * Determines whether companions that depend on the whole app are enabled. `auto` depends on all sources, so
 * it may scan them, but only if a module contains a companion call and the build has not rewritten a use of
 * the runtime yet. In watch mode, a "no" is valid for one build.
 */
export class AppCompanions {
  readonly #companions: readonly AppCompanion[];
  /** Undefined until asked in this build. */
  readonly #isOn = new Map<CompanionOption, boolean>();
  readonly #auto = new Set<CompanionOption>();

  constructor(private readonly options: AppCompanionsOptions) {
    const { modes = {}, platform = '' } = options;
    this.#companions = appCompanions(selectMigrations(options.build?.migrations));
    for (const { option, platforms } of this.#companions) {
      const mode = modes[option] ?? (platforms.includes(platform) || 'auto');
      if (mode === 'auto') this.#auto.add(option);
      else this.#isOn.set(option, mode);
    }
  }

  isOn(option: CompanionOption): boolean {
    const known = this.#isOn.get(option);
    if (known !== undefined) return known;
    const companion = this.#companions.find((one) => one.option === option);
    const isOn = companion !== undefined && this.#isUsed(companion);
    this.#isOn.set(option, isOn);
    return isOn;
  }

  /** The options for rewriting modules. */
  get asked(): Readonly<Partial<Record<CompanionOption, () => boolean>>> {
    return Object.fromEntries(this.#companions.map(({ option }) => [option, () => this.isOn(option)]));
  }

  /** Call at the start of each build, because the sources may use a runtime by now. */
  refresh(): void {
    for (const option of this.#auto) if (!this.#isOn.get(option)) this.#isOn.delete(option);
  }

  /**
   * Call for each module that the build has rewritten. In the sources, a scan would have found it too.
   * @param file absolute path
   * @param runtimes the runtimes that the file now uses
   */
  see(file: string, runtimes: readonly string[]): void {
    if (!isInside(this.options.sourceRoot, file)) return;
    for (const companion of this.#companions) {
      const isUsed = companion.runtimes.some((runtime) => runtimes.includes(runtime));
      if (isUsed && !this.#isOn.has(companion.option)) this.#isOn.set(companion.option, true);
    }
  }

  #isUsed({ runtimes }: AppCompanion): boolean {
    const { sourceRoot, build = {} } = this.options;
    const needles = selectMigrations(build.migrations)
      .filter(({ runtime }) => runtime && runtimes.includes(runtime.name))
      .flatMap((migration) => needlesOf(migration));
    const prefilter = new Prefilter([...needles, RUNTIME_MENTION]);
    const reader = new SourceReader(() => prefilter);
    for (const file of everySource(sourceRoot)) {
      try {
        const read = reader.read(file);
        if (read.kind !== 'hit') continue;
        const text = read.bytes.toString();
        if (importsRuntime(text, runtimes)) return true;
        // Uses the build's options, so that the build can reuse the result.
        const { runtimes: used = [] } = rewriteModule(text, file, build) ?? {};
        if (used.some((runtime) => runtimes.includes(runtime))) return true;
      } catch {
        // Unreadable or invalid files are reported by the bundler if they are part of the app.
      }
    }
    return false;
  }
}
