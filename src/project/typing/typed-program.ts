import type { ts } from 'ts-morph';
import type { TypeConfig } from './config';
import { type Followed, followedImports } from './followed-imports';
import { globalTypes } from './global-types';
import { browserGlobals, isBrowserLibrary, libraryFiles } from './library';
import { Modules } from './modules';
import type { TypeScript, TypeScriptPackage } from './typescript';

/** The files of one configuration in question, and the imports on which the types in question depend. */
export class TypedProgram {
  readonly #ts: TypeScript;
  readonly #config: TypeConfig;
  readonly #modules: Modules;
  /** Texts in memory by path, for existing or virtual files. */
  readonly #texts: Map<string, string>;
  readonly #browserGlobals: ReadonlySet<string>;
  /** The offsets in question by file. */
  readonly #questions = new Map<string, Set<number>>();
  #followed: Followed | undefined;
  #usesBrowser = false;
  #program: ts.Program | undefined;

  constructor(typescript: TypeScriptPackage, { options, declarations }: TypeConfig) {
    this.#ts = typescript.ts;
    this.#config = { options, declarations: declarations.map(nameOf) };
    this.#texts = libraryFiles(typescript);
    this.#browserGlobals = browserGlobals(this.#texts);
    this.#modules = new Modules(this.#ts, {
      options,
      textOf: (path) => (isBrowserLibrary(path) && !this.#usesBrowser ? '' : this.#texts.get(path)),
      follows: (path, specifier) =>
        this.#followed?.follows(path, specifier) ?? !isPropertyImport(path, specifier),
    });
  }

  /** @param offsets the questions that are known, so that the program is built once for all of them */
  add(path: string, text: string, offsets: readonly number[]): void {
    const name = nameOf(path);
    this.#texts.set(name, text);
    this.#questions.set(name, new Set(offsets));
    this.#modules.forgetResolutions();
    this.#program = undefined;
  }

  /** Extends the program by what the type at an offset depends on. */
  ask(path: string, offset: number): void {
    const offsets = this.#questions.get(nameOf(path));
    if (!offsets || offsets.has(offset)) return;
    offsets.add(offset);
    if (this.#program && this.#follow().count !== this.#followed?.count) this.#program = undefined;
  }

  get checker(): ts.TypeChecker {
    return this.#current.getTypeChecker();
  }

  file(path: string): ts.SourceFile | undefined {
    return this.#current.getSourceFile(nameOf(path));
  }

  get #current(): ts.Program {
    this.#program ??= this.#create();
    return this.#program;
  }

  #create(): ts.Program {
    const { declarations } = this.#config;
    this.#followed = this.#follow();
    this.#usesBrowser = [...this.#followed.globals].some((name) => this.#browserGlobals.has(name));
    const rootNames = [...declarations, ...this.#questions.keys()];
    const { host } = this.#modules;
    const types = globalTypes(this.#ts, this.#config.options, host, this.#followed);
    return this.#ts.createProgram({ rootNames, options: { ...this.#config.options, types }, host });
  }

  #follow(): Followed {
    return followedImports(this.#ts, this.#modules, this.#questions, this.#config.declarations);
  }
}

/** From other packages, the types of Taro and React take properties of components and options of builds. */
function isPropertyImport(path: string, specifier: string): boolean {
  const from = /\/node_modules\/(@tarojs\/taro|@types\/react)\//.exec(path)?.[1];
  return from !== undefined && !specifier.startsWith('.') && !specifier.startsWith(from);
}

function nameOf(path: string): string {
  return path.replaceAll('\\', '/');
}
