import type { Node } from '@babel/types';
import { bindingOfIdentifier } from '../../ast/binding';
import { evaluate } from '../../ast/evaluate';
import type { Binding, NodePath } from '../../ast/node-path';
import { nameOf, staticName, staticString, unwrap, wrapped } from '../../ast/syntax';

type Names = readonly string[] | undefined;
type Path = NodePath<Node | null | undefined>;

/** Methods that call a function for each element of an array. */
const ITERATION = /^(forEach|map|flatMap|filter|some|every|find|findIndex)$/;
/** Methods that modify an array. */
const MUTATION = /^(push|unshift|splice|fill|copyWithin)$/;

/** All possible texts of an expression; `undefined` if the file does not show them all. */
export function possibleNames(given: Path): Names {
  const path = unwrap(given);
  const text = staticString(path.node);
  if (text !== undefined) return [text];
  if (path.isConditionalExpression())
    return all([possibleNames(path.child('consequent')), possibleNames(path.child('alternate'))]);
  if (path.isLogicalExpression())
    return all([possibleNames(path.child('left')), possibleNames(path.child('right'))]);
  if (path.isBinaryExpression() || path.isTemplateLiteral()) {
    const value = evaluate(path)?.value;
    return typeof value === 'string' ? [value] : texts(path);
  }
  // `names[index]`
  if (path.isMemberExpression() && path.node.computed) return elements(path.child('object'));
  const binding = bindingOfIdentifier(path);
  return binding && namesOf(binding);
}

/** The possible texts of a template or a concatenation. */
function texts(path: Path): Names {
  if (path.isBinaryExpression())
    return path.node.operator === '+'
      ? joined([path.child('left'), path.child('right')].map(possibleNames))
      : undefined;
  if (!path.isTemplateLiteral()) return undefined;
  const between = path.children('expressions').map(possibleNames);
  return joined(
    path.node.quasis.flatMap(({ value }, at) => [[value.cooked ?? ''], ...between.slice(at, at + 1)]),
  );
}

/** Each text of the first list followed by each text of the next; `undefined` if there are too many. */
function joined(lists: readonly Names[]): Names {
  return lists.reduce(
    (before, after) => {
      if (!before || !after || before.length * after.length > 64) return undefined;
      return before.flatMap((text) => after.map((end) => text + end));
    },
    [''],
  );
}

function namesOf(binding: Binding): Names {
  const { path, constant } = binding;
  if (path.isVariableDeclarator()) {
    const loop = path.parentPath.parentPath;
    if (path.node.id.type !== 'Identifier') return undefined;
    if (loop?.isForOfStatement() && path.parentPath.key === 'left') return elements(loop.child('right'));
    if (loop?.isForInStatement() && path.parentPath.key === 'left') return keys(loop.child('right'));
    return constant ? possibleNames(path.child('init')) : undefined;
  }
  // The first parameter of `names.forEach((name) => …)`
  const callback = path.parentPath;
  if (binding.kind !== 'param' || path.key !== 0 || !callback?.isFunction()) return undefined;
  const call = callback.parentPath;
  if (!call?.isCallExpression() || callback.key !== 0) return undefined;
  const callee = call.child('callee');
  const isIteration = callee.isMemberExpression() && ITERATION.test(nameOf(callee.node.property) ?? '');
  return isIteration ? elements(callee.child('object')) : undefined;
}

/** The texts in an array, or the keys of an object. */
function elements(given: Path): Names {
  const path = followed(given);
  if (path?.isArrayExpression())
    return all(
      path
        .children('elements')
        .map((element) =>
          element.isSpreadElement() ? elements(element.child('argument')) : possibleNames(element),
        ),
    );
  if (path?.isObjectExpression())
    return all(
      path
        .children('properties')
        .map((property) =>
          property.isObjectProperty() ? possibleNames(property.child('value')) : undefined,
        ),
    );
  if (!path?.isCallExpression()) return undefined;
  const callee = path.child('callee');
  return callee.matchesPattern('Object.keys') ? keys(path.children('arguments')[0]) : undefined;
}

function keys(given: Path | undefined): Names {
  const path = given && followed(given);
  if (!path?.isObjectExpression()) return undefined;
  return all(
    path.children('properties').map((property): Names => {
      if (!property.isObjectProperty() && !property.isObjectMethod()) return undefined;
      const name = staticName(property.child('key') as NodePath<Node>, property.node.computed);
      return name === undefined ? undefined : [name];
    }),
  );
}

/** The literal of a constant, if nothing is added to it. */
function followed(given: Path): Path | undefined {
  const path = unwrap(given);
  const binding = bindingOfIdentifier(path);
  if (!binding) return path;
  if (!binding.constant || !binding.path.isVariableDeclarator()) return undefined;
  if (binding.path.node.id.type !== 'Identifier' || binding.referencePaths.some(isChange)) return undefined;
  return unwrap(binding.path.child('init'));
}

function isChange(reference: NodePath<Node>): boolean {
  const member = wrapped(reference).parentPath;
  if (!member?.isMemberExpression() || member.node.object !== reference.node) return false;
  return member.key === 'left' || MUTATION.test(nameOf(member.node.property) ?? '');
}

function all(lists: readonly Names[]): Names {
  return lists.every((list) => list !== undefined) ? lists.flatMap((list) => list ?? []) : undefined;
}
