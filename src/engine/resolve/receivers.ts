import type { Node } from '@babel/types';
import { bindingOfIdentifier } from '../../ast/binding';
import { evaluate } from '../../ast/evaluate';
import type { NodePath } from '../../ast/node-path';
import { staticName, unwrap, wrapped } from '../../ast/syntax';
import type { Use } from './use';

/** Whether the first argument of a call is a number, a string or similar. The APIs take options. */
export function takesNoOptions(use: Use): boolean {
  if (use.kind !== 'call') return false;
  const [first] = use.call.children('arguments');
  if (!first || first.isSpreadElement()) return false;
  return /^(number|string|boolean|bigint)$/.test(typeof evaluate(first)?.value);
}

/**
 * Whether all values assigned to a member here are certainly not an API: `proto.startRecord = function ()
 * {}`.
 */
export function isOwnDefinition(member: NodePath<Node>): boolean {
  const target = wrapped(member);
  const assignment = target.parentPath;
  return (
    assignment?.isAssignmentExpression({ operator: '=' }) === true &&
    target.key === 'left' &&
    isOwnValue(assignment.child('right'))
  );
}

function isOwnValue(given: NodePath<Node>): boolean {
  const path = unwrap(given);
  if (path.isFunction() || path.isClass() || path.isLiteral() || path.isObjectExpression()) return true;
  if (path.isAssignmentExpression({ operator: '=' })) return isOwnValue(path.child('right'));
  if (path.isCallExpression()) {
    // `function () { … }.bind(this)`
    const callee = path.child('callee');
    return callee.isMemberExpression() && isOwnValue(callee.child('object'));
  }
  const binding = bindingOfIdentifier(path);
  if (!binding || (!binding.constant && !binding.path.isFunctionDeclaration())) return false;
  if (binding.path.isFunctionDeclaration() || binding.path.isClassDeclaration()) return true;
  return (
    binding.path.isVariableDeclarator() &&
    binding.path.node.id.type === 'Identifier' &&
    isOwnValue(binding.path.child('init') as NodePath<Node>)
  );
}

/** Whether an object is a literal of this file that itself has a member of this name. */
export function definesItself(object: NodePath<Node | null | undefined>, name: string): boolean {
  const path = unwrap(object);
  const declaration = bindingOfIdentifier(path)?.path;
  const literal = declaration?.isVariableDeclarator() ? unwrap(declaration.child('init')) : path;
  if (!literal.isObjectExpression()) return false;
  return literal
    .children('properties')
    .some(
      (property) =>
        (property.isObjectMethod() || (property.isObjectProperty() && isOwnValue(property.child('value')))) &&
        staticName(property.child('key') as NodePath<Node>, property.node.computed) === name,
    );
}
