import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import type { VueCompiler } from '../engine/vue';
import { needlesOf, selectMigrations } from '../migrations';
import type { ProjectFinder } from './detect';
import { type Engine, type LoadEngine, loadEngine } from './engine';
import { Prefilter } from './needles';
import { isDependency } from './package-json';
import { errorCode } from './paths';
import { processFile } from './process-file';
import { type ReadOutcome, SourceReader } from './read-source';
import { runtimeFiles } from './runtime-place';
import type { FileOutcome, Project, RunOptions, Scan } from './types';
import { loadVueCompiler } from './vue-compiler';

type Wanted = Pick<RunOptions, 'migrations' | 'runtime' | 'runtimeDir' | 'todo'>;

/** Reads source files one after the other and keeps what came of those that name one of the APIs. */
export class Processor {
  readonly files: FileOutcome[] = [];
  readonly projects = new Set<Project>();
  readonly copies: Scan['runtimeCopies'] = [];
  readonly #options: Wanted;
  readonly #finder: ProjectFinder;
  readonly #load: LoadEngine;
  readonly #reader: SourceReader;
  readonly #deprecated: Prefilter;
  readonly #sharable: Prefilter;
  readonly #runtimeNames: readonly string[];
  /** Projects in which a file uses the runtime, before or after this run. */
  readonly #users = new Set<Project>();
  /** Files that may have to share the manager; known only when all have been seen. */
  readonly #later: { path: string; project: Project }[] = [];
  readonly #vueCompilers = new Map<string, VueCompiler | undefined>();
  #engine: Engine | null = null;

  constructor(options: Wanted, finder: ProjectFinder, load: LoadEngine = loadEngine) {
    const migrations = selectMigrations(options.migrations);
    const deprecated = migrations.flatMap((migration) => needlesOf(migration));
    const all = migrations.flatMap((migration) => needlesOf(migration, { shareManager: true }));
    this.#options = options;
    this.#finder = finder;
    this.#load = load;
    this.#reader = new SourceReader(new Prefilter(all));
    this.#deprecated = new Prefilter(deprecated);
    this.#sharable = new Prefilter(all.filter((name) => !deprecated.includes(name)));
    this.#runtimeNames = [...new Set(migrations.map((migration) => migration.runtime))];
  }

  async look(path: string, asked: string): Promise<void> {
    const read = this.#read(path);
    if (read.kind === 'too-large') this.files.push({ path, findings: [], problem: { kind: 'too-large' } });
    if (read.kind !== 'hit') return;
    const project = this.#projectOf(path, asked);
    const isSharable = this.#sharable.matches(read.bytes);
    if (isSharable) this.#later.push({ path, project });
    // What hit in neither way is UTF-16: it is processed to be reported.
    if (!isSharable || this.#deprecated.matches(read.bytes))
      await this.#process(path, read.bytes, project, false);
  }

  /**
   * Where the app uses the recorder, its own `getRecorderManager()` calls go through the runtime too: a manager has
   * one listener per event, so two users would take them from each other.
   */
  async shareManagers(): Promise<void> {
    for (const { path, project } of this.#later) {
      if (!this.#usesRuntime(project)) continue;
      const before = this.files.findIndex((file) => file.path === path);
      if (this.files[before]?.problem) continue;
      const read = this.#read(path);
      if (read.kind !== 'hit') continue;
      if (before !== -1) this.files.splice(before, 1);
      await this.#process(path, read.bytes, project, true);
    }
  }

  async #process(path: string, bytes: Buffer, project: Project, shareManager: boolean): Promise<void> {
    this.#engine ??= await this.#load();
    const outcome = processFile(path, bytes, {
      engine: this.#engine,
      project,
      shareManager,
      todo: this.#options.todo,
      vueCompiler: () => this.#vueCompilerOf(project),
      ...(this.#options.migrations && { migrations: this.#options.migrations }),
      runtimeFiles: this.#options.runtime === 'file' ? this.#copiesOf(project) : new Map(),
    });
    if (outcome === null) this.copies.push({ path, project });
    else if (outcome.findings.length > 0 || outcome.problem) this.files.push(outcome);
    if (outcome === null || (outcome.change?.runtimes.length ?? 0) > 0) this.#users.add(project);
  }

  #vueCompilerOf({ root }: Project): VueCompiler | undefined {
    if (!this.#vueCompilers.has(root)) this.#vueCompilers.set(root, loadVueCompiler(root));
    return this.#vueCompilers.get(root);
  }

  #usesRuntime(project: Project): boolean {
    if (this.#users.has(project)) return true;
    // `--runtime package` puts it there; the build plugin alone is a development dependency.
    if (isDependency(project.root, 'taro-modernize')) return true;
    return [...this.#copiesOf(project).values()].some(
      (file) => existsSync(`${file}.ts`) || existsSync(`${file}.js`),
    );
  }

  #copiesOf(project: Project): Map<string, string> {
    return runtimeFiles(project, this.#runtimeNames, this.#options.runtimeDir);
  }

  #read(path: string): ReadOutcome {
    try {
      return this.#reader.read(path);
    } catch (error) {
      this.files.push({ path, findings: [], problem: { kind: 'unreadable', detail: errorCode(error) } });
      return { kind: 'miss' };
    }
  }

  #projectOf(path: string, asked: string): Project {
    const folder = dirname(path);
    const project = this.#finder.of(folder) ?? this.#finder.guess(folder, asked);
    this.projects.add(project);
    return project;
  }
}
