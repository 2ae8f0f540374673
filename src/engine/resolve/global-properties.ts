import type { Node } from '@babel/types';
import { bindingOfIdentifier } from '../../ast/binding';
import type { NodePath } from '../../ast/node-path';
import { staticName, unwrap } from '../../ast/syntax';
import type { RewriteOptions } from '../types';
import type { Origin } from './origin';

/** Where a property of all Vue components is set to the platform, as `path:line:column`. */
export function globalPlace(
  name: string,
  { globalProperties = [] }: Pick<RewriteOptions, 'globalProperties'>,
): string | undefined {
  const known = typeof globalProperties === 'function' ? globalProperties() : globalProperties;
  const property = known.find((one) => one.name === name);
  return property && [property.path, property.line, property.column].join(':');
}

/** Whether an object is known only as a property of all components. */
export function isGlobalProperty(origin: Origin): boolean {
  return origin.kind === 'unknown' && /^manual\/global-/.test(origin.reason?.id ?? '');
}

/** Whether an object may be a component: `this`, `vm`, `getCurrentInstance().proxy`, but not `this.form`. */
export function mayBeComponent(value: NodePath<Node | null | undefined>): boolean {
  const path = unwrap(value);
  const isMember = path.isMemberExpression() || path.isOptionalMemberExpression();
  const name = isMember && staticName(path.child('property') as NodePath<Node>, path.node.computed);
  return !isMember || /^(proxy|\$root|\$parent)$/.test(name || '') || holdsGlobalProperties(path);
}

/** Whether the properties of an object are those of all components: `app.config.globalProperties`, `Vue.prototype`. */
export function holdsGlobalProperties(value: NodePath<Node | null | undefined>): boolean {
  const path = unwrap(value);
  if (path.isIdentifier({ name: 'globalProperties' })) return true;
  const declarator = bindingOfIdentifier(path)?.path;
  const isNamed = declarator?.isVariableDeclarator() && declarator.node.id.type === 'Identifier';
  const object = isNamed ? unwrap(declarator.child('init')) : path;
  if (!object.isMemberExpression() && !object.isOptionalMemberExpression()) return false;
  const name = staticName(object.child('property') as NodePath<Node>, object.node.computed);
  return (
    name === 'globalProperties' ||
    (name === 'prototype' && unwrap(object.child('object')).isIdentifier({ name: 'Vue' }))
  );
}
