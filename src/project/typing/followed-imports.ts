import { type Outline, outlineOf, type Part } from './module-outline';
import type { Modules } from './modules';
import type { TypeScript } from './typescript';

/** What the types in question depend on. */
export interface Followed {
  /** Whether a module needs an import. `undefined` for modules of which all are read. */
  follows(path: string, specifier: string): boolean | undefined;
  /** Names that the modules refer to and do not declare. */
  globals: ReadonlySet<string>;
  /** Imports that do not lead to a module of the project. */
  packages: ReadonlySet<string>;
  /** Grows with the questions, unless they lead to nothing new. */
  count: number;
}

/**
 * Follows imports by name: from the statements in question to the declarations of the names in them, and so on,
 * also in other modules of the project. Packages are not followed, because they are read whole.
 *
 * @param questions the offsets in question, by file
 * @param declarations the project's own declaration files, which are read whole too
 */
export function followedImports(
  ts: TypeScript,
  modules: Modules,
  questions: ReadonlyMap<string, ReadonlySet<number>>,
  declarations: readonly string[],
): Followed {
  const search = new Search(ts, modules);
  for (const path of declarations) search.enter(path);
  for (const [path, offsets] of questions) search.question(path, offsets);
  const specifiers = search.run();
  return {
    follows: (path, specifier) => specifiers.get(path)?.has(specifier),
    globals: search.globals,
    packages: search.packages,
    count: search.globals.size + [...specifiers.values()].reduce((sum, { size }) => sum + size, 0),
  };
}

class Search {
  readonly globals = new Set<string>();
  readonly packages = new Set<string>();
  readonly #outlines = new Map<string, Outline | undefined>();
  readonly #specifiers = new Map<string, Set<string>>();
  readonly #parts = new Set<Part>();
  readonly #asked = new Set<string>();
  /** A list, because a chain of modules can be longer than the stack. */
  readonly #queue: { path: string; name: string; isExport: boolean }[] = [];

  constructor(
    private readonly ts: TypeScript,
    private readonly modules: Modules,
  ) {}

  question(path: string, offsets: ReadonlySet<number>): void {
    const outline = this.enter(path);
    for (const offset of outline ? offsets : []) {
      const part = outline!.partAt(offset);
      if (part) this.#include(path, outline!, part);
    }
  }

  run(): ReadonlyMap<string, ReadonlySet<string>> {
    for (let next = this.#queue.pop(); next; next = this.#queue.pop())
      this.#find(next.path, next.name, next.isExport);
    return this.#specifiers;
  }

  /** Includes what takes effect without being named. */
  enter(path: string): Outline | undefined {
    if (this.#outlines.has(path)) return this.#outlines.get(path);
    const file = this.modules.file(path);
    const outline = file && outlineOf(this.ts, file);
    this.#outlines.set(path, outline);
    if (!file || !outline) return undefined;
    this.#specifiers.set(path, new Set());
    for (const specifier of outline.effects) this.#follow(path, specifier, '*');
    for (const part of outline.parts) if (part.isGlobal) this.#include(path, outline, part);
    if (outline.isOpaque || file.isDeclarationFile) this.#ask(path, '*', true);
    return outline;
  }

  #ask(path: string, name: string, isExport: boolean): void {
    const key = `${isExport} ${name} ${path}`;
    if (this.#asked.has(key)) return;
    this.#asked.add(key);
    this.#queue.push({ path, name, isExport });
  }

  #find(path: string, name: string, isExport: boolean): void {
    const outline = this.enter(path);
    if (!outline) return;
    const isAll = name === '*';
    const taken = isAll ? [...outline.taken.values()].flat() : (outline.taken.get(name) ?? []);
    const parts = isAll ? outline.parts : (outline.byName.get(name) ?? []);
    for (const one of taken) this.#follow(path, one.specifier, one.name);
    for (const part of parts) this.#include(path, outline, part);
    const isHandedOn = isAll || (isExport && taken.length === 0 && parts.length === 0);
    for (const star of isHandedOn ? outline.stars : []) this.#follow(path, star, name);
  }

  #include(path: string, outline: Outline, part: Part): void {
    if (this.#parts.has(part)) return;
    this.#parts.add(part);
    for (const specifier of part.specifiers) this.#follow(path, specifier, '*');
    for (const name of part.references) {
      if (!outline.declared.has(name)) this.globals.add(name);
      this.#ask(path, name, false);
    }
  }

  #follow(path: string, specifier: string, name: string): void {
    this.#specifiers.get(path)!.add(specifier);
    const target = this.modules.resolve(specifier, path);
    if (target === undefined) this.packages.add(specifier);
    else this.#ask(target, name, true);
  }
}
