import { join } from 'node:path';
import type { ts } from 'ts-morph';
import type { TypeConfig } from './config';
import { Lookup, type Owner } from './lookup';
import { platformObjects } from './platform';
import type { TypeScript, TypeScriptPackage } from './typescript';

/** Where TypeScript looks for its library files, which are in memory. */
const LIBRARY = '/node_modules/typescript/lib';

/** The files of one configuration with members in question, and what they import. */
export class TypedProgram {
  readonly #ts: TypeScript;
  readonly #config: TypeConfig;
  /** The files that are not read from disk. */
  readonly #texts: Map<string, string>;
  readonly #roots: string[];
  /** A file that imports Taro, because those in question may have it from another module. */
  readonly #platform: string;
  #program: ts.Program | undefined;

  /** @param folder where the platform's types are searched from */
  constructor({ ts, getLibFiles }: TypeScriptPackage, config: TypeConfig, folder: string) {
    this.#ts = ts;
    this.#config = config;
    this.#texts = new Map(getLibFiles().map(({ fileName, text }) => [`${LIBRARY}/${fileName}`, text]));
    this.#roots = [...config.declarations];
    this.#platform = join(folder, '__taro-modernize__.ts');
    this.add(this.#platform, "import Taro from '@tarojs/taro'\n");
  }

  add(path: string, text: string): void {
    const name = nameOf(path);
    this.#texts.set(name, text);
    this.#roots.push(name);
    this.#program = undefined;
  }

  /** The API of the member at an offset of an added file. */
  ownerAt(path: string, offset: number): Owner {
    this.#program ??= this.#create();
    const program = this.#program;
    const file = program.getSourceFile(nameOf(path));
    const platform = program.getSourceFile(nameOf(this.#platform));
    const objects = () => (platform ? platformObjects(this.#ts, program, platform) : []);
    return file && new Lookup(this.#ts, program.getTypeChecker(), objects).at(file, offset);
  }

  #create(): ts.Program {
    const { options } = this.#config;
    const host = this.#ts.createCompilerHost(options);
    const { fileExists, readFile } = host;
    host.getDefaultLibLocation = () => LIBRARY;
    host.getDefaultLibFileName = (given) => `${LIBRARY}/${this.#ts.getDefaultLibFileName(given)}`;
    host.fileExists = (path) => this.#texts.has(path) || fileExists(path);
    host.readFile = (path) => this.#texts.get(path) ?? readFile(path);
    host.getSourceFile = (path, settings) => {
      const text = host.readFile(path);
      return text === undefined ? undefined : this.#parse(path, text, settings);
    };
    return this.#ts.createProgram({ rootNames: this.#roots, options, host });
  }

  #parse(path: string, text: string, given: ts.ScriptTarget | ts.CreateSourceFileOptions): ts.SourceFile {
    const settings = typeof given === 'object' ? given : { languageVersion: given };
    const { ParseAll, ParseNone } = this.#ts.JSDocParsingMode;
    // Comments declare types only in JavaScript. In declarations, parsing them takes half of the time.
    const jsDocParsingMode = /\.[cm]?jsx?$/.test(path) ? ParseAll : ParseNone;
    return this.#ts.createSourceFile(path, text, { ...settings, jsDocParsingMode });
  }
}

function nameOf(path: string): string {
  return path.replaceAll('\\', '/');
}
