import type { ts } from 'ts-morph';
import type { TypeConfig } from './config';
import type { TypeScriptPackage } from './typescript';

/** Where TypeScript looks for its library files, which are in memory. */
const LIBRARY = '/node_modules/typescript/lib';

/** The files of one configuration in question, and their imports. */
export class TypedProgram {
  readonly #ts: TypeScriptPackage['ts'];
  readonly #config: TypeConfig;
  readonly #host: ts.CompilerHost;
  /** Texts in memory by path, for existing or virtual files. */
  readonly #texts = new Map<string, string>();
  readonly #added = new Set<string>();
  #program: ts.Program | undefined;

  constructor({ ts, getLibFiles }: TypeScriptPackage, config: TypeConfig) {
    this.#ts = ts;
    this.#config = config;
    for (const { fileName, text } of getLibFiles()) this.#texts.set(`${LIBRARY}/${fileName}`, text);
    this.#host = this.#createHost();
  }

  add(path: string, text: string): void {
    const name = this.#nameOf(path);
    this.#texts.set(name, text);
    this.#added.add(name);
    this.#program = undefined;
  }

  get checker(): ts.TypeChecker {
    return this.#current.getTypeChecker();
  }

  file(path: string): ts.SourceFile | undefined {
    return this.#current.getSourceFile(this.#nameOf(path));
  }

  get #current(): ts.Program {
    const { options, declarations } = this.#config;
    const rootNames = [...declarations.map((path) => this.#nameOf(path)), ...this.#added];
    this.#program ??= this.#ts.createProgram({ rootNames, options, host: this.#host });
    return this.#program;
  }

  #nameOf(path: string): string {
    return path.replaceAll('\\', '/');
  }

  #createHost(): ts.CompilerHost {
    const ts = this.#ts;
    const { options } = this.#config;
    const host = ts.createCompilerHost(options);
    const { fileExists, readFile } = host;
    const files = new Map<string, { text: string; file: ts.SourceFile }>();
    host.getDefaultLibLocation = () => LIBRARY;
    host.getDefaultLibFileName = (given) => `${LIBRARY}/${ts.getDefaultLibFileName(given)}`;
    host.fileExists = (name) => this.#texts.has(name) || fileExists(name);
    host.readFile = (name) => this.#texts.get(name) ?? readFile(name);
    // Parsing comments takes half of the time for declarations and gives no types.
    host.jsDocParsingMode = ts.JSDocParsingMode.ParseForTypeInfo;
    host.getSourceFile = (name, languageVersion) => {
      const text = host.readFile(name);
      if (text === undefined) return undefined;
      const known = files.get(name);
      if (known?.text === text) return known.file;
      const file = ts.createSourceFile(name, text, languageVersion);
      files.set(name, { text, file });
      return file;
    };
    return host;
  }
}
