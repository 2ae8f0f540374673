import type { ts } from 'ts-morph';
import { type Outline, outlineOf } from '../../engine/resolve/module-outline';
import type { TypeConfig } from './config';
import { globalTypes } from './global-types';
import { browserGlobals, isBrowserLibrary, LIBRARY, libraryFiles } from './library';
import { Modules } from './modules';
import { type Needed, neededStatements, type OutlinedModule } from './needed-statements';
import { TaroDeclarations } from './taro-declarations';
import type { TypeScript, TypeScriptPackage } from './typescript';
import { wholeOutline } from './whole-outline';

/** The files of one configuration in question, and the statements on which the types in question depend. */
export class TypedProgram {
  readonly #ts: TypeScript;
  readonly #config: TypeConfig;
  readonly #modules: Modules;
  /** Texts in memory by path, for existing or virtual files. */
  readonly #texts: Map<string, string>;
  readonly #browserGlobals: ReadonlySet<string>;
  /** The offsets in question by file. */
  readonly #questions = new Map<string, Set<number>>();
  readonly #taro: TaroDeclarations;
  readonly #outlined = new Map<string, OutlinedModule>();
  #needed: Needed | undefined;
  #usesBrowser = false;
  #program: ts.Program | undefined;

  constructor(typescript: TypeScriptPackage, { options, declarations }: TypeConfig) {
    this.#ts = typescript.ts;
    this.#config = { options, declarations: declarations.map(nameOf) };
    this.#texts = libraryFiles(typescript);
    this.#browserGlobals = browserGlobals(this.#texts);
    this.#taro = new TaroDeclarations(this.#ts);
    this.#modules = new Modules(this.#ts, {
      options,
      textOf: (path) =>
        isBrowserLibrary(path) && !this.#usesBrowser
          ? ''
          : (this.#needed?.textOf(path) ?? this.#texts.get(path) ?? this.#taro.textOf(path)),
      follows: (path, specifier) => !isPropertyImport(path, specifier),
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
    if (this.#program && this.#search().count !== this.#needed?.count) this.#program = undefined;
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
    this.#needed = this.#search();
    this.#usesBrowser = [...this.#needed.globals].some((name) => this.#browserGlobals.has(name));
    const rootNames = [...declarations, ...this.#questions.keys()];
    const { host } = this.#modules;
    const types = globalTypes(this.#ts, this.#config.options, host, this.#needed);
    const options = { ...this.#config.options, types };
    this.#taro.name(this.#needed.texts());
    for (;;) {
      const program = this.#ts.createProgram({ rootNames, options, host });
      const files = program.getSourceFiles().filter(({ fileName }) => !this.#isDeclaration(fileName));
      if (!this.#taro.name(files.map(({ text }) => text))) return program;
    }
  }

  #isDeclaration(path: string): boolean {
    return path.startsWith(LIBRARY) || this.#taro.has(path);
  }

  #search(): Needed {
    const graph = {
      module: (path: string) => this.#module(path),
      resolve: (specifier: string, from: string) => this.#modules.resolve(specifier, from),
    };
    return neededStatements(graph, this.#questions, this.#config.declarations);
  }

  #module(path: string): OutlinedModule | undefined {
    const text = this.#texts.get(path) ?? this.#ts.sys.readFile(path);
    const known = this.#outlined.get(path);
    if (text === undefined) return undefined;
    if (known?.text === text) return known;
    const module = { text, outline: this.#outlineOf(path, text) };
    this.#outlined.set(path, module);
    return module;
  }

  #outlineOf(path: string, text: string): Outline {
    try {
      return outlineOf(path, text);
    } catch {
      return wholeOutline(this.#ts, text);
    }
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
