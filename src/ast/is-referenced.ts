import type { Node } from '@babel/types';

/** Fields in which an identifier stands for a value, of the parents that have others too. */
const READ_FIELDS: Readonly<Record<string, string>> = {
  ArrowFunctionExpression: 'body',
  AssignmentExpression: 'right',
  AssignmentPattern: 'right',
  ClassDeclaration: 'superClass',
  ClassExpression: 'superClass',
  JSXMemberExpression: 'object',
  VariableDeclarator: 'init',
};

/** Parents in which no identifier stands for a value. */
const DECLARING: ReadonlySet<string> = new Set([
  'ArrayPattern',
  'BreakStatement',
  'CatchClause',
  'ContinueStatement',
  'ExportDefaultSpecifier',
  'ExportNamespaceSpecifier',
  'FunctionDeclaration',
  'FunctionExpression',
  'ImportAttribute',
  'ImportDefaultSpecifier',
  'ImportNamespaceSpecifier',
  'ImportSpecifier',
  'JSXAttribute',
  'LabeledStatement',
  'MetaProperty',
  'ObjectPattern',
  'PrivateName',
  'RestElement',
]);

/**
 * Whether an identifier stands for a value, as `isReferenced` of @babel/types says it.
 * @param grandparent The parent's parent.
 */
export function isReferenced(node: Node, parent: Node, grandparent: Node | undefined): boolean {
  if (DECLARING.has(parent.type)) return false;
  const field = READ_FIELDS[parent.type];
  if (field) return (parent as unknown as Record<string, unknown>)[field] === node;
  switch (parent.type) {
    case 'MemberExpression':
    case 'OptionalMemberExpression':
      return parent.property === node ? parent.computed : parent.object === node;
    case 'ClassMethod':
    case 'ClassPrivateMethod':
    case 'ObjectMethod':
      return parent.key === node && 'computed' in parent && parent.computed === true;
    case 'ObjectProperty':
      return parent.key === node ? parent.computed : grandparent?.type !== 'ObjectPattern';
    case 'ClassProperty':
    case 'ClassAccessorProperty':
    case 'TSPropertySignature':
      return parent.key !== node || parent.computed === true;
    case 'ClassPrivateProperty':
    case 'ObjectTypeProperty':
      return parent.key !== node;
    case 'ExportSpecifier':
      return parent.local === node && !(grandparent as { source?: unknown } | undefined)?.source;
    case 'TSEnumMember':
      return parent.id !== node;
    default:
      return true;
  }
}
