import { keepOnly } from '../../engine/parse/vue-blocks';
import type { Outline, Part } from '../../engine/resolve/module-outline';

/** What the types in question depend on. */
export interface Needed {
  /** The needed statements of a module, at their offsets. `undefined` for files of which all is read. */
  textOf(path: string): string | undefined;
  /** Those of all modules. */
  texts(): readonly string[];
  /** Names that the statements refer to and do not declare. */
  globals: ReadonlySet<string>;
  /** Imports that do not lead to a module of the project. */
  packages: ReadonlySet<string>;
  /** Grows with the questions, unless they lead to nothing new. */
  count: number;
}

/** A module's text with its outline. */
export interface OutlinedModule {
  text: string;
  outline: Outline;
}

export interface ModuleGraph {
  module(path: string): OutlinedModule | undefined;
  /** The path of an imported module of the project's own. */
  resolve(specifier: string, from: string): string | undefined;
}

/**
 * Follows names: from the statements in question to the declarations of the names in them, and so on, also in
 * other modules of the project. Packages are not followed, because they are read whole.
 *
 * @param questions the offsets in question, by file
 * @param declarations the project's own declaration files, which are read whole too
 */
export function neededStatements(
  graph: ModuleGraph,
  questions: ReadonlyMap<string, ReadonlySet<number>>,
  declarations: readonly string[],
): Needed {
  const search = new Search(graph);
  for (const path of declarations) search.enter(path);
  for (const [path, offsets] of questions) search.question(path, offsets);
  return search.run();
}

class Search {
  readonly #globals = new Set<string>();
  readonly #packages = new Set<string>();
  /** The imports that are followed, by module. */
  readonly #modules = new Map<string, { module: OutlinedModule; specifiers: Set<string> } | undefined>();
  readonly #parts = new Set<Part>();
  readonly #texts = new Map<string, string | undefined>();
  readonly #asked = new Set<string>();
  /** A list, because a chain of modules can be longer than the stack. */
  readonly #queue: { path: string; name: string; isExport: boolean }[] = [];

  constructor(private readonly graph: ModuleGraph) {}

  question(path: string, offsets: ReadonlySet<number>): void {
    const outline = this.enter(path);
    for (const offset of outline ? offsets : []) {
      const part = outline!.parts.find(({ end }) => offset < end);
      if (part) this.#include(path, outline!, part);
    }
  }

  run(): Needed {
    for (let next = this.#queue.pop(); next; next = this.#queue.pop())
      this.#find(next.path, next.name, next.isExport);
    let count = this.#globals.size + this.#parts.size;
    for (const known of this.#modules.values()) count += known?.specifiers.size ?? 0;
    const textOf = (path: string) => {
      if (!this.#texts.has(path)) this.#texts.set(path, this.#textOf(path));
      return this.#texts.get(path);
    };
    return {
      textOf,
      texts: () => [...this.#modules.keys()].flatMap((path) => textOf(path) ?? []),
      globals: this.#globals,
      packages: this.#packages,
      count,
    };
  }

  /** Includes what takes effect without being named. */
  enter(path: string): Outline | undefined {
    if (this.#modules.has(path)) return this.#modules.get(path)?.module.outline;
    const module = this.graph.module(path);
    this.#modules.set(path, module && { module, specifiers: new Set() });
    if (!module) return undefined;
    const { outline } = module;
    for (const specifier of outline.effects) this.#follow(path, specifier, '*');
    for (const part of outline.parts) if (part.isGlobal) this.#include(path, outline, part);
    if (outline.isOpaque || /\.d\.[cm]?ts$/.test(path)) this.#ask(path, '*', true);
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
    const { references, specifiers } = part.names();
    for (const specifier of specifiers) this.#follow(path, specifier, '*');
    for (const name of references) {
      if (!outline.declared.has(name)) this.#globals.add(name);
      this.#ask(path, name, false);
    }
  }

  #follow(path: string, specifier: string, name: string): void {
    this.#modules.get(path)!.specifiers.add(specifier);
    const target = this.graph.resolve(specifier, path);
    if (target === undefined) this.#packages.add(specifier);
    else this.#ask(target, name, true);
  }

  #textOf(path: string): string | undefined {
    const known = this.#modules.get(path);
    if (!known) return undefined;
    const { text, outline } = known.module;
    const kept = outline.parts.filter((part) =>
      part.from === undefined ? this.#parts.has(part) : known.specifiers.has(part.from),
    );
    if (kept.length === outline.parts.length) return text;
    const needed = keepOnly(text, kept[0] === outline.parts[0] ? kept : [...directivesOf(text), ...kept]);
    // A script would share its names with all others.
    return kept.some(({ isModule }) => isModule) ? needed : `${needed}\nexport {}\n`;
  }
}

/** Lines such as `/// <reference types="…" />` before the first statement. */
function directivesOf(text: string): { start: number; end: number }[] {
  const header = /^(?:\s+|\/\/.*|\/\*[\s\S]*?\*\/)*/.exec(text)![0];
  return [...header.matchAll(/^\/\/\/.*/gm)].map(({ 0: line, index }) => ({
    start: index,
    end: index + line.length,
  }));
}
