import type { Function as FunctionNode, Node } from '@babel/types';
import { bindingOfIdentifier } from '../../ast/binding';
import type { Binding, NodePath } from '../../ast/node-path';
import { unwrap, wrapped } from '../../ast/syntax';
import { frameworkFunction } from './values';

/** Functions whose result has a value in `current` or `value`. */
const REF_FACTORY = /^(useRef|createRef|ref|shallowRef)$/;

/** The known values of a name or member. */
interface Values {
  values: NodePath<Node>[];
  /** Whether it may have other values. */
  isOpen: boolean;
}

/** The values that a variable gets after its declaration. */
export function assignedTo(binding: Binding): Values {
  const values: NodePath<Node>[] = [];
  let isOpen = false;
  for (const change of binding.constantViolations) {
    // For a variable declared in a loop, the declaration counts as a reassignment.
    if (change.node === binding.path.node) continue;
    const value = givenBy(change);
    if (value) values.push(value);
    else isOpen = true;
  }
  return { values, isOpen };
}

/** The value in an assignment, or in a second `var` of the same name. */
function givenBy(change: NodePath<Node>): NodePath<Node> | undefined {
  if (change.isVariableDeclarator()) {
    const isElement = change.parentPath.parentPath?.isForXStatement() ?? false;
    return change.node.id.type === 'Identifier' && !isElement
      ? (change.child('init') as NodePath<Node>)
      : undefined;
  }
  return change.isAssignmentExpression() &&
    change.node.left.type === 'Identifier' &&
    /^(=|\|\|=|&&=|\?\?=)$/.test(change.node.operator)
    ? change.child('right')
    : undefined;
}

/** The initial value of a ref (`useRef(x)`, `ref(x)`); `undefined` for anything else. */
export function heldByRef(object: NodePath<Node | null | undefined>): (Values & { key: Node }) | undefined {
  const binding = bindingOfIdentifier(object);
  const init = binding?.path.isVariableDeclarator() ? unwrap(binding.path.child('init')) : undefined;
  if (!binding || !init?.isCallExpression()) return undefined;
  const factory = frameworkFunction(init.child('callee'));
  if (!factory || !REF_FACTORY.test(factory)) return undefined;
  const values: NodePath<Node>[] = init.children('arguments').slice(0, 1);
  let isOpen = !binding.constant;
  for (const reference of binding.referencePaths) {
    const outer = wrapped(reference);
    const member = outer.parentPath;
    if (!member?.isMemberExpression() || outer.key !== 'object') {
      // A callee that receives the ref may change its value.
      isOpen = true;
      continue;
    }
    const target = wrapped(member);
    const assignment = target.parentPath;
    if (assignment?.isAssignmentExpression({ operator: '=' }) && target.key === 'left')
      values.push(assignment.child('right'));
    else if (target.key === 'left' || target.key === 'value') isOpen = true;
  }
  return { key: init.node, values, isOpen };
}

/** The function of this file that a call invokes, or the one passed to `useMemo`. */
export function calledFunction(call: NodePath<Node>): NodePath<FunctionNode> | undefined {
  const callee = unwrap(call.child('callee'));
  const [argument] = call.children('arguments');
  let called: NodePath<Node | null | undefined> | undefined = callee;
  if (frameworkFunction(callee) === 'useMemo') called = argument;
  else if (callee.isIdentifier()) {
    const binding = bindingOfIdentifier(callee);
    if (!binding?.constant) return undefined;
    const { path } = binding;
    called = path.isVariableDeclarator() ? unwrap(path.child('init')) : path;
  }
  return called?.isFunction() && !called.node.async && !called.node.generator ? called : undefined;
}
