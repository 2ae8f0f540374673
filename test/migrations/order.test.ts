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
  apis: { f: reported(reasons.withdrawn('', '', '')) },
};

test('migrations with a runtime come first, then other rewrites, then report-only ones', () => {
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
