import { rename } from '../../src/migrations/handlers';
import { defineMigration, type Migration } from '../../src/migrations/migration';

const fake = (name: string, apis: Migration['apis']) =>
  defineMigration({
    name,
    summary: { en: name, zh: name },
    docs: 'https://example.com',
    codePrefix: 'FAK',
    apis,
  });

/** Families that are not in the registry, for what the engine can do beyond it. A fixture's options name one. */
export const fakeMigrations = {
  rename: fake('rename', { getSystemInfoAsync: rename('getSystemInfo') }),
} satisfies Record<string, Migration>;
