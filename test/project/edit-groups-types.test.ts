import { beforeAll, expect, test } from 'vitest';
import { acceptedPart, editGroups } from '../../src/project/edit-groups';
import { addedTo, type Mistake, mistakesIn, pathOf, typed } from '../support/fixture-types';
import { outcomeOfFixture } from '../support/outcomes';
import { subsets } from '../support/subsets';

const changed = typed
  .map((fixture) => ({ fixture, outcome: outcomeOfFixture(fixture) }))
  .filter(({ outcome }) => outcome.change);

/** By fixture, the paths of its parts. */
const parts = new Map<unknown, string[]>();
let errors: Map<string, Mistake[]>;
beforeAll(async () => {
  const texts = new Map(changed.map(({ fixture }) => [pathOf(fixture, 'before'), fixture.input]));
  for (const { fixture, outcome } of changed) {
    const groups = await editGroups([outcome]);
    const made = subsets(groups, 64).flatMap(
      (accepted) => acceptedPart(outcome, groups, (group) => accepted.includes(group))?.change?.after ?? [],
    );
    const paths = [...new Set(made)].map((text, index) => {
      const path = pathOf(fixture, `part-${index}`);
      texts.set(path, text);
      return path;
    });
    parts.set(fixture, paths);
  }
  errors = mistakesIn(texts);
});

test.each(
  changed.map(({ fixture }) => [`${fixture.folder}/${fixture.name}`, fixture] as const),
)('every subset of the edits of %s adds no type error', (_, fixture) => {
  const before = errors.get(pathOf(fixture, 'before'))!;
  for (const path of parts.get(fixture)!)
    expect(addedTo(before, errors.get(path)!, fixture), path).toEqual([]);
});
