import { beforeAll, expect, test } from 'vitest';
import { addedTo, LEFT_OUT, type Mistake, mistakesIn, pathOf, typed } from '../support/fixture-types';

/**
 * Fixtures with other errors. They show input that the engine has to handle even though it does not compile.
 */
const NOT_CLEAN: Readonly<Record<string, string>> = {
  'typed-tests': 'tests for functions that its types always declare',
  app: 'has a key that the types of Taro do not declare',
  'app.config': 'has a key that the types of Taro do not declare',
  both: 'a class page of Taro 1 with the types of Taro 4',
  'decorators-standard': 'the configuration enables legacy decorators',
  'globals-ambient': 'declares a global twice in one program: before and after',
  'look-alikes': 'tests for a function that its type always declares',
  todo: 'deletes a member that its type requires',
};

let errors: Map<string, Mistake[]>;
beforeAll(() => {
  errors = mistakesIn(
    new Map(
      typed.flatMap((fixture) => [
        [pathOf(fixture, 'before'), fixture.input],
        [pathOf(fixture, 'after'), fixture.output],
      ]),
    ),
  );
});

test.each(
  typed.map((fixture) => [`${fixture.folder}/${fixture.name}`, fixture] as const),
)('%s type-checks before and after', (_, fixture) => {
  const before = errors.get(pathOf(fixture, 'before'))!;
  const after = errors.get(pathOf(fixture, 'after'))!;
  const own = before.filter(({ code }) => !LEFT_OUT.has(code)).map(({ text }) => text);
  if (fixture.name in NOT_CLEAN) expect(own).not.toEqual([]);
  else expect(own).toEqual([]);
  expect(addedTo(before, after, fixture)).toEqual([]);
});
