import type { JSXOpeningElement, Node } from '@babel/types';
import { bindingOf } from '../../ast/binding';
import type { NodePath } from '../../ast/node-path';
import { nameOf, staticName, staticString, unwrap } from '../../ast/syntax';
import { message } from '../../messages/format';
import type { Literal } from '../../migrations/change';
import { kebab } from '../../migrations/markup';
import { requiredModule } from '../resolve/values';
import type { Element, ElementAttribute } from './element';

/** The module with Taro's components. */
export const COMPONENTS = '@tarojs/components';

/** The functions that create elements, whatever object they belong to. */
const CREATORS = /^_*(?:createElement|cloneElement|h|jsxs?|jsxDEV|createVNode)$/;

/** The elements in a script that are components of Taro, or made of one. */
export function scriptElements(paths: readonly NodePath[]): Element[] {
  return paths.flatMap((path) => {
    if (path.node.type === 'JSXOpeningElement') return jsxElement(path as NodePath<JSXOpeningElement>) ?? [];
    return path.isCallExpression() ? (createdElement(path) ?? []) : [];
  });
}

function jsxElement(path: NodePath<JSXOpeningElement>): Element | undefined {
  const name = path.child('name') as NodePath;
  const component = componentOf(name);
  if (!component) return undefined;
  const attributes = path.children('attributes');
  return {
    ...component,
    syntax: 'jsx',
    name: rangeOf(name),
    attributes: attributes.flatMap((one) => jsxAttribute(one as NodePath) ?? []),
    // Behind type arguments, which Babel keeps in either field.
    attributesAt: Math.max(
      name.node.end!,
      path.node.typeParameters?.end ?? 0,
      path.node.typeArguments?.end ?? 0,
    ),
    isOpen: attributes.some((one) => one.node.type === 'JSXSpreadAttribute'),
    path,
  };
}

function jsxAttribute(path: NodePath): ElementAttribute | undefined {
  if (!path.isJSXAttribute()) return undefined;
  const name = path.child('name') as NodePath;
  if (!name.isJSXIdentifier()) return undefined;
  const value = path.child('value');
  const expression = value.isJSXExpressionContainer() ? unwrap(value.child('expression')) : value;
  return {
    ...keyOf(name.node.name),
    constant: value.node ? literalOf(expression.node) : true,
    name: rangeOf(name),
    value: value.node ? rangeOf(value as NodePath) : undefined,
    end: path.node.end!,
    ...(expression.node && { node: expression.node }),
  };
}

/** `createElement(Canvas, { canvasId: 'chart' })` */
function createdElement(path: NodePath): Element | undefined {
  if (!path.isCallExpression()) return undefined;
  const callee = lastOfSequence(path.child('callee') as NodePath);
  const called = callee.isMemberExpression()
    ? staticName(callee.child('property') as NodePath, callee.node.computed)
    : callee.isIdentifier()
      ? callee.node.name
      : undefined;
  if (called === undefined || !CREATORS.test(called)) return undefined;
  const [type, props] = path.children('arguments');
  const component = type?.node && componentOf(unwrap(type) as NodePath);
  if (!component) return undefined;
  const object = props && unwrap(props);
  const properties = object?.isObjectExpression() ? object.children('properties') : [];
  return {
    ...component,
    syntax: 'call',
    name: rangeOf(type as NodePath),
    attributes: properties.flatMap((one) => property(one as NodePath) ?? []),
    ...(object?.isObjectExpression() && { attributesAt: object.node.start! + 1 }),
    isOpen:
      (object?.node !== undefined && !object.isObjectExpression() && !object.isNullLiteral()) ||
      properties.some((one) => !property(one as NodePath)),
    path,
  };
}

function property(path: NodePath): ElementAttribute | undefined {
  if (!path.isObjectProperty()) return undefined;
  const key = path.child('key') as NodePath;
  const name = staticName(key, path.node.computed);
  if (name === undefined) return undefined;
  const value = unwrap(path.child('value'));
  return {
    ...keyOf(name),
    constant: literalOf(value.node),
    name: rangeOf(key),
    value: rangeOf(value as NodePath),
    end: path.node.end!,
    ...(value.node && { node: value.node }),
  };
}

function keyOf(name: string): Pick<ElementAttribute, 'key' | 'isEvent'> {
  const isEvent = /^on[A-Z]/.test(name);
  return { key: isEvent ? name.slice(2).toLowerCase() : kebab(name), isEvent };
}

