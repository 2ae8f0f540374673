import { dirname } from 'node:path';
import type { VueCompiler } from '../engine/types';
import { selectMigrations } from '../migrations';
import { AppComponents } from './app-components';
import type { ProjectFinder } from './detect';
import { type Engine, type LoadEngine, loadEngine } from './engine';
import { type EvidenceKind, evidenceKinds, evidenceOf, withEvidence } from './evidence';
import type { FileRecord, Processed } from './file-record';
import { FreeMemory } from './free-memory';
import { GlobalProperties } from './global-properties';
import { GlobalUses } from './global-uses';
import { InstalledRuntimes, isTypedCopy } from './installed-runtimes';
import { addedFindings, alsoForWeapp } from './left-out';
import { LinkedFiles } from './linked-files';
import { MentionSearch } from './mention-search';
import { errorCode, unreadable } from './paths';
import { type FileContext, processFile, specifier } from './process-file';
import {
  type ContextInput,
  contextsOf,
  type FileView,
  isDue,
  type ProjectContext,
  viewOf,
} from './project-context';
import { projectOptions } from './project-options';
import { SourceReader } from './read-source';
import { TypeQuestions } from './type-questions';
import type { FileOutcome, LeftOut, Problem, Project, RunOptions, Scan } from './types';
import { type LoadTypeScript, loadTypeScript } from './typing/typescript';
import { loadVueCompiler } from './vue-compiler';

type ProcessorOptions = Pick<
  RunOptions,
  | 'migrations'
  | 'target'
  | 'runtime'
  | 'runtimeDir'
  | 'todo'
  | 'showsTexts'
  | 'inParts'
  | 'explains'
  | 'types'
>;

export interface ProcessorHooks {
  /** Called between the files that are processed again with types. */
  tickTypes?(done: number, all: number): Promise<void> | void;
  loadEngine?: LoadEngine;
  loadTypeScript?: LoadTypeScript;
}

/** The results of a run after all files are processed. */
type Settled = Pick<
  Scan,
  'files' | 'projects' | 'runtimeCopies' | 'runtimeImports' | 'runtimeFolders' | 'untyped' | 'leftOut'
>;

interface DueFile {
  file: FileRecord;
  view: FileView;
}

/**
 * Processes the files that mention an API with the context of their projects, and again when that context
 * changes.
 */
