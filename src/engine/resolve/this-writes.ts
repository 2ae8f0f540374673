import type { Node } from '@babel/types';
import { bindingOfIdentifier } from '../../ast/binding';
import type { NodePath } from '../../ast/node-path';
import { nameOf, staticName, unwrap, wrapped } from '../../ast/syntax';
import { keyOf, objectOwner, type ThisOwner, thisOwner } from './this-owner';

type Key = ThisOwner['key'];

/** Values that code assigns to a member. */
export interface Values {
  readonly values: NodePath<Node>[];
  /** Whether the member also gets values that cannot be followed. */
  isOpen: boolean;
}

/** A write to a member. Without a value, the value is unknown. */
interface Write {
  /** Undefined for a computed name: it may be any. */
  name?: string;
  value?: NodePath<Node>;
  /** Undefined if the object is not known: `a.api = other`. */
  owner?: ThisOwner;
}

/** The possible values of a member, as far as the file shows. The same values are always in the same list. */
export interface Written {
  own: readonly Values[];
  /** Values assigned from elsewhere, to objects that may be this one. */
  outside: readonly Values[];
}

/** A class with its superclasses and subclasses. */
interface Family {
  keys: ReadonlySet<Key>;
  /** The members that have been asked for; `undefined` if nothing is assigned. */
  members: Map<string, Values | undefined>;
}

/** All writes to members of objects in a file. Walks the file once. */
export class ThisWrites {
  private isCollected = false;
  /** By the member, then by its owner. */
  private readonly own = new Map<string, Map<Key, Values>>();
  private readonly outside = new Map<string, Values>();
  private readonly parents = new Map<Key, Key>();
  private readonly children = new Map<Key, Key[]>();
  private readonly families = new Map<Key, Family>();

  /** `undefined` if the code does not show what `this` is. */
  to(self: NodePath<Node>, name: string): Written | undefined {
    const owner = thisOwner(self);
    if (!owner) return undefined;
    if (!this.isCollected) this.collect(self.root.paths[0]!);
    this.isCollected = true;
    const family = this.familyOf(owner.key);
    const own = [name, undefined].flatMap((one) => this.memberOf(family, memberKey(one, owner)) ?? []);
    const outside = this.outside.get(name);
    return { own, outside: outside ? [outside] : [] };
  }

  private memberOf({ keys, members }: Family, member: string): Values | undefined {
    if (members.has(member)) return members.get(member);
    const owners = this.own.get(member);
    const found: Values[] = [];
    if (owners) {
      const [few, many] = owners.size < keys.size ? [owners, keys] : [keys, owners];
      for (const key of few.keys()) if (many.has(key)) found.push(owners.get(key)!);
    }
    const all = found.length > 1 ? joined(found) : found[0];
    members.set(member, all);
    return all;
  }

  private familyOf(key: Key): Family {
    // A class and its only subclass have the same family.
    const alike = new Set<Key>();
    let last = key;
    while (!alike.has(last) && !this.families.has(last)) {
      alike.add(last);
      const [child, ...others] = this.children.get(last) ?? [];
      if (child && others.length === 0) last = child;
    }
    const family = this.families.get(last) ?? { keys: this.relatedTo(last), members: new Map() };
    for (const one of alike) this.families.set(one, family);
    return family;
  }

  /** A class with its superclasses and subclasses. */
  private relatedTo(key: Key): ReadonlySet<Key> {
    const related = new Set([key]);
    // The set grows during the loop.
    for (const heir of related) for (const child of this.children.get(heir) ?? []) related.add(child);
    for (let at = this.parents.get(key); at && !related.has(at); at = this.parents.get(at)) related.add(at);
    return related;
  }

  private add({ name, value, owner }: Write): void {
    const written = owner
      ? entry(
          entry(this.own, memberKey(name, owner), () => new Map<Key, Values>()),
          owner.key,
          noValues,
        )
      : entry(this.outside, name!, noValues);
    if (value) written.values.push(value);
    else written.isOpen = true;
  }

  private collect(program: NodePath<Node>): void {
    const { parents, children } = this;
    const add = (write: Write) => this.add(write);
    const toMember = (member: NodePath<Node>, value?: NodePath<Node>) => {
      if (!member.isMemberExpression()) return;
      const object = unwrap(member.child('object')) as NodePath<Node>;
      const name = staticName(member.child('property'), member.node.computed);
      const owner = object.isThisExpression() ? thisOwner(object) : classOwner(object);
      if (object.isThisExpression() && !owner) return;
      if (owner || (name !== undefined && !isElsewhere(object))) add({ name, value, owner });
    };
    program.traverse({
      Class(path) {
        const parent = path.node.superClass && bindingOfIdentifier(unwrap(path.child('superClass')));
        if (!parent) return;
        const key = keyOf(parent);
        parents.set(path.node, key);
        entry(children, key, (): Key[] => []).push(path.node);
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
        add({ name, value, owner });
      },
      TSParameterProperty(path) {
        const { parameter } = path.node;
        const name = nameOf(parameter.type === 'AssignmentPattern' ? parameter.left : parameter);
        const key = path.findParent((parent) => parent.isClass())?.node;
        if (name && key) add({ name, owner: { key, isStatic: false } });
      },
      'ObjectProperty|ObjectMethod|SpreadElement'(path: NodePath<Node>) {
        const object = path.parentPath;
        if (!object?.isObjectExpression()) return;
        const owner = objectOwner(object as NodePath<Node>);
        const { node } = path;
        if (!owner) return;
        if (!('key' in node)) {
          add({ owner });
          return;
        }
        const name = staticName(
          path.child('key') as NodePath<Node>,
          'computed' in node && node.computed === true,
        );
        const value = node.type === 'ObjectProperty' ? (path.child('value') as NodePath<Node>) : undefined;
        add({ name, value, owner });
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
          if (owner) add({ owner });
          return;
        }
        for (const other of others) {
          if (other.isStringLiteral()) add({ name: other.node.value });
          if (!other.isObjectExpression()) continue;
          for (const property of other.children('properties') as NodePath<Node>[]) {
            if (!property.isObjectProperty()) continue;
            const name = staticName(property.child('key'), property.node.computed);
            if (name !== undefined) add({ name, value: property.child('value') });
          }
        }
      },
    });
  }
}

/** A key for each member of an owner. Members with computed names share one. */
function memberKey(name: string | undefined, { isStatic }: ThisOwner): string {
  return name === undefined ? `${isStatic}` : `${isStatic} ${name}`;
}

function noValues(): Values {
  return { values: [], isOpen: false };
}

function joined(all: readonly Values[]): Values {
  const result = noValues();
  for (const { values, isOpen } of all) {
    for (const value of values) result.values.push(value);
    result.isOpen ||= isOpen;
  }
  return result;
}

/** The value of a key, which is created when it is missing. */
function entry<K, V>(map: Map<K, V>, key: K, create: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const created = create();
  map.set(key, created);
  return created;
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
