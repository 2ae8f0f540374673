import type { JSXOpeningElement, Node } from '@babel/types';
import type { NodePath } from '../../ast/node-path';
import { staticName, staticString, unwrap } from '../../ast/syntax';
import type { Literal } from '../../migrations/change';
import { kebab } from '../../migrations/markup';
import type { Element, ElementAttribute } from './element';
import { componentOf } from './script-component';

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
  const component = isIntrinsic(name) ? undefined : componentOf(name);
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
  const component = type?.node && componentOf(type as NodePath);
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
  if (!path.isObjectProperty() && !path.isObjectMethod()) return undefined;
  const key = path.child('key') as NodePath;
  const name = staticName(key, path.node.computed);
  if (name === undefined) return undefined;
  const value = path.isObjectProperty() ? unwrap(path.child('value')) : undefined;
  return {
    ...keyOf(name),
    constant: literalOf(value?.node),
    name: rangeOf(key),
    value: value && rangeOf(value as NodePath),
    end: path.node.end!,
    ...(value?.node && { node: value.node }),
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

/** Whether JSX reads a name as that of an element of the host, whatever it is in the script. */
function isIntrinsic(name: NodePath): boolean {
  return name.isJSXIdentifier() && /^[a-z]/.test(name.node.name);
}

function lastOfSequence(path: NodePath): NodePath {
  return path.isSequenceExpression() ? (path.children('expressions').at(-1) as NodePath) : path;
}

function rangeOf({ node }: NodePath): { start: number; end: number } {
  return { start: node.start!, end: node.end! };
}
