import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');
const FOLDER = join(ROOT, '.github/workflows');
const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));

describe.each(readdirSync(FOLDER))('.github/workflows/%s', (name) => {
  const text = readFileSync(join(FOLDER, name), 'utf8');

  test('pins every action by a full commit, and names its version', () => {
    const uses = [...text.matchAll(/uses: (.+)$/gm)].map(([, action]) => action!);
    expect(uses.length).toBeGreaterThan(0);
    for (const action of uses) expect(action).toMatch(/^[\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });

  test('has no rights but those that a job asks for, and only publishing gets an identity', () => {
    expect(text).toMatch(/^permissions: \{\}$/m);
    const asked = [...text.matchAll(/^ {6}([a-z-]+): (read|write)$/gm)].map(
      ([, right, how]) => `${right}: ${how}`,
    );
    const allowed = name === 'publish.yml' ? ['contents: read', 'id-token: write'] : ['contents: read'];
    expect([...new Set(asked)].sort()).toEqual(allowed);
  });

  test('runs scripts that there are', () => {
    for (const [, script] of text.matchAll(/npm run ([\w:]+)/g)) expect(scripts).toHaveProperty([script!]);
  });
});
