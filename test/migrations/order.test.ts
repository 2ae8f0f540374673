import { expect, test } from 'vitest';
import { manual as reasons } from '../../src/messages/reasons';
import { inOrder } from '../../src/migrations';
import { reported } from '../../src/migrations/handlers';
import type { Migration } from '../../src/migrations/migration';
import { fakeMigrations } from '../support/fake-migrations';

const manual: Migration = {
  ...fakeMigrations.rename,
  name: 'by hand',
  codePrefix: 'AAA',
  apis: { f: reported(reasons.withdrawn('', '')) },
};

test('what has a runtime comes first, then what else is rewritten, then what is by hand', () => {
  const { rename, results, split } = fakeMigrations;
  const named = { ...rename, codePrefix: 'BBB' };
  const ofResults = { ...results, codePrefix: 'CCC' };
  expect(inOrder([manual, ofResults, named, split]).map(({ name }) => name)).toEqual([
    'split',
    'rename',
    'results',
    'by hand',
  ]);
});
