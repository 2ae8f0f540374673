import type { Node, Program } from '@babel/types';
import { TYPES } from '../../ast/aliases';
import type { NodePath } from '../../ast/node-path';
import type { Edit } from '../types';

/**
 * The edits that shorten code without other edits: function bodies become `{}`, and values of variables, of
 * `return` and of arrow functions become `0`. If a module parses with these edits, it also parses without
 * them: such code is balanced and has parsed in the same position before, and in strict code nothing outside
 * a function changes how its body parses. Values with `await` or `yield` stay, because these need the function
 * around them, and so do classes with private names, which the class must declare.
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
  return isEdited(start!, next, edits) || text[next] === '/' || NEEDS_FUNCTION.test(text.slice(start!, end!))
    ? undefined
    : '0';
}

const NEEDS_FUNCTION = /\b(?:await|yield)\b/;

function isBody({ node, parentPath }: NodePath<Node>): boolean {
  return node.type === 'BlockStatement' && parentPath !== null && TYPES.Function.has(parentPath.node.type);
}

/** Not an arrow function, because code below it cannot continue it as it could continue `0`. */
function isValue({ node, key, parent }: NodePath<Node>): boolean {
  if (node.type === 'ArrowFunctionExpression' || node.type === 'BlockStatement') return false;
  return (
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
