import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { rewrite } from '../../src/project/rewrite';
import { expectSameOnHosts, printed, programsOf } from '../support/executed-programs';
import { randomly } from '../support/random';
import { COMMON, grammar, hostOfAll } from './all-families';

const programs = programsOf(grammar, ...COMMON);

beforeEach(() => vi.stubEnv('TARO_ENV', 'weapp'));
afterEach(() => vi.unstubAllEnvs());

test('random programs that use all families keep their behavior, in text and with the Babel plugin', async () => {
  await fc.assert(
    fc.asyncProperty(printed(programs), fc.boolean(), (program, isKnown) =>
      expectSameOnHosts(
        program,
        {
          'a new base library': (log) => hostOfAll('3.7.0', log),
          'an old base library': (log) => hostOfAll('2.10.0', log),
        },
        isKnown ? { platforms: ['weapp'] } : {},
      ),
    ),
    randomly(150),
  );
}, 3_600_000);

test('the programs of all families have findings of every family and verdict', () => {
  const found = new Set<string>();
  for (const { text, filename } of fc.sample(programs, { numRuns: 300, seed: 1 }))
    for (const { code, verdict } of rewrite(text, { filename }).findings)
      found.add(`${code.slice(0, 3)} ${verdict}`);
  for (const family of ['REC', 'VOI', 'BGA', 'SYS', 'FIL', 'CAN'])
    for (const verdict of ['rewritten', 'manual']) expect(found).toContain(`${family} ${verdict}`);
});
