import { type Dirent, existsSync, readdirSync, statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { type PackageJson, readJson } from './package-json';
import { isInside } from './paths';
import type { Project } from './types';

/** WeChat's tools read this folder of a package without the field `miniprogram`. */
const DEFAULT = 'miniprogram_dist';

/**
 * The folders of a package that apps get: those in its fields `miniprogram` and `files`. Absolute,
 * none inside another. Empty if apps get the whole package.
 */
export function publishedFolders(root: string, { miniprogram, files }: PackageJson): readonly string[] {
  const isThere = (folder: string) => statSync(folder, { throwIfNoEntry: false })?.isDirectory() ?? false;
  const packed = files.map((entry) => folderAt(root, entry));
  const copied = folderAt(root, miniprogram ?? DEFAULT);
  const named = [
    ...(copied !== root && (miniprogram !== undefined || isThere(copied)) ? [copied] : []),
    ...(packed.includes(root) ? [] : packed.filter(isThere)),
  ];
  return [...new Set(named)].filter(
    (folder) => !named.some((other) => other !== folder && isInside(other, folder)),
  );
}

/** `./lib/`, `lib/**` → `lib`; `**` → the folder itself */
function folderAt(root: string, entry: string): string {
  const name = entry.replace(/(?:^|\/)\*\*?(?:\/\*\*?)*$/, '');
  return resolve(root, name.replace(/^\/+/, ''));
}

/**
 * The published folders of a package, relative to it, if apps do not get this file: it is in none of them, and in
 * no app of the package.
 */
export function publishedElsewhere(
  { root, kind, sourceRoot, main, published }: Project,
  path: string,
): readonly string[] {
  // Builds of Taro compile sources to the published folders.
  if (kind === 'taro' || main || !published?.length) return [];
  const isInApp = existsSync(join(sourceRoot, 'app.json')) && isInside(sourceRoot, path);
  return isInApp ? [] : published.map((folder) => relative(root, folder));
}

/** Tools that compile their own files to components. */
const COMPILERS = /^(?:@dcloudio\/|@mpxjs\/|@wepy\/|wepy|mpvue|megalo|remax|kbone)/;

const TEMPLATE = /\.(?:wxml|axml|ttml|swan|qml|jxml|ksml)$/;

const OTHERS = /^\.|^(?:node_modules|miniprogram_npm)$/;

const SEARCH_DEPTH = 4;

/**
 * A folder with a component for mini programs, if a package has one: a template, and a JSON file beside it that
 * says so.
 */
export function componentFolder(source: string, manifest: PackageJson | null): string | undefined {
  const isCompiled = Object.keys(manifest?.dependencies ?? {}).some((name) => COMPILERS.test(name));
  if (isCompiled || existsSync(join(source, 'pages.json'))) return undefined;
  return componentBelow(source, SEARCH_DEPTH);
}

function componentBelow(folder: string, depth: number): string | undefined {
  const entries = entriesOf(folder);
  const templates = entries.filter(({ name }) => TEMPLATE.test(name));
  const isComponent = ({ name }: Dirent) =>
    readJson(join(folder, name.replace(TEMPLATE, '.json')))?.component === true;
  if (templates.some(isComponent)) return folder;
  if (depth === 1) return undefined;
  const below = entries
    .filter((entry) => entry.isDirectory() && !OTHERS.test(entry.name))
    .map(({ name }) => join(folder, name))
    .filter((path) => !existsSync(join(path, 'package.json')));
  for (const path of below) {
    const found = componentBelow(path, depth - 1);
    if (found !== undefined) return found;
  }
  return undefined;
}

function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}
