import type { Node } from '@babel/types';
import type { NodePath } from '../ast/node-path';
import { nameOf } from '../ast/syntax';
import type { Check } from './migration';

/**
 * Finds strings and names of called functions that match a pattern. Types are skipped, because they do not
 * send or convert anything.
 */
export function stringsAndCalls({ strings, calls }: { strings: RegExp; calls: RegExp }): Check['find'] {
  return ({ text, traverse }) => {
    const places: NodePath<Node>[] = [];
    if (!calls.test(text) && !strings.test(text)) return places;
    traverse({
      'StringLiteral|TemplateElement|DirectiveLiteral'(path: NodePath<Node>) {
        const { node, parent } = path;
        if (parent.type === 'TSLiteralType' || parent.type === 'Directive') return;
        const said = node.type === 'TemplateElement' ? node.value.raw : (node as { value?: string }).value;
        if (said !== undefined && strings.test(said)) places.push(path);
      },
      'CallExpression|OptionalCallExpression|NewExpression'(path: NodePath<Node>) {
        const callee = path.child('callee');
        const member = callee.isMemberExpression() || callee.isOptionalMemberExpression();
        const name = member ? callee.child('property') : callee;
        const called = nameOf((name as NodePath<Node>).node);
        if (called !== undefined && calls.test(called)) places.push(name as NodePath<Node>);
      },
    });
    return places;
  };
}
