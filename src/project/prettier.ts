import { createRequire } from 'node:module';
import { join } from 'node:path';
import { formatterOf } from './formatter';
import type { Project } from './types';

/** The part of Prettier 2 and 3 that is used here. Version 2 is synchronous. */
interface Prettier {
  resolveConfig(path: string, options: { editorconfig: boolean }): unknown;
  getFileInfo(path: string, options: { ignorePath: string }): unknown;
  format(text: string, options: object): string | Promise<string>;
}

/**
 * Formats a new file with the project's own Prettier. A file cannot opt out of Prettier: its check would
 * fail, or the next commit would change the file.
 * @returns the unchanged text if the project does not use Prettier, ignores the file, or Prettier fails
 */
export async function formatted(text: string, path: string, project: Project): Promise<string> {
  try {
    if (formatterOf(project.root) !== 'prettier') return text;
    const prettier = createRequire(join(project.root, 'package.json'))('prettier') as Prettier;
    const config = (await prettier.resolveConfig(path, { editorconfig: true })) as object | null;
    const ignorePath = join(project.root, '.prettierignore');
    const { ignored } = (await prettier.getFileInfo(path, { ignorePath })) as { ignored: boolean };
    return ignored ? text : await prettier.format(text, { ...config, filepath: path });
  } catch {
    return text;
  }
}
