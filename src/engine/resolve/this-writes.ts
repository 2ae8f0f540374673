import type { Node } from '@babel/types';
import { bindingOfIdentifier } from '../../ast/binding';
import type { Binding, NodePath } from '../../ast/node-path';
import { nameOf, staticName, unwrap, wrapped } from '../../ast/syntax';
import { keyOf, objectOwner, type ThisOwner, thisOwner } from './this-owner';

/** A write to a member. Without a value, the value is unknown. */
interface Write {
  /** Undefined for a computed name: it may be any. */
  name?: string;
  value?: NodePath<Node>;
  /** Undefined if the object is not known: `a.api = other`. */
  owner?: ThisOwner;
}

/** The possible values of a member, as far as the file shows. */
interface Written {
  own: readonly NodePath<Node>[];
  /** Values assigned from elsewhere, to objects that may be this one. */
  outside: readonly NodePath<Node>[];
  /** Whether the member also gets values that cannot be followed. */
  isOpen: boolean;
}

/** All writes to members of objects in a file. Walks the file once. */
export class ThisWrites {
  private writes: Write[] | undefined;
  /** Classes by the classes that they extend. */
  private readonly parents = new Map<Node | Binding, Node | Binding>();
  private readonly children = new Map<Node | Binding, (Node | Binding)[]>();

  /** `undefined` if the code does not show what `this` is. */
  to(self: NodePath<Node>, name: string): Written | undefined {
    const owner = thisOwner(self);
    if (!owner) return undefined;
    this.writes ??= this.collect(self.root.paths[0]!);
    const family = this.familyOf(owner.key);
    const own: NodePath<Node>[] = [];
    const outside: NodePath<Node>[] = [];
    let isOpen = false;
    for (const write of this.writes) {
      if (write.name !== undefined && write.name !== name) continue;
      if (write.owner && !(family.has(write.owner.key) && write.owner.isStatic === owner.isStatic)) continue;
      if (!write.value) isOpen = true;
      else if (write.owner) own.push(write.value);
      else outside.push(write.value);
    }
    return { own, outside, isOpen };
  }

  /** A class with its superclasses and subclasses. */
  private familyOf(key: Node | Binding): ReadonlySet<Node | Binding> {
    const family = new Set([key]);
    for (let parent = this.parents.get(key); parent && !family.has(parent); parent = this.parents.get(parent))
      family.add(parent);
    const heirs = new Set([key]);
    for (const heir of heirs) for (const child of this.children.get(heir) ?? []) heirs.add(child);
    return new Set([...family, ...heirs]);
  }

