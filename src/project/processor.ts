import { existsSync } from 'node:fs';
import { basename, dirname, extname } from 'node:path';
import type { VueCompiler } from '../engine/parse/vue';
import type { HostUse, RewriteOptions } from '../engine/types';
import { mentionsOf, selectMigrations, sharablesOf } from '../migrations';
import { Prefilter } from '../migrations/prefilter';
import { decodeSource } from './decode';
import type { ProjectFinder } from './detect';
import { type Engine, type LoadEngine, loadEngine } from './engine';
import { isDependency } from './package-json';
import { errorCode, unreadable } from './paths';
import { processFile, specifier } from './process-file';
import { type ReadOutcome, SourceReader } from './read-source';
import { runtimeFiles } from './runtime-paths';
import { type Searched, search } from './search';
import type { FileOutcome, Project, RunOptions, Scan } from './types';
import type { MemberTypes } from './typing/member-types';
import { type LoadTypeScript, loadTypeScript } from './typing/typescript';
import { loadVueCompiler } from './vue-compiler';

type Wanted = Pick<RunOptions, 'migrations' | 'runtime' | 'runtimeDir' | 'todo' | 'types'>;

export interface ProcessorHooks {
  /** Absolute path of the script with which a second thread searches large trees; without it there is none. */
  worker?: string;
  /** Called between the files that are looked at once more with their types. */
  tickTypes?(done: number, all: number): Promise<void> | void;
  loadEngine?: LoadEngine;
  loadTypeScript?: LoadTypeScript;
}

interface Source {
  path: string;
  bytes: Buffer;
  project: Project;
}

/** What a file is asked with, and whether it asked. */
interface Question {
  ask?: RewriteOptions['decideMember'];
  isOpen: boolean;
}

/** Reads source files one after the other and keeps what came of those that name one of the APIs. */
export class Processor {
  readonly files: FileOutcome[] = [];
  readonly projects = new Set<Project>();
  readonly copies: Scan['runtimeCopies'] = [];
  readonly imports: Scan['runtimeImports'] = [];
  untyped = 0;
  readonly #options: Wanted;
  readonly #finder: ProjectFinder;
  readonly #hooks: ProcessorHooks;
  readonly #reader: SourceReader;
  readonly #deprecated: Prefilter;
  readonly #sharable: Prefilter;
  /** Folders of runtimes that earlier runs copied elsewhere than to the usual place. */
  readonly runtimeFolders = new Map<Project, string>();
  readonly #runtimeNames: readonly string[];
  /** The runtimes that have a manager to share. */
  readonly #sharing: ReadonlySet<string>;
  /** Apps in which a file uses such a runtime, before or after this run. */
  readonly #users = new Set<Project>();
  /** Files that may have to share the manager; known only when all have been seen. */
  readonly #later: { path: string; project: Project }[] = [];
  /** How the files of a project use names that hosts have for APIs of their own; missing until all were seen. */
  readonly #hostUses = new Map<Project, readonly HostUse[]>();
  /** Files that name an API, in the order in which they were met. */
  readonly #hits: { path: string; project: Project }[] = [];
  /** Files in which scopes alone leave something open. */
  readonly #undecided: Source[] = [];
  readonly #vueCompilers = new Map<string, VueCompiler | undefined>();
  #engine: Engine | null = null;
  #types: MemberTypes | null = null;

