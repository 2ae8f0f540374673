import { join } from 'node:path';
import { readJson } from './package-json';
import type { Project } from './types';

/** The platforms, as in `process.env.TARO_ENV`, by the global of the host. The others have equal names. */
const PLATFORMS: Readonly<Record<string, string>> = { wx: 'weapp', my: 'alipay' };

/** The platform that reads the configurations of a mini program. */
export function configPlatform({ host }: Project): string {
  return PLATFORMS[host] ?? host;
}

/** Tells the configurations of mini programs from other JSON. Reads each app.json once. */
export class Configurations {
  readonly #files = new Map<string, ReadonlySet<string>>();

  /** Whether a file configures the app or one of its pages. */
  has(path: string, project: Project | null): boolean {
    if (project?.kind !== 'native') return false;
    const { sourceRoot } = project.main ?? project;
    const files = this.#files.get(sourceRoot) ?? new Set(configFiles(sourceRoot));
    this.#files.set(sourceRoot, files);
    return files.has(path);
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
