import type { ts } from 'ts-morph';
import { LIBRARY } from './library';
import type { TypeScript } from './typescript';

export interface ModuleSettings {
  options: ts.CompilerOptions;
  /** The text of a file that is not read from disk. */
  textOf(path: string): string | undefined;
  /** Whether the program needs what a module imports. */
  follows(path: string, specifier: string): boolean;
}

/** The files of a program: how they are read, parsed once, and resolved from each other. */
export class Modules {
  readonly host: ts.CompilerHost;
  readonly #ts: TypeScript;
  readonly #settings: ModuleSettings;
  readonly #files = new Map<string, { text: string; file: ts.SourceFile }>();
  #resolutions: ts.ModuleResolutionCache;

  constructor(ts: TypeScript, settings: ModuleSettings) {
    this.#ts = ts;
    this.#settings = settings;
    this.host = this.#createHost();
    this.#resolutions = this.#createResolutions();
  }

  /** To be called when files have appeared. */
  forgetResolutions(): void {
    this.#resolutions = this.#createResolutions();
  }

  /** The path of an imported module if it is one of the project's own, not a package's. */
  resolve(specifier: string, from: string): string | undefined {
    const { resolvedModule } = this.#resolved(specifier, from);
    if (!resolvedModule || resolvedModule.isExternalLibraryImport) return undefined;
    const { resolvedFileName, extension } = resolvedModule;
    return extension === '.json' ? undefined : resolvedFileName;
  }

  #resolved(
    specifier: string,
    from: string,
    redirect?: ts.ResolvedProjectReference,
    mode?: ts.ResolutionMode,
  ): ts.ResolvedModuleWithFailedLookupLocations {
    const { options } = this.#settings;
    return this.#ts.resolveModuleName(specifier, from, options, this.host, this.#resolutions, redirect, mode);
  }

  #createResolutions(): ts.ModuleResolutionCache {
    const { getCanonicalFileName } = this.host;
    return this.#ts.createModuleResolutionCache(
      this.host.getCurrentDirectory(),
      getCanonicalFileName,
      this.#settings.options,
    );
  }

  #createHost(): ts.CompilerHost {
    const ts = this.#ts;
    const { options, textOf, follows } = this.#settings;
    const host = ts.createCompilerHost(options);
    const { fileExists, readFile } = host;
    host.getDefaultLibLocation = () => LIBRARY;
    host.getDefaultLibFileName = (given) => `${LIBRARY}/${ts.getDefaultLibFileName(given)}`;
    host.fileExists = (path) => textOf(path) !== undefined || fileExists(path);
    host.readFile = (path) => textOf(path) ?? readFile(path);
    host.getSourceFile = (path, given) => this.#parsed(path, given);
    host.resolveModuleNameLiterals = (literals, from, redirect, given, file) =>
      literals.map((literal) =>
        // Imports without a position are the compiler's own, such as that of JSX.
        literal.pos < 0 || follows(from, literal.text)
          ? this.#resolved(literal.text, from, redirect, ts.getModeForUsageLocation(file, literal, given))
          : { resolvedModule: undefined },
      );
    return host;
  }

  #parsed(path: string, given: ts.ScriptTarget | ts.CreateSourceFileOptions): ts.SourceFile | undefined {
    const text = this.host.readFile(path);
    if (text === undefined) return undefined;
    const known = this.#files.get(path);
    if (known?.text === text) return known.file;
    const settings = typeof given === 'object' ? given : { languageVersion: given };
    const { ParseAll, ParseNone } = this.#ts.JSDocParsingMode;
    // Comments declare types only in JavaScript. In declarations, parsing them takes half of the time.
    const jsDocParsingMode = /\.[cm]?jsx?$/.test(path) ? ParseAll : ParseNone;
    const file = this.#ts.createSourceFile(path, text, { ...settings, jsDocParsingMode });
    this.#files.set(path, { text, file });
    return file;
  }
}
