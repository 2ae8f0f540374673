import { migrations as allMigrations, needlesOf, selectMigrations, sharablesOf } from '../migrations';
import { Prefilter } from '../migrations/prefilter';
import { SourceReader } from '../project/read-source';
import { walk } from '../project/walk';
import { rewriteModule } from './module';

export interface ManagerSharingOptions {
  /** `auto`: where the project uses the injected recorder, and so the manager has a second user. */
  mode: 'auto' | boolean;
  /** Absolute path of the project's sources. */
  sourceRoot: string;
  migrations?: readonly string[];
}

/**
 * Whether the project's own `getRecorderManager()` calls are routed to the shared manager. What `auto` comes
 * to depends on all sources, so it takes a pass over them, and in watch mode another one per build until
 * something is found.
 */
export class ManagerSharing {
  #isOn: boolean;

  constructor(private readonly options: ManagerSharingOptions) {
    this.#isOn = options.mode === true;
  }

  get isOn(): boolean {
    return this.#isOn;
  }

  /** Looks through the sources, unless the answer is known. @returns whether the answer changed. */
  refresh(): boolean {
    if (this.#isOn || this.options.mode !== 'auto') return false;
    this.#isOn = this.#isManagerUsed();
    return this.#isOn;
  }

  #isManagerUsed(): boolean {
    const { sourceRoot } = this.options;
    const sharing = selectMigrations(this.options.migrations).filter(
      (migration) => sharablesOf(migration).length > 0,
    );
    if (sharing.length === 0) return false;
    const migrations = sharing.map(({ name }) => name);
    const runtimes = sharing.flatMap(({ runtime }) => runtime ?? []);
    /** An import of such a runtime, packaged or copied. */
    const imported = new RegExp(
      `['"\`][^'"\`\\n]*taro-modernize/(runtime/)?(${runtimes.join('|')})(\\.[jt]s)?['"\`]`,
    );
    const needles = sharing.flatMap((migration) => needlesOf(migration));
    const reader = new SourceReader(new Prefilter([...needles, IMPORT_NEEDLE]));
    const files = walk(sourceRoot, {
      gitignore: false,
      outputs: [],
      outputsOf: () => [],
      onUnreadable: () => {},
      onStrayTemporary: () => {},
      enter: () => true,
    });
    for (const file of files) {
      try {
        const read = reader.read(file);
        if (read.kind !== 'hit') continue;
        const text = read.bytes.toString();
        if (imported.test(text)) return true;
        const result = rewriteModule(text, file, { migrations });
        if (result && result.runtimes.length > 0) return true;
      } catch {
        // Unreadable or not to be parsed: the bundler tells, if the file is part of the app at all.
      }
    }
    return false;
  }
}

const IMPORT_NEEDLE = 'taro-modernize/';

/** The APIs whose calls depend on whether a manager is shared. */
const sharables = allMigrations.flatMap(sharablesOf);

/** Whether a module may hold a manager that is shared in one build and not in another. */
export function holdsManager(code: string): boolean {
  return sharables.some((api) => code.includes(api));
}
