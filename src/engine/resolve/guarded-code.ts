import type { Node, Statement } from '@babel/types';
import { bindingOf } from '../../ast/binding';
import type { Binding, NodePath } from '../../ast/node-path';
import { wrapped } from '../../ast/syntax';

/**
 * The code whose execution depends on a test: branches of conditions, statements after an early return, and
 * the same for constants and functions of this file that contain the result.
 */
export function guardedBy(test: NodePath<Node>): Node[] {
  const found: Node[] = [];
  const seen = new Set<Binding>();
  const followName = (binding: Binding | undefined, isFunction: boolean) => {
    if (!binding?.constant || seen.has(binding)) return;
    seen.add(binding);
    for (const reference of binding.referencePaths) {
      if (!isFunction) follow(reference);
      else if (reference.key === 'callee') follow(reference.parentPath!);
    }
  };
  const follow = (path: NodePath<Node>): void => {
    const outer = wrapped(path);
    const { parentPath: parent, key } = outer;
    if (!parent) return;
    found.push(...branches(outer, parent));
    if (parent.isReturnStatement() || (parent.isArrowFunctionExpression() && key === 'body')) {
      const made = parent.isReturnStatement() ? parent.getFunctionParent() : parent;
      followName(made ? namedBinding(made) : undefined, true);
    } else if (parent.isVariableDeclarator()) followName(namedBinding(outer), false);
    else if (parent.isExpression() && !parent.isFunction()) follow(parent);
  };
  follow(test);
  return found;
}

/** The code next to a condition that depends on it. */
function branches({ key }: NodePath<Node>, parent: NodePath<Node>): Node[] {
  const { node } = parent;
  if (node.type === 'LogicalExpression') return key === 'left' ? [node.right] : [];
  if (node.type === 'SwitchStatement') return node.cases;
  if (node.type === 'SwitchCase')
    return parent.parentPath?.isSwitchStatement() ? parent.parentPath.node.cases : [];
  if (key !== 'test') return [];
  if (node.type === 'ConditionalExpression') return [node.consequent, node.alternate];
  if (node.type === 'IfStatement') {
    const own = [node.consequent, ...(node.alternate ? [node.alternate] : [])];
    const after = own.some(leaves) ? parent.getAllNextSiblings().map((next) => next.node as Node) : [];
    return [...own, ...after];
  }
  return parent.isLoop() ? [node] : [];
}

/** Whether a statement always ends by leaving its block. */
function leaves(statement: Statement): boolean {
  if (statement.type === 'BlockStatement') {
    const last = statement.body.at(-1);
    return last !== undefined && leaves(last);
  }
  return /^(Return|Throw|Continue|Break)Statement$/.test(statement.type);
}

/** The name of a function, or the name that a value is declared with. */
function namedBinding(path: NodePath<Node>): Binding | undefined {
  const { node } = path;
  if (node.type === 'FunctionDeclaration')
    return node.id ? bindingOf(path.parentPath!, node.id.name) : undefined;
  const declarator = wrapped(path).parentPath;
  if (!declarator?.isVariableDeclarator() || declarator.node.id.type !== 'Identifier') return undefined;
  return bindingOf(declarator, declarator.node.id.name);
}
