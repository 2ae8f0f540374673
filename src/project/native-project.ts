import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readJson } from './package-json';

const CONFIGS = [
  'project.config.json',
  'mini.project.json',
  'project.tt.json',
  'project.swan.json',
  'project.qq.json',
];

/** The file extensions of templates and styles show the platform of a mini program. */
const HOSTS: readonly (readonly [RegExp, string])[] = [
  [/\.(?:wxml|wxss)$/, 'wx'],
  [/\.(?:axml|acss)$/, 'my'],
  [/\.(?:ttml|ttss)$/, 'tt'],
  [/\.swan$/, 'swan'],
  [/\.(?:qml|qss)$/, 'qq'],
  [/\.(?:jxml|jxss)$/, 'jd'],
  [/\.(?:ksml|kss)$/, 'ks'],
];

/** The folder and the global of a mini program. */
export interface NativeProject {
  sourceRoot: string;
  host: string;
}

/**
 * The file that identifies a mini program without Taro: its project file, or the app.json (plugin.json)
 * itself.
 */
export function readNativeProject(root: string): NativeProject | null {
  for (const name of CONFIGS) {
    const config = readJson(join(root, name));
    if (config === null) continue;
    const source = config.srcMiniprogramRoot ?? config.miniprogramRoot ?? config.smartProgramRoot;
    const sourceRoot = resolve(root, typeof source === 'string' ? source : '.');
    return { sourceRoot, host: hostOf(sourceRoot) ?? byConfig(name) };
  }
  const app = readJson(join(root, 'app.json'));
  const plugin = readJson(join(root, 'plugin.json'));
  // Expo and other tools have an app.json too, but only a mini program's has pages.
  const isMiniProgram =
    Array.isArray(app?.pages) || (plugin !== null && ('main' in plugin || 'publicComponents' in plugin));
  return isMiniProgram ? { sourceRoot: root, host: hostOf(root) ?? 'wx' } : null;
}

function byConfig(name: string): string {
  return (
    {
      'mini.project.json': 'my',
      'project.tt.json': 'tt',
      'project.swan.json': 'swan',
      'project.qq.json': 'qq',
    }[name] ?? 'wx'
  );
}

/** The global of the mini program whose templates are in a folder. */
export function hostOf(folder: string): string | undefined {
  const app = names(folder).concat(pageFiles(folder));
  return HOSTS.find(([ending]) => app.some((name) => ending.test(name)))?.[1];
}

function pageFiles(folder: string): string[] {
  const pages = readJson(join(folder, 'app.json'))?.pages;
  const first: unknown = Array.isArray(pages) ? pages[0] : undefined;
  return typeof first === 'string' ? names(join(folder, first, '..')) : [];
}

function names(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/**
 * Absolute folders of the independent subpackages. Such a package may run before the main one is loaded, so
 * it cannot require anything outside its folder.
 */
export function independentSubpackages(sourceRoot: string): string[] {
  const app = readJson(join(sourceRoot, 'app.json'));
  // Platforms accept both spellings.
  const listed: unknown = app?.subPackages ?? app?.subpackages;
  return (Array.isArray(listed) ? listed : []).flatMap((subpackage: unknown) => {
    const { root, independent } = (subpackage ?? {}) as { root?: unknown; independent?: unknown };
    return independent === true && typeof root === 'string' ? [join(sourceRoot, root, '.')] : [];
  });
}
