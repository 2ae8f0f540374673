import type { Node } from '@babel/types';
import { bindingOf } from '../../ast/binding';
import type { Binding, NodePath } from '../../ast/node-path';
import { wrapped } from '../../ast/syntax';

/**
 * The arguments that the calls in a file pass for a parameter; `undefined` if the function may be called
 * elsewhere.
 * @param otherNames names with uses that scopes do not show
 */
export function argumentsFor(
  binding: Binding,
  otherNames: ReadonlySet<string>,
): NodePath<Node>[] | undefined {
  const { path, identifier } = binding;
  if (path.node !== identifier || path.listKey !== 'params' || !binding.constant) return undefined;
  const own = nameOfFunction(path.parentPath!);
  if (!own?.constant || otherNames.has(own.identifier.name)) return undefined;
  const given = own.referencePaths.map((reference) => argumentAt(reference, path.key as number));
  return given.length > 0 && given.every((one) => one !== undefined) ? given : undefined;
}

/** The name of a function that no code outside the file can access. */
export function nameOfFunction(path: NodePath<Node>): Binding | undefined {
  const { node } = path;
  // Inside the function, the name of a function expression is a separate binding.
  if (node.type === 'FunctionExpression' && node.id) return undefined;
  const declarator = path.isFunctionDeclaration() ? undefined : wrapped(path).parentPath;
  if (declarator && !(declarator.isVariableDeclarator() && declarator.node.id.type === 'Identifier'))
    return undefined;
  const declaration = declarator ? declarator.parentPath : path;
  if (declaration?.parentPath?.isExportDeclaration()) return undefined;
  if (declarator?.isVariableDeclarator())
    return bindingOf(declarator, (declarator.node.id as { name: string } & Node).name);
  return node.type === 'FunctionDeclaration' && node.id
    ? bindingOf(path.parentPath!, node.id.name)
    : undefined;
}

function argumentAt(reference: NodePath<Node>, index: number): NodePath<Node> | undefined {
  const outer = wrapped(reference);
  const { parentPath: call } = outer;
  if (!call?.isCallExpression() || outer.key !== 'callee') return undefined;
  const given = call.children('arguments').slice(0, index + 1);
  return given.some((one) => one.isSpreadElement()) ? undefined : given[index];
}
