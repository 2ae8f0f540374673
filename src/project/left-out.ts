import type { Finding } from '../engine/types';
import { isLeftToDo } from '../migrations';
import type { Project } from './types';

/** WeChat has deprecated nearly all of the APIs. */
const PLATFORM = 'weapp';

/** A project as if it were also built for WeChat; `undefined` if it is, or may be. */
export function alsoForWeapp(project: Project): Project | undefined {
  const { platforms, openPlatforms } = project;
  if (platforms.length === 0 || openPlatforms || platforms.includes(PLATFORM)) return undefined;
  return { ...project, platforms: [...platforms, PLATFORM] };
}

/** The findings that require an action, without those at the locations of other findings. */
export function addedFindings(all: readonly Finding[], others: readonly Finding[]): readonly Finding[] {
  const known = new Set(others.filter(isLeftToDo).map(({ start }) => start));
  return all.filter((finding) => isLeftToDo(finding) && !known.has(finding.start));
}
