import { needlesOf, selectMigrations, sharablesOf } from '../migrations/index';
import { Prefilter } from '../migrations/prefilter';
import { isInside } from '../project/paths';
import { SourceReader } from '../project/read-source';
import { everySource } from '../project/walk';
import { type ProjectBuildOptions, rewriteModule } from './module';

export interface ManagerSharingOptions {
  /** `auto`: where the project uses the injected recorder, and so the manager has a second user. */
  mode: 'auto' | boolean;
  /** Absolute path of the project's sources. */
  sourceRoot: string;
  /** How the build rewrites a module. */
  build?: Omit<ProjectBuildOptions, 'shareManager' | 'onRuntimes'>;
}

/**
 * Whether the project's own `getRecorderManager()` calls are routed to the shared manager. What `auto` comes
 * to depends on all sources, so it may take a pass over them: asked for where a module holds such a call, and not
 * where the build has come across the recorder before. In watch mode a "no" holds for one build.
 */
export class ManagerSharing {
  /** `undefined`: nobody has asked in this build. */
  #isOn: boolean | undefined;

  constructor(private readonly options: ManagerSharingOptions) {
    if (options.mode !== 'auto') this.#isOn = options.mode;
  }

  get isOn(): boolean {
    this.#isOn ??= this.#isManagerUsed();
    return this.#isOn;
  }

  /** To be called when a build begins: its sources may use the recorder now. */
  refresh(): void {
    if (this.options.mode === 'auto' && !this.#isOn) this.#isOn = undefined;
  }

  /**
   * To be called for what a build has rewritten; in the sources a pass would have found it too.
   * @param file Absolute path.
   * @param runtimes Those that the file uses now.
   */
  see(file: string, runtimes: readonly string[]): void {
    if (this.#isOn !== undefined || !isInside(this.options.sourceRoot, file)) return;
    if (this.#sharing().some(({ runtime }) => runtime && runtimes.includes(runtime.name))) this.#isOn = true;
  }

  /** The migrations whose runtime uses the manager. */
  #sharing() {
    return selectMigrations(this.options.build?.migrations).filter(
      (migration) => sharablesOf(migration).length > 0,
    );
  }

  #isManagerUsed(): boolean {
    const { sourceRoot, build = {} } = this.options;
    const sharing = this.#sharing();
    if (sharing.length === 0) return false;
    const runtimes = sharing.flatMap(({ runtime }) => runtime?.name ?? []);
    /** An import of such a runtime, packaged or copied. */
    const imported = new RegExp(
      `['"\`][^'"\`\\n]*taro-modernize/(runtime/)?(${runtimes.join('|')})(\\.[jt]s)?['"\`]`,
    );
    const needles = sharing.flatMap((migration) => needlesOf(migration));
    const reader = new SourceReader(new Prefilter([...needles, IMPORT_NEEDLE]));
    for (const file of everySource(sourceRoot)) {
      try {
        const read = reader.read(file);
        if (read.kind !== 'hit') continue;
        const text = read.bytes.toString();
        if (imported.test(text)) return true;
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

const IMPORT_NEEDLE = 'taro-modernize/';
