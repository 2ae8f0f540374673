import type { ClassBody, ClassPrivateProperty, Node } from '@babel/types';
import type { NodePath } from '../../ast/node-path';

/** A `#private` field of a class. Only the body of the class can use it. */
export interface PrivateField {
  readonly declaration: NodePath<ClassPrivateProperty>;
  /** Every `this.#info` and `other.#info`. */
  readonly members: readonly NodePath<Node>[];
}

/** The field that `#info = …` declares. */
export function fieldDeclaredBy(declaration: NodePath<ClassPrivateProperty>): PrivateField {
  const { name } = declaration.node.key.id;
  const body = declaration.parentPath as NodePath<Node>;
  const members: NodePath<Node>[] = [];
  body.traverse({
    PrivateName(path) {
      const { parentPath: member } = path;
      if (path.node.id.name !== name || path.key !== 'property' || !member) return;
      if (bodyWith(name, member)?.node === body.node) members.push(member as NodePath<Node>);
    },
  });
  return { declaration, members };
}

/** The field that `this.#info` stands for; `undefined` where it is something else. */
export function fieldOf(member: NodePath<Node>): PrivateField | undefined {
  if (!member.isMemberExpression() || member.node.property.type !== 'PrivateName') return undefined;
  const { name } = member.node.property.id;
  const elements = bodyWith(name, member as NodePath<Node>)?.get('body') as NodePath<Node>[] | undefined;
  const declaration = elements?.find(({ node }) => declares(node, name));
  return declaration?.isClassPrivateProperty()
    ? fieldDeclaredBy(declaration as NodePath<ClassPrivateProperty>)
    : undefined;
}

/** The class body around a place that declares a private name. An inner class can declare the same name. */
function bodyWith(name: string, path: NodePath<Node>): NodePath<ClassBody> | undefined {
  return (path.findParent(
    ({ node }) => node.type === 'ClassBody' && node.body.some((element) => declares(element, name)),
  ) ?? undefined) as NodePath<ClassBody> | undefined;
}

function declares(element: Node, name: string): boolean {
  return 'key' in element && element.key?.type === 'PrivateName' && element.key.id.name === name;
}
