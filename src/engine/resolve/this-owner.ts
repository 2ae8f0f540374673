import type { Node } from '@babel/types';
import { bindingOf, bindingOfIdentifier } from '../../ast/binding';
import type { Binding, NodePath } from '../../ast/node-path';
import { nameOf, staticName, unwrap, wrapped } from '../../ast/syntax';

/**
 * The owner of the members of `this`: a class, an object literal, or the function or class that a name is
 * bound to.
 */
export interface ThisOwner {
  key: Node | Binding;
  /** `this` is the class itself, not an instance. */
  isStatic: boolean;
}

/** The owner of `this` at a position; `undefined` if the code does not show it. */
export function thisOwner(self: NodePath<Node>): ThisOwner | undefined {
  let child = self;
  for (let at = self.parentPath; at; child = at, at = at.parentPath) {
    if (at.isClassBody() || at.isArrowFunctionExpression()) continue;
    const isMember = at.parentPath?.isClassBody() ?? false;
    if (isMember) {
      // A computed key and a decorator are evaluated outside the class.
      if (child.key === 'key' || child.listKey === 'decorators') {
        at = at.parentPath!.parentPath!;
        continue;
      }
      return { key: at.parentPath!.parent, isStatic: at.isStaticBlock() || isStatic(at.node) };
    }
    if (at.isObjectMethod()) {
      if (child.key === 'key') continue;
      return objectOwner(at.parentPath);
    }
    if (!at.isFunction()) continue;
    const given = boundToThis(at);
    if (!given) return functionOwner(at);
    at = given;
  }
  return undefined;
}

/** The owner of an object's members: the outermost object around it, as in `Page({ methods: { … } })`. */
export function objectOwner(object: NodePath<Node>): ThisOwner | undefined {
  let root = object;
  for (;;) {
    const property = wrapped(root).parentPath;
    if (!property?.isObjectProperty() || !property.parentPath.isObjectExpression()) break;
    root = property.parentPath;
  }
  const outer = wrapped(root);
  const { parentPath } = outer;
  if (parentPath?.isAssignmentExpression() && outer.key === 'right') {
    const prototype = prototypeOwner(parentPath.child('left'));
    if (prototype) return prototype;
  }
  const call = parentPath?.isArrayExpression() ? parentPath.parentPath : parentPath;
  if (call?.isCallExpression() && outer.listKey !== 'callee') {
    // `_createClass(A, [{ key, value }])`, `Object.assign(A.prototype, { … })`
    const [target] = call.children('arguments');
    const binding = parentPath?.isArrayExpression() && target ? bindingOfIdentifier(target) : undefined;
    if (binding) return { key: binding, isStatic: false };
    const prototype = target && prototypeOwner(target);
    if (prototype) return prototype;
  }
  return { key: root.node, isStatic: false };
}

function functionOwner(path: NodePath<Node>): ThisOwner | undefined {
  const { node } = path;
  if (node.type === 'FunctionDeclaration') return node.id ? named(path, node.id.name) : undefined;
  const outer = wrapped(path);
  const { parentPath } = outer;
  if (parentPath?.isObjectProperty() && outer.key === 'value') return objectOwner(parentPath.parentPath);
  if (parentPath?.isVariableDeclarator() && parentPath.node.id.type === 'Identifier')
    return named(parentPath, parentPath.node.id.name);
  if (!parentPath?.isAssignmentExpression() || outer.key !== 'right') return undefined;
  const left = parentPath.child('left');
  if (!left.isMemberExpression()) return undefined;
  const object = left.child('object');
  return object.isThisExpression() ? thisOwner(object) : prototypeOwner(object);
}

/** `A` of `A.prototype`. */
function prototypeOwner(path: NodePath<Node>): ThisOwner | undefined {
  if (!path.isMemberExpression()) return undefined;
  if (staticName(path.child('property'), path.node.computed) !== 'prototype') return undefined;
  const binding = bindingOfIdentifier(path.child('object'));
  return binding && { key: keyOf(binding), isStatic: false };
}

function named(path: NodePath<Node>, name: string): ThisOwner | undefined {
  const binding = bindingOf(path, name);
  return binding && { key: keyOf(binding), isStatic: false };
}

/** The owner of a class is its node, so that it is the same inside and outside. */
export function keyOf(binding: Binding): Node | Binding {
  const { path } = binding;
  if (path.isClassDeclaration() || path.isClassExpression()) return path.node;
  const init = path.isVariableDeclarator() ? unwrap(path.child('init')) : undefined;
  return init?.isClassExpression() || init?.isObjectExpression() ? init.node : binding;
}

/** The call of `function () { … }.bind(this)`. */
function boundToThis(path: NodePath<Node>): NodePath<Node> | undefined {
  const member = wrapped(path).parentPath;
  const call = member?.parentPath;
  if (!member?.isMemberExpression() || !call?.isCallExpression() || nameOf(member.node.property) !== 'bind')
    return undefined;
  return call.node.arguments[0]?.type === 'ThisExpression' ? call : undefined;
}

function isStatic(node: Node): boolean {
  return 'static' in node && node.static === true;
}
