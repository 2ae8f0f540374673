import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Project } from './types';

/** What `process.env.TARO_ENV` is in a build for the platform whose global this is. */
const ENVIRONMENTS: Readonly<Record<string, string>> = {
  wx: 'weapp',
  my: 'alipay',
  tt: 'tt',
  swan: 'swan',
  qq: 'qq',
  jd: 'jd',
  ks: 'ks',
};

/** Taro's types, which the TypeScript sources are written against, exist for Taro 3 and 4 only. */
export function isJavaScriptOnly(project: Project): boolean {
  return project.kind === 'native' || project.taroVersion < 3;
}

/**
 * The text of one file of a copy as this version makes it for the project, without a digest; `null` when there is none for such
 * projects. The sources come with the package.
 */
export function runtimeSource(
  name: string,
  ending: '.ts' | '.js',
  project: Project,
  packageRoot: string,
): string | null {
  const folder = join(packageRoot, 'dist', 'runtime', 'source');
  const path = join(folder, folderOf(project, name), name + ending);
  // A copy under a name that is no runtime of this version stays as it is.
  if (!existsSync(path)) return null;
  const shipped = readFileSync(path, 'utf8');
  return project.kind === 'native' ? onHost(shipped, project.host) : shipped;
}

/** Where the file for a project is: Taro 1 and 2 have the cores of later versions, and hosts of their own. */
function folderOf(project: Project, name: string): string {
  if (project.kind === 'native') return 'native';
  return project.taroVersion < 3 && name.endsWith('-host') ? 'taro2' : '';
}

/** The sources for mini programs without Taro are written for `wx`, and no build tells them the platform. */
function onHost(source: string, host: string): string {
  const environment = ENVIRONMENTS[host] ?? 'weapp';
  return source
    .replace(/\bwx\b/g, () => host)
    .replace(/\bprocess\.env\.TARO_ENV\b/g, () => `'${environment}'`);
}
