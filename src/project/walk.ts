import { type Dirent, readdirSync } from 'node:fs';
import { sep } from 'node:path';
import { isTemporaryName } from './atomic-write';
import { IgnoreRules } from './gitignore';
import { errorCode } from './paths';
import { isSourceFile } from './source-files';

/** Folders of other people's code or of tools; sources are never in them. */
const SKIPPED = new Set(['node_modules', 'miniprogram_npm', 'bower_components', '.git', '.hg', '.svn']);

export interface WalkOptions {
  gitignore: boolean;
  /** Folders that builds write to: those known from the start, and … */
  outputs: readonly string[];
  /** … those found as the walk comes to a project. */
  outputsOf(folder: string, names: ReadonlySet<string>): readonly string[];
  onUnreadable(folder: string, code: string): void;
  onStrayTemporary(path: string): void;
  /** False to leave a folder out, for instance because another root has covered it. */
  enter(folder: string): boolean;
}

/**
 * All source files below a folder, in a stable order. Symbolic links are not followed: what they lead to is
 * either below the folder anyway or not ours to write, and so there are no loops.
 */
export function* walk(root: string, options: WalkOptions): Generator<string> {
  const rules = options.gitignore ? IgnoreRules.above(root) : IgnoreRules.none(root);
  yield* walkFolder(root, rules, new Set(options.outputs), options);
}

function* walkFolder(
  folder: string,
  outer: IgnoreRules,
  outputs: ReadonlySet<string>,
  options: WalkOptions,
): Generator<string> {
  if (!options.enter(folder)) return;
  const entries = list(folder, options);
  if (entries === null) return;

  const names = new Set<string>();
  for (const entry of entries) names.add(entry.name);
  const found = options.outputsOf(folder, names);
  const skipped = found.length > 0 ? new Set([...outputs, ...found]) : outputs;
  const rules = options.gitignore && names.has('.gitignore') ? outer.inside(folder) : outer.fresh();

  const prefix = folder.endsWith(sep) ? folder : folder + sep;
  const folders: string[] = [];
  for (const entry of entries) {
    const path = prefix + entry.name;
    if (entry.isDirectory()) {
      if (!SKIPPED.has(entry.name) && !skipped.has(path) && !rules.ignores(path, true)) folders.push(path);
    } else if (entry.isFile()) {
      if (isSourceFile(entry.name)) {
        if (!rules.ignores(path, false)) yield path;
      } else if (isTemporaryName(entry.name)) {
        options.onStrayTemporary(path);
      }
    }
  }
  for (const path of folders) yield* walkFolder(path, rules, skipped, options);
}

function list(folder: string, options: WalkOptions): Dirent[] | null {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    options.onUnreadable(folder, errorCode(error));
    return null;
  }
}
