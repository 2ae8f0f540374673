import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readRuntimeHeader, stamp } from './runtime-header';
import { needsOwnHost, withHost } from './runtime-host';
import type { Project } from './types';

/**
 * The text of a copy as this version makes it for the project; `null` when there is none for such projects.
 * The sources come with the package.
 */
export function runtimeSource(
  name: string,
  ending: '.ts' | '.js',
  project: Project,
  packageRoot: string,
  version: string,
): string | null {
  const path = join(packageRoot, 'dist', 'runtime', 'source', name + ending);
  // A copy under a name that is no runtime of this version stays as it is.
  if (!existsSync(path)) return null;
  const shipped = readFileSync(path, 'utf8');
  // The first line is what keeps a copy from being rewritten and counted, so it is never left out.
  const headed = readRuntimeHeader(shipped) ? shipped : `// @taro-modernize-runtime ${version}\n${shipped}`;
  const fitting = needsOwnHost(project) ? withHost(headed, project) : headed;
  return fitting === null ? null : stamp(fitting);
}
