import { dirname, join } from 'node:path';
import type { SourceFile, Project as TypedProject } from 'ts-morph';
import { keepOnly, vueBlocks } from '../../engine/parse/vue-blocks';
import type { Project } from '../types';
import { defaultConfig, nearestConfig, readConfig, type TypeConfig } from './config';
import { Lookup, type Owner } from './lookup';
import type { TsMorph } from './typescript';

const PLATFORM = "import Taro from '@tarojs/taro'\nexport const objects = [Taro, wx]\n";

/** Files as TypeScript sees them: one program per configuration, of the files that are asked about and their imports. */
export class MemberTypes {
  readonly #programs = new Map<string, TypedProject>();
  /** By the path of the project's file. */
  readonly #files = new Map<string, { program: TypedProject; file: SourceFile }>();
  /** The file in each program that names the platform's objects. */
  readonly #platformFiles = new Map<TypedProject, string>();

  constructor(private readonly tsMorph: TsMorph) {}

  /** Adds the text of a file. All are added before the first question, so that a program is built once. */
  add(path: string, text: string, project: Project): void {
    try {
      const program = this.#program(path, project);
      // Without the mark, so that positions are the engine's.
      const source = sourceFor(path, text.replace(/^\uFEFF/, ''));
      const file = program.createSourceFile(source.path, source.text, { overwrite: true });
      this.#files.set(path, { program, file });
    } catch {
      // A file that TypeScript does not take stays undecided.
    }
  }

  /** Whose member is named at an offset of a file; `undefined` where its type does not tell. */
  ownerAt(path: string, offset: number): Owner {
    const known = this.#files.get(path);
    if (!known) return undefined;
    const { program, file } = known;
    try {
      const checker = program.getTypeChecker().compilerObject;
      const platform = program.getSourceFile(this.#platformFiles.get(program)!)?.compilerNode;
      return new Lookup(this.tsMorph.ts, checker, platform).at(file.compilerNode, offset);
    } catch {
      // The checker may stumble over code that does not compile: then it has not decided anything.
      return undefined;
    }
  }

  #program(path: string, project: Project): TypedProject {
    const config = nearestConfig(path);
    const key = config ?? project.root;
    const known = this.#programs.get(key);
    if (known) return known;
    const { ts } = this.tsMorph;
    const made = this.#make(config === undefined ? defaultConfig(ts, project) : readConfig(ts, config, path));
    // In memory alone: nothing is ever saved.
    const platform = join(config === undefined ? project.root : dirname(config), '__taro-modernize__.ts');
    made.createSourceFile(platform, PLATFORM, { overwrite: true });
    this.#platformFiles.set(made, platform);
    this.#programs.set(key, made);
    return made;
  }

  #make({ options, declarations }: TypeConfig): TypedProject {
    const program = new this.tsMorph.Project({
      compilerOptions: options,
      skipAddingFilesFromTsConfig: true,
      skipFileDependencyResolution: true,
    });
    for (const path of declarations) program.addSourceFileAtPathIfExists(path);
    return program;
  }
}

/** TypeScript reads of a component its scripts, which share their names. */
function sourceFor(path: string, text: string): { path: string; text: string } {
  if (!/\.vue$/i.test(path)) return { path, text };
  const { scripts, extension } = vueBlocks(text);
  return { path: `${path}.${extension}`, text: keepOnly(text, scripts) };
}
