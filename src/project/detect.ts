import { existsSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { appConfigText } from './app-config';
import { declaredVersion, platformsOf, usesTaro } from './declared';
import { upwards } from './gitignore';
import { hostOf, independentSubpackages, type NativeProject, readNativeProject } from './native-project';
import { type PackageJson, readPackageJson } from './package-json';
import { isInside } from './paths';
import { checkPlatforms } from './platforms';
import { componentFolder, publishedFolders } from './published';
import { readTaroConfig } from './taro-config';
import { taroMajor } from './taro-version';
import type { Project } from './types';

const SEARCH_DEPTH = 4;

/** Finds the project of a folder. Results are cached, because a tree has many files and few projects. */
export class ProjectFinder {
  /** The platforms given by the user instead of those in package.json. */
  readonly platforms: readonly string[] | undefined;
  readonly #at = new Map<string, Project | null>();
  readonly #above = new Map<string, Project | null>();
  readonly #guessed = new Map<string, Project>();
  readonly #subpackages = new Map<string, readonly string[]>();

  /**
   * @param platforms all platforms that the projects are built for. Default: for each project, those in its
   * package.json
   * @throws {RangeError} naming an unknown platform and the known ones
   */
  constructor(platforms: readonly string[] = []) {
    checkPlatforms(platforms);
    this.platforms = platforms.length > 0 ? platforms : undefined;
  }

  /** The nearest project in or above the folder. */
  of(folder: string): Project | null {
    const known = this.#above.get(folder);
    if (known !== undefined) return known;
    const parent = dirname(folder);
    const project = this.at(folder) ?? (parent === folder ? null : this.of(parent));
    this.#above.set(folder, project);
    return project;
  }

  /** The project whose root is exactly this folder. */
  at(folder: string): Project | null {
    const known = this.#at.get(folder);
    if (known !== undefined) return known;
    const project = this.#read(folder) ?? this.#independent(folder);
    this.#at.set(folder, project);
    return project;
  }

  #read(folder: string): Project | null {
    const project = readProject(folder);
    if (project && this.#isSourceFolder(folder, project)) return null;
    return project && this.platforms
      ? { ...project, platforms: this.platforms, openPlatforms: false }
      : project;
  }

  /** Sources may have a `config` folder too. Only a package.json makes a project of a folder inside another's. */
  #isSourceFolder(folder: string, { kind }: Project): boolean {
    const parent = dirname(folder);
    if (kind !== 'taro' || parent === folder || existsSync(join(folder, 'package.json'))) return false;
    const around = this.of(parent);
    return around?.kind === 'taro' && isInside(around.sourceRoot, folder);
  }

  /**
   * A folder that a package publishes is a separate project, because it needs a runtime inside, and so is an
   * independent subpackage of a mini program.
   */
  #independent(folder: string): Project | null {
    const parent = dirname(folder);
    const app = parent === folder ? null : this.of(parent);
    if (app?.published?.includes(folder) && !app.main) return { ...app, sourceRoot: folder, main: app };
    if (app?.kind !== 'native') return null;
    const isIndependent = this.#subpackagesOf(app).includes(folder);
    return isIndependent ? { ...app, root: folder, sourceRoot: folder, main: app } : null;
  }

  #subpackagesOf({ sourceRoot }: Project): readonly string[] {
    const known = this.#subpackages.get(sourceRoot) ?? independentSubpackages(sourceRoot);
    this.#subpackages.set(sourceRoot, known);
    return known;
  }

  /** Without a project: the package of the folder, otherwise the folder of the run. */
  guess(folder: string, asked: string): Project {
    const root = upwards(folder, (dir) => existsSync(join(dir, 'package.json'))) ?? asked;
    const known = this.#guessed.get(root) ?? this.#guessAt(root);
    this.#guessed.set(root, known);
    const part = known.published?.find((published) => isInside(published, folder));
    if (part === undefined) return known;
    const project = this.#guessed.get(part) ?? { ...known, sourceRoot: part, main: known };
    this.#guessed.set(part, project);
    return project;
  }

  /** A package with components is a mini program, and any other one is none, so it may be part of a Taro app. */
  #guessAt(root: string): Project {
    const sourceRoot = sourceFolder(root);
    const manifest = readPackageJson(root);
    const project: Project = {
      root,
      kind: 'taro',
      sourceRoot,
      outputRoots: [],
      taroVersion: taroMajor(root, undefined),
      platforms: this.platforms ?? [],
      host: '',
      detected: false,
    };
    const component = componentFolder(sourceRoot, manifest);
    if (component === undefined) return project;
    const published = manifest ? publishedFolders(root, manifest) : [];
    return { ...project, kind: 'native', host: hostOf(component) ?? 'wx', published, detected: true };
  }

  /** The applications of a monorepo, found from its root. */
  below(folder: string, depth = SEARCH_DEPTH): Project[] {
    const found: Project[] = [];
    for (const name of subfolders(folder)) {
      const path = join(folder, name);
      const project = this.at(path);
      if (project) found.push(project);
      else if (depth > 1) found.push(...this.below(path, depth - 1));
    }
    return found;
  }
}

function readProject(root: string): Project | null {
  const project = kindOf(root);
  const appConfig = project ? appConfigText(project.sourceRoot) : undefined;
  return project && { ...project, appConfig };
}

function kindOf(root: string): Project | null {
  const manifest = readPackageJson(root);
  const config = existsSync(join(root, 'config')) ? readTaroConfig(root) : null;
  if (config !== null || usesTaro(manifest)) {
    const taroVersion = taroMajor(root, manifest ? declaredVersion(manifest) : undefined);
    const sourceRoot =
      config !== null && isFolder(config.sourceRoot) ? config.sourceRoot : sourceFolder(root);
    return {
      root,
      kind: 'taro',
      sourceRoot,
      // A build may compile the sources, so only code beside them is published as it is.
      published: manifest
        ? publishedFolders(root, manifest).filter((folder) => !isInside(folder, sourceRoot))
        : [],
      // Taro 1 and 2 compile into .temp before they write the output.
      outputRoots: [config?.outputRoot ?? join(root, 'dist'), join(root, '.temp')].filter(
        (path) => path !== root,
      ),
      taroVersion,
      bundler: config?.bundler,
      ...(manifest ? platformsOf(manifest, taroVersion) : { platforms: [] }),
      host: '',
      detected: true,
    };
  }
  const native = readNativeProject(root) ?? (manifest && readLibrary(root, manifest));
  if (native === null) return null;
  return {
    root,
    kind: 'native',
    sourceRoot: isFolder(native.sourceRoot) ? native.sourceRoot : root,
    outputRoots: [],
    taroVersion: 0,
    platforms: [],
    host: native.host,
    published: manifest ? publishedFolders(root, manifest) : [],
    detected: true,
  };
}

/** A package of components, whose package.json has a field that only WeChat's tools read. */
function readLibrary(root: string, { miniprogram }: PackageJson): NativeProject | null {
  return miniprogram === undefined ? null : { sourceRoot: root, host: 'wx' };
}

function sourceFolder(root: string): string {
  const source = join(root, 'src');
  return isFolder(source) ? source : root;
}

/** False for a folder that only declares Taro, as the root of a monorepo does. */
export function hasSources(project: Project): boolean {
  return (
    project.kind === 'native' ||
    project.sourceRoot !== project.root ||
    existsSync(join(project.root, 'config'))
  );
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

function subfolders(folder: string): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && entry.name !== 'node_modules' && !entry.name.startsWith('.'))
      .map((entry) => entry.name)
      .sort();
  } catch {
    return [];
  }
}
