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
  const decide = () => undefined;
  const ofMarkup = {
    ...manual,
    name: 'markup',
    codePrefix: 'BBC',
    apis: {},
    markup: [{ tag: 'a', to: 'b', decide }],
  };
  const ofResults = { ...results, codePrefix: 'CCC' };
  expect(inOrder([manual, ofMarkup, ofResults, named, split]).map(({ name }) => name)).toEqual([
    'split',
    'rename',
    'markup',
    'results',
    'by hand',
  ]);
});
