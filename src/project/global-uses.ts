import { readFileSync } from 'node:fs';
import { isTypeScript } from './source-files';
import type { Project } from './types';
import { everySource } from './walk';

const NAME = /(?<![\w$.])[A-Za-z_$][\w$]*/g;
/** Declarations that cannot be merged with those of other files, and imports. */
const DECLARED = /^(?:export\s+)?(?:const|let|class|function|enum)\s+([\w$]+)|^import\s([^'"]*)/gm;

/**
 * Finds the names that the TypeScript files of a mini program may have from each other's scripts, whose top-level
 * names are global. Reads each file once, and takes a name in a comment for a use.
 */
export class GlobalUses {
  /** By the root of the project, the files that contain a name without declaring it. */
  readonly #users = new Map<string, ReadonlyMap<string, readonly string[]>>();

  /** Whether a file other than the given one uses a name of it. */
  has(name: string, path: string, project: Project): boolean {
    const { root } = project.main ?? project;
    const users = this.#users.get(root) ?? usersOf(root);
    this.#users.set(root, users);
    return users.get(name)?.some((user) => user !== path) ?? false;
  }
}

function usersOf(root: string): Map<string, string[]> {
  const users = new Map<string, string[]>();
  for (const path of everySource(root)) {
    if (!isTypeScript(path)) continue;
    const text = readFileSync(path, 'utf8');
    const own = new Set(
      [...text.matchAll(DECLARED)].flatMap(([, name, list]) => name ?? list?.match(NAME) ?? []),
    );
    for (const name of new Set(text.match(NAME)))
      if (!own.has(name)) users.set(name, [...(users.get(name) ?? []), path]);
  }
  return users;
}
