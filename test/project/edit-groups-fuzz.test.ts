import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse } from '../../src/engine/parse/parse';
import { acceptedPart, type EditGroup, editGroups } from '../../src/project/edit-groups';
import { draw, drawings } from '../support/fuzz/changes';
import { compile } from '../support/fuzz/compile';
import { programs } from '../support/fuzz/programs';
import { run } from '../support/fuzz/run';
import { outcomeOf } from '../support/outcomes';
import { randomly } from '../support/random';

const parameters = randomly(150);

const printed = <T extends { text: string }>(texts: fc.Arbitrary<T>) =>
  texts.map((one) => Object.defineProperty({ ...one }, fc.toStringMethod, { value: () => `${one.text}\n` }));

/** Whether each group is accepted, repeated for all groups. */
const answers = fc.array(fc.boolean(), { minLength: 1, maxLength: 7 });

/** The text with the accepted edits of a program, or `undefined` if nothing of it changes. */
async function chosen(
  text: string,
  options: Parameters<typeof outcomeOf>[1],
  accepts: readonly boolean[],
): Promise<string | undefined> {
  try {
    parse(text.replace(/^\uFEFF/, ''), options.filename);
  } catch {
    return undefined;
  }
  const outcome = outcomeOf(text, options);
  if (!outcome.change) return undefined;
  const groups = await editGroups([outcome]);
  const accepted = new Set<EditGroup>(groups.filter((_, index) => accepts[index % accepts.length]));
  const part = acceptedPart(outcome, groups, (group) => accepted.has(group));
  if (accepted.size > 0) expect(part?.problem).toBeUndefined();
  return part?.change?.after;
}

test('random programs with some of their calls renamed keep their behavior', async () => {
  await fc.assert(
    fc.asyncProperty(printed(programs), answers, async ({ text, filename, options }, accepts) => {
      const part = await chosen(text, { ...options, filename, migration: 'renamePair' }, accepts);
      if (part === undefined) return;
      const world = { hasApis: true, taroVersion: options.taroVersion! };
      const before = await run(compile(text, filename), world);
      expect(await run(compile(part, filename), world), part).toEqual(before);
    }),
    parameters,
  );
}, 3_600_000);

test('random programs with some of their calls changed keep their behavior', async () => {
  await fc.assert(
    fc.asyncProperty(printed(drawings), answers, async ({ text, filename }, accepts) => {
      const part = await chosen(text, { filename, migration: 'changes' }, accepts);
      if (part === undefined) return;
      expect(await draw(compile(part, filename)), part).toEqual(await draw(compile(text, filename)));
    }),
    parameters,
  );
}, 3_600_000);
