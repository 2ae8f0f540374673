import type { MemberExpression, Node, OptionalMemberExpression } from '@babel/types';
import type MagicString from 'magic-string';
import { isWrapper, split } from '../../ast/syntax';
import { replaceCode } from './edit-code';
import { edit, type Operation } from './operation';
import type { Source } from './source';

type Member = MemberExpression | OptionalMemberExpression;

/**
 * `Taro.startRecord` → `recorder.start`. The object is replaced with its parentheses and type assertions. If
 * there are comments, or a line break before the name, object and name are replaced separately, and the text
 * between them stays.
 */
export function replaceMember(node: Member, to: string): Operation {
  return edit((output, source) => replaceIn(output, source, node, to));
}

function replaceIn(output: MagicString, source: Source, node: Member, to: string): void {
  const { text } = source;
  const from = node.start!;
  const { object, property } = node;
  const { object: newObject, member } = split(to);
  const objectEnd = source.afterClosing(object.end!);
  const isOnOneLine =
    !/[\r\n]/.test(text.slice(objectEnd, property.start!)) && source.commentsIn(from, node.end!).length === 0;
  if (isOnOneLine || !newObject) {
    replaceCode(output, source, { from, to: node.end!, code: to });
    return;
  }
  const before = source
    .commentsIn(from, innermost(object).start!)
    .filter(({ type, value }) => type === 'CommentBlock' && !/[\r\n]/.test(value));
  // Comments that cannot end a statement go before the object, because a line break after `return` would end
  // it.
  replaceCode(output, source, {
    from,
    to: objectEnd,
    code: [...before.map((comment) => source.textOf(comment)), newObject].join(' '),
    comments: source.commentsIn(from, objectEnd).filter((comment) => !before.includes(comment)),
  });
  const optional = source.after('?.', objectEnd);
  if (optional !== undefined) output.overwrite(optional - 2, optional, node.computed ? '' : '.');
  const quote = node.computed ? (/^["'`]/.exec(text.slice(property.start!))?.[0] ?? "'") : '';
  output.overwrite(property.start!, property.end!, quote + member + quote);
}

/** The expression inside parentheses and type assertions. */
function innermost(node: Node): Node {
  return isWrapper(node) ? innermost(node.expression) : node;
}
