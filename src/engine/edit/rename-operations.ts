import type { ImportSpecifier, Node, StringLiteral } from '@babel/types';
import type { NodePath } from '../../ast/node-path';
import { nameOf } from '../../ast/syntax';
import { type Reason, rewritten } from '../../messages/reasons';
import type { Analysis } from '../analyze';
import {
  type Decision,
  type OnPlatform,
  type Replacement,
  replacementOf,
  staysOnPlatform,
  targetsOf,
} from '../classify/decision';
import { TARO_MODULE } from '../resolve/platform';
import { type Binding, bindingOf } from '../resolve/scope';
import type { RemoveSpecifiers } from '../unused-bindings';
import type { FreeNames } from './free-names';
import type { Operation } from './operations';

type Renamed = Extract<Replacement, { kind: 'member' }>;

/** An import of an API whose uses get another name. */
interface Group {
  binding: Binding;
  specifier: NodePath<ImportSpecifier>;
  to: string;
  uses: NodePath<Node>[];
}

/** How a file with named imports of APIs refers to their new names. */
export interface ImportedNames {
  /** The specifiers that are still removed. Others get the new name. */
  removed: RemoveSpecifiers[];
  /** The reasons for the specifiers that get a new name, by node. */
  reasons: ReadonlyMap<Node, Reason>;
  /** Call this once the names of the removed specifiers are available. */
  plan(free: FreeNames): { operations: Operation[]; localOf(change: OnPlatform, to: string): string };
}

/**
 * Finds the imports to rename.
 * @param removed the specifiers that become unused
 */
export function importedNames(
  decisions: readonly Decision[],
  removed: readonly RemoveSpecifiers[],
  analysis: Analysis,
): ImportedNames {
  const groups = groupsOf(decisions);
  const unused = new Set<Node>(removed.flatMap(({ specifiers }) => specifiers));
  const existing = new Map(groups.map((group) => [group, importOf(group, analysis, unused)]));
  const replaced = new Set<Node>();
  const inPlace = new Set(
    groups.filter((group) => {
      const { node } = group.specifier;
      if (existing.get(group) !== undefined || !unused.has(node) || replaced.has(node)) return false;
      replaced.add(node);
      return true;
    }),
  );
  const plan: ImportedNames['plan'] = (free) => {
    const locals = new Map<string, string>();
    const operations = groups.flatMap((group): Operation[] => {
      const { specifier, to, binding } = group;
      const own = specifier.node.local.name;
      const known = existing.get(group);
      const isInPlace = inPlace.has(group);
      const isAlias = own !== nameOf(specifier.node.imported);
      const local = known ?? (!isInPlace ? free.give(to) : isAlias || !free.take(to) ? own : to);
      locals.set(keyOf(binding, to), local);
      if (known !== undefined) return [];
      return [{ type: 'rename-specifier', node: specifier.node, to, local, isAdded: !isInPlace }];
    });
    return {
      operations,
      localOf: (change, to) => {
        const binding = bindingOfUse(change);
        return (binding && locals.get(keyOf(binding, to))) ?? to;
      },
    };
  };
  return {
    removed: removed.flatMap((operation) => {
      const specifiers = operation.specifiers.filter((specifier) => !replaced.has(specifier));
      return specifiers.length > 0 ? [{ ...operation, specifiers }] : [];
    }),
    reasons: new Map([...inPlace].map(({ specifier, to }) => [specifier.node, rewritten.imported(to)])),
    plan,
  };
}

/** The operations that replace the name of an API with another one. */
export function renameOperations(change: Renamed, local: string): Operation[] {
  const { to } = change;
  switch (change.type) {
    case 'member': {
      const { property, computed } = change.path.node;
      if (property.type === 'Identifier' && !computed)
        return [{ type: 'replace-reference', node: property, to }];
      return [{ type: 'replace-string', node: property as StringLiteral, value: to }];
    }
    case 'reference': {
      const { node, parent } = change.path;
      if (node.name === local) return [];
      const key = parent.type === 'ObjectProperty' && parent.shorthand ? node.name : undefined;
      return [{ type: 'replace-reference', node, to: local, ...(key && { key }) }];
    }
    case 'property':
      return [{ type: 'rename-key', node: change.path.node, to }];
    case 'export': {
      const { node } = change.path;
      return nameOf(node.local) === local ? [] : [{ type: 'rename-export', node, to: local }];
    }
    case 'string':
      return [{ type: 'replace-string', node: change.path.node, value: to }];
  }
}

function groupsOf(decisions: readonly Decision[]): Group[] {
  const groups = new Map<string, Group>();
  for (const decision of decisions) {
    const change = replacementOf(decision);
    if (!staysOnPlatform(change)) continue;
    const binding = bindingOfUse(change);
    const specifier = binding?.path;
    if (!binding || !specifier?.isImportSpecifier()) continue;
    for (const to of targetsOf(change)) {
      const key = keyOf(binding, to);
      const group = groups.get(key) ?? { binding, specifier, to, uses: [] };
      group.uses.push(change.path as NodePath<Node>);
      groups.set(key, group);
    }
  }
  return [...groups.values()];
}

/** The binding through which an API is used. */
function bindingOfUse({ type, path }: OnPlatform): Binding | undefined {
  if (type === 'reference') return bindingOf(path as NodePath<Node>, path.node.name);
  if (type !== 'export') return undefined;
  const { local } = path.node;
  const { parent } = path;
  return parent.type === 'ExportNamedDeclaration' && !parent.source
    ? bindingOf(path as NodePath<Node>, local.name)
    : undefined;
}

function keyOf({ identifier }: Binding, to: string): string {
  return `${identifier.start} ${to}`;
}

/** The local name of an import that already has the new name, if it is in scope for all uses. */
function importOf({ to, uses }: Group, { imports }: Analysis, unused: ReadonlySet<Node>): string | undefined {
  for (const declaration of imports) {
    if (declaration.node.source.value !== TARO_MODULE || declaration.node.importKind === 'type') continue;
    for (const specifier of declaration.node.specifiers) {
      if (specifier.type !== 'ImportSpecifier' || specifier.importKind === 'type') continue;
      if (nameOf(specifier.imported) !== to || unused.has(specifier)) continue;
      const { name } = specifier.local;
      const binding = bindingOf(declaration as NodePath<Node>, name);
      if (uses.every((use) => bindingOf(use, name) === binding)) return name;
    }
  }
  return undefined;
}
