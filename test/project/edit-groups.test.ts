import { describe, expect, test } from 'vitest';
import { acceptedPart, type EditGroup, editGroups } from '../../src/project/edit-groups';
import type { FileOutcome } from '../../src/project/types';
import { fixtures } from '../support/fixtures';
import { outcomeOfFixture } from '../support/outcomes';
import { subsets } from '../support/subsets';

const changed = fixtures()
  .map((fixture) => ({ fixture, outcome: outcomeOfFixture(fixture) }))
  .filter(({ outcome }) => outcome.change);

const rewritesIn = ({ findings }: FileOutcome): Set<string> =>
  new Set(
    findings.flatMap(({ verdict, start, migration, messageId }) =>
      verdict === 'rewritten' && !/specifier|imported/.test(messageId) ? `${start} ${migration}` : [],
    ),
  );

const manualIn = ({ findings }: FileOutcome): string[] =>
  findings.flatMap(({ verdict, start, code }) => (verdict === 'manual' ? `${start} ${code}` : []));

describe.each(
  changed.map((one) => [`${one.fixture.folder}/${one.fixture.name}.${one.fixture.extension}`, one] as const),
)('%s', (_, { outcome }) => {
  const group = () => editGroups([outcome]);
  const part = (groups: readonly EditGroup[], accepted: readonly EditGroup[]) =>
    acceptedPart(outcome, groups, (one) => accepted.includes(one));

  test('all groups make the whole change, none makes none', async () => {
    const groups = await group();
    expect(groups.length).toBeGreaterThan(0);
    expect(part(groups, groups)).toBe(outcome);
    expect(part(groups, [])).toBeUndefined();
  });

  test('each group alone changes the text', async () => {
    const groups = await group();
    for (const one of groups) expect(part(groups, [one])?.change).toBeDefined();
  });

  test('every subset parses, makes only the accepted rewrites, and leaves no other manual changes', async () => {
    const groups = await group();
    const all = rewritesIn(outcome);
    const manual = manualIn(outcome);
    for (const accepted of subsets(groups, 64)) {
      const some = part(groups, accepted);
      if (!some) continue;
      expect(some.problem).toBeUndefined();
      const rejected = new Set(
        groups
          .filter((one) => !accepted.includes(one))
          .flatMap(({ parts }) => [...parts.values()])
          .flatMap(({ rewrites }) => rewrites.map(({ start, migration }) => `${start} ${migration}`)),
      );
      expect(manualIn(some).filter((one) => !manual.includes(one))).toEqual([]);
      expect([...rewritesIn(some)].sort()).toEqual([...all].filter((key) => !rejected.has(key)).sort());
    }
  });
});
