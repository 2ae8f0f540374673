import type { RewriteOptions } from '../engine/types';
import { type CompanionOptions, migrations, platformCompanions } from '../migrations';
import type { Project } from './types';

/** The options of the engine that follow from a project, whatever the file. */
export function projectOptions({
  kind,
  platforms,
  openPlatforms,
  taroVersion,
  bundler,
  appConfig,
}: Project): CompanionOptions & Pick<RewriteOptions, 'platforms' | 'taroVersion' | 'bundler' | 'appConfig'> {
  return {
    ...platformCompanions(migrations, platforms),
    ...(platforms.length > 0 && !openPlatforms && { platforms }),
    ...(kind === 'taro' && { taroVersion }),
    bundler,
    appConfig,
  };
}
