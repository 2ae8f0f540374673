import { version } from '../../package.json';
import { migrations } from '../../src/migrations';
import { PLATFORMS } from '../../src/project/platforms';
import { REPOSITORY } from '../.vitepress/pages';

/** What the page shows before the engine is loaded. */
export interface Data {
  migrations: { name: string; optIn: boolean; summary: Record<'en' | 'zh', string> }[];
  platforms: readonly string[];
  repository: string;
  version: string;
}

declare const data: Data;

export { data };

export default {
  load: (): Data => ({
    migrations: migrations.map(({ name, optIn = false, summary }) => ({ name, optIn, summary })),
    platforms: PLATFORMS,
    repository: REPOSITORY,
    version,
  }),
};
