import type { Function as FunctionNode, Node } from '@babel/types';
import { bindingOfIdentifier, isUnbound } from '../../ast/binding';
import type { NodePath } from '../../ast/node-path';
import { nameOf, staticName, unwrap } from '../../ast/syntax';
import { takenProperty } from './patterns';

/** The specifier of `require('…')`, if `require` is Node's. */
export function requiredModule(path: NodePath<Node | null | undefined>): string | undefined {
  if (!path.isCallExpression() || !isUnbound(path.child('callee'), 'require')) return undefined;
  const [source] = path.node.arguments;
  return source?.type === 'StringLiteral' ? source.value : undefined;
}

/** The module of a named import that a compiler has turned into CommonJS: `(0, _utils.name)()`. */
export function compiledImport(member: NodePath<Node>): string | undefined {
  const { parentPath: sequence, key } = member;
  if (!sequence?.isSequenceExpression() || key !== 1) return undefined;
  if (sequence.node.expressions[0]!.type !== 'NumericLiteral') return undefined;
  const declared = bindingOfIdentifier(member.child('object'))?.path;
  if (!declared?.isVariableDeclarator() || declared.node.id.type !== 'Identifier') return undefined;
  const init = unwrap(declared.child('init'));
  const isWrapped = init.isCallExpression() && isInteropHelper(init.child('callee'));
  return requiredModule(isWrapped ? init.children('arguments')[0]! : init);
}

/** Helpers that compilers put around `require` to add a default export. */
const INTEROP = /^_*(interopRequire(Default|Wildcard)|import(Default|Star)|toESM|toModule)\d*$/;

/** Whether a callee is such a helper and not the file's own function of that name. */
export function isInteropHelper(given: NodePath<Node | null | undefined>): boolean {
  const callee = unwrap(given);
  if (callee.isMemberExpression())
    return INTEROP.test(staticName(callee.child('property'), callee.node.computed) ?? '');
  if (!callee.isIdentifier() || !INTEROP.test(callee.node.name)) return false;
  const declaration = bindingOfIdentifier(callee)?.path;
  if (!declaration?.isFunctionDeclaration() && !declaration?.isVariableDeclarator()) return true;
  const value = declaration.isVariableDeclarator() ? unwrap(declaration.child('init')) : declaration;
  // `require('@babel/runtime/helpers/interopRequireDefault').default`, as newer versions of Babel write
  const module = value.isMemberExpression() ? unwrap(value.child('object')) : value;
  return requiredModule(module) !== undefined || says(value.node, '__esModule') || isIdentity(value);
}

/** `(module) => module` */
function isIdentity(path: NodePath<Node | null | undefined>): boolean {
  if (!path.isFunction()) return false;
  const [first] = path.node.params;
  const values = returnValues(path);
  return (
    first?.type === 'Identifier' &&
    values.length > 0 &&
    values.every((value) => value.isIdentifier({ name: first.name }))
  );
}

/** Whether a name or string occurs anywhere in a piece of code. */
function says(node: unknown, word: string): boolean {
  if (typeof node !== 'object' || node === null) return false;
  if (Array.isArray(node)) return node.some((one) => says(one, word));
  if (!('type' in node)) return false;
  if (nameOf(node as Node) === word) return true;
  return Object.entries(node).some(([key, value]) => key !== 'loc' && key !== 'extra' && says(value, word));
}

/** Modules with functions that store values: hooks, refs. */
const FRAMEWORK =
  /^(react|preact(\/(hooks|compat))?|nervjs|@tarojs\/taro|vue|vue-demi|@vue\/(composition-api|reactivity|runtime-(core|dom)))$/;

/**
 * The name of the framework function in a call: `useRef` or `React.useRef`, under any local name. Globals
 * count too, because some builds add such imports.
 */
export function frameworkFunction(given: NodePath<Node | null | undefined>): string | undefined {
  const callee = lastOf(given);
  if (callee.isMemberExpression()) {
    const name = staticName(callee.child('property'), callee.node.computed);
    return isFramework(callee.child('object')) ? name : undefined;
  }
  if (!callee.isIdentifier()) return undefined;
  const { name } = callee.node;
  const binding = bindingOfIdentifier(callee);
  if (!binding) return name;
  const { path } = binding;
  if (path.isImportSpecifier())
    return isFrameworkModule(path.parent) ? nameOf(path.node.imported) : undefined;
  return path.isVariableDeclarator() && isFramework(path.child('init')) ? takenProperty(binding) : undefined;
}

function isFramework(given: NodePath<Node | null | undefined>): boolean {
  const path = unwrap(given);
  if (path.isIdentifier()) {
    const declaration = bindingOfIdentifier(path)?.path;
    if (!declaration) return /^(React|Vue)$/.test(path.node.name);
    if (declaration.isImportDefaultSpecifier() || declaration.isImportNamespaceSpecifier())
      return isFrameworkModule(declaration.parent);
    return declaration.isVariableDeclarator() && declaration.node.id.type === 'Identifier'
      ? isFramework(declaration.child('init'))
      : false;
  }
  if (path.isMemberExpression())
    return nameOf(path.node.property) === 'default' && isFramework(path.child('object'));
  if (!path.isCallExpression()) return false;
  const module = requiredModule(path);
  if (module !== undefined) return FRAMEWORK.test(module);
  const [argument] = path.children('arguments');
  return argument !== undefined && isInteropHelper(path.child('callee')) && isFramework(argument);
}

function isFrameworkModule(declaration: Node): boolean {
  return declaration.type === 'ImportDeclaration' && FRAMEWORK.test(declaration.source.value);
}

/** `(0, _react.useRef)`, as compilers write a call without `this`. */
function lastOf(given: NodePath<Node | null | undefined>): NodePath<Node | null | undefined> {
  const path = unwrap(given);
  return path.isSequenceExpression() ? unwrap(path.children('expressions').at(-1)!) : path;
}

/** The expressions that a function returns. */
export function returnValues(path: NodePath<FunctionNode>): NodePath<Node>[] {
  const body = path.child('body');
  if (!body.isBlockStatement()) return [body];
  const values: NodePath<Node>[] = [];
  body.traverse({
    Function: (inner) => inner.skip(),
    ReturnStatement(statement) {
      values.push(statement.child('argument') as NodePath<Node>);
    },
  });
  return values;
}

/**
 * Whether an object is the rest of another one after a property was destructured: `const { startRecord,
 * ...rest } = Taro`.
 */
export function isRestWithout(given: NodePath<Node | null | undefined>, property: string): boolean {
  const object = unwrap(given);
  const binding = bindingOfIdentifier(object);
  const pattern = binding?.path.isVariableDeclarator() ? binding.path.node.id : undefined;
  if (pattern?.type !== 'ObjectPattern') return false;
  const rest = pattern.properties.at(-1);
  if (rest?.type !== 'RestElement' || rest.argument !== binding?.identifier) return false;
  return pattern.properties.some((one) => one.type === 'ObjectProperty' && nameOf(one.key) === property);
}

/** Whether a value is null, undefined or absent. */
export function isNothing(path: NodePath<Node>): boolean {
  const value = unwrap(path);
  return (
    !value.node ||
    value.isNullLiteral() ||
    isUnbound(value, 'undefined') ||
    value.isUnaryExpression({ operator: 'void' })
  );
}
