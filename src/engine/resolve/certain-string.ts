import type { Node } from '@babel/types';
import { bindingOfIdentifier } from '../../ast/binding';
import { evaluate } from '../../ast/evaluate';
import type { NodePath } from '../../ast/node-path';
import { unwrap } from '../../ast/syntax';

/** Whether TypeScript infers `string` or `any` for an expression from this file alone. */
export function isCertainString(given: NodePath<Node>): boolean {
  return isString(given, new Set());
}

/** @param seen names being resolved, to stop at `const a = a` */
function isString(given: NodePath<Node>, seen: ReadonlySet<Node>): boolean {
  if (assertsString(given.node)) return true;
  const path = unwrap(given) as NodePath<Node>;
  const { node } = path;
  const is = (key: string) => isString(path.child(key) as NodePath<Node>, seen);
  switch (node.type) {
    case 'TemplateLiteral':
      return true;
    case 'BinaryExpression':
      return node.operator === '+' && (is('left') || is('right'));
    case 'ConditionalExpression':
      return is('consequent') && is('alternate');
    case 'LogicalExpression':
      return is('left') && is('right');
    case 'Identifier':
      return typeof evaluate(path)?.value === 'string' || isDeclaredString(path, seen);
    default:
      return typeof evaluate(path)?.value === 'string';
  }
}

function isDeclaredString(path: NodePath<Node>, seen: ReadonlySet<Node>): boolean {
  const binding = bindingOfIdentifier(path);
  if (!binding || seen.has(binding.identifier)) return false;
  const { typeAnnotation } = binding.identifier;
  if (typeAnnotation)
    return typeAnnotation.type === 'TSTypeAnnotation' && allows(typeAnnotation.typeAnnotation);
  const value = givenValue(binding.path, binding.identifier);
  return value !== undefined && isString(value, new Set([...seen, binding.identifier]));
}

/** The value from which the type of a name is inferred: its initializer or default value. */
function givenValue(path: NodePath<Node>, identifier: Node): NodePath<Node> | undefined {
  if (path.isVariableDeclarator() && path.node.id === identifier && path.node.init)
    return path.child('init') as NodePath<Node>;
  return path.isAssignmentPattern() && path.node.left === identifier ? path.child('right') : undefined;
}

/** `color as string` */
function assertsString(node: Node): boolean {
  return (node.type === 'TSAsExpression' || node.type === 'TSTypeAssertion') && allows(node.typeAnnotation);
}

const allows = ({ type }: Node): boolean => type === 'TSStringKeyword' || type === 'TSAnyKeyword';
