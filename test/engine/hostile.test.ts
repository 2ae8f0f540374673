import { expect, test } from 'vitest';
import { DepthError } from '../../src/engine';
import { parse } from '../../src/engine/parse/parse';
import { rewrite } from '../support/fake-migration';
import { hostileInputs } from '../support/hostile';

const SIZE = 10_000;

/** The processor time that this process takes for something, in ms: what else the machine does is not in it. */
function cost(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

function leastCost(work: () => void): number {
  return Math.min(...Array.from({ length: 5 }, () => cost(work)));
}

const inputs = hostileInputs(SIZE);
/** What takes a second on a slow machine: 100 times the parse of as much ordinary code. */
const ordinary = inputs.find(([what]) => what === 'calls')![1];
const BUDGET = 100 * leastCost(() => parse(ordinary, 'a.js'));

/** Rewrites an input in the ways that look at most of it, or says that it is nested too deeply. */
function rewriteAll(text: string): void {
  const isTyped = /\b(enum|namespace|private|as any)\b|: A<|!!\./.test(text);
  const filename = isTyped ? 'a.ts' : 'a.jsx';
  try {
    rewrite(text, { filename, project: 'native', todo: true, shareManager: true });
  } catch (error) {
    expect(error).toBeInstanceOf(DepthError);
  }
}

test.each(inputs)('10 kB of %s are rewritten within the budget', (_, text) => {
  expect(text.length).toBeGreaterThan(SIZE * 0.9);
  // The second time is for whom the first one compiled the engine or collected garbage.
  const least = cost(() => rewriteAll(text));
  expect(
    least < BUDGET
      ? least
      : Math.min(
          least,
          cost(() => rewriteAll(text)),
        ),
  ).toBeLessThan(BUDGET);
});
