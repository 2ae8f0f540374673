import type { RewriteOptions } from '../engine/types';
import { decodeSource } from './decode';
import type { FileRecord } from './file-record';
import type { MemberTypes } from './typing/member-types';
import type { LoadTypeScript } from './typing/typescript';

type DecideMember = NonNullable<RewriteOptions['decideMember']>;

/** The question callback for a file. */
export interface Asking {
  decideMember?: DecideMember;
  /** Whether a question remained without an answer that TypeScript may have. */
  isOpen: boolean;
}

/**
 * Passes questions to TypeScript, once per run and for all files together, because starting it is what takes
 * time.
 */
export class TypeQuestions {
  #types: MemberTypes | null = null;
  #hasBegun = false;
  /** The number of files in which types could have resolved more if TypeScript were installed. */
  untyped = 0;

  constructor(
    private readonly isWanted: boolean,
    private readonly load: LoadTypeScript,
  ) {}

  /** Before TypeScript has the file, this only records that there is a question. */
  of({ path, isTyped }: FileRecord): Asking {
    const types = this.#types;
    if (types && isTyped) return { decideMember: (offset) => types.ownerAt(path, offset), isOpen: false };
    // The user has decided not to ask, so a message need not advise it.
    if (!this.isWanted) return { isOpen: false, decideMember: () => undefined };
    const asking: Asking = {
      isOpen: false,
      decideMember: () => {
        asking.isOpen = true;
        return undefined;
      },
    };
    return asking;
  }

  /** Passes the files to TypeScript. False if it has already started or is not installed. */
  async begin(
    files: readonly FileRecord[],
    read: (path: string) => Buffer | undefined,
    tick?: (done: number, all: number) => Promise<void> | void,
  ): Promise<boolean> {
    if (this.#hasBegun || files.length === 0) return false;
    this.#hasBegun = true;
    await tick?.(0, files.length);
    const typescript = await this.load();
    if (typescript === null) {
      this.untyped = files.length;
      return false;
    }
    const { MemberTypes } = await import('./typing/member-types');
    const types = new MemberTypes(typescript);
    for (const { path, project } of files) {
      const bytes = read(path);
      const decoded = bytes && decodeSource(bytes);
      if (decoded && 'text' in decoded) types.add(path, decoded.text, project);
    }
    this.#types = types;
    return true;
  }
}
