import type { Node } from '@babel/types';
import type { NodePath } from './node-path';

const WRAPPERS: ReadonlySet<string> = new Set([
  'ParenthesizedExpression',
  'TSAsExpression',
  'TSSatisfiesExpression',
  'TSNonNullExpression',
  'TSTypeAssertion',
  'TSInstantiationExpression',
  'TypeCastExpression',
]);

/** Whether an expression wraps another one in parentheses or a type assertion. */
export function isWrapper(node: Node): node is Extract<Node, { expression: Node }> {
  return WRAPPERS.has(node.type);
}

/** The expression inside parentheses and type assertions. */
export function unwrap(path: NodePath<Node | null | undefined>): NodePath<Node | null | undefined> {
  let current = path;
  while (current.node && WRAPPERS.has(current.node.type)) {
    current = current.child('expression');
  }
  return current;
}

/** The outermost wrapper of an expression: parentheses and type assertions. */
export function wrapped(path: NodePath<Node>): NodePath<Node> {
  let current = path;
  while (current.parentPath && WRAPPERS.has(current.parentPath.node.type)) current = current.parentPath;
  return current;
}

/** Code for a message: on one line and shortened if long. */
export function shown(path: NodePath<Node>): string {
  const { start, end } = path.node;
  const code = path.root.text.slice(start!, end!).replace(/\s+/g, ' ');
  return code.length > 80 ? `${code.slice(0, 79)}…` : code;
}

/** The text of a string literal or of a template without expressions. */
export function staticString(node: Node | null | undefined): string | undefined {
  if (node?.type === 'StringLiteral') return node.value;
  if (node?.type === 'TemplateLiteral' && node.expressions.length === 0) {
    return node.quasis[0]?.value.cooked ?? undefined;
  }
  return undefined;
}

/** The static name of a member access or object key. */
export function staticName(path: NodePath<Node>, computed: boolean): string | undefined {
  return staticNameOf(path.node, computed);
}

/** `staticName` of a node. */
export function staticNameOf(node: Node, computed: boolean): string | undefined {
  return !computed && node.type === 'Identifier' ? node.name : staticString(node);
}

/** The name in a specifier or key, written as an identifier or a string. */
export function nameOf(node: Node): string | undefined {
  return node.type === 'Identifier' ? node.name : staticString(node);
}

/** Where an identifier names a type, or a value whose type is meant. */
export const TYPE_PARENTS: ReadonlySet<string> = new Set([
  'ClassImplements',
  'GenericTypeAnnotation',
  'InterfaceExtends',
  'QualifiedTypeIdentifier',
  'QualifiedTypeofIdentifier',
  'TSClassImplements',
  'TSExpressionWithTypeArguments',
  'TSImportType',
  'TSInterfaceHeritage',
  'TSQualifiedName',
  'TSTypePredicate',
  'TSTypeQuery',
  'TSTypeReference',
  'TypeofTypeAnnotation',
]);

/** `recorder.start` → `recorder` and `start`. An export itself has no object. */
export function split(to: string): { object: string; member: string } {
  const dot = to.lastIndexOf('.');
  return { object: dot < 0 ? '' : to.slice(0, dot), member: to.slice(dot + 1) };
}

/** The text of an expression that consists only of names and dots, such as `Taro` or `_taro.default`. */
export function dottedName(node: Node): string | undefined {
  if (node.type === 'Identifier') return node.name;
  if (node.type !== 'MemberExpression' || node.computed || node.property.type !== 'Identifier')
    return undefined;
  const object = dottedName(node.object);
  return object && `${object}.${node.property.name}`;
}

/**
 * The text of an expression that can be evaluated again with the same value: names and dots, without comments.
 * `undefined` for other expressions.
 */
export function repeatableText(node: Node): string | undefined {
  if (node.type === 'Identifier') return node.name;
  if (node.type === 'ThisExpression') return 'this';
  if (node.type === 'TSNonNullExpression') return append(repeatableText(node.expression), '!');
  if (node.type !== 'MemberExpression' || node.computed) return undefined;
  const { property } = node;
  const name = property.type === 'PrivateName' ? `#${property.id.name}` : nameOf(property);
  return append(repeatableText(node.object), `.${name}`);
}

const append = (text: string | undefined, more: string): string | undefined => text && text + more;

/** The top-level statement that contains a node. */
export function topLevelStatement(path: NodePath<Node>): NodePath<Node> {
  return path.find((parent) => parent.parentPath?.isProgram() ?? false) ?? path;
}