function literalOf(node: Node | null | undefined): Literal | undefined {
  if (node?.type === 'BooleanLiteral' || node?.type === 'NumericLiteral') return node.value;
  return node?.type === 'NullLiteral' ? null : staticString(node);
}

type Component = Pick<Element, 'tag' | 'other' | 'isCertain'>;

/** The component of Taro that an expression or the name of an element is, or from which it is made. */
function componentOf(path: NodePath): Component | undefined {
  if (path.isJSXMemberExpression()) {
    const object = path.child('object');
    const { name } = path.node.property;
    return object.isJSXIdentifier() && isNamespace(object as NodePath, object.node.name)
      ? { tag: kebab(name), isCertain: true }
      : undefined;
  }
  if (path.isMemberExpression()) {
    const object = path.child('object');
    const name = staticName(path.child('property') as NodePath, path.node.computed);
    return name !== undefined && object.isIdentifier() && isNamespace(object as NodePath, object.node.name)
      ? { tag: kebab(name), isCertain: true }
      : undefined;
  }
  if (!path.isIdentifier() && !path.isJSXIdentifier()) return undefined;
  return componentNamed(path as NodePath, path.node.name);
}

function componentNamed(path: NodePath, name: string): Component | undefined {
  const binding = bindingOf(path, name);
  const declared = binding?.path;
  if (!declared) return undefined;
  if (declared.isImportSpecifier()) {
    if (isFromComponents(declared)) return { tag: kebab(nameOf(declared.node.imported)!), isCertain: true };
  }
  if (declared.parent.type === 'ImportDeclaration') {
    const source = declared.parent.source.value;
    return { tag: kebab(name), other: message('what/exports', { source }), isCertain: true };
  }
  if (!declared.isVariableDeclarator() || !binding.constant) return undefined;
  const init = unwrap(declared.child('init'));
  if (declared.node.id.type === 'ObjectPattern') {
    const key = declared.node.id.properties.find(
      (one) => one.type === 'ObjectProperty' && one.value.type === 'Identifier' && one.value.name === name,
    );
    const isTaro =
      requiredModule(init) === COMPONENTS ||
      (init.isIdentifier() && isNamespace(init as NodePath, init.node.name));
    const imported = key?.type === 'ObjectProperty' ? nameOf(key.key) : undefined;
    return isTaro && imported !== undefined ? { tag: kebab(imported), isCertain: true } : undefined;
  }
  if (init.node === declared.node.id) return undefined;
  const same = init.isIdentifier() || init.isMemberExpression() ? componentOf(init as NodePath) : undefined;
  return same ?? wrappedComponent(init as NodePath);
}

/** `styled(Canvas)` and `styled(Canvas)`…``: a component that may pass its attributes on. */
function wrappedComponent(path: NodePath): Component | undefined {
  if (path.node.type === 'TaggedTemplateExpression') return wrappedComponent(path.child('tag') as NodePath);
  if (path.isMemberExpression()) return wrappedComponent(path.child('object') as NodePath);
  if (!path.isCallExpression()) return undefined;
  const [first] = path.children('arguments');
  const inner = first?.isIdentifier() ? componentOf(first as NodePath) : undefined;
  if (inner && !inner.other) return { ...inner, isCertain: false };
  return path.child('callee').isMemberExpression()
    ? wrappedComponent(path.child('callee') as NodePath)
    : undefined;
}

/** Whether a name stands for the whole module of components. */
function isNamespace(path: NodePath, name: string): boolean {
  const declared = bindingOf(path, name)?.path;
  if (declared?.isImportNamespaceSpecifier()) return isFromComponents(declared);
  return (
    declared !== undefined &&
    declared.isVariableDeclarator() &&
    declared.node.id.type === 'Identifier' &&
    requiredModule(unwrap(declared.child('init'))) === COMPONENTS
  );
}

function isFromComponents({ parent }: NodePath): boolean {
  return parent.type === 'ImportDeclaration' && parent.source.value === COMPONENTS;
}

function lastOfSequence(path: NodePath): NodePath {
  return path.isSequenceExpression() ? (path.children('expressions').at(-1) as NodePath) : path;
}

function rangeOf({ node }: NodePath): { start: number; end: number } {
  return { start: node.start!, end: node.end! };
}
