import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const FORMS = join(import.meta.dirname, '../../.github/ISSUE_TEMPLATE');

test.each(readdirSync(FORMS))('issue form %s: every text is in English and in Chinese', (file) => {
  const lines = readFileSync(join(FORMS, file), 'utf8').split('\n');
  const texts = lines.filter((line) =>
    /^\s*(- )?(name|description|label|about|value): |^ {8}- [A-Z]/.test(line),
  );
  expect(texts.length).toBeGreaterThan(1);
  expect(
    texts.filter((line) => !/[a-z].* \/ .*\p{Script=Han}/u.test(line) && !/ \/ jscodeshift$/.test(line)),
  ).toEqual([]);
});
