import type { ClassBody, ClassPrivateProperty, ClassProperty, Node } from '@babel/types';
import type { NodePath } from '../../ast/node-path';
import { propertyDeclaredBy, propertyOf } from './private-properties';

/** A `#private` or `private` field of a class. Only code in the class body can access it. */
export interface PrivateField {
  readonly declaration: NodePath<ClassPrivateProperty | ClassProperty>;
  /** All uses: `this.#info`, `other.#info` and `this.info`. */
  readonly members: readonly NodePath<Node>[];
}

/** What a class body shows of its private names. */
interface Privates {
  readonly declarations: ReadonlyMap<string, NodePath<Node>>;
  /** All uses by name. */
  readonly members: Map<string, NodePath<Node>[]>;
}

/** Class bodies that have been read, each once. */
const known = new WeakMap<NodePath<ClassBody>, Privates>();

/** The field declared by `#info = …` or `private info = …`; `undefined` for anything else. */
export function fieldDeclaredBy(declaration: NodePath<Node>): PrivateField | undefined {
  if (declaration.isClassProperty()) return propertyDeclaredBy(declaration);
  if (!declaration.isClassPrivateProperty()) return undefined;
  const { name } = declaration.node.key.id;
  const { members } = privatesOf(declaration.parentPath as NodePath<ClassBody>);
  return { declaration, members: members.get(name) ?? [] };
}

/** The field that `this.#info` or `this.info` refers to; `undefined` for anything else. */
export function fieldOf(member: NodePath<Node>): PrivateField | undefined {
  if (!member.isMemberExpression()) return undefined;
  if (member.node.property.type !== 'PrivateName') return propertyOf(member);
  const { name } = member.node.property.id;
  const declaration = declarationOf(name, member);
  return declaration && fieldDeclaredBy(declaration);
}

function privatesOf(body: NodePath<ClassBody>): Privates {
  const read = known.get(body);
  if (read) return read;
  const elements = (body.children('body') as NodePath<Node>[]).flatMap((path): [string, NodePath<Node>][] => {
    const { node } = path;
    return 'key' in node && node.key?.type === 'PrivateName' ? [[node.key.id.name, path]] : [];
  });
  const privates: Privates = { declarations: new Map(elements), members: new Map() };
  known.set(body, privates);
  if (elements.length === 0) return privates;
  const { declarations, members } = privates;
  body.traverse({
    PrivateName(path) {
      const { name } = path.node.id;
      const { parentPath: member } = path;
      if (path.key !== 'property' || !declarations.has(name)) return;
      if (declarationOf(name, member) !== declarations.get(name)) return;
      const others = members.get(name);
      if (others) others.push(member);
      else members.set(name, [member]);
    },
  });
  return privates;
}

/** The closest declaration of a private name. An inner class may declare the same name. */
function declarationOf(name: string, path: NodePath<Node>): NodePath<Node> | undefined {
  for (let at = path.parentPath; at; at = at.parentPath) {
    const declaration = at.isClassBody() ? privatesOf(at).declarations.get(name) : undefined;
    if (declaration) return declaration;
  }
  return undefined;
}
