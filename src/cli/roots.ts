import { hasSources, type ProjectFinder } from '../project/detect';
import { isWorkspaceTop } from '../project/workspace';

/**
 * The default paths: the project in or above the working directory, or in the root of a monorepo, its
 * projects. Empty if there is none.
 */
export function defaultRoots(cwd: string, finder: ProjectFinder): string[] {
  const nearest = finder.of(cwd);
  const around = nearest?.main ?? nearest;
  // The root of a monorepo often lists Taro for all its packages without being an application itself.
  if (around !== null && hasSources(around)) return [around.sourceRoot];
  const below = isWorkspaceTop(cwd) ? finder.below(cwd).map((project) => project.sourceRoot) : [];
  if (below.length > 0) return below;
  return around === null ? [] : [around.sourceRoot];
}
