import { dirname, join } from 'node:path';
import type { ts } from 'ts-morph';
import { keepOnly, vueBlocks } from '../../engine/parse/vue-blocks';
import type { Project } from '../types';
import { defaultConfig, nearestConfig, readConfig } from './config';
import { Lookup, type Owner } from './lookup';
import { TypedProgram } from './typed-program';
import type { TypeScript, TypeScriptPackage } from './typescript';

const PLATFORM = "import Taro from '@tarojs/taro'\nexport const objects = [Taro, wx]\n";

/** A program, with the path of the file in it that names the platform's objects. */
interface Known {
  program: TypedProgram;
  platform: string;
}

/**
 * Files as TypeScript sees them: one program per configuration, with the files in question and their imports.
 */
export class MemberTypes {
  readonly #programs = new Map<string, Known>();
  /** By the path of the project's file. */
  readonly #files = new Map<string, Known & { path: string }>();

  constructor(private readonly typescript: TypeScriptPackage) {}

  /**
   * Adds the text of a file. Add all files before the first question, so that each program is built once.
   *
   * @param offsets the members in question, if known
   */
  add(path: string, text: string, project: Project, offsets: readonly number[] = []): void {
    try {
      const known = this.#program(path, project);
      // Without the byte order mark, so that positions match the engine's.
      const source = sourceFor(path, text.replace(/^\uFEFF/, ''));
      known.program.add(source.path, source.text, offsets);
      this.#files.set(path, { ...known, path: source.path });
    } catch {
      // Files that TypeScript does not accept stay undecided.
    }
  }

  /** The API of the member at an offset of a file; `undefined` if its type does not decide. */
  ownerAt(path: string, offset: number): Owner {
    const known = this.#files.get(path);
    if (!known) return undefined;
    const { program, platform } = known;
    try {
      program.ask(known.path, offset);
      const file = program.file(known.path);
      const objects = () => elementTypes(this.typescript.ts, program.checker, program.file(platform));
      return file && new Lookup(this.typescript.ts, program.checker, objects).at(file, offset);
    } catch {
      // The checker may throw on code that does not compile. The question then stays undecided.
      return undefined;
    }
  }

  #program(path: string, project: Project): Known {
    const config = nearestConfig(path);
    const key = config ?? project.root;
    const known = this.#programs.get(key);
    if (known) return known;
    const { ts } = this.typescript;
    const program = new TypedProgram(
      this.typescript,
      config === undefined ? defaultConfig(ts, project) : readConfig(ts, config, path),
    );
    // Only in memory; nothing is ever saved.
    const platform = join(config === undefined ? project.root : dirname(config), '__taro-modernize__.ts');
    program.add(platform, PLATFORM, [PLATFORM.indexOf('objects')]);
    const made = { program, platform };
    this.#programs.set(key, made);
    return made;
  }
}

/** The element types of the only array in a file. */
function elementTypes(ts: TypeScript, checker: ts.TypeChecker, file: ts.SourceFile | undefined): ts.Type[] {
  const types: ts.Type[] = [];
  const collect = (node: ts.Node): void => {
    if (ts.isArrayLiteralExpression(node))
      types.push(...node.elements.map((element) => checker.getTypeAtLocation(element)));
    else ts.forEachChild(node, collect);
  };
  if (file) collect(file);
  return types;
}

/** For a component, TypeScript reads its scripts, which share their names. */
function sourceFor(path: string, text: string): { path: string; text: string } {
  if (!/\.vue$/i.test(path)) return { path, text };
  const { scripts, extension } = vueBlocks(text);
  return { path: `${path}.${extension}`, text: keepOnly(text, scripts) };
}
