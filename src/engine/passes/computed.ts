import type { Node } from '@babel/types';
import { ignored, manual } from '../../messages/reasons';
import type { Decision } from '../classify/decision';
import type { NodePath } from '../parse/traverse';
import { possibleNames } from '../resolve/possible-names';
import { useOf } from '../resolve/use';
import { isRuntimeUsed } from '../runtime-uses';
import type { Pass } from './pass';

/** Adds accesses by a name that the text does not say, in a file that has candidates or had them before an earlier run. */
export const addComputedNames: Pass = (decisions, file) => {
  const { analysis, resolver, rules } = file;
  if (analysis.computed.length === 0) return decisions;
  // One finding for each place, under the first migration that the file uses.
  const inFile = [...new Set([...rules.values()].map(({ migration }) => migration))].filter(
    (migration) =>
      migration.runtime &&
      (analysis.named.some(({ api }) => rules.get(api)?.migration === migration) ||
        isRuntimeUsed(migration, file, [])),
  );
  const [migration] = inFile;
  if (!migration) return decisions;
  const apis = [...rules].flatMap(([api, rule]) => (inFile.includes(rule.migration) ? [api] : []));
  const found = analysis.computed.flatMap((path): Decision[] => {
    if (resolver.expression(path.get('object') as NodePath<Node>).kind !== 'platform') return [];
    const property = path.get('property') as NodePath<Node>;
    const possible = possibleNames(property);
    const names = possible ? apis.filter((name) => possible.includes(name)) : apis;
    if (names.length === 0) return [];
    const isTest = useOf(path).kind === 'test';
    const reason = isTest ? ignored.featureTest() : manual.computed(names);
    return [{ path: property, api: '*', reason, migration, changes: [] }];
  });
  return [...decisions, ...found];
};
