import type { TypeScript } from './typescript';

/** A file of Taro's types. */
interface Declarations {
  text: string;
  /** The types and the members of Taro that it declares. `undefined` for a file that is always needed. */
  names: ReadonlySet<string> | undefined;
}

interface Folder {
  files: ReadonlyMap<string, Declarations>;
  /** The paths of the files that declare a name. */
  byName: ReadonlyMap<string, readonly string[]>;
}

/**
 * Taro's types: 130 files, more text than all others of a program, which needs only those that declare what
 * its other files name.
 */
export class TaroDeclarations {
  readonly #ts: TypeScript;
  readonly #named = new Set<string>();
  /** By the folders of Taro's packages. */
  readonly #folders = new Map<string, Folder>();
  readonly #needed = new Set<string>();

  constructor(ts: TypeScript) {
    this.#ts = ts;
  }

  /** Adds the names in texts. True if they need more files. */
  name(texts: readonly string[]): boolean {
    for (const text of texts) for (const word of text.match(/[\w$]+/g) ?? []) this.#named.add(word);
    const before = this.#needed.size;
    for (const folder of this.#folders.values()) this.#follow(folder);
    return this.#needed.size > before;
  }

  /** Empty for a file that is not needed, `undefined` for a file of another kind. */
  textOf(path: string): string | undefined {
    const folder = /^.*\/@tarojs\/taro\/types\//.exec(path)?.[0];
    if (folder === undefined) return undefined;
    const file = this.#folder(folder).files.get(path);
    return !file || this.#needed.has(path) ? file?.text : '';
  }

  has(path: string): boolean {
    return [...this.#folders.values()].some(({ files }) => files.has(path));
  }

  #folder(path: string): Folder {
    const known = this.#folders.get(path);
    if (known) return known;
    const { sys } = this.#ts;
    const files = new Map<string, Declarations>();
    const byName = new Map<string, string[]>();
    for (const file of sys.readDirectory(path, ['.d.ts'])) {
      const text = sys.readFile(file) ?? '';
      const names = namesOf(text);
      files.set(file, { text, names });
      for (const name of names ?? []) byName.set(name, [...(byName.get(name) ?? []), file]);
    }
    const folder = { files, byName };
    this.#folders.set(path, folder);
    this.#follow(folder);
    return folder;
  }

  /** Adds the files that declare what is named, and so on. */
  #follow({ files, byName }: Folder): void {
    const queue = [...files].filter(([, { names }]) => !names).map(([path]) => path);
    for (const name of this.#named) queue.push(...(byName.get(name) ?? []));
    for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
      if (this.#needed.has(path)) continue;
      this.#needed.add(path);
      for (const name of wordsIn(files.get(path)!.text)) queue.push(...(byName.get(name) ?? []));
    }
  }
}

/** What a file declares for others, either at its top or in one block for a module or namespace. */
function namesOf(text: string): ReadonlySet<string> | undefined {
  const names = new Set<string>();
  for (const [, name] of text.matchAll(
    /^(?: {2})?(?:abstract |declare |export )*(?:class|const|enum|function|interface|let|namespace|type|var) (\w+)/gm,
  ))
    names.add(name!);
  // Files without such names hold others together.
  if (names.size === 0) return undefined;
  for (const [, body] of text.matchAll(/^ {2}interface TaroStatic\b([\s\S]*?)^ {2}\}/gm))
    for (const [, name] of body!.matchAll(/^ {4}(?:readonly )?(\w+)/gm)) names.add(name!);
  // Its members count one by one.
  names.delete('TaroStatic');
  return names;
}

/** All words outside comments, except names of members at the start of a line. */
function wordsIn(text: string): readonly string[] {
  const code = text.replace(/\/\*[\s\S]*?\*\/|^\/\/.*/gm, '');
  return code.replace(/^\s*(?:readonly )?\w+\??(?=[:(<])/gm, '').match(/[\w$]+/g) ?? [];
}
