import type { Identifier, Node } from '@babel/types';
import { bindingOf } from '../../ast/binding';
import type { NodePath } from '../../ast/node-path';
import { wrapped } from '../../ast/syntax';
import type { SplitPart } from '../../migrations/change';
import type { Replacement } from '../classify/decision';
import { awaitedOf, readsOfValue } from '../resolve/reads';
import { compare } from './compare';
import { replaceCode } from './edit-code';
import { edit, type Operation } from './operation';
import { replaceMember } from './replace-member';
import { replaceName } from './replace-name';
import { splitPattern } from './split-pattern';

/** The operations that split a call into several, by the properties that are read. */
export function splitOperations(
  { parts, call, ...site }: Extract<Replacement, { kind: 'split' }>,
  express: (to: string) => string,
  text: string,
): Operation[] {
  const callee = (to: string) =>
    site.type === 'member' ? replaceMember(site.path.node, to) : replaceName(site.path.node, to);
  const functions = [...new Set(Object.values(parts).map(({ from }) => from))].map(express);
  const isCompared = ({ trueAs }: SplitPart) => trueAs !== undefined;
  const compared = Object.values(parts).some(isCompared)
    ? readsOfValue(awaitedOf(call), new Set()).reads.filter(({ name }) => isCompared(parts[name]!))
    : [];
  const split =
    functions.length > 1 || compared.length > 0 ? splitPattern(call, parts, express, text) : undefined;
  if (split) return split.callee === undefined ? [split.operation] : [callee(split.callee), split.operation];
  const comparisons = compared.map(({ name, path }) => compare(path, parts[name]!.trueAs!));
  if (functions.length === 1) return [callee(functions[0]!), ...comparisons];
  const value = wrapped(awaitedOf(call));
  const given = nameGivenTo(value);
  const isVar = given && bindingOf(given, given.node.name)?.kind === 'var';
  const isAssign =
    !bindingOf(call, 'Object') &&
    (isVar || (value.key === 'left' && value.parentPath!.isLogicalExpression()));
  const code = mergeText(functions, isAssign, wrapped(call).key === 'body');
  const { start, end } = call.node;
  const merge = edit((output, source) => replaceCode(output, source, { from: start!, to: end!, code }));
  return [merge, ...comparisons];
}

/**
 * `old()` → `{ ...a(), ...b() }`
 * @param isAssign with `Object.assign`, because a literal would be reported as always true, or because the
 * file uses no later syntax
 * @param isBody as the body of an arrow function
 */
function mergeText(functions: readonly string[], isAssign: boolean, isBody: boolean): string {
  if (isAssign) return `Object.assign({}, ${functions.map((one) => `${one}()`).join(', ')})`;
  const object = `{ ${functions.map((one) => `...${one}()`).join(', ')} }`;
  return isBody ? `(${object})` : object;
}

/** The name that a value is directly assigned to: in `const info = call()` and `info = call()`. */
function nameGivenTo(path: NodePath<Node>): NodePath<Identifier> | undefined {
  const { parentPath: parent, key } = wrapped(path);
  let target: NodePath<Node> | undefined;
  if (parent?.isVariableDeclarator() && key === 'init') target = parent.child('id');
  else if (parent?.isAssignmentExpression() && key === 'right') target = parent.child('left');
  return target?.isIdentifier() ? target : undefined;
}
