import type { Node } from '@babel/types';
import { evaluate } from '../../ast/evaluate';
import type { NodePath } from '../../ast/node-path';
import { nameOf, unwrap } from '../../ast/syntax';
import type { CheckedFile } from '../migration';

/**
 * The `setTimeout` calls with a delay above a limit that reach one of the given uses: in the callback itself,
 * or in a function of this file that it calls or is.
 * @param above limit in ms
 */
export function timersThatEnd(
  { text, calls }: CheckedFile,
  above: number,
  uses: readonly NodePath<Node>[],
): NodePath<Node>[] {
  if (uses.length === 0 || (text !== '' && !text.includes('setTimeout'))) return [];
  const targets = new Set(uses.map(({ node }) => node));
  const names = new Set(uses.flatMap((use) => namesAround(use)));
  return calls.flatMap((path) => {
    if (nameOf(lastName(path.node.callee)) !== 'setTimeout') return [];
    const [callback, delay] = path.children('arguments');
    const time = delay && numberOf(delay);
    return time !== undefined && time > above && leadsTo(callback!, targets, names) ? [delay!] : [];
  });
}

/** Names of the functions and methods around a use. Callers of these reach the use. */
export function namesAround(use: NodePath<Node>): string[] {
  const inner = use.findParent((path) => path.isFunction() && functionName(path) !== undefined);
  const name = inner && functionName(inner);
  return name ? [name] : [];
}

export function functionName(path: NodePath<Node>): string | undefined {
  const { node, parent } = path;
  if ('key' in node && node.key) return nameOf(node.key as Node);
  if ('id' in node && node.id) return nameOf(node.id as Node);
  if (parent.type === 'VariableDeclarator') return nameOf(parent.id);
  if (parent.type === 'AssignmentExpression') return nameOf(lastName(parent.left));
  return 'key' in parent && parent.key ? nameOf(parent.key as Node) : undefined;
}

export function leadsTo(
  callback: NodePath<Node>,
  targets: ReadonlySet<Node>,
  names: ReadonlySet<string>,
): boolean {
  const isOne = ({ node }: NodePath<Node>) =>
    targets.has(node) ||
    ((node.type === 'Identifier' || node.type === 'MemberExpression') &&
      names.has(nameOf(lastName(node)) ?? ''));
  if (isOne(unwrap(callback) as NodePath<Node>)) return true;
  let found = false;
  callback.traverse({
    enter(path) {
      if (!isOne(path)) return;
      found = true;
      path.stop();
    },
  });
  return found;
}

/** The name that is called or assigned: `stop` in `this.stop`. */
export function lastName(node: Node): Node {
  return node.type === 'MemberExpression' || node.type === 'OptionalMemberExpression' ? node.property : node;
}

/** The value of a number, of a product such as `10 * 60 * 1000`, or of a constant of this file. */
function numberOf(path: NodePath<Node>): number | undefined {
  const value = evaluate(path)?.value;
  return typeof value === 'number' ? value : undefined;
}
