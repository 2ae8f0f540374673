import type { ExportNamedDeclaration, ObjectProperty, VariableDeclarator } from '@babel/types';
import type { Facts } from './facts';
import type { Judged } from './judge';
import type { Operation } from './plan-types';
import { freeName } from './runtime-import';
import { nameOf } from './syntax';

/**
 * The operations for the changes that use a runtime. Those of all migrations at once, because one declaration may
 * hold APIs of several.
 * @param express Gives the expression in this file for one on the exports of the migration's runtime.
 */
export function changeOperations(
  judged: readonly Judged[],
  express: (decision: Judged) => string,
  facts: Facts,
): Operation[] {
  const operations: Operation[] = [];
  const rebound = new Map<VariableDeclarator, { node: ObjectProperty; to: string; unusedName: string }[]>();
  const exported = new Map<
    ExportNamedDeclaration,
    Extract<Operation, { type: 'replace-exports' }>['specifiers']
  >();
  const given = new Set<string>();
  for (const decision of judged) {
    const { change } = decision;
    if (!change || change.type === 'string') continue;
    const to = express(decision);
    if (change.type === 'member') operations.push({ type: 'replace-member', node: change.path.node, to });
    if (change.type === 'reference') {
      const { node, parent } = change.path;
      const key = parent.type === 'ObjectProperty' && parent.shorthand ? node.name : undefined;
      operations.push({ type: 'replace-reference', node, to, ...(key && { key }) });
    }
    if (change.type === 'property') {
      const { node } = change.path;
      const isTaken = (name: string) => facts.takenNames.has(name) || given.has(name);
      const unusedName = freeName(`_${nameOf(node.key)}`, isTaken);
      given.add(unusedName);
      const declarator = change.path.findParent((path) => path.isVariableDeclarator())!
        .node as VariableDeclarator;
      rebound.set(declarator, [...(rebound.get(declarator) ?? []), { node, to, unusedName }]);
    }
    if (change.type === 'export') {
      const { node } = change.path;
      const declaration = change.path.parent as ExportNamedDeclaration;
      exported.set(declaration, [...(exported.get(declaration) ?? []), { node, to }]);
    }
  }
  for (const [declarator, properties] of rebound)
    operations.push({ type: 'rebind-properties', declarator, properties });
  for (const [declaration, specifiers] of exported) {
    operations.push({ type: 'replace-exports', declaration, specifiers });
  }
  return operations;
}
