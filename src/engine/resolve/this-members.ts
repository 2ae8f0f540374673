import type { Node } from '@babel/types';
import type { NodePath } from '../../ast/node-path';
import { staticName } from '../../ast/syntax';

type Values = Map<string, NodePath<Node>[]>;

/** A member declared by a class, with the node that has its type. */
interface Declared {
  node: Node;
  isParameter: boolean;
}

interface Members {
  members: Values;
  data: Values;
  declared: Map<string, Declared>;
}

const NONE: readonly NodePath<Node>[] = [];

/** The values that a file assigns to members of `this`. Each owner is walked once. */
export class ThisMembers {
  private readonly known = new Map<Node, Members>();

  /**
   * The values assigned to `this.name`: in assignments or class fields or, outside of classes (`Page({ … })`,
   * constructor functions), anywhere in the file.
   */
  of(self: NodePath<Node>, name: string): readonly NodePath<Node>[] {
    return this.valuesOf(self).members.get(name) ?? NONE;
  }

  /**
   * The values assigned to `this.data.name` or `this.state.name`: in assignments, `setData` or `setState`.
   */
  dataOf(self: NodePath<Node>, name: string): readonly NodePath<Node>[] {
    return this.valuesOf(self).data.get(name) ?? NONE;
  }

  /**
   * The class's declaration of `this.name` with a type: a field without a value, or a constructor parameter.
   */
  declarationOf(self: NodePath<Node>, name: string): Declared | undefined {
    return self.findParent((parent) => parent.isClass()) ? this.valuesOf(self).declared.get(name) : undefined;
  }

  private valuesOf(self: NodePath<Node>): Members {
    const owner = self.findParent((parent) => parent.isClass()) ?? self.root.paths[0]!;
    const known = this.known.get(owner.node);
    if (known) return known;
    const found = collect(owner);
    this.known.set(owner.node, found);
    return found;
  }
}

function collect(owner: NodePath<Node>): Members {
  const declared: Members['declared'] = new Map();
  const members: Values = new Map();
  const data: Values = new Map();
  const add = (values: Values, name: string | undefined, value: NodePath<Node>) => {
    if (name === undefined || !value.node) return;
    const known = values.get(name);
    if (known) known.push(value);
    else values.set(name, [value]);
  };
  owner.traverse({
    AssignmentExpression(path) {
      const left = path.child('left');
      if (path.node.operator !== '=' || !left.isMemberExpression()) return;
      const name = staticName(left.child('property'), left.node.computed);
      const object = left.child('object');
      if (object.isThisExpression()) add(members, name, path.child('right'));
      else if (isData(object)) add(data, name, path.child('right'));
    },
    CallExpression(path) {
      const callee = path.child('callee');
      const [change] = path.children('arguments');
      if (!callee.isMemberExpression() || !change?.isObjectExpression()) return;
      const method = staticName(callee.child('property'), callee.node.computed);
      if (method === 'setData' || method === 'setState') addProperties(change);
    },
    TSParameterProperty({ node: { parameter } }) {
      const [node, value] =
        parameter.type === 'AssignmentPattern' ? [parameter.left, parameter.right] : [parameter, undefined];
      if (node.type === 'Identifier' && !value) declared.set(node.name, { node, isParameter: true });
    },
    'ClassProperty|ClassPrivateProperty|ClassAccessorProperty|ObjectProperty'(path: NodePath<Node>) {
      const { node } = path;
      if (!('key' in node) || !('value' in node)) return;
      const computed = 'computed' in node && node.computed === true;
      const name = staticName(path.child('key') as NodePath<Node>, computed);
      if (name !== undefined && 'typeAnnotation' in node && node.typeAnnotation) {
        declared.set(name, { node, isParameter: false });
      }
      if (!node.value) return;
      const value = path.child('value') as NodePath<Node>;
      if ((name === 'data' || name === 'state') && value.isObjectExpression()) addProperties(value);
      if (!path.isObjectProperty() || !owner.isClass()) add(members, name, value);
    },
  });
  return { members, data, declared };

  function addProperties(object: NodePath<Node>): void {
    for (const property of object.children('properties')) {
      if (!property.isObjectProperty()) continue;
      const name = staticName(property.child('key'), property.node.computed);
      add(data, name, property.child('value') as NodePath<Node>);
    }
  }
}

/** `this.data` or `this.state`. */
function isData(path: NodePath<Node>): boolean {
  if (!path.isMemberExpression() || !path.child('object').isThisExpression()) return false;
  return /^(data|state)$/.test(staticName(path.child('property'), path.node.computed) ?? '');
}
