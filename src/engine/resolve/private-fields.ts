import type { ClassBody, ClassPrivateProperty, Node } from '@babel/types';
import type { NodePath } from '../../ast/node-path';

/** A `#private` field of a class. Only code in the class body can access it. */
export interface PrivateField {
  readonly declaration: NodePath<ClassPrivateProperty>;
  /** All uses: `this.#info` and `other.#info`. */
  readonly members: readonly NodePath<Node>[];
}

/** The field declared by `#info = …`. */
export function fieldDeclaredBy(declaration: NodePath<ClassPrivateProperty>): PrivateField {
  const { name } = declaration.node.key.id;
  const body = declaration.parentPath;
  const members: NodePath<Node>[] = [];
  body.traverse({
    PrivateName(path) {
      const { parentPath: member } = path;
      if (path.node.id.name !== name || path.key !== 'property' || !member) return;
      if (bodyWith(name, member)?.node === body.node) members.push(member);
    },
  });
  return { declaration, members };
}

/** The field that `this.#info` refers to; `undefined` for anything else. */
export function fieldOf(member: NodePath<Node>): PrivateField | undefined {
  if (!member.isMemberExpression() || member.node.property.type !== 'PrivateName') return undefined;
  const { name } = member.node.property.id;
  const elements = bodyWith(name, member)?.children('body');
  const declaration = elements?.find(({ node }) => declares(node, name));
  return declaration?.isClassPrivateProperty() ? fieldDeclaredBy(declaration) : undefined;
}

/** The closest class body that declares a private name. An inner class may declare the same name. */
function bodyWith(name: string, path: NodePath<Node>): NodePath<ClassBody> | undefined {
  return (path.findParent(
    ({ node }) => node.type === 'ClassBody' && node.body.some((element) => declares(element, name)),
  ) ?? undefined) as NodePath<ClassBody> | undefined;
}

function declares(element: Node, name: string): boolean {
  return 'key' in element && element.key?.type === 'PrivateName' && element.key.id.name === name;
}
