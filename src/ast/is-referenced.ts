import type { Node } from '@babel/types';

/** For parents with several fields: the fields in which an identifier is a value. */
const READ_FIELDS: Readonly<Record<string, string>> = {
  ArrowFunctionExpression: 'body',
  AssignmentExpression: 'right',
  AssignmentPattern: 'right',
  ClassDeclaration: 'superClass',
  ClassExpression: 'superClass',
  JSXMemberExpression: 'object',
  VariableDeclarator: 'init',
};

/** Parents in which no identifier is a value. */
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
 * Whether an identifier is used as a value, like `isReferenced` of @babel/types.
 * @param grandparent the parent's parent
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
