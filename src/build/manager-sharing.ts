import { needlesOf, selectMigrations } from '../migrations';
import { Prefilter } from '../project/needles';
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
    this.#isOn = this.#isRecorderUsed();
    return this.#isOn;
  }

  #isRecorderUsed(): boolean {
    const { sourceRoot, migrations } = this.options;
    const needles = selectMigrations(migrations).flatMap((migration) => needlesOf(migration));
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
        if (IMPORT.test(text)) return true;
        const result = rewriteModule(text, file, migrations ? { migrations } : {});
        if (result && result.runtimes.length > 0) return true;
      } catch {
        // Unreadable or not to be parsed: the bundler tells, if the file is part of the app at all.
      }
    }
    return false;
  }
}

const IMPORT_NEEDLE = 'taro-modernize/';
/** An import of the recorder's runtime, packaged or copied. */
const IMPORT = /['"`][^'"`\n]*taro-modernize\/(runtime\/)?recorder(\.[jt]s)?['"`]/;
