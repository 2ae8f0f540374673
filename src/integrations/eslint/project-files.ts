import { dirname, resolve } from 'node:path';
import type { VueCompiler } from '../../engine/types';
import { migrations } from '../../migrations/index';
import { ProjectFinder } from '../../project/detect';
import { InstalledRuntimes } from '../../project/installed-runtimes';
import { isInside } from '../../project/paths';
import type { Project } from '../../project/types';
import { loadVueCompiler } from '../../project/vue-compiler';
import { buildText } from '../text/index';
import { type Settings, settingError } from './settings';

/** The runtimes available in a project. */
export interface RuntimeFiles {
  /** Path without extension by the name of the runtime, for those that exist. */
  copies: ReadonlyMap<string, string>;
  /** Whether rewritten code can import the package. */
  hasPackage: boolean;
}

/** The project of a file. */
interface ProjectFile {
  path: string;
  project: Project;
  runtimes: RuntimeFiles;
  vueCompiler(): VueCompiler | undefined;
}

/** How long ESLint uses cached results from the disk, in ms. An editor's server runs for days. */
const MEMORY = 2000;

const names = [...new Set(migrations.flatMap(({ runtime }) => runtime?.name ?? []))];

/** Finds the projects of linted files. */
export class ProjectFiles {
  /** By the platforms that a configuration may set. */
  #finders = new Map<string, ProjectFinder>();
  #compilers = new Map<string, VueCompiler | undefined>();
  /** By the folder of the copies, which a configuration may set. */
  #installed = new Map<string | undefined, InstalledRuntimes>();
  #since = Number.NEGATIVE_INFINITY;

  /**
   * @param runtimeDir the folder of the copies relative to the project's root, if not the default one
   * @param platforms all platforms that the project is built for, if not those in its package.json
   */
  of(
    filename: string,
    cwd: string,
    { runtimeDir, platforms }: Pick<Settings, 'runtimeDir' | 'platforms'>,
  ): ProjectFile {
    this.#refresh();
    const finder = this.#finders.get(`${platforms}`) ?? new ProjectFinder(platforms);
    this.#finders.set(`${platforms}`, finder);
    const path = resolve(cwd, filename);
    const project = finder.of(dirname(path)) ?? finder.guess(dirname(path), cwd);
    if (runtimeDir !== undefined && !isInside(project.root, resolve(project.root, runtimeDir)))
      throw settingError('runtimeDir', runtimeDir, buildText().eslint.folderIn(project.root));
    const installed = this.#installed.get(runtimeDir) ?? new InstalledRuntimes(names, runtimeDir);
    this.#installed.set(runtimeDir, installed);
    const copies = installed.copies(project);
    const isForPackages = project.kind === 'taro' && project.taroVersion >= 3;
    return {
      path,
      project,
      runtimes: { copies, hasPackage: isForPackages && installed.hasPackage(project) },
      vueCompiler: () => this.#vueCompilerOf(project.root),
    };
  }

  #refresh(): void {
    const now = Date.now();
    if (now - this.#since < MEMORY) return;
    this.#since = now;
    this.#finders = new Map();
    this.#compilers = new Map();
    this.#installed = new Map();
  }

  #vueCompilerOf(root: string): VueCompiler | undefined {
    if (!this.#compilers.has(root)) this.#compilers.set(root, loadVueCompiler(root));
    return this.#compilers.get(root);
  }
}
