import { lstatSync } from 'node:fs';
import { dirname } from 'node:path';
import { needlesOf, selectMigrations } from '../migrations';
import { isAbandoned } from './atomic-write';
import type { ProjectFinder } from './detect';
import { type Engine, type LoadEngine, loadEngine } from './engine';
import { matcher } from './globs';
import { Prefilter } from './needles';
import { errorCode } from './paths';
import { processFile } from './process-file';
import { SourceReader } from './read-source';
import { runtimeFiles } from './runtime-place';
import { isSourceFile } from './source-files';
import { resolveTargets, type Target } from './targets';
import type { FileOutcome, Problem, Project, RunOptions, Scan } from './types';
import { walk } from './walk';

export interface ScanHooks {
  /** Called between files: shows progress, lets signals in, and throws to stop. */
  tick?(scanned: number): Promise<void> | void;
  loadEngine?: LoadEngine;
}

const TICK_EVERY = 64;

/** Looks through everything that was asked for and works out every change; writes nothing. */
export async function scan(options: RunOptions, finder: ProjectFinder, hooks: ScanHooks = {}): Promise<Scan> {
  const { targets, missing } = resolveTargets(options.paths, options.cwd);
  const run = new Run(options, finder, hooks, targets);
  for (const path of missing) run.fail(path, { kind: 'missing' });
  // Named files first: a folder that holds them skips them then, and nothing is counted twice.
  for (const target of targets) if (target.kind === 'file') await run.file(target);
  for (const target of targets) if (target.kind === 'folder') await run.folder(target);
  return run.result;
}

class Run {
  readonly result: Scan;
  readonly #options: RunOptions;
  readonly #finder: ProjectFinder;
  readonly #hooks: ScanHooks;
  readonly #reader: SourceReader;
  readonly #runtimeNames: readonly string[];
  /** Real paths of files that must not be looked at twice: named ones, and all where globs may overlap. */
  readonly #seen = new Set<string>();
  readonly #remember: boolean;
  readonly #folders = new Set<string>();
  readonly #projects = new Set<Project>();
  readonly #includes: (path: string) => boolean;
  readonly #ignores: (path: string) => boolean;
  #engine: Engine | null = null;

  constructor(options: RunOptions, finder: ProjectFinder, hooks: ScanHooks, targets: readonly Target[]) {
    const migrations = selectMigrations(options.migrations);
    this.#options = options;
    this.#finder = finder;
    this.#hooks = hooks;
    this.#remember = targets.length > 1 && targets.some((target) => target.isGlob);
    this.#reader = new SourceReader(new Prefilter(migrations.flatMap((migration) => needlesOf(migration))));
    this.#runtimeNames = [...new Set(migrations.map((migration) => migration.runtime))];
    this.#includes = options.include.length > 0 ? matcher(options.include, options.cwd) : () => true;
    this.#ignores = options.ignore.length > 0 ? matcher(options.ignore, options.cwd) : () => false;
    this.result = {
      files: [],
      projects: [],
      scanned: 0,
      runtimeCopies: [],
      empty: [],
      notSource: [],
      strayTemporaries: [],
      roots: [
        ...new Set(targets.map((target) => (target.kind === 'file' ? dirname(target.real) : target.real))),
      ],
    };
  }

  fail(path: string, problem: Problem): void {
    this.#add({ path, findings: [], problem });
  }

  async file(target: Target): Promise<void> {
    if (this.#seen.has(target.real)) return;
    this.#seen.add(target.real);
    if (!isSourceFile(target.real)) {
      this.result.notSource.push(target.path);
      return;
    }
    // A link that was named stands for its file; the link itself is never replaced.
    const path = isLink(target.path) ? target.real : target.path;
    if (this.#wanted(path)) await this.#look(path, dirname(path));
  }

  async folder(target: Target): Promise<void> {
    const skipped = this.#seen.size;
    const before = this.result.scanned;
    const realOf = (path: string): string => target.real + path.slice(target.path.length);
    const files = walk(target.path, {
      gitignore: this.#options.gitignore,
      outputs: this.#finder.of(target.path)?.outputRoots ?? [],
      // Only a folder with both can be a project with an output of its own; the others are not worth a read.
      outputsOf: (folder, names) =>
        names.has('package.json') && names.has('config') ? (this.#finder.at(folder)?.outputRoots ?? []) : [],
      onUnreadable: (folder, code) => this.fail(folder, { kind: 'unreadable', detail: code }),
      onStrayTemporary: (path) => {
        if (isAbandoned(path)) this.result.strayTemporaries.push(path);
      },
      enter: (folder) => target.isGlob || this.#enter(realOf(folder)),
    });
    for (const path of files) {
      if (!target.accepts(path) || !this.#wanted(path)) continue;
      if (this.#seen.size > 0 && this.#seen.has(realOf(path))) continue;
      if (this.#remember) this.#seen.add(realOf(path));
      await this.#look(path, target.path);
    }
    if (this.result.scanned === before && skipped === 0) this.result.empty.push(target.path);
  }

  /** Folders are remembered only where several roots could meet, so that one big tree costs no memory. */
  #enter(real: string): boolean {
    if (this.result.roots.length === 1) return true;
    if (this.#folders.has(real)) return false;
    this.#folders.add(real);
    return true;
  }

  #wanted(path: string): boolean {
    return this.#includes(path) && !this.#ignores(path);
  }

  async #look(path: string, asked: string): Promise<void> {
    if (++this.result.scanned % TICK_EVERY === 0) await this.#hooks.tick?.(this.result.scanned);
    const bytes = this.#read(path);
    if (bytes === null) return;
    this.#engine ??= await (this.#hooks.loadEngine ?? loadEngine)();
    const project = this.#projectOf(path, asked);
    const outcome = processFile(path, bytes, {
      engine: this.#engine,
      project,
      ...(this.#options.migrations && { migrations: this.#options.migrations }),
      runtimeFiles:
        this.#options.runtime === 'file'
          ? runtimeFiles(project, this.#runtimeNames, this.#options.runtimeDir)
          : new Map(),
    });
    if (outcome === null) this.result.runtimeCopies.push({ path, project });
    else if (outcome.findings.length > 0 || outcome.problem) this.#add(outcome);
  }

  #read(path: string): Buffer | null {
    try {
      const read = this.#reader.read(path);
      if (read.kind === 'hit') return read.bytes;
      if (read.kind === 'too-large') this.fail(path, { kind: 'too-large' });
    } catch (error) {
      this.fail(path, { kind: 'unreadable', detail: errorCode(error) });
    }
    return null;
  }

  #projectOf(path: string, asked: string): Project {
    const folder = dirname(path);
    const project = this.#finder.of(folder) ?? this.#finder.guess(folder, asked);
    if (!this.#projects.has(project)) {
      this.#projects.add(project);
      this.result.projects.push(project);
    }
    return project;
  }

  #add(outcome: FileOutcome): void {
    this.result.files.push(outcome);
  }
}

function isLink(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
}
