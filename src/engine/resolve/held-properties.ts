import type { Node } from '@babel/types';
import type { NodePath } from '../../ast/node-path';
import { nameOf, staticName, wrapped } from '../../ast/syntax';
import { isFilledAt } from './derived';
import type { Origin } from './origin';

interface Property {
  values: NodePath<Node>[];
  /** Where objects with this name are passed to a call or written to. */
  places: NodePath<Node>[];
}

/** The values that a file assigns to properties, by property name only. Walks the file once. */
export class HeldProperties {
  private properties: Map<string, Property> | undefined;

  constructor(private readonly resolve: (path: NodePath<Node>) => Origin) {}

  /** Whether something made from the platform is assigned to a property of this name: `globalData.wxp`. */
  isDerived(name: string, at: NodePath<Node>): boolean {
    const { values, places } = this.of(name, at);
    return (
      values.some((value) => this.resolve(value).kind === 'derived') ||
      places.some((place) => isFilledAt(place, this.resolve))
    );
  }

  /** The values assigned to properties of this name. */
  valuesOf(name: string, at: NodePath<Node>): readonly NodePath<Node>[] {
    return this.of(name, at).values;
  }

  private of(name: string, at: NodePath<Node>): Property {
    this.properties ??= collect(at.root.paths[0]!);
    return this.properties.get(name) ?? { values: [], places: [] };
  }
}

function collect(program: NodePath<Node>): Map<string, Property> {
  const properties = new Map<string, Property>();
  const of = (name: string) => {
    const property = properties.get(name) ?? { values: [], places: [] };
    properties.set(name, property);
    return property;
  };
  program.traverse({
    ObjectProperty(path) {
      const name = path.parentPath.isObjectExpression() && !path.node.computed && nameOf(path.node.key);
      if (name) of(name).values.push(path.child('value'));
    },
    MemberExpression(path) {
      const name = staticName(path.child('property'), path.node.computed);
      if (name === undefined) return;
      const outer = wrapped(path);
      const assignment = outer.parentPath;
      if (assignment?.isAssignmentExpression() && outer.key === 'left')
        of(name).values.push(assignment.child('right'));
      else of(name).places.push(outer);
    },
  });
  return properties;
}
