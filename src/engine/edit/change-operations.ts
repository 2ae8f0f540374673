import type { ExportNamedDeclaration, ObjectPattern, StringLiteral, VariableDeclarator } from '@babel/types';
import { nameOf } from '../../ast/syntax';
import type { Decision, SiteChange } from '../classify/decision';
import { defaultOf } from '../resolve/patterns';
import type { FreeNames } from './free-names';
import type { Operation } from './operations';
import { renameOperation } from './rename-operations';
import { splitOperations } from './split-operations';
import { testOperations } from './test-operations';

/** What things are called in this file. */
export interface Names {
  express: (decision: Decision, to: string) => string;
  localOf: (change: Extract<SiteChange, { kind: 'member' }>) => string;
}

type Of<Type extends Operation['type']> = Extract<Operation, { type: Type }>;

/**
 * The operations for the changes. Those of all migrations at once, because one declaration may hold APIs of several.
 * @param express Gives the expression in this file for one on the exports of the migration's runtime.
 * @param localOf Gives the name in this file for another member of the platform.
 */
export function changeOperations(
  decisions: readonly Decision[],
  { express, localOf }: Names,
  free: FreeNames,
): Operation[] {
  const { inPlace, around } = testOperations(decisions, express);
  const operations = [...inPlace];
  const rebound = new Map<VariableDeclarator, Of<'rebind-properties'>['properties']>();
  const exported = new Map<ExportNamedDeclaration, Of<'replace-exports'>['specifiers']>();
  for (const decision of decisions) {
    const { change } = decision;
    if (change?.kind === 'member') {
      const operation = renameOperation(change, localOf(change));
      if (operation) operations.push(operation);
    } else if (change?.kind === 'string') {
      operations.push({
        type: 'replace-string',
        node: change.path.node as StringLiteral,
        value: change.value,
      });
    }
    if (change?.kind === 'split')
      operations.push(...splitOperations(change, (to) => express(decision, to), free));
    if (change?.kind !== 'runtime' || change.type === 'test') continue;
    const to = express(decision, change.to);
    if (change.type === 'member') operations.push({ type: 'replace-member', node: change.path.node, to });
    if (change.type === 'reference') {
      const { node, parent } = change.path;
      const key = parent.type === 'ObjectProperty' && parent.shorthand ? node.name : undefined;
      operations.push({ type: 'replace-reference', node, to, ...(key && { key }) });
    }
    if (change.type === 'property') {
      const { node } = change.path;
      const { properties } = change.path.parent as ObjectPattern;
      const hasRest = properties.some(({ type }) => type === 'RestElement');
      const unusedName = hasRest ? free.give(`_${nameOf(node.key)}`) : undefined;
      const keepsDefault = change.supported !== undefined && defaultOf(change.path);
      const supported = keepsDefault ? express(decision, change.supported!) : undefined;
      const declarator = change.path.findParent((path) => path.isVariableDeclarator())!
        .node as VariableDeclarator;
      rebound.set(declarator, [
        ...(rebound.get(declarator) ?? []),
        { node, to, ...(unusedName && { unusedName }), ...(supported && { supported }) },
      ]);
    }
    if (change.type === 'export') {
      const { node } = change.path;
      const declaration = change.path.parent as ExportNamedDeclaration;
      const name = nameOf(node.exported)!;
      const isDeclared = name === 'default' || (node.exported.type === 'Identifier' && free.take(name));
      const local = isDeclared ? undefined : free.give(decision.api);
      exported.set(declaration, [
        ...(exported.get(declaration) ?? []),
        { node, to, ...(local && { local }) },
      ]);
    }
  }
  for (const [declarator, properties] of rebound)
    operations.push({ type: 'rebind-properties', declarator, properties });
  for (const [declaration, specifiers] of exported) {
    operations.push({ type: 'replace-exports', declaration, specifiers });
  }
  return [...operations, ...around];
}
