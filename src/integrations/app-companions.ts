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

/** What a user says of companions: on, off, or on where the app uses their runtime. */
export type CompanionModes = Readonly<Partial<Record<CompanionOption, 'auto' | boolean>>>;

export interface AppCompanionsOptions {
  /** Default: `auto`, but on for platforms that need it. */
  modes?: CompanionModes;
  /** What is built for, as in `process.env.TARO_ENV`. */
  platform?: string | undefined;
  /** Absolute path of the project's sources. */
  sourceRoot: string;
  /** How the build rewrites a module. */
  build?: Omit<ProjectBuildOptions, CompanionOption | 'onRuntimes'>;
}

/**
 * Whether the companions are on that are rewritten where something in the app uses a runtime. What `auto` comes to
 * depends on all sources, so it may take a pass over them: asked for where a module holds such a call, and not where
 * the build has come across the runtime before. In watch mode a "no" holds for one build.
 */
export class AppCompanions {
  readonly #companions: readonly AppCompanion[];
  /** Missing where nobody has asked in this build. */
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

  /** The options for the rewriting of modules. */
  get asked(): Readonly<Partial<Record<CompanionOption, () => boolean>>> {
    return Object.fromEntries(this.#companions.map(({ option }) => [option, () => this.isOn(option)]));
  }

  /** To be called when a build begins: its sources may use a runtime now. */
  refresh(): void {
    for (const option of this.#auto) if (!this.#isOn.get(option)) this.#isOn.delete(option);
  }

  /**
   * To be called for what a build has rewritten; in the sources a pass would have found it too.
   * @param file Absolute path.
   * @param runtimes Those that the file uses now.
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
    const reader = new SourceReader(new Prefilter([...needles, RUNTIME_MENTION]));
    for (const file of everySource(sourceRoot)) {
      try {
        const read = reader.read(file);
        if (read.kind !== 'hit') continue;
        const text = read.bytes.toString();
        if (importsRuntime(text, runtimes)) return true;
        // As the build does it, which then need not do it again.
        const { runtimes: used = [] } = rewriteModule(text, file, build) ?? {};
        if (used.some((runtime) => runtimes.includes(runtime))) return true;
      } catch {
        // Unreadable or not to be parsed: the bundler tells, if the file is part of the app at all.
      }
    }
    return false;
  }
}
