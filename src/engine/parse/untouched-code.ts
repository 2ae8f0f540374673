import type { Node, Program } from '@babel/types';
import { TYPES } from '../../ast/aliases';
import type { NodePath } from '../../ast/node-path';
import type { Edit } from '../types';

/**
 * The edits that shorten code without other edits: function bodies become `{}`, and expressions that are
 * statements or values of variables, of `return` and of arrow functions become `0`. If a module parses with
 * these edits, it also parses without them: such code is balanced and has parsed in the same position before,
 * and in strict code nothing outside a function changes how its body parses. Values with `await` or `yield`
 * stay, because these need the function around them, and so do classes with private names, which the class
 * must declare.
 */
export function shortenUntouchedCode({ root }: NodePath<Program>, edits: readonly Edit[]): Edit[] {
  const { paths, text } = root;
  const shortened: Edit[] = [];
  for (let at = 0; at < paths.length; ) {
    const path = paths[at]!;
    const short = shortFormOf(path, text, edits);
    if (short !== undefined) shortened.push({ start: path.node.start!, end: path.node.end!, text: short });
    // A node's descendants follow it.
    at = short !== undefined || hasPrivateNames(path.node) ? path.end : at + 1;
  }
  return shortened;
}

function shortFormOf(path: NodePath<Node>, text: string, edits: readonly Edit[]): string | undefined {
  if (isBody(path)) {
    // The names in a body must not collide with those of the parameters.
    const { start, end } = path.parentPath!.node;
    return isEdited(start!, end!, edits) ? undefined : '{}';
  }
  if (!isValue(path)) return undefined;
  const { start, end } = path.node;
  // Without a semicolon, the next token decides where the value ends.
  const next = text.slice(end!).search(/\S/) + end!;
  return isEdited(start!, next, edits) || text[next] === '/' || needsFunction(path, text) ? undefined : '0';
}

const FROM_FUNCTION = /\b(?:await|yield)\b/;

/** Whether a value has an `await` or a `yield` outside the functions in it. */
function needsFunction({ root, index, end, node }: NodePath<Node>, text: string): boolean {
  if (!FROM_FUNCTION.test(text.slice(node.start!, node.end!))) return false;
  let own = '';
  let from = node.start!;
  for (let at = index + 1; at < end; ) {
    const inner = root.paths[at]!;
    const isOfFunction = inner.key === 'body' && TYPES.Function.has(inner.parent.type);
    if (isOfFunction) {
      own += text.slice(from, inner.node.start!);
      from = inner.node.end!;
    }
    at = isOfFunction ? inner.end : at + 1;
  }
  return FROM_FUNCTION.test(own + text.slice(from, node.end!));
}

function isBody({ node, parentPath }: NodePath<Node>): boolean {
  return node.type === 'BlockStatement' && parentPath !== null && TYPES.Function.has(parentPath.node.type);
}

/** Not an arrow function, because code below it cannot continue it as it could continue `0`. */
function isValue({ node, key, parent, root }: NodePath<Node>): boolean {
  if (node.type === 'ArrowFunctionExpression' || node.type === 'BlockStatement') return false;
  return (
    // Other characters than those of a name could continue code above it, as `0` could not.
    (parent.type === 'ExpressionStatement' && /[\w$]/.test(root.text[node.start!]!)) ||
    (key === 'init' && parent.type === 'VariableDeclarator') ||
    (key === 'argument' && parent.type === 'ReturnStatement') ||
    (key === 'body' && parent.type === 'ArrowFunctionExpression')
  );
}

function isEdited(start: number, end: number, edits: readonly Edit[]): boolean {
  return edits.some((edit) => edit.start <= end && edit.end >= start);
}

function hasPrivateNames(node: Node): boolean {
  return (
    node.type === 'ClassBody' &&
    node.body.some((member) => 'key' in member && member.key?.type === 'PrivateName')
  );
}
