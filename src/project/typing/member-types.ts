import { dirname } from 'node:path';
import { keepOnly, vueBlocks } from '../../engine/parse/vue-blocks';
import type { Project } from '../types';
import { defaultConfig, nearestConfig, readConfig } from './config';
import type { Owner } from './lookup';
import { TypedProgram } from './program';
import type { TypeScriptPackage } from './typescript';

/** Files as TypeScript sees them: one program per configuration. */
export class MemberTypes {
  readonly #programs = new Map<string, TypedProgram>();
  /** The program of each of the project's files, with the file's path in it. */
  readonly #files = new Map<string, { program: TypedProgram; path: string }>();

  constructor(private readonly typescript: TypeScriptPackage) {}

  /** Adds the text of a file. Add all files before the first question, so that each program is built once. */
  add(path: string, text: string, project: Project): void {
    try {
      const program = this.#program(path, project);
      // Without the byte order mark, so that positions match the engine's.
      const source = sourceFor(path, text.replace(/^\uFEFF/, ''));
      program.add(source.path, source.text);
      this.#files.set(path, { program, path: source.path });
    } catch {
      // Files that TypeScript does not accept stay undecided.
    }
  }

  /** The API of the member at an offset of a file; `undefined` if its type does not decide. */
  ownerAt(path: string, offset: number): Owner {
    const known = this.#files.get(path);
    try {
      return known?.program.ownerAt(known.path, offset);
    } catch {
      // The checker may throw on code that does not compile. The question then stays undecided.
      return undefined;
    }
  }

  #program(path: string, project: Project): TypedProgram {
    const { ts } = this.typescript;
    const config = nearestConfig(path);
    const key = config ?? project.root;
    const known = this.#programs.get(key);
    if (known) return known;
    const program =
      config === undefined
        ? new TypedProgram(this.typescript, defaultConfig(ts, project), project.root)
        : new TypedProgram(this.typescript, readConfig(ts, config, path), dirname(config));
    this.#programs.set(key, program);
    return program;
  }
}

/** For a component, TypeScript reads its scripts, which share their names. */
function sourceFor(path: string, text: string): { path: string; text: string } {
  if (!/\.vue$/i.test(path)) return { path, text };
  const { scripts, extension } = vueBlocks(text);
  return { path: `${path}.${extension}`, text: keepOnly(text, scripts) };
}