  private collect(program: NodePath<Node>): Write[] {
    const writes: Write[] = [];
    const { parents, children } = this;
    const toMember = (member: NodePath<Node>, value?: NodePath<Node>) => {
      if (!member.isMemberExpression()) return;
      const object = unwrap(member.child('object')) as NodePath<Node>;
      const name = staticName(member.child('property'), member.node.computed);
      const owner = object.isThisExpression() ? thisOwner(object) : classOwner(object);
      if (object.isThisExpression() && !owner) return;
      if (owner || (name !== undefined && !isElsewhere(object))) writes.push({ name, value, owner });
    };
    program.traverse({
      Class(path) {
        const parent = path.node.superClass && bindingOfIdentifier(unwrap(path.child('superClass')));
        if (!parent) return;
        const key = keyOf(parent);
        parents.set(path.node, key);
        const others = children.get(key);
        if (others) others.push(path.node);
        else children.set(key, [path.node]);
      },
      'ClassProperty|ClassPrivateProperty|ClassAccessorProperty|ClassMethod|ClassPrivateMethod'(
        path: NodePath<Node>,
      ) {
        const { node } = path;
        if (!('key' in node) || ('kind' in node && node.kind === 'constructor')) return;
        const computed = 'computed' in node && node.computed === true;
        const name = staticName(path.child('key') as NodePath<Node>, computed);
        const owner = { key: path.parentPath!.parent, isStatic: 'static' in node && node.static === true };
        const isField = 'value' in node;
        if (isField && !node.value) return;
        const value = isField ? (path.child('value') as NodePath<Node>) : undefined;
        writes.push({ name, value, owner });
      },
      TSParameterProperty(path) {
        const { parameter } = path.node;
        const name = nameOf(parameter.type === 'AssignmentPattern' ? parameter.left : parameter);
        const key = path.findParent((parent) => parent.isClass())?.node;
        if (name && key) writes.push({ name, owner: { key, isStatic: false } });
      },
      'ObjectProperty|ObjectMethod|SpreadElement'(path: NodePath<Node>) {
        const object = path.parentPath;
        if (!object?.isObjectExpression()) return;
        const owner = objectOwner(object as NodePath<Node>);
        const { node } = path;
        if (!owner) return;
        if (!('key' in node)) {
          writes.push({ owner });
          return;
        }
        const name = staticName(
          path.child('key') as NodePath<Node>,
          'computed' in node && node.computed === true,
        );
        const value = node.type === 'ObjectProperty' ? (path.child('value') as NodePath<Node>) : undefined;
        writes.push({ name, value, owner });
      },
      AssignmentExpression(path) {
        const isFollowed = /^(=|\|\|=|&&=|\?\?=)$/.test(path.node.operator);
        toMember(path.child('left'), isFollowed ? path.child('right') : undefined);
      },
      MemberExpression(path) {
        if (isWrittenOtherwise(path as NodePath<Node>)) toMember(path);
      },
      CallExpression(path) {
        const callee = path.child('callee');
        const member = callee.isMemberExpression() ? nameOf(callee.node.property) : nameOf(callee.node);
        if (!/assign|extend|merge|mixin|define|inject|^set$/i.test(member ?? '')) return;
        const [target, ...others] = path.children('arguments');
        if (!target) return;
        if (target.isThisExpression()) {
          const owner = thisOwner(target);
          if (owner) writes.push({ owner });
          return;
        }
        for (const other of others) {
          if (other.isStringLiteral()) writes.push({ name: other.node.value });
          if (!other.isObjectExpression()) continue;
          for (const property of other.children('properties') as NodePath<Node>[]) {
            if (!property.isObjectProperty()) continue;
            const name = staticName(property.child('key'), property.node.computed);
            if (name !== undefined) writes.push({ name, value: property.child('value') });
          }
        }
      },
    });
    return writes;
  }
}

/** `A` of `A.api = …`, or of `A.prototype.api = …`. */
function classOwner(object: NodePath<Node>): ThisOwner | undefined {
  const isPrototype = object.isMemberExpression() && nameOf(object.node.property) === 'prototype';
  const binding = bindingOfIdentifier(isPrototype ? object.child('object') : object);
  if (!binding) return undefined;
  const key = keyOf(binding);
  if (isPrototype) return { key, isStatic: false };
  if (key === binding) return undefined;
  // The members of an object literal are its own.
  return { key, isStatic: /^Class/.test((key as Node).type) };
}

/** Whether an object is certainly not created by a class or literal of this file. */
function isElsewhere(object: NodePath<Node>): boolean {
  let root = object;
  while (root.isMemberExpression()) root = unwrap(root.child('object')) as NodePath<Node>;
  if (!root.isIdentifier()) return false;
  const binding = bindingOfIdentifier(root);
  if (!binding) return true;
  return root === object && (binding.kind === 'module' || binding.path.isFunctionDeclaration());
}

/** `this.api` in a pattern, in the head of a loop, or as the operand of `++` or `delete`. */
function isWrittenOtherwise(path: NodePath<Node>): boolean {
  const outer = wrapped(path);
  const { parentPath } = outer;
  if (!parentPath) return false;
  if (parentPath.isUpdateExpression() || parentPath.isUnaryExpression({ operator: 'delete' })) return true;
  if (parentPath.isForXStatement() || parentPath.isAssignmentPattern()) return outer.key === 'left';
  if (parentPath.isArrayPattern() || parentPath.isRestElement()) return true;
  return parentPath.isObjectProperty() && outer.key === 'value' && parentPath.parentPath.isObjectPattern();
}
