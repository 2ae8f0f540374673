import type { Node, ObjectPattern, VariableDeclarator } from '@babel/types';
import type { Facts } from './facts';
import type { Judged } from './judge';
import type { Operation } from './plan-types';
import { TARO_MODULE } from './platform';
import { referencesTo } from './scope';
import type { NodePath } from './traverse';
import type { RewriteOptions } from './types';
import { ignored, rewritten } from './verdicts';

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
  const replaced: Node[] = [];
  const moved = new Set<Node>();
  for (const { change } of judged) {
    if (change?.type === 'property') moved.add(change.path.node);
    else if (change) replaced.push(change.path.node);
  }
  for (const { change } of judged) {
    if (change?.type !== 'property') continue;
    // A pattern of which nothing is left takes its object with it. Default values stay.
    const { properties } = change.path.parent as ObjectPattern;
    const declarator = change.path.findParent((path) => path.isVariableDeclarator());
    const { init } = declarator!.node as VariableDeclarator;
    if (init && properties.every((property) => moved.has(property))) replaced.push(init);
  }
  const isReplaced = ({ start, end }: Node) =>
    replaced.some((node) => node.start! <= start! && end! <= node.end!);
  const prefixes = new Set(judged.map(({ migration }) => migration.codePrefix));
  const isSuppressed = (specifier: NodePath<Node>) =>
    [...prefixes].some((prefix) =>
      facts.suppressions.cover(specifier, prefix + rewritten.specifier().number),
    );
  // Before version 3 Taro compiles JSX into code that needs the default import.
  const keepsDefault = project === 'taro' && taroVersion < 3;

  return facts.imports.flatMap((path): RemoveSpecifiers[] => {
    const declaration = path.node;
    if (declaration.source.value !== TARO_MODULE || declaration.importKind === 'type') return [];
    const unused = (path.get('specifiers') as NodePath<Node>[]).filter((specifier, index) => {
      const { type, local } = declaration.specifiers[index]!;
      const uses = referencesTo(specifier, local.name);
      if (type !== 'ImportSpecifier' && keepsDefault) return false;
      return (
        uses.length > 0 && uses.every((use) => isReplaced(use.node)) && !facts.otherNames.has(local.name)
      );
    });
    for (const decision of judged) {
      const specifier = unused.find(({ node }) => node === decision.path.node);
      if (specifier) decision.reason = isSuppressed(specifier) ? ignored.silenced() : rewritten.specifier();
    }
    const gone = new Set(unused.filter((specifier) => !isSuppressed(specifier)).map(({ node }) => node));
    const specifiers = declaration.specifiers.filter((specifier) => gone.has(specifier));
    return specifiers.length > 0 ? [{ type: 'remove-specifiers', declaration, specifiers }] : [];
  });
}
