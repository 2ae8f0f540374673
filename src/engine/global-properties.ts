import type { Node } from '@babel/types';
import type { NodePath } from '../ast/node-path';
import { readProgram } from '../ast/program';
import { dottedName, staticName } from '../ast/syntax';
import { analyze } from './analyze';
import { withinDepth } from './errors';
import { parseFile } from './parse/parse';
import { parseVue } from './parse/vue';
import { holdsGlobalProperties } from './resolve/global-properties';
import { Resolver } from './resolve/resolver';
import type { GlobalProperty } from './types';

/**
 * Finds the properties of all Vue components that a file sets to the platform object.
 * @throws {SourceError} when the text cannot be parsed
 */
export function globalPropertiesIn(source: string, filename: string): Omit<GlobalProperty, 'path'>[] {
  return withinDepth(filename, () => read(source.replace(/^\uFEFF/, ''), filename));
}

function read(text: string, filename: string): Omit<GlobalProperty, 'path'>[] {
  const { ast } = /\.vue$/i.test(filename)
    ? parseVue(text, { filename }, () => false)
    : parseFile(text, filename);
  const tree = readProgram(ast, text);
  const resolver = new Resolver(analyze(tree, () => false));
  const found: Omit<GlobalProperty, 'path'>[] = [];
  const add = (at: NodePath<Node>, name: string | undefined, value: NodePath<Node>) => {
    if (name === undefined || resolver.expression(value).kind !== 'platform') return;
    const { line, column } = at.node.loc!.start;
    found.push({ name, line, column: column + 1 });
  };
  tree.program.traverse({
    AssignmentExpression(path) {
      const left = path.child('left');
      if (!left.isMemberExpression() || !holdsGlobalProperties(left.child('object'))) return;
      add(path, staticName(left.child('property'), left.node.computed), path.child('right'));
    },
    CallExpression(path) {
      const [target, ...sources] = path.children('arguments');
      if (dottedName(path.node.callee) !== 'Object.assign' || !target) return;
      if (!holdsGlobalProperties(target)) return;
      for (const properties of sources) {
        if (!properties.isObjectExpression()) continue;
        for (const property of properties.children('properties')) {
          if (!property.isObjectProperty()) continue;
          const name = staticName(property.child('key'), property.node.computed);
          add(property, name, property.child('value') as NodePath<Node>);
        }
      }
    },
  });
  return found;
}