export class Processor {
  readonly #options: ProcessorOptions;
  readonly #finder: ProjectFinder;
  readonly #hooks: ProcessorHooks;
  readonly #kinds: readonly EvidenceKind[];
  readonly #mentions: MentionSearch;
  readonly #reader: SourceReader;
  readonly #installed: InstalledRuntimes;
  readonly #types: TypeQuestions;
  readonly #memory = new FreeMemory();
  readonly #globalUses = new GlobalUses();
  readonly #components = new AppComponents();
  readonly #linkedFiles: LinkedFiles;
  readonly #globalProperties = new GlobalProperties((text, path) =>
    this.#engine!.globalPropertiesIn(text, path),
  );
  /** By path, in the order of discovery. */
  readonly #files = new Map<string, FileRecord>();
  /** Files and folders that cannot be processed. */
  readonly #failures: FileOutcome[] = [];
  /** Common data of each project, created with its first file. */
  readonly #firstContexts = new Map<Project, ProjectContext>();
  readonly #vueCompilers = new Map<string, VueCompiler | undefined>();
  #engine: Engine | null = null;

  constructor(options: ProcessorOptions, finder: ProjectFinder, hooks: ProcessorHooks = {}) {
    const select = (platforms = finder.platforms) =>
      selectMigrations(options.migrations, { target: options.target, platforms });
    const migrations = select();
    const runtimes = [...new Set(migrations.flatMap(({ runtime }) => runtime?.name ?? []))];
    this.#options = options;
    this.#finder = finder;
    this.#hooks = hooks;
    this.#linkedFiles = new LinkedFiles(migrations);
    this.#kinds = evidenceKinds(migrations, options.migrations);
    this.#mentions = new MentionSearch(select, runtimes, this.#kinds, options.runtimeDir);
    this.#reader = new SourceReader((path) => this.#mentions.firstSearch(path));
    this.#installed = new InstalledRuntimes(runtimes, options.runtimeDir);
    this.#types = new TypeQuestions(options.types, hooks.loadTypeScript ?? loadTypeScript);
  }

  fail(path: string, problem: Problem): void {
    this.#failures.push({ path, findings: [], problem });
  }

  /** Not async if the file mentions no API, as most do not: a promise per file would be noticeable. */
  look(path: string, asked: string): Promise<void> | undefined {
    const bytes = this.#read(path);
    if (!bytes) return undefined;
    const project = this.#projectOf(path, asked);
    const mentions = this.#mentions.in(path, bytes, projectOptions(project).platforms);
    if (!mentions) return undefined;
    const file = { path, project, mentions, isTyped: false };
    this.#files.set(path, file);
    const view = viewOf(file, this.#firstContextOf(file), this.#kinds);
    return isDue(file, view) ? this.#process({ file, view }, bytes) : Promise.resolve();
  }

  /** Whether a file that is not processed mentions a deprecated API. */
  isMentioned(path: string): boolean {
    try {
      const read = this.#reader.read(path);
      const { platforms } = projectOptions(this.#projectOf(path, dirname(path)));
      return read.kind === 'hit' && this.#mentions.in(path, read.bytes, platforms)?.hasOthers === true;
    } catch {
      // Its own finding would be about a file that nobody asked for.
      return false;
    }
  }

  /**
   * Processes files again until their contexts no longer change. This terminates because evidence and the set
   * of files in TypeScript only grow, and both concern the text of finitely many files.
   */
  async settle(): Promise<Settled> {
    const { tickTypes } = this.#hooks;
    let asksTypes = false;
    for (;;) {
      const contexts = contextsOf([...this.#files.values()], this.#contextInput(true));
      const due = this.#due(contexts);
      for (const [index, one] of due.entries()) {
        if (asksTypes) await tickTypes?.(index, due.length);
        const bytes = this.#read(one.file.path);
        if (bytes) await this.#process(one, bytes);
        // It has changed since it was found.
        else this.#files.delete(one.file.path);
      }
      asksTypes = due.length === 0 && (await this.#beginTypes());
      if (due.length > 0 || asksTypes) continue;
      await this.#readBack(contexts);
      return this.#settled(contexts, await this.#leftOut());
    }
  }

  #due(contexts: ReadonlyMap<Project, ProjectContext>): DueFile[] {
    return [...this.#files.values()]
      .map((file) => ({ file, view: viewOf(file, contexts.get(file.project)!, this.#kinds) }))
      .filter(({ file, view }) => isDue(file, view));
  }

  /** Processes changed files once more whose new texts were not parsed, because their contexts might have changed. */
  async #readBack(contexts: ReadonlyMap<Project, ProjectContext>): Promise<void> {
    if (!this.#options.showsTexts) return;
    for (const file of this.#files.values()) {
      if (!file.last?.outcome?.change || file.last.isReadBack) continue;
      const view = viewOf(file, contexts.get(file.project)!, this.#kinds);
      const bytes = this.#read(file.path);
      if (bytes) await this.#process({ file, view }, bytes);
    }
  }

  async #beginTypes(): Promise<boolean> {
    const open = [...this.#files.values()].filter(({ last }) => last?.isOpen);
    const read = (path: string) => this.#read(path);
    if (!(await this.#types.begin(open, read, this.#hooks.tickTypes))) return false;
    for (const file of open) this.#files.set(file.path, { ...file, isTyped: true });
    return true;
  }

  /** @param isReadBack false for the first time if the result may not be the last one */
  async #process(
    { file, view }: DueFile,
    bytes: Buffer,
    isReadBack = file.last !== undefined || !mayRepeat(file),
  ): Promise<void> {
    const { path, project } = file;
    const { runtime, todo, showsTexts, inParts, explains } = this.#options;
    this.#memory.before(bytes.length);
    const copies =
      runtime === 'file' ? this.#installed.paths(project, view.runtimeFolder) : new Map<string, string>();
    const asking = this.#types.of(file);
    const processed = processFile(path, bytes, {
      ...(await this.#contextIn(project)),
      options: view.options,
      todo,
      readBack: showsTexts && isReadBack,
      inParts,
      explains,
      decideMember: asking.decideMember,
      ...(copies.size > 0 &&
        isTypedCopy(project, copies) && {
          usesGlobal: (name: string) => this.#globalUses.has(name, path, project),
        }),
      componentOf: (tag) => this.#components.of(path, tag, project),
      linkedElsewhere: this.#linkedFiles.elsewhere(path, project),
      ownFolder: this.#options.runtimeDir !== undefined,
      copyPaths: copies,
    });
    const evidence = evidenceOf(this.#kinds, processed);
    const outcome = processed.kind === 'copy' ? null : processed.outcome;
    const last: Processed = {
      contextKey: view.key,
      outcome,
      isReadBack,
      evidence: withEvidence(file.last?.evidence ?? {}, evidence, this.#kinds),
      imports: outcome ? importsIn(path, bytes, copies) : [],
      isOpen: asking.isOpen && (outcome?.findings.some(({ verdict }) => verdict === 'manual') ?? false),
    };
    this.#files.set(path, { ...file, last });
  }

  /** The part of a file's context that is the same for all files of a project. */
  async #contextIn(
    project: Project,
  ): Promise<
    Pick<FileContext, 'engine' | 'project' | 'globalProperties' | 'vueCompiler' | 'migrations' | 'target'>
  > {
    this.#engine ??= await (this.#hooks.loadEngine ?? loadEngine)();
    const { migrations, target } = this.#options;
    return {
      engine: this.#engine,
      project,
      ...(project.kind === 'taro' && { globalProperties: () => this.#globalProperties.of(project) }),
      vueCompiler: () => this.#vueCompilerOf(project),
      migrations,
      target,
    };
  }

  /** Platforms that the user has named leave out nothing unexpected. */
  async #leftOut(): Promise<LeftOut[]> {
    const found = new Map<Project, LeftOut>();
    if (this.#finder.platforms) return [];
    for (const { path, project, last } of this.#files.values()) {
      const also = last?.outcome === null ? undefined : alsoForWeapp(project);
      const bytes = also && this.#read(path);
      if (!bytes) continue;
      const context = { options: {}, todo: false, readBack: false, copyPaths: new Map<string, string>() };
      const processed = processFile(path, bytes, { ...(await this.#contextIn(also)), ...context });
      if (processed.kind !== 'source') continue;
      const count = addedFindings(processed.outcome.findings, last?.outcome?.findings ?? []).length;
      const before = found.get(project)?.count ?? 0;
      if (count > 0) found.set(project, { project, platforms: also.platforms, count: before + count });
    }
    return [...found.values()];
  }

  #settled(contexts: ReadonlyMap<Project, ProjectContext>, leftOut: LeftOut[]): Settled {
    const files = [...this.#files.values()];
    const outcomes = files.flatMap(({ last }) => last?.outcome ?? []);
    return {
      files: [...this.#failures, ...outcomes.filter(hasNews)],
      projects: [...this.#firstContexts.keys()],
      runtimeCopies: files.filter(({ last }) => last?.outcome === null),
      runtimeImports: files.flatMap(({ path, project, last }) =>
        (last?.imports ?? []).map((runtime) => ({ path, project, runtime })),
      ),
      runtimeFolders: new Map(
        [...contexts].flatMap(([project, { runtimeFolder }]) =>
          runtimeFolder === undefined ? [] : [[project, runtimeFolder]],
        ),
      ),
      untyped: this.#types.untyped,
      leftOut,
    };
  }

  #contextInput(isComplete: boolean): ContextInput {
    const { runtime, runtimeDir } = this.#options;
    const followsCopies = runtime === 'file' && runtimeDir === undefined;
    return { kinds: this.#kinds, isComplete, followsCopies, installed: this.#installed };
  }

  #firstContextOf(file: FileRecord): ProjectContext {
    const { project } = file;
    const known = this.#firstContexts.get(project);
    if (known) return known;
    const context = contextsOf([file], this.#contextInput(false)).get(project)!;
    this.#firstContexts.set(project, context);
    return context;
  }

  #vueCompilerOf({ root }: Project): VueCompiler | undefined {
    if (!this.#vueCompilers.has(root)) this.#vueCompilers.set(root, loadVueCompiler(root));
    return this.#vueCompilers.get(root);
  }

  /** The bytes of a file that mentions an API. */
  #read(path: string): Buffer | undefined {
    try {
      const read = this.#reader.read(path);
      if (read.kind === 'hit') return read.bytes;
      if (read.kind === 'too-large') this.fail(path, { kind: 'too-large' });
    } catch (error) {
      this.fail(path, unreadable(path, errorCode(error)));
    }
    return undefined;
  }

  #projectOf(path: string, asked: string): Project {
    const folder = dirname(path);
    return this.#finder.of(folder) ?? this.#finder.guess(folder, asked);
  }
}

function importsIn(path: string, bytes: Buffer, copies: ReadonlyMap<string, string>): string[] {
  return [...copies].flatMap(([runtime, copy]) => {
    const request = specifier(path, copy);
    return bytes.includes(`'${request}'`) || bytes.includes(`"${request}"`) ? [runtime] : [];
  });
}

/** Whether the context of a file may change after it is processed for the first time. */
function mayRepeat({ mentions }: FileRecord): boolean {
  return mentions.hasOthers && mentions.kinds.length > 0;
}

function hasNews({ findings, problem, change }: FileOutcome): boolean {
  return findings.length > 0 || problem !== undefined || change !== undefined;
}
