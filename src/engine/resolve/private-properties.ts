import type { ClassProperty, Node } from '@babel/types';
import type { NodePath } from '../../ast/node-path';
import { staticName } from '../../ast/syntax';
import { thisOwner } from './this-owner';

/** A property of a class that is `private` in TypeScript, with all its uses. */
interface PrivateProperty {
  readonly declaration: NodePath<ClassProperty>;
  /** `this.info` */
  readonly members: NodePath<Node>[];
}

/** The properties of class bodies that have been read, each once. */
const known = new WeakMap<NodePath<Node>, ReadonlyMap<string, PrivateProperty>>();

/** The property declared by `private info = …`, if the class body shows all its uses. */
export function propertyDeclaredBy(declaration: NodePath<ClassProperty>): PrivateProperty | undefined {
  const name = nameOfPrivate(declaration);
  return name === undefined ? undefined : propertiesOf(declaration.parentPath).get(name);
}

/** The property that `this.info` refers to, if the class body shows all its uses. */
export function propertyOf(member: NodePath<Node>): PrivateProperty | undefined {
  const name = nameOfMember(member);
  const owner = instanceOf(member.child('object') as NodePath<Node>);
  if (name === undefined || !owner) return undefined;
  const body = member.findParent((parent) => parent.isClassBody() && parent.parent === owner);
  return body ? propertiesOf(body).get(name) : undefined;
}

/** The private properties of a class whose uses the class body shows. */
function propertiesOf(body: NodePath<Node>): ReadonlyMap<string, PrivateProperty> {
  const read = known.get(body);
  if (read) return read;
  const properties = new Map<string, PrivateProperty>();
  for (const declaration of body.children('body') as NodePath<Node>[]) {
    const name = declaration.isClassProperty() ? nameOfPrivate(declaration) : undefined;
    if (name !== undefined)
      properties.set(name, { declaration: declaration as NodePath<ClassProperty>, members: [] });
  }
  known.set(body, properties);
  if (properties.size > 0) followIn(body, properties);
  return properties;
}

/** Collects the uses of properties, and drops properties with other uses. */
function followIn(body: NodePath<Node>, properties: Map<string, PrivateProperty>): void {
  // Decorators may use the whole class, and so do the templates of class components.
  if ('decorators' in body.parent && body.parent.decorators?.length) properties.clear();
  body.traverse({
    'Decorator|TSThisType': () => properties.clear(),
    // `typeof this.info` in a type, and a parameter `this`
    Identifier({ node }) {
      if (node.name === 'this') properties.clear();
    },
    ThisExpression(path) {
      if (path.key !== 'object') properties.clear();
    },
    'MemberExpression|OptionalMemberExpression'(path: NodePath<Node>) {
      const name = nameOfMember(path);
      const object = path.child('object') as NodePath<Node>;
      if (name === undefined) {
        if (object.isThisExpression()) properties.clear();
      } else if (instanceOf(object) === body.parent) properties.get(name)?.members.push(path);
      // Another object may be an instance of the class too.
      else properties.delete(name);
    },
    ObjectProperty(path) {
      const name = path.parentPath.isObjectPattern() && staticName(path.child('key'), path.node.computed);
      if (name) properties.delete(name);
    },
  });
}

/** The class whose instance an expression certainly is, as `this`. */
function instanceOf(object: NodePath<Node>): unknown {
  const owner = object.isThisExpression() ? thisOwner(object) : undefined;
  return owner?.isStatic ? undefined : owner?.key;
}

function nameOfMember(member: NodePath<Node>): string | undefined {
  const { computed = false } = member.node as { computed?: boolean } & Node;
  return staticName(member.child('property') as NodePath<Node>, computed);
}

/** The name of a property that only the class body can use. */
function nameOfPrivate({ node }: NodePath<ClassProperty>): string | undefined {
  const isPrivate = node.accessibility === 'private' && !node.static && !node.declare && !node.computed;
  return isPrivate && node.key.type === 'Identifier' ? node.key.name : undefined;
}
