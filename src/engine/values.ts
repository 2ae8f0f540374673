import type { Function as FunctionNode, Node } from '@babel/types';
import { nameOf, staticName, unwrap } from './syntax';
import type { Binding, NodePath } from './traverse';

/** The specifier of `require('…')`, when `require` is Node's own. */
export function requiredModule(path: NodePath<Node | null | undefined>): string | undefined {
  if (!path.isCallExpression()) return undefined;
  const { callee, arguments: args } = path.node;
  const [source] = args;
  if (callee.type !== 'Identifier' || callee.name !== 'require' || path.scope.getBinding('require')) {
    return undefined;
  }
  return source?.type === 'StringLiteral' ? source.value : undefined;
}

/** `useMemo` or `React.useMemo`: the last name of what is called. */
export function hookName(callee: NodePath<Node | null | undefined>): string | undefined {
  if (callee.isIdentifier()) return callee.node.name;
  return callee.isMemberExpression()
    ? staticName(callee.get('property') as NodePath<Node>, callee.node.computed)
    : undefined;
}

/** The expressions that a function returns. */
export function returnValues(path: NodePath<FunctionNode>): NodePath<Node>[] {
  const body = path.get('body') as NodePath<Node>;
  if (!body.isBlockStatement()) return [body];
  const values: NodePath<Node>[] = [];
  body.traverse({
    Function: (inner) => inner.skip(),
    ReturnStatement(statement) {
      values.push(statement.get('argument') as NodePath<Node>);
    },
  });
  return values;
}

/** Whether an expression is looked up on a global, however deep. */
export function isGlobalMember(object: NodePath<Node | null | undefined>): boolean {
  let current = object;
  while (current.isMemberExpression() || current.isOptionalMemberExpression()) {
    current = unwrap(current.get('object') as NodePath<Node>);
  }
  return current.isIdentifier() && !current.scope.getBinding(current.node.name);
}

/** Whether an object is the rest of another one that a property was taken out of: `const { startRecord, ...rest } = Taro`. */
export function isRestWithout(given: NodePath<Node | null | undefined>, property: string): boolean {
  const object = unwrap(given);
  const binding = object.isIdentifier() ? object.scope.getBinding(object.node.name) : undefined;
  const pattern = binding?.path.isVariableDeclarator() ? binding.path.node.id : undefined;
  if (pattern?.type !== 'ObjectPattern') return false;
  const rest = pattern.properties.at(-1);
  if (rest?.type !== 'RestElement' || rest.argument !== binding?.identifier) return false;
  return pattern.properties.some((one) => one.type === 'ObjectProperty' && nameOf(one.key) === property);
}

/** Whether a value is null or undefined, or there is none. */
export function isNothing(path: NodePath<Node>): boolean {
  const value = unwrap(path);
  return (
    !value.node ||
    value.isNullLiteral() ||
    value.isIdentifier({ name: 'undefined' }) ||
    value.isUnaryExpression({ operator: 'void' })
  );
}

/** Whether a name is used inside of `with` and bound outside, so that it may mean a member of the object there. */
export function mayBeMember(name: NodePath<Node>, binding: Binding | undefined): boolean {
  let path: NodePath<Node> | null = name;
  while (path && path.parent !== binding?.scope.block) {
    if (path.parent?.type === 'WithStatement' && path.key === 'body') return true;
    path = path.parentPath;
  }
  return false;
}
