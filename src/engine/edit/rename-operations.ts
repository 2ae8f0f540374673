import type { ImportSpecifier, Node, StringLiteral } from '@babel/types';
import { bindingOf } from '../../ast/binding';
import type { Binding, NodePath } from '../../ast/node-path';
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
import type { FreeNames } from './free-names';
import type { Operation } from './operation';
import type { RemoveSpecifiers } from './removal';
import { renameExport, renameKey, renameSpecifier } from './rename';
import { replaceName, replaceReference, replaceString } from './replace-name';

type Renamed = Extract<Replacement, { kind: 'member' }>;

/** An import of an API whose uses get another name. */
interface Group {
  binding: Binding;
  specifier: NodePath<ImportSpecifier>;
  to: string;
  uses: NodePath<Node>[];
}

/** An import that gets a new name. */
export interface RenamedImport extends Group {
  /** The local name of another import that already has the new name. */
  existing: string | undefined;
  /** The new name takes the place of the old one, which loses its last use. */
  isInPlace: boolean;
}

/**
 * Finds the imports to rename.
 * @param removed the specifiers that become unused
 */
export function renamedImports(
  decisions: readonly Decision[],
  removed: readonly RemoveSpecifiers[],
  analysis: Analysis,
): RenamedImport[] {
  const unused = new Set<Node>(removed.flatMap(({ specifiers }) => specifiers));
  const replaced = new Set<Node>();
  return groupsOf(decisions).map((group) => {
    const { node } = group.specifier;
    const existing = importOf(group, analysis, unused);
    const isInPlace = existing === undefined && unused.has(node) && !replaced.has(node);
    if (isInPlace) replaced.add(node);
    return { ...group, existing, isInPlace };
  });
}

/** The removals without the specifiers that get a new name instead. */
export function withoutRenamed(
  removed: readonly RemoveSpecifiers[],
  renamed: readonly RenamedImport[],
): RemoveSpecifiers[] {
  const replaced = new Set<Node>(
    renamed.flatMap(({ specifier, isInPlace }) => (isInPlace ? [specifier.node] : [])),
  );
  return removed.flatMap((removal) => {
    const specifiers = removal.specifiers.filter((specifier) => !replaced.has(specifier));
    return specifiers.length > 0 ? [{ ...removal, specifiers }] : [];
  });
}

/** The reasons for the specifiers whose place a new name takes, by node. */
export function reasonsOf(renamed: readonly RenamedImport[]): [Node, Reason][] {
  return renamed.flatMap(({ specifier, to, isInPlace }): [Node, Reason][] =>
    isInPlace ? [[specifier.node, rewritten.imported(to)]] : [],
  );
}

/** Gives each renamed import its name in this file. */
export function renameImports(
  renamed: readonly RenamedImport[],
  free: FreeNames,
): { operations: Operation[]; localOf(change: OnPlatform, to: string): string } {
  const locals = new Map<string, string>();
  const operations = renamed.flatMap(({ binding, specifier: { node }, to, existing, isInPlace }) => {
    const own = node.local.name;
    const isAlias = own !== nameOf(node.imported);
    const local = existing ?? (!isInPlace ? free.give(to) : isAlias || !free.take(to) ? own : to);
    locals.set(keyOf(binding, to), local);
    return existing === undefined ? [renameSpecifier(node, to, local, !isInPlace)] : [];
  });
  return {
    operations,
    localOf: (change, to) => {
      const binding = bindingOfUse(change);
      return (binding && locals.get(keyOf(binding, to))) ?? to;
    },
  };
}

/** The operations that replace the name of an API with another one. */
export function renameOperations(change: Renamed, local: string): Operation[] {
  const { to } = change;
  switch (change.type) {
    case 'member': {
      const { property, computed } = change.path.node;
      if (property.type === 'Identifier' && !computed) return [replaceName(property, to)];
      return [replaceString(property as StringLiteral, to)];
    }
    case 'reference':
      return change.path.node.name === local ? [] : [replaceReference(change.path, local)];
    case 'property':
      return [renameKey(change.path.node, to)];
    case 'export': {
      const { node } = change.path;
      return nameOf(node.local) === local ? [] : [renameExport(node, local)];
    }
    case 'string':
      return [replaceString(change.path.node, to)];
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
      group.uses.push(change.path);
      groups.set(key, group);
    }
  }
  return [...groups.values()];
}

/** The binding through which an API is used. */
function bindingOfUse({ type, path }: OnPlatform): Binding | undefined {
  if (type === 'reference') return bindingOf(path, path.node.name);
  if (type !== 'export') return undefined;
  const { local } = path.node;
  const { parent } = path;
  return parent.type === 'ExportNamedDeclaration' && !parent.source ? bindingOf(path, local.name) : undefined;
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
      const binding = bindingOf(declaration, name);
      if (uses.every((use) => bindingOf(use, name) === binding)) return name;
    }
  }
  return undefined;
}
