import type { Node } from '@babel/types';
import { isUnbound } from '../../ast/binding';
import type { Binding, NodePath } from '../../ast/node-path';
import { nameOf, staticName, wrapped } from '../../ast/syntax';
import type { Origin } from './origin';

type Resolve = (path: NodePath<Node>) => Origin;

/** Methods that return their object in another form. */
const TRANSFORM = /^(map|filter|flatMap|reduce|reduceRight|concat|slice|then|finally)$/;

/** Whether a value is the platform object or is made from it. */
function isOfPlatform(path: NodePath<Node>, resolve: Resolve): boolean {
  const { kind } = resolve(path);
  return kind === 'platform' || kind === 'derived';
}

/** Whether the result of a call is made from the platform: `promisifyAll(wx)`, `Object.assign({}, wx)`. */
export function isMadeFromPlatform(call: NodePath<Node>, resolve: Resolve): boolean {
  const given = call.children('arguments') as NodePath<Node>[];
  if (given.some((argument) => isOfPlatform(argument, resolve))) return true;
  const callee = call.child('callee');
  if (!callee.isMemberExpression()) return false;
  const name = staticName(callee.child('property'), callee.node.computed);
  return TRANSFORM.test(name ?? '') && resolve(callee.child('object')).kind === 'derived';
}

/** `new Proxy(wx, {})` */
export function isProxyOfPlatform(path: NodePath<Node>, resolve: Resolve): boolean {
  if (!path.isNewExpression() || !isUnbound(path.child('callee'), 'Proxy')) return false;
  const [target] = path.children('arguments') as NodePath<Node>[];
  return target !== undefined && isOfPlatform(target, resolve);
}

/** Whether an object created in the file receives the platform's APIs: `promisifyAll(wx, wxp)`. */
export function isFilled(binding: Binding, resolve: Resolve): boolean {
  return binding.referencePaths.some((reference) => isFilledAt(wrapped(reference), resolve));
}

/** Whether the platform's APIs are copied into the value at this position. */
export function isFilledAt(target: NodePath<Node>, resolve: Resolve): boolean {
  const { parentPath } = target;
  if (target.listKey === 'arguments' && parentPath?.isCallExpression()) {
    const others = parentPath.children('arguments').filter((one) => one.node !== target.node);
    return others.some((other) => isOfPlatform(other, resolve) || readsByName(other, resolve));
  }
  if (!parentPath?.isMemberExpression() || target.key !== 'object') return false;
  const name = staticName(parentPath.child('property'), parentPath.node.computed);
  const assignment = wrapped(parentPath).parentPath;
  if (name !== undefined || !assignment?.isAssignmentExpression({ left: parentPath.node })) return false;
  return readsByName(assignment.child('right'), resolve) || isInLoopOver(assignment, resolve);
}

/** Whether code accesses members of the platform by computed name: `promisify(wx[key])`. */
function readsByName(path: NodePath<Node>, resolve: Resolve): boolean {
  let found = false;
  const look = (member: NodePath<Node>) => {
    const { computed } = member.node as { computed?: boolean } & Node;
    const name = staticName(member.child('property') as NodePath<Node>, computed === true);
    if (name === undefined && isOfPlatform(member.child('object') as NodePath<Node>, resolve)) found = true;
  };
  if (path.isMemberExpression()) look(path);
  path.traverse({ MemberExpression: (member) => look(member) });
  return found;
}

/** Whether code runs for each member of the platform. */
function isInLoopOver(path: NodePath<Node>, resolve: Resolve): boolean {
  const loop = path.findParent((parent) => {
    if (parent.isForXStatement()) return isOfPlatform(parent.child('right'), resolve);
    if (!parent.isCallExpression()) return false;
    const callee = parent.child('callee') as NodePath<Node>;
    return (
      callee.isMemberExpression() &&
      nameOf(callee.node.property) === 'forEach' &&
      resolve(callee.child('object')).kind === 'derived'
    );
  });
  return loop !== null;
}
