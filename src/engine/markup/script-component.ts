import { bindingOf } from '../../ast/binding';
import type { NodePath } from '../../ast/node-path';
import { nameOf, staticName, unwrap } from '../../ast/syntax';
import { message } from '../../messages/format';
import { kebab } from '../../migrations/markup';
import { isInteropHelper, requiredModule } from '../resolve/values';
import type { Element } from './element';

/** The module with Taro's components. */
const COMPONENTS = '@tarojs/components';

/** The component that a name stands for. */
export type Component = Pick<Element, 'tag' | 'other' | 'isCertain'>;
/** What an expression is: a component, the module with all of Taro's, or something else. */
type Value = Component | 'module' | undefined;

/** The component that an expression or the name of an element is, or from which it is made. */
export function componentOf(path: NodePath): Component | undefined {
  const value = readValue(path, []);
  return value === 'module' ? undefined : value;
}

/** The component for which a name stands at a position in the script. */
export function componentNamed(path: NodePath, name: string): Component | undefined {
  const value = namedValue(path, name, []);
  return value === 'module' ? undefined : value;
}

/** @param seen the constants that led here, because two can be made of each other */
function readValue(given: NodePath, seen: readonly NodePath[]): Value {
  const path = unwrap(given);
  if (path.isIdentifier() || path.isJSXIdentifier())
    return namedValue(path as NodePath, path.node.name, seen);
  if (path.isMemberExpression()) {
    const name = staticName(path.child('property') as NodePath, path.node.computed);
    return memberOf(readValue(path.child('object'), seen), name);
  }
  if (path.isJSXMemberExpression())
    return memberOf(readValue(path.child('object'), seen), path.node.property.name);
  return isModule(path as NodePath) ? 'module' : wrappedComponent(path as NodePath, seen);
}

function namedValue(path: NodePath, name: string, seen: readonly NodePath[]): Value {
  const binding = bindingOf(path, name);
  const declared = binding?.path;
  if (!declared || seen.includes(declared)) return undefined;
  if (declared.parent.type === 'ImportDeclaration')
    return importedValue(declared, declared.parent.source.value, name);
  if (!declared.isVariableDeclarator() || !binding.constant) return undefined;
  const value = () => readValue(declared.child('init') as NodePath, [...seen, declared]);
  const { id } = declared.node;
  if (id.type === 'Identifier') return value();
  if (id.type !== 'ObjectPattern') return undefined;
  const property = id.properties.find(
    (one) => one.type === 'ObjectProperty' && one.value.type === 'Identifier' && one.value.name === name,
  );
  return property?.type === 'ObjectProperty' ? memberOf(value(), nameOf(property.key)) : undefined;
}

function importedValue(declared: NodePath, source: string, name: string): Value {
  if (source !== COMPONENTS)
    return { tag: kebab(name), other: message('what/exports', { source }), isCertain: true };
  return declared.isImportSpecifier() ? memberOf('module', nameOf(declared.node.imported)) : 'module';
}

function memberOf(object: Value, name: string | undefined): Value {
  return object === 'module' && name !== undefined ? { tag: kebab(name), isCertain: true } : undefined;
}

/** `require('@tarojs/components')`, also as compilers write it. */
function isModule(path: NodePath): boolean {
  const isWrapped = path.isCallExpression() && isInteropHelper(path.child('callee'));
  return requiredModule(isWrapped ? path.children('arguments')[0]! : path) === COMPONENTS;
}

/** `styled(Canvas)` and `styled(Canvas)`…``: a component that may pass its attributes on. */
function wrappedComponent(path: NodePath, seen: readonly NodePath[]): Component | undefined {
  if (path.node.type === 'TaggedTemplateExpression')
    return wrappedComponent(path.child('tag') as NodePath, seen);
  if (path.isMemberExpression()) return wrappedComponent(path.child('object'), seen);
  if (!path.isCallExpression()) return undefined;
  const [first] = path.children('arguments');
  const inner = first?.node && readValue(first as NodePath, seen);
  if (inner && inner !== 'module' && !inner.other) return { ...inner, isCertain: false };
  return wrappedComponent(path.child('callee') as NodePath, seen);
}
