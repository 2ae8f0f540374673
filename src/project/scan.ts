import { lstatSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { isAbandoned } from './atomic-write';
import { Configurations } from './configurations';
import type { ProjectFinder } from './detect';
import { type GivenPath, resolvePaths } from './given-paths';
import { matcher, possibleTypos, Unmatched } from './globs';
import { unreadable } from './paths';
import { Processor, type ProcessorHooks } from './processor';
import { isSearchedFile } from './source-files';
import type { RunOptions, Scan } from './types';
import { UnsearchedFiles } from './unsearched';
import { walk } from './walk';

export interface ScanHooks extends ProcessorHooks {
  /** Called between files. Shows progress and yields so that signals are handled; throws to abort. */
  tick?(scanned: number): Promise<void> | void;
}

const TICK_EVERY = 64;

/** Searches everything that was given and computes all changes without writing anything. */
export async function scan(options: RunOptions, finder: ProjectFinder, hooks: ScanHooks = {}): Promise<Scan> {
  const { found, missing, irregular } = resolvePaths(options.paths, options.cwd);
  const processor = new Processor(options, finder, hooks);
  const tree = new TreeScan(options, finder, hooks, found, processor);
  for (const path of missing) processor.fail(path, { kind: 'missing' });
  for (const path of irregular) processor.fail(path, { kind: 'not-a-file' });
  // Named files come first. Folders that contain them then skip them, so nothing is counted twice.
  for (const given of found) if (given.kind === 'file') await tree.file(given);
  for (const given of found) if (given.kind === 'folder') await tree.folder(given);
  return {
    ...(await processor.settle()),
    scanned: tree.scanned,
    unsearched: tree.unsearched.count(tree.roots, (path) => processor.isMentioned(path)),
    empty: tree.empty,
    unmatched: tree.unmatched,
    notSource: tree.notSource,
    strayTemporaries: tree.strayTemporaries,
    roots: tree.roots,
  };
}

class TreeScan {
  scanned = 0;
  /** All source files found, including those not selected. */
  #met = 0;
  readonly empty: string[] = [];
  readonly unsearched = new UnsearchedFiles();
  readonly notSource: string[] = [];
  readonly strayTemporaries: string[] = [];
  readonly roots: string[];
  /** Real paths of files that must not be processed twice: named ones, and all files if globs may overlap. */
  readonly #seen = new Set<string>();
  readonly #configurations = new Configurations();
  readonly #remember: boolean;
  readonly #folders = new Set<string>();
  readonly #includes: (path: string) => boolean;
  readonly #ignores: (path: string) => boolean;
  readonly #unmatched: Readonly<Record<'include' | 'ignore', Unmatched>>;

  constructor(
    private readonly options: RunOptions,
    private readonly finder: ProjectFinder,
    private readonly hooks: ScanHooks,
    paths: readonly GivenPath[],
    private readonly processor: Processor,
  ) {
    this.#remember = paths.length > 1 && paths.some((given) => given.isGlob);
    this.#includes = options.include.length > 0 ? matcher(options.include, options.cwd) : () => true;
    this.#ignores = options.ignore.length > 0 ? matcher(options.ignore, options.cwd) : () => false;
    this.#unmatched = {
      include: new Unmatched(options.include, options.cwd),
      ignore: new Unmatched(possibleTypos(options.ignore, options.cwd), options.cwd),
    };
    this.roots = [...new Set(paths.map(({ kind, real }) => (kind === 'file' ? dirname(real) : real)))];
  }

  /** Globs of the user that matched no file. */
  get unmatched(): Scan['unmatched'] {
    const { include, ignore } = this.#unmatched;
    return { include: include.globs, ignore: ignore.globs };
  }

  async file(given: GivenPath): Promise<void> {
    if (this.#seen.has(given.real)) return;
    this.#seen.add(given.real);
    this.#configurations.add(this.finder.of(dirname(given.real)));
    if (!this.#isSearched(basename(given.real), dirname(given.real))) {
      this.notSource.push(given.path);
      return;
    }
    // A named link is replaced by the file behind it. The link itself is never overwritten.
    const path = isLink(given.path) ? given.real : given.path;
    if (!this.#wanted(path)) return;
    this.scanned++;
    await this.hooks.tick?.(this.scanned);
    await this.processor.look(path, dirname(path));
  }

  async folder(given: GivenPath): Promise<void> {
    const before = this.#met;
    this.#configurations.add(this.finder.of(given.path));
    const realOf = (path: string): string => given.real + path.slice(given.path.length);
    for (const path of this.#filesOf(given, realOf)) {
      this.scanned++;
      const looking = this.processor.look(path, given.path);
      if (looking) await looking;
      if (looking || this.scanned % TICK_EVERY === 0) await this.hooks.tick?.(this.scanned);
    }
    if (this.#met === before) this.empty.push(given.path);
  }

  *#filesOf(given: GivenPath, realOf: (path: string) => string): Generator<string> {
    const files = walk(given.path, {
      accepts: (name, folder) => this.#isSearched(name, folder),
      gitignore: this.options.gitignore,
      outputs: this.finder.of(given.path)?.outputRoots ?? [],
      outputsOf: (folder) => this.finder.at(folder)?.outputRoots ?? [],
      onUnreadable: (path, detail) => this.processor.fail(path, unreadable(path, detail)),
      onStrayTemporary: (path) => {
        if (isAbandoned(path)) this.strayTemporaries.push(path);
      },
      onLeftOut: (kind, path) => this.unsearched.add(kind, realOf(path)),
      enter: (folder) => given.isGlob || this.#enter(realOf(folder)),
    });
    for (const path of files) {
      if (!given.accepts(path)) continue;
      this.#met++;
      if (!this.#wanted(path)) continue;
      if (this.#seen.size > 0 && this.#seen.has(realOf(path))) continue;
      if (this.#remember) this.#seen.add(realOf(path));
      yield path;
    }
  }

  #isSearched(name: string, folder: string): boolean {
    if (!name.endsWith('.json')) return isSearchedFile(name);
    // An app's folder comes before those of its pages.
    if (name === 'app.json') this.#configurations.add(this.finder.of(folder));
    return this.#configurations.has(join(folder, name));
  }

  /** Visited folders are only recorded if several roots could overlap, to save memory in one large tree. */
  #enter(real: string): boolean {
    if (this.roots.length === 1) return true;
    if (this.#folders.has(real)) return false;
    this.#folders.add(real);
    return true;
  }

  #wanted(path: string): boolean {
    this.#unmatched.include.see(path);
    this.#unmatched.ignore.see(path);
    return this.#includes(path) && !this.#ignores(path);
  }
}

function isLink(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
}
