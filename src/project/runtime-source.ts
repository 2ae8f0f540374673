import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { withoutDigest } from './runtime-header';
import type { Project } from './types';

/** The value of `process.env.TARO_ENV` for the platform with this global. */
const ENVIRONMENTS: Readonly<Record<string, string>> = {
  wx: 'weapp',
  my: 'alipay',
  tt: 'tt',
  swan: 'swan',
  qq: 'qq',
  jd: 'jd',
  ks: 'ks',
};

/** The TypeScript sources depend on types, which exist only for Taro 3 and 4 and for WeChat. */
export function isJavaScriptOnly({ kind, host, taroVersion }: Project): boolean {
  return kind === 'native' ? host !== 'wx' : taroVersion < 3;
}

/**
 * The text of a copied file in this version; `null` if such projects do not get this file. The sources are part
 * of the package, with their digests, because a digest takes longer than many files to rewrite. Texts that
 * differ by project have none.
 */
export function runtimeSource(
  name: string,
  ending: '.ts' | '.js',
  project: Project,
  packageRoot: string,
): string | null {
  const folder = join(packageRoot, 'dist', 'runtime', 'source');
  const path = join(folder, folderOf(project, name), name + ending);
  // A copy with a name that is no runtime of this version stays unchanged.
  if (!existsSync(path)) return null;
  const shipped = readFileSync(path, 'utf8');
  return project.kind === 'native' ? withoutDigest(onHost(shipped, project.host, ending)) : shipped;
}

/** The source for a project: Taro 1 and 2 use the same cores as later versions, with hosts of their own. */
function folderOf(project: Project, name: string): string {
  if (project.kind === 'native') return 'native';
  return project.taroVersion < 3 && name.endsWith('-host') ? 'taro2' : '';
}

/**
 * The sources for native mini programs are written for `wx` and cannot read the platform from a build tool.
 */
function onHost(source: string, host: string, ending: '.ts' | '.js'): string {
  const environment = `'${ENVIRONMENTS[host] ?? 'weapp'}'`;
  return (
    source
      .replace(/\bwx\b/g, () => host)
      .replace(/^declare const process:.*\n/gm, '')
      // TypeScript reports comparisons of two different literals.
      .replace(/\bprocess\.env\.TARO_ENV\b/g, () =>
        ending === '.ts' ? `(${environment} as string)` : environment,
      )
  );
}