  constructor(options: Wanted, finder: ProjectFinder, hooks: ProcessorHooks = {}) {
    const migrations = selectMigrations(options.migrations);
    const runtimesOf = (some: typeof migrations) => new Set(some.flatMap(({ runtime }) => runtime ?? []));
    this.#runtimeNames = [...runtimesOf(migrations)];
    const { runtimeDir } = options;
    const deprecated = [
      ...migrations.flatMap((migration) => mentionsOf(migration)),
      // In the first line of every copy of a runtime.
      'taro-modernize-runtime',
      // In files that import one from a folder of the user's choice.
      ...(runtimeDir ? this.#runtimeNames.map((name) => `${basename(runtimeDir)}/${name}`) : []),
    ];
    const sharables = migrations.flatMap((migration) => sharablesOf(migration));
    this.#options = options;
    this.#finder = finder;
    this.#hooks = hooks;
    this.#reader = new SourceReader(new Prefilter([...deprecated, ...sharables]));
    this.#deprecated = new Prefilter(deprecated);
    this.#sharable = new Prefilter(sharables);
    this.#sharing = runtimesOf(migrations.filter((migration) => sharablesOf(migration).length > 0));
  }

  /** Says in parts, and in order, which of the files are to be looked at: in large trees not all of them are. */
  search(files: Iterable<string>): AsyncGenerator<Searched> {
    return search(files, this.#reader, this.#hooks.worker);
  }

  /** Nothing to wait for where the file names no API: nearly all do not, and a promise for each would be felt. */
  look(path: string, asked: string): Promise<void> | undefined {
    const read = this.#read(path);
    if (read.kind === 'miss') return undefined;
    if (read.kind === 'hit') return this.#lookInto(path, read.bytes, asked);
    this.files.push({ path, findings: [], problem: { kind: 'too-large' } });
    return undefined;
  }

  async #lookInto(path: string, bytes: Buffer, asked: string): Promise<void> {
    const project = this.#projectOf(path, asked);
    this.#hits.push({ path, project });
    const isSharable = this.#sharable.matches(bytes);
    if (isSharable) this.#later.push({ path, project });
    // What hit in neither way is UTF-16: it is processed to be reported.
    if (!isSharable || this.#deprecated.matches(bytes))
      this.#add(await this.#process({ path, bytes, project }, false));
  }

  /**
   * An earlier run may have copied the runtime to a folder of the user's choice, which shows when all files have
   * been seen: it is used again, and what imports it is known for what it is.
   */
  async useOwnFolders(): Promise<void> {
    const { runtime, runtimeDir } = this.#options;
    if (runtime !== 'file' || runtimeDir !== undefined) return;
    for (const { path, project } of this.copies) {
      if (this.runtimeFolders.has(project) || this.#hasCopy(project, this.#runtimeNames)) continue;
      this.runtimeFolders.set(project, dirname(path));
    }
    const moved = this.#hits.filter(({ project }) => this.runtimeFolders.has(project));
    for (const { path, project } of moved) {
      if (!this.copies.some((copy) => copy.path === path)) await this.#lookAgain(path, project);
    }
  }

  /**
   * Some hosts have APIs of their own under the deprecated names. Which is meant shows where a recording begins, and
   * that may be in another file than where it ends, so it is decided for each project as a whole.
   */
  async decideHosts(): Promise<void> {
    const uses = new Map(this.files.map(({ path, hostUses = [] }) => [path, hostUses]));
    const concerned = this.#hits.filter(({ path }) => (uses.get(path) ?? []).length > 0);
    for (const { path, project } of concerned)
      this.#hostUses.set(project, [...(this.#hostUses.get(project) ?? []), ...uses.get(path)!]);
    for (const { path, project } of concerned) await this.#lookAgain(path, project);
  }

  async #lookAgain(path: string, project: Project): Promise<void> {
    const read = this.#read(path);
    if (read.kind !== 'hit') return;
    const open = this.#undecided.findIndex((source) => source.path === path);
    if (open !== -1) this.#undecided.splice(open, 1);
    this.#replace(path, await this.#process({ path, bytes: read.bytes, project }, false));
  }

  /**
   * Looks once more at the files that scopes leave open, with TypeScript to ask. Together and last, because what
   * it costs is to begin.
   */
  async decideByTypes(): Promise<void> {
    const sources = this.#undecided.splice(0);
    if (sources.length === 0) return;
    await this.#hooks.tickTypes?.(0, sources.length);
    const tsMorph = await (this.#hooks.loadTypeScript ?? loadTypeScript)();
    if (tsMorph === null) {
      this.untyped = sources.length;
      return;
    }
    const { MemberTypes } = await import('./typing/member-types');
    const types = new MemberTypes(tsMorph);
    for (const { path, bytes, project } of sources) {
      const decoded = decodeSource(bytes);
      if ('text' in decoded) types.add(path, decoded.text, project);
    }
    this.#types = types;
    for (const [index, source] of sources.entries()) {
      await this.#hooks.tickTypes?.(index, sources.length);
      this.#replace(source.path, await this.#process(source, false));
    }
  }

  /**
   * Where the app uses the recorder, its own `getRecorderManager()` calls go through the runtime too: a manager has
   * one listener per event, so two users would take them from each other.
   */
  async shareManagers(): Promise<void> {
    for (const { path, project } of this.#later) {
      if (!this.#isManagerUsed(project)) continue;
      if (this.files.some((file) => file.path === path && file.problem)) continue;
      const read = this.#read(path);
      if (read.kind !== 'hit') continue;
      this.#replace(path, await this.#process({ path, bytes: read.bytes, project }, true));
    }
  }

  async #process(source: Source, shareManager: boolean): Promise<FileOutcome | null> {
    const { path, bytes, project } = source;
    this.#engine ??= await (this.#hooks.loadEngine ?? loadEngine)();
    const question = this.#question(path);
    const copies = this.#options.runtime === 'file' ? this.#copiesOf(project) : new Map<string, string>();
    const outcome = processFile(path, bytes, {
      engine: this.#engine,
      project,
      shareManager,
      todo: this.#options.todo,
      decideMember: question.ask,
      hostUses: this.#hostUses.get(project),
      vueCompiler: () => this.#vueCompilerOf(project),
      ...(this.#options.migrations && { migrations: this.#options.migrations }),
      runtimeFiles: copies,
    });
    if (outcome === null) this.copies.push({ path, project });
    else this.#noteImports(source, copies);
    const runtimes = outcome === null ? [basename(path, extname(path))] : (outcome.change?.runtimes ?? []);
    if (runtimes.some((runtime) => this.#sharing.has(runtime))) this.#users.add(project.main ?? project);
    if (question.isOpen && outcome?.findings.some(({ verdict }) => verdict === 'manual'))
      this.#undecided.push(source);
    return outcome;
  }

  #noteImports({ path, bytes, project }: Source, copies: ReadonlyMap<string, string>): void {
    for (const [runtime, copy] of copies) {
      const request = specifier(path, copy);
      if (bytes.includes(`'${request}'`) || bytes.includes(`"${request}"`))
        this.imports.push({ path, project, runtime });
    }
  }

  /** Before TypeScript is there, it only shows that there is something to ask. */
  #question(path: string): Question {
    const types = this.#types;
    if (types) return { ask: (offset) => types.ownerAt(path, offset), isOpen: false };
    const question: Question = { isOpen: false };
    if (!this.#options.types) return question;
    question.ask = () => {
      question.isOpen = true;
      return undefined;
    };
    return question;
  }

  #add(outcome: FileOutcome | null): void {
    if (outcome && hasNews(outcome)) this.files.push(outcome);
  }

  #replace(path: string, outcome: FileOutcome | null): void {
    const at = this.files.findIndex((file) => file.path === path);
    if (at === -1) this.#add(outcome);
    else this.files.splice(at, 1, ...(outcome && hasNews(outcome) ? [outcome] : []));
  }

  #vueCompilerOf({ root }: Project): VueCompiler | undefined {
    if (!this.#vueCompilers.has(root)) this.#vueCompilers.set(root, loadVueCompiler(root));
    return this.#vueCompilers.get(root);
  }

  #isManagerUsed(project: Project): boolean {
    if (this.#users.has(project.main ?? project)) return true;
    // `--runtime package` puts it there; the build plugin alone is a development dependency.
    if (isDependency(project.root, 'taro-modernize')) return true;
    return [project, project.main].some((one) => one && this.#hasCopy(one, [...this.#sharing]));
  }

  #hasCopy(project: Project, runtimes: readonly string[]): boolean {
    const copies = this.#copiesOf(project);
    return runtimes.some((name) => ['.ts', '.js'].some((ending) => existsSync(copies.get(name) + ending)));
  }

  #copiesOf(project: Project): Map<string, string> {
    const folder = this.runtimeFolders.get(project) ?? this.#options.runtimeDir;
    return runtimeFiles(project, this.#runtimeNames, folder);
  }

  #read(path: string): ReadOutcome {
    try {
      return this.#reader.read(path);
    } catch (error) {
      this.files.push({ path, findings: [], problem: unreadable(path, errorCode(error)) });
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

function hasNews({ findings, problem, change }: FileOutcome): boolean {
  return findings.length > 0 || problem !== undefined || change !== undefined;
}
