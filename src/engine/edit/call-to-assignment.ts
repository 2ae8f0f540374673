import type { CallExpression, Comment, MemberExpression, Node } from '@babel/types';
import type MagicString from 'magic-string';
import type { NodePath } from '../../ast/node-path';
import { repeatableText } from '../../ast/syntax';
import { argumentList } from './argument-operations';
import { inline } from './edit-code';
import { edit, type Operation } from './operation';
import type { Source } from './source';
import { type Place, placeIn, separationOf } from './statement-place';

/**
 * `o.f(a, b)` → `o.f = a` and `o.g = b`, for the other property `g`. Other operations edit the callee and the
 * arguments.
 */
export function callToAssignment(path: NodePath<Node>, others: readonly string[]): Operation {
  const isStatement = path.parentPath!.isExpressionStatement();
  // A single assignment needs no block where its statement is.
  const place: Place = isStatement && others.length === 0 ? { kind: 'expression' } : placeIn(path);
  return edit((output, source) => assignIn(output, source, path.node as CallExpression, others, place));
}

function assignIn(
  output: MagicString,
  source: Source,
  node: CallExpression,
  others: readonly string[],
  place: Place,
): void {
  const { elements, open } = argumentList(node, source);
  const { separator, before, after } = separationOf(place, source);
  const texts = (comments: readonly Comment[]) => comments.map((comment) => ` ${inline(comment, source)}`);
  const blanks = /[\t ]*$/.exec(source.text.slice(0, open - 1))![0];
  let from = open - 1 - blanks.length;
  for (const [index, { start, end }] of elements.entries()) {
    const { ends, begins } =
      index === 0
        ? { ends: [], begins: source.commentsIn(from, start!) }
        : commentsBetween(from, start!, source);
    const target = index === 0 ? '' : `${separator}${receiverOf(node)}.${others[index - 1]}`;
    output.overwrite(from, start!, [...texts(ends), target, ' =', ...texts(begins), ' '].join(''));
    from = end!;
  }
  const rest = texts(source.commentsIn(from, node.end!)).join('');
  if (rest === '') output.remove(from, node.end!);
  else output.overwrite(from, node.end!, rest);
  if (before) output.appendLeft(before.at, before.code);
  if (after) output.appendLeft(after.at, after.code);
}

function receiverOf({ callee }: CallExpression): string {
  return repeatableText((callee as MemberExpression).object)!;
}

/** The comments between two arguments: those that belong to the first one, and those of the second one. */
function commentsBetween(from: number, to: number, source: Source) {
  const comma = source.after(',', from)!;
  const isBreak = (start: number, end: number) => /[\r\n]/.test(source.text.slice(start, end));
  const isOfFirst = ({ start, end }: Comment) =>
    start! < comma || (!isBreak(from, start!) && isBreak(end!, to));
  const comments = source.commentsIn(from, to);
  return {
    ends: comments.filter(isOfFirst),
    begins: comments.filter((comment) => !isOfFirst(comment)),
  };
}
