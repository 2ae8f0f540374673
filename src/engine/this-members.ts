import type { Node } from '@babel/types';
import { staticName } from './syntax';
import type { NodePath } from './traverse';

/**
 * The values given to `this.name`: by assignment or as a field of the class, or, outside of classes
 * (`Page({ … })`, constructor functions), anywhere in the file.
 */
export function thisMemberValues(self: NodePath<Node>, name: string): NodePath<Node>[] {
  const owner = self.findParent((parent) => parent.isClass()) ?? self.scope.getProgramParent().path;
  const values: NodePath<Node>[] = [];
  owner.traverse({
    AssignmentExpression(path) {
      const left = path.get('left');
      if (path.node.operator !== '=' || !left.isMemberExpression()) return;
      if (!left.get('object').isThisExpression()) return;
      if (staticName(left.get('property') as NodePath<Node>, left.node.computed) === name) {
        values.push(path.get('right'));
      }
    },
    'ClassProperty|ClassPrivateProperty|ClassAccessorProperty|ObjectProperty'(path: NodePath<Node>) {
      if (path.isObjectProperty() && owner.isClass()) return;
      const { node } = path;
      if (!('key' in node) || !('value' in node) || !node.value) return;
      const computed = 'computed' in node && node.computed === true;
      if (staticName(path.get('key') as NodePath<Node>, computed) === name) {
        values.push(path.get('value') as NodePath<Node>);
      }
    },
  });
  return values;
}
