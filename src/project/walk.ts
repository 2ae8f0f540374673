import { type Dirent, readdirSync } from 'node:fs';
import { sep } from 'node:path';
import { isTemporaryName } from './atomic-write';
import { IgnoreRules } from './gitignore';
import { errorCode } from './paths';
import { isSourceFile } from './source-files';

/** Folders of third-party code or tools, which never contain the user's sources. */
const SKIPPED = new Set(['node_modules', 'bower_components', '.git', '.hg', '.svn']);

/** `packages` is a folder of installed packages that is committed; `cml` is a component of Chameleon. */
type LeftOutKind = 'ignored' | 'packages' | 'cml';

interface WalkOptions {
  /** By the name of a file and its folder. Default: scripts and Vue components. */
  accepts?(name: string, folder: string): boolean;
  gitignore: boolean;
  /** The output folders of builds that are known before the walk. */
  outputs: readonly string[];
  /**
   * The output folders of a project that the walk reaches. Only called for folders that may be a project with
   * its own output.
   */
  outputsOf(folder: string): readonly string[];
  onUnreadable(folder: string, code: string): void;
  onStrayTemporary(path: string): void;
  /** Called for a source file or folder that the rules ignore, and for what is never searched. */
  onLeftOut?(kind: LeftOutKind, path: string): void;
  /** False to skip a folder, for instance because another root has covered it. */
  enter(folder: string): boolean;
}

/** WeChat's tools copy the packages of a mini program here. */
const PACKAGES = 'miniprogram_npm';

interface Pending {
  folder: string;
  rules: IgnoreRules;
  outputs: ReadonlySet<string>;
}

/**
 * All source files below a folder, in a stable order. Symbolic links are not followed: their targets are
 * either below the folder anyway or outside it. This also rules out cycles.
 */
export function* walk(root: string, options: WalkOptions): Generator<string> {
  const { accepts = isSourceFile } = options;
  const top = options.gitignore ? IgnoreRules.above(root) : IgnoreRules.none(root);
  // One generator with a stack, because nested generators would pass each file through all levels.
  const stack: Pending[] = [{ folder: root, rules: top, outputs: new Set(options.outputs) }];
  for (let next = stack.pop(); next; next = stack.pop()) {
    const { folder } = next;
    if (!options.enter(folder)) continue;
    const entries = list(folder, options);
    if (entries === null) continue;

    const has = (name: string): boolean => entries.some((entry) => entry.name === name);
    const found = has('package.json') && has('config') ? options.outputsOf(folder) : [];
    const outputs = found.length > 0 ? new Set([...next.outputs, ...found]) : next.outputs;
    const rules = options.gitignore && has('.gitignore') ? next.rules.inside(folder) : next.rules;

    const prefix = folder.endsWith(sep) ? folder : folder + sep;
    const folders: Pending[] = [];
    for (const entry of entries) {
      const { name } = entry;
      if (entry.isFile()) {
        if (accepts(name, folder)) {
          if (!rules.ignores(prefix + name, name, false)) yield prefix + name;
          else options.onLeftOut?.('ignored', prefix + name);
        } else if (name.endsWith('.cml')) {
          options.onLeftOut?.('cml', prefix + name);
        } else if (isTemporaryName(name)) {
          options.onStrayTemporary(prefix + name);
        }
      } else if (entry.isDirectory() && !SKIPPED.has(name)) {
        const path = prefix + name;
        if (outputs.has(path)) continue;
        const isIgnored = rules.ignores(path, name, true);
        if (name === PACKAGES || isIgnored) options.onLeftOut?.(isIgnored ? 'ignored' : 'packages', path);
        else folders.push({ folder: path, rules, outputs });
      }
    }
    for (let i = folders.length - 1; i >= 0; i--) stack.push(folders[i]!);
  }
}

function list(folder: string, options: WalkOptions): Dirent[] | null {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    options.onUnreadable(folder, errorCode(error));
    return null;
  }
}

/**
 * Every source file below a folder, including those that git ignores.
 * @param accepts by the name of a file. Default: scripts and Vue components
 */
export function everySource(folder: string, accepts?: (name: string) => boolean): Iterable<string> {
  return walk(folder, {
    ...(accepts && { accepts }),
    gitignore: false,
    outputs: [],
    outputsOf: () => [],
    onUnreadable: () => {},
    onStrayTemporary: () => {},
    enter: () => true,
  });
}
