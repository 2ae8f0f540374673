import type { Node } from '@babel/types';
import { type Migration, needlesOf } from '../../migrations/index';
import type { Facts } from '../analyze';
import type { NodePath } from '../parse/traverse';
import { possibleNames } from '../resolve/possible-names';
import { Resolver } from '../resolve/resolver';
import { useOf } from '../resolve/use';
import { isRuntimeUsed } from '../runtime-uses';
import type { RewriteOptions } from '../types';
import type { Judged } from './classify';
import { ignored, manual } from './verdicts';

/** Accesses by a name that the text does not say, in a file that has candidates or had them before an earlier run. */
export function judgeComputed(
  facts: Facts,
  text: string,
  migrations: readonly Migration[],
  options: RewriteOptions,
): Judged[] {
  const resolver = new Resolver(facts);
  // One finding for each place, under the first migration that the file uses.
  const inFile = migrations.filter(
    (migration) =>
      migration.runtime &&
      (facts.named.some(({ api }) => Object.hasOwn(migration.apis, api)) ||
        isRuntimeUsed(migration, text, [], options)),
  );
  const [migration] = inFile;
  if (!migration) return [];
  const [rule] = Object.values(migration.apis);
  const deprecated = inFile.flatMap((one) => needlesOf(one, options));
  return facts.computed.flatMap((path): Judged[] => {
    if (resolver.expression(path.get('object') as NodePath<Node>).kind !== 'platform') return [];
    const property = path.get('property') as NodePath<Node>;
    const possible = possibleNames(property);
    const names = possible ? deprecated.filter((name) => possible.includes(name)) : deprecated;
    if (names.length === 0) return [];
    const isTest = useOf(path).kind === 'test';
    const reason = isTest ? ignored.featureTest() : manual.computed(names);
    return [{ path: property, api: '*', reason, migration, rule: rule! }];
  });
}
