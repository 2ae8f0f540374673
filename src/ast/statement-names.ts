import type { Node } from '@babel/types';
import { TYPES } from './aliases';
import { isReferenced } from './is-referenced';
import { VISITOR_KEYS } from './node-types';
import { declaredBy, identifiersIn } from './program';
import { isWrapper, staticString } from './syntax';

/** The names in a top-level statement of a module. */
export interface StatementNames {
  /** Names of values and types from outside of its scopes, and those that it declares for the module. */
  references: ReadonlySet<string>;
  /** Those of them that it assigns. */
  assigned: ReadonlySet<string>;
  /** What it declares with `var` in blocks. */
  hoisted: ReadonlySet<string>;
  /** Modules in `import()`, `require()` and import types. */
  specifiers: readonly string[];
}

interface Scope {
  declared: Set<string>;
  references: Set<string>;
  assigned: Set<string>;
}

/** Of the nodes that belong to TypeScript, those with values in them. Except for wrappers, the others are types. */
const VALUES = new Set([
  'TSDeclareFunction',
  'TSDeclareMethod',
  'TSEnumBody',
  'TSEnumDeclaration',
  'TSEnumMember',
  'TSExportAssignment',
  'TSImportEqualsDeclaration',
  'TSModuleBlock',
  'TSModuleDeclaration',
  'TSParameterProperty',
]);

/** Types in which an identifier is a parameter, unless it is a computed key. */
const SIGNATURES = new Set([
  'TSCallSignatureDeclaration',
  'TSConstructSignatureDeclaration',
  'TSConstructorType',
  'TSFunctionType',
  'TSIndexSignature',
  'TSMethodSignature',
]);

/** Fields with names of members, in addition to those of `isReferenced`. */
const MEMBER_FIELDS: Readonly<Record<string, string>> = {
  TSDeclareMethod: 'key',
  TSImportType: 'qualifier',
  TSNamedTupleMember: 'label',
  TSPropertySignature: 'key',
  TSQualifiedName: 'right',
  TSTypePredicate: 'parameterName',
};

/** The names in a statement, except those that only its inner scopes know. */
export function namesIn(statement: Node): StatementNames {
  const hoisted = new Set<string>();
  const specifiers: string[] = [];
  const module = newScope();
  visit(statement, statement, undefined, module, false);
  return { references: module.references, assigned: module.assigned, hoisted, specifiers };

  /** @param isType whether it is in a type, where values do not hide names */
  function visit(
    node: Node,
    parent: Node,
    grandparent: Node | undefined,
    outer: Scope,
    isType: boolean,
  ): void {
    const { type } = node;
    if (type === 'Identifier' || type === 'JSXIdentifier') {
      if (isReferenced(node, parent, grandparent) && !isMember(node, parent))
        (isType ? module : outer).references.add(node.name);
    }
    const isScope = TYPES.Scopable.has(type) || type.startsWith('TSDeclare');
    const scope = isScope ? newScope() : outer;
    declare(node, scope, outer);
    for (const name of assignedBy(node)) {
      outer.references.add(name);
      outer.assigned.add(name);
    }
    const specifier = innerSpecifier(node);
    if (specifier !== undefined) specifiers.push(specifier);
    const isTypeInside = isType || (type.startsWith('TS') && !VALUES.has(type) && !isWrapper(node));
    for (const field of VISITOR_KEYS[type] ?? []) {
      const value = (node as unknown as Record<string, Node | (Node | null)[] | null | undefined>)[field];
      const inner = field === 'key' || field === 'decorators' ? outer : scope;
      for (const one of Array.isArray(value) ? value : [value])
        if (one) visit(one, node, parent, inner, isTypeInside);
    }
    if (scope === outer) return;
    for (const name of scope.references) if (!scope.declared.has(name)) outer.references.add(name);
    for (const name of scope.assigned) if (!scope.declared.has(name)) outer.assigned.add(name);
  }

  function declare(node: Node, scope: Scope, outer: Scope): void {
    for (const name of declaredIn(node)) scope.declared.add(name);
    const isVar = node.type === 'VariableDeclaration' && node.kind === 'var';
    for (const name of namesDeclaredBy(node)) {
      outer.declared.add(name);
      if (isVar) hoisted.add(name);
    }
  }
}

function newScope(): Scope {
  return { declared: new Set(), references: new Set(), assigned: new Set() };
}

/** The values that a node declares for its own scope. */
function declaredIn(node: Node): string[] {
  switch (node.type) {
    case 'CatchClause':
      return identifiersIn(node.param).map(({ name }) => name);
    case 'ClassExpression':
      return node.id ? [node.id.name] : [];
    default:
      return TYPES.Function.has(node.type) || node.type.startsWith('TSDeclare')
        ? declaredByFunction(node as FunctionNode)
        : [];
  }
}

type FunctionNode = Extract<
  Node,
  { type: 'FunctionExpression' | 'ArrowFunctionExpression' | 'TSDeclareFunction' | 'ClassMethod' }
>;

function declaredByFunction(node: FunctionNode): string[] {
  const parameters = node.params.map((one) => (one.type === 'TSParameterProperty' ? one.parameter : one));
  const own = node.type === 'FunctionExpression' && node.id ? [node.id] : [];
  return [...own, ...parameters.flatMap(identifiersIn)].map(({ name }) => name);
}

/** What a declaration gives to the scope that contains it, types too. */
export function namesDeclaredBy(node: Node): string[] {
  switch (node.type) {
    case 'TSDeclareFunction':
    case 'TSInterfaceDeclaration':
    case 'TSTypeAliasDeclaration':
    case 'TSEnumDeclaration':
    case 'TSModuleDeclaration':
    case 'TSImportEqualsDeclaration':
      return node.id?.type === 'Identifier' ? [node.id.name] : [];
    default:
      return declaredBy(node).map(({ name }) => name);
  }
}

/** The variables that an expression or a loop assigns. */
function assignedBy(node: Node): string[] {
  switch (node.type) {
    case 'AssignmentExpression':
    case 'ForInStatement':
    case 'ForOfStatement':
      return targetsOf(node.left);
    case 'UpdateExpression':
      return targetsOf(node.argument);
    default:
      return [];
  }
}

function targetsOf(target: Node): string[] {
  return isWrapper(target) ? targetsOf(target.expression) : identifiersIn(target).map(({ name }) => name);
}

function isMember(node: Node, parent: Node): boolean {
  if ((parent as { computed?: boolean }).computed) return false;
  if (SIGNATURES.has(parent.type)) return true;
  const field = MEMBER_FIELDS[parent.type];
  if (field === undefined) return false;
  return (parent as unknown as Record<string, unknown>)[field] === node;
}

function innerSpecifier(node: Node): string | undefined {
  if (node.type === 'TSImportType') return staticString(node.argument);
  if (node.type !== 'CallExpression') return undefined;
  const { callee, arguments: given } = node;
  const isImport = callee.type === 'Import' || (callee.type === 'Identifier' && callee.name === 'require');
  return isImport ? staticString(given[0]) : undefined;
}
