import fc from 'fast-check';
import { SEED } from './random';

/** All subsets if there are at most as many; otherwise each item alone, all without each, and random ones. */
export function subsets<T>(items: readonly T[], most: number): T[][] {
  if (2 ** items.length <= most)
    return items.reduce<T[][]>((some, item) => some.flatMap((one) => [one, [...one, item]]), [[]]);
  return [
    ...items.map((item) => [item]),
    ...items.map((item) => items.filter((other) => other !== item)),
    ...fc.sample(fc.subarray([...items]), { numRuns: most, seed: SEED }),
  ];
}
