import type { Node, ObjectPattern } from '@babel/types';
import type { Facts } from './facts';
import type { Judged } from './judge';
import type { Operation } from './plan-types';
import { TARO_MODULE } from './platform';
import type { RewriteOptions } from './types';
import { rewritten } from './verdicts';

export type RemoveSpecifiers = Extract<Operation, { type: 'remove-specifiers' }>;

/**
 * The specifiers of imports from Taro that the rewrite leaves without a use: they had one, all were
 * rewritten, and no type needs them. What was unused before stays.
 */
export function unusedSpecifiers(
  judged: readonly Judged[],
  facts: Facts,
  { project = 'taro', taroVersion = 4 }: RewriteOptions,
): RemoveSpecifiers[] {
  const replaced = judged.flatMap(({ change }) => (change ? [change.path.node as Node] : []));
  for (const { change } of judged) {
    // A pattern of which nothing is left takes its object with it.
    const pattern = change?.type === 'property' ? (change.path.parent as ObjectPattern) : undefined;
    const declarator = change?.path.findParent((path) => path.isVariableDeclarator())?.node;
    if (pattern?.properties.every((property) => replaced.includes(property)) && declarator)
      replaced.push(declarator);
  }
  const isReplaced = ({ start, end }: Node) =>
    replaced.some((node) => node.start! <= start! && end! <= node.end!);
  // Before version 3 Taro compiles JSX into code that needs the default import.
  const keepsDefault = project === 'taro' && taroVersion < 3;

  return facts.imports.flatMap((path): RemoveSpecifiers[] => {
    const declaration = path.node;
    if (declaration.source.value !== TARO_MODULE || declaration.importKind === 'type') return [];
    const specifiers = declaration.specifiers.filter((specifier) => {
      const { name } = specifier.local;
      const uses = path.scope.getBinding(name)?.referencePaths ?? [];
      if (specifier.type !== 'ImportSpecifier' && keepsDefault) return false;
      return uses.length > 0 && uses.every((use) => isReplaced(use.node)) && !facts.otherNames.has(name);
    });
    for (const decision of judged) {
      if (specifiers.some((specifier) => specifier === decision.path.node))
        decision.reason = rewritten.specifier();
    }
    return specifiers.length > 0 ? [{ type: 'remove-specifiers', declaration, specifiers }] : [];
  });
}
