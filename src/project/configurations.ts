import { join } from 'node:path';
import { readJson } from './package-json';
import type { Project } from './types';

/** The platforms, as in `process.env.TARO_ENV`, by the global of the host. The others have equal names. */
const PLATFORMS: Readonly<Record<string, string>> = { wx: 'weapp', my: 'alipay' };

/** The platform that reads the configurations of a mini program. */
export function configPlatform({ host }: Project): string {
  return PLATFORMS[host] ?? host;
}

/** Tells the configurations of mini programs from other JSON. */
export class Configurations {
  readonly #roots = new Set<string>();
  readonly #files = new Set<string>();

  /** Adds the configurations of a project, if it is native. Reads its app.json once. */
  add(project: Project | null): void {
    if (project?.kind !== 'native') return;
    const { sourceRoot } = project.main ?? project;
    if (this.#roots.has(sourceRoot)) return;
    this.#roots.add(sourceRoot);
    for (const file of configFiles(sourceRoot)) this.#files.add(file);
  }

  /** Whether a file configures one of the apps, or one of their pages. */
  has(path: string): boolean {
    return this.#files.has(path);
  }
}

function configFiles(sourceRoot: string): string[] {
  const path = join(sourceRoot, 'app.json');
  const app = readJson(path);
  if (app === null) return [];
  // Platforms accept both spellings.
  const packages = [app, ...listIn(app.subPackages), ...listIn(app.subpackages)] as Package[];
  const pages = packages.flatMap(({ root, pages }) =>
    listIn(pages).map((page) => join(sourceRoot, typeof root === 'string' ? root : '', `${page}.json`)),
  );
  return [path, ...pages];
}

/** The part of a subpackage's configuration that is used. */
interface Package {
  root?: unknown;
  pages?: unknown;
}

function listIn(value: unknown): unknown[] {
  return Array.isArray(value) ? value.filter((one) => one !== null && one !== undefined) : [];
}
