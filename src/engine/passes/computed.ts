import type { Node } from '@babel/types';
import type { NodePath } from '../../ast/node-path';
import { message } from '../../messages/format';
import { ignored, manual, type What } from '../../messages/reasons';
import type { Decision } from '../classify/decision';
import type { AnalyzedFile } from '../file';
import { possibleNames } from '../resolve/possible-names';
import { useOf } from '../resolve/use';
import { isRuntimeUsed } from '../runtime-uses';
import type { Pass } from './pass';

/**
 * Adds accesses by computed name, in a file that has candidates or had some before an earlier run. For APIs
 * that are only reported, only if the access certainly may refer to one.
 */
export const addComputedNames: Pass = (decisions, file) => {
  const { analysis, resolver, rules } = file;
  if (analysis.computed.length === 0) return decisions;
  // One finding per position, for the migration of the first name.
  const inFile = [...new Set([...rules.values()].map(({ migration }) => migration))].filter(
    (migration) =>
      analysis.named.some(({ api }) => rules.get(api)?.migration === migration) ||
      isRuntimeUsed(migration, file, []),
  );
  const apis = [...rules].flatMap(([api, rule]) => (inFile.includes(rule.migration) ? [api] : []));
  const found = analysis.computed.flatMap((path): Decision[] => {
    if (!resolver.isPlatform(path.child('object') as NodePath<Node>)) return [];
    const property = path.child('property') as NodePath<Node>;
    const possible = possibleNames(property);
    const names = apis.filter(
      (name) => possible?.includes(name) ?? rules.get(name)!.handler.to !== undefined,
    );
    const [first] = names;
    if (first === undefined) return [];
    const isTest = useOf(path).kind === 'test';
    const reason = isTest ? ignored.featureTest() : manual.computed(names, replacementsOf(names, rules));
    const { migration } = rules.get(first)!;
    return [{ path: property, api: '*', reason, migration, changes: [] }];
  });
  return [...decisions, ...found];
};

/** The replacements of some APIs, each once. */
function replacementsOf(names: readonly string[], rules: AnalyzedFile['rules']): What[] {
  const all = names.flatMap((name): What[] => {
    const { handler, migration } = rules.get(name)!;
    if (handler.to === undefined) return [];
    const isSame = handler.to === name && migration.runtime;
    return [isSame ? message('what/runtime-member', { name, runtime: migration.runtime!.name }) : handler.to];
  });
  return all.filter((one, index) => all.indexOf(one) === index);
}
