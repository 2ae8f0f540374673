import type { Node } from '@babel/types';
import type { Migration, Namesake } from '../migrations';
import type { Facts } from './facts';
import { nameOf, staticName } from './syntax';
import type { NodePath } from './traverse';

/** Per global, what shows that a file means the host's own APIs and not the deprecated ones of a migration. */
export function namesakeSigns(facts: Facts, migration: Migration): ReadonlyMap<string, string> {
  const signs = new Map<string, string>();
  if (!migration.namesakes) return signs;
  for (const { path, api } of facts.named) {
    const member = path.parentPath;
    if (!Object.hasOwn(migration.apis, api) || path.key !== 'property') continue;
    if (!member?.isMemberExpression() && !member?.isOptionalMemberExpression()) continue;
    const { object } = member.node;
    const call = member.parentPath;
    if (object.type !== 'Identifier' || member.key !== 'callee' || !call) continue;
    for (const namesake of migration.namesakes) {
      if (!namesake.globals.includes(object.name)) continue;
      const sign = signOf(call.get('arguments') as NodePath<Node>[], namesake);
      if (sign !== undefined && !signs.has(object.name)) signs.set(object.name, sign);
    }
  }
  return signs;
}

function signOf([option]: NodePath<Node>[], { takes, gives }: Namesake): string | undefined {
  if (!option?.isObjectExpression()) return undefined;
  for (const property of option.get('properties') as NodePath<Node>[]) {
    if (!property.isObjectProperty() && !property.isObjectMethod()) continue;
    const name = staticName(property.get('key') as NodePath<Node>, property.node.computed);
    if (name !== undefined && !takes.includes(name)) return name;
  }
  let given: string | undefined;
  option.traverse({
    'MemberExpression|OptionalMemberExpression|ObjectProperty'(path: NodePath<Node>) {
      const { node } = path;
      const isTaken = node.type === 'ObjectProperty' && path.parent.type === 'ObjectPattern';
      const isRead = node.type === 'MemberExpression' || node.type === 'OptionalMemberExpression';
      const name = isTaken ? nameOf(node.key) : isRead ? nameOf(node.property) : undefined;
      if (name === undefined || !gives.includes(name)) return;
      given = name;
      path.stop();
    },
  });
  return given;
}
