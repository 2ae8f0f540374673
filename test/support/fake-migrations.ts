import { rename, split } from '../../src/migrations/handlers';
import { defineMigration, type Migration } from '../../src/migrations/migration';

const fake = (name: string, rest: Pick<Migration, 'apis' | 'runtime'>) =>
  defineMigration({
    name,
    summary: { en: name, zh: name },
    docs: 'https://example.com',
    codePrefix: 'FAK',
    ...rest,
  });

/** Families that are not in the registry, for what the engine can do beyond it. A fixture's options name one. */
export const fakeMigrations = {
  rename: fake('rename', { apis: { getSystemInfoAsync: rename('getSystemInfo') } }),
  renamePair: fake('rename-pair', {
    apis: { startRecord: rename('beginRecord'), stopRecord: rename('endRecord') },
  }),
  split: fake('split', {
    runtime: { name: 'system', feature: 'getWindowInfo' },
    apis: {
      getSystemInfoSync: split({
        windowWidth: 'getWindowInfo',
        windowHeight: 'getWindowInfo',
        safeArea: 'getWindowInfo',
        brand: 'getDeviceInfo',
        model: 'getDeviceInfo',
        SDKVersion: 'getAppBaseInfo',
      }),
    },
  }),
} satisfies Record<string, Migration>;
