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
  const given = call.get('arguments') as NodePath<Node>[];
  if (given.some((argument) => isOfPlatform(argument, resolve))) return true;
  const callee = call.get('callee') as NodePath<Node>;
  if (!callee.isMemberExpression()) return false;
  const name = staticName(callee.get('property') as NodePath<Node>, callee.node.computed);
  return TRANSFORM.test(name ?? '') && resolve(callee.get('object')).kind === 'derived';
}

/** `new Proxy(wx, {})` */
export function isProxyOfPlatform(path: NodePath<Node>, resolve: Resolve): boolean {
  if (!path.isNewExpression() || !isUnbound(path.get('callee') as NodePath<Node>, 'Proxy')) return false;
  const [target] = path.get('arguments') as NodePath<Node>[];
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
    const others = (parentPath.get('arguments') as NodePath<Node>[]).filter(
      (one) => one.node !== target.node,
    );
    return others.some((other) => isOfPlatform(other, resolve) || readsByName(other, resolve));
  }
  if (!parentPath?.isMemberExpression() || target.key !== 'object') return false;
  const name = staticName(parentPath.get('property') as NodePath<Node>, parentPath.node.computed);
  const assignment = wrapped(parentPath as NodePath<Node>).parentPath;
  if (name !== undefined || !assignment?.isAssignmentExpression({ left: parentPath.node })) return false;
  return readsByName(assignment.get('right') as NodePath<Node>, resolve) || isInLoopOver(assignment, resolve);
}

/** Whether code accesses members of the platform by computed name: `promisify(wx[key])`. */
function readsByName(path: NodePath<Node>, resolve: Resolve): boolean {
  let found = false;
  const look = (member: NodePath<Node>) => {
    const { computed } = member.node as { computed?: boolean } & Node;
    const name = staticName(member.get('property') as NodePath<Node>, computed === true);
    if (name === undefined && isOfPlatform(member.get('object') as NodePath<Node>, resolve)) found = true;
  };
  if (path.isMemberExpression()) look(path as NodePath<Node>);
  path.traverse({ MemberExpression: (member) => look(member as NodePath<Node>) });
  return found;
}

/** Whether code runs for each member of the platform. */
function isInLoopOver(path: NodePath<Node>, resolve: Resolve): boolean {
  const loop = path.findParent((parent) => {
    if (parent.isForXStatement()) return isOfPlatform(parent.get('right') as NodePath<Node>, resolve);
    if (!parent.isCallExpression()) return false;
    const callee = parent.get('callee') as NodePath<Node>;
    return (
      callee.isMemberExpression() &&
      nameOf(callee.node.property) === 'forEach' &&
      resolve(callee.get('object')).kind === 'derived'
    );
  });
  return loop !== null;
}
