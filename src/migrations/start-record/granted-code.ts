import type { Node } from '@babel/types';
import type { NodePath } from '../../ast/node-path';
import { writtenProperties } from '../../ast/options';
import { nameOf, unwrap, wrapped } from '../../ast/syntax';

/** A longer text is shortened, because a hint is one line. */
const SHORT = 80;

/**
 * The code that runs once permission is granted, in one line.
 * @param request the call of `authorize`
 */
export function grantedCode(request: NodePath<Node>, text: string): string {
  const all = statementsAfter(request);
  if (all === undefined) return 'startRecord({ … })';
  const whole = all.map((path) => textOf(path.node, text)).join('; ');
  return whole.length <= SHORT ? whole : all.map((path) => shortened(path, text)).join('; ');
}

/** The code that runs once permission is granted, in its own lines; `undefined` if it is unknown. */
export function grantedLines(request: NodePath<Node>, text: string): string | undefined {
  const all = statementsAfter(request);
  const [first] = all ?? [];
  if (!all || !first) return undefined;
  if (isName(first.node)) return textOf(first.node, text);
  const start = first.node.start!;
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const [indent = ''] = /^[ \t]*/.exec(text.slice(lineStart))!;
  const lines = text.slice(start, all.at(-1)!.node.end!).split(/\r?\n/);
  return lines.map((line) => (line.startsWith(indent) ? line.slice(indent.length) : line)).join('\n');
}

/** The statements, or the expression, that run after the request has succeeded. */
function statementsAfter(request: NodePath<Node>): NodePath<Node>[] | undefined {
  const callback = callbackOf(request);
  if (callback) return bodyOf(callback);
  const statement = request.findParent((path) => path.isStatement());
  if (!statement || typeof statement.key !== 'number') return undefined;
  const list = statement.parentPath!.children(statement.listKey as string) as NodePath<Node>[];
  return list.slice(statement.key + 1);
}

/** The option `success`, or the function given to `then`. */
function callbackOf(request: NodePath<Node>): NodePath<Node> | undefined {
  const [given] = request.children('arguments') as NodePath<Node>[];
  const options = given && (unwrap(given) as NodePath<Node>);
  if (options?.isObjectExpression()) {
    const success = writtenProperties(options).find(({ name }) => name === 'success');
    if (success?.value) return success.value;
  }
  const member = wrapped(request).parentPath;
  const call = member?.parentPath;
  const isThen = member?.isMemberExpression() && nameOf(member.node.property) === 'then';
  return isThen && call?.isCallExpression() ? (call.children('arguments')[0] as NodePath<Node>) : undefined;
}

/** A function's statements or its expression; another value as it is. */
function bodyOf(callback: NodePath<Node>): NodePath<Node>[] {
  if (!callback.isFunction()) return [callback];
  const body = callback.child('body') as NodePath<Node>;
  return body.isBlockStatement() ? (body.children('body') as NodePath<Node>[]) : [body];
}

/** The text of code in one line. A function by its name is called. */
function textOf(node: Node, text: string): string {
  const line = text.slice(node.start!, node.end!).replace(/\s+/g, ' ').replace(/;$/, '');
  return isName(node) ? `${line}()` : line;
}

function isName({ type }: Node): boolean {
  return type === 'Identifier' || type === 'MemberExpression';
}

/** Calls without their arguments, and the beginning of other code. */
function shortened(path: NodePath<Node>, text: string): string {
  const line = textOf(path.node, text);
  if (line.length <= SHORT / 2) return line;
  const call = path.isExpressionStatement() ? path.child('expression') : path;
  if (!call.isCallExpression()) return `${line.slice(0, SHORT / 2)}…`;
  return `${textOf(call.node.callee, text).replace(/\(\)$/, '')}(…)`;
}
