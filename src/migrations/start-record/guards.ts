import type { IfStatement, Node } from '@babel/types';
import type { NodePath } from '../../ast/node-path';
import { optionOf } from '../../ast/options';
import { nameOf } from '../../ast/syntax';
import type { CheckedFile, Found } from '../migration';
import { grantedCode, grantedLines } from './granted-code';
import { functionName, lastName, leadsTo, namesAround } from './timers';

const SCOPE = 'scope.record';

/**
 * Guards like the example on WeChat's page about `authorize`: they start recording only in the callback of
 * `authorize`, which is called only without permission. Once permission is granted, nothing starts.
 */
export function guardsThatStartOnce(file: CheckedFile): Found[] {
  if (!file.text.includes(SCOPE) && file.text !== '') return [];
  const uses = file.usesOf('startRecord');
  if (uses.length === 0) return [];
  return file.calls.flatMap((path) => {
    if (nameOf(lastName(path.node.callee)) !== 'authorize' || optionOf(path, 'scope') !== SCOPE) return [];
    const guard = guardOf(path);
    if (!guard) return [];
    const starts = startsFrom(uses, guard.test);
    if (!starts(guard.branch) || codeBeside(guard).some(starts)) return [];
    const lines = grantedLines(path, file.text);
    const data = { code: grantedCode(path, file.text), ...(lines !== undefined && { lines }) };
    return { path: guard.test.child('test'), data };
  });
}

interface Guard {
  test: NodePath<IfStatement>;
  /** Runs without permission. */
  branch: NodePath<Node>;
}

/**
 * The permission test around a request for permission, if the request is in the branch without permission.
 */
function guardOf(request: NodePath<Node>): Guard | undefined {
  let branch: NodePath<Node> = request;
  for (let path = request.parentPath; path; branch = path, path = path.parentPath) {
    if (!path.isIfStatement() || branch.key === 'test') continue;
    const granted = grantedBranch(path.child('test'));
    if (granted) return branch.key === granted ? undefined : { test: path, branch };
  }
  return undefined;
}

/** The branch that runs with permission; `undefined` for a test of something else. */
function grantedBranch(test: NodePath<Node>): 'consequent' | 'alternate' | undefined {
  const { node } = test;
  if (node.type === 'UnaryExpression' && node.operator === '!')
    return isGrant(node.argument) ? 'alternate' : undefined;
  if (isGrant(node)) return 'consequent';
  if (node.type !== 'BinaryExpression' || !isGrant(node.left as Node)) return undefined;
  const isTrue = node.right.type === 'BooleanLiteral' && node.right.value;
  const isEqual = /^===?$/.test(node.operator);
  if (!isEqual && !/^!==?$/.test(node.operator)) return undefined;
  return isTrue === isEqual ? 'consequent' : 'alternate';
}

/** `authSetting['scope.record']` */
function isGrant(node: Node): boolean {
  return (
    (node.type === 'MemberExpression' || node.type === 'OptionalMemberExpression') &&
    node.computed &&
    node.property.type === 'StringLiteral' &&
    node.property.value === SCOPE
  );
}

/**
 * The code that runs with permission: the other branch, and the statements after the test in its function.
 */
function codeBeside({ test, branch }: Guard): NodePath<Node>[] {
  const other = test.child(branch.key === 'consequent' ? 'alternate' : 'consequent') as NodePath<Node>;
  const beside = other.node ? [other] : [];
  for (let path: NodePath<Node> = test; !path.isFunction() && path.parentPath; path = path.parentPath) {
    if (typeof path.key !== 'number') continue;
    const list = path.parentPath.children(path.listKey as string) as NodePath<Node>[];
    beside.push(...list.slice(path.key + 1));
  }
  return beside;
}

/**
 * Whether code starts a recording, directly or through a function of this file other than those around the
 * guard.
 */
function startsFrom(uses: readonly NodePath<Node>[], guard: NodePath<IfStatement>) {
  const targets = new Set(uses.map(({ node }) => node));
  // Every call has callbacks with these names.
  const around = new Set(['success', 'fail', 'complete']);
  for (let path: NodePath<Node> | null = guard; path; path = path.parentPath) {
    const name = path.isFunction() ? functionName(path) : undefined;
    if (name) around.add(name);
  }
  const names = new Set(uses.flatMap((use) => namesAround(use)).filter((name) => !around.has(name)));
  return (code: NodePath<Node>) => leadsTo(code, targets, names);
}
