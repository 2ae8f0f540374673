import type { ExportSpecifier, Identifier, ImportSpecifier, Node } from '@babel/types';
import { bindingOf } from '../../ast/binding';
import type { Binding, NodePath } from '../../ast/node-path';
import { nameOf, staticString, TYPE_PARENTS } from '../../ast/syntax';
import { message } from '../../messages/format';
import { ignored, type Reason } from '../../messages/reasons';
import { isFeatureQuery } from '../analyze';
import { reasonOnLookalikes } from '../lookalikes';
import { TARO_MODULE } from '../resolve/platform';
import { ask, askByUse, type Context, leave } from './ask';
import type { Decision } from './decision';
import { classifyMember } from './member';
import { overwrittenObject } from './overwritten';
import { classifyProperty } from './property';
import { classifyFeatureQuery, classifyString } from './strings';

/**
 * Classifies a node with the name of an API, except for properties of a declaration that destructures the
 * platform.
 */
export function classifyNamed(path: NodePath<Node>, context: Context): Decision | undefined {
  const { api } = context;
  const own = (reason: Reason) => leave(path, context, reason);
  const { parent } = path;
  if (path.isImportSpecifier()) return classifyImport(path, context);
  if (path.isExportSpecifier()) return classifyExport(path, context);
  if (path.isJSXIdentifier() || parent.type === 'PrivateName') return own(ignored.definition());

  const overwritten = overwrittenObject(path);
  const origin = overwritten && context.resolver.expression(overwritten);
  if (origin?.kind === 'platform' && !reasonOnLookalikes(origin, context))
    return ask(path, context, { usage: { kind: 'assignment' }, origin: origin.from });

  const parentPath = path.parentPath!;
  if (parentPath.isMemberExpression() || parentPath.isOptionalMemberExpression()) {
    if (isMemberName(path, api)) return classifyMember(path, parentPath, context);
  }
  if (parentPath.isObjectProperty() && path.key === 'key') {
    const isOwnName = !parentPath.node.computed || staticString(path.node) !== undefined;
    if (isOwnName) return classifyProperty(path, parentPath, context);
  }
  if (isFeatureQuery(path)) return classifyFeatureQuery(path, context);
  if (path.isStringLiteral() || path.isTemplateLiteral()) return classifyString(path, context);
  if (TYPE_PARENTS.has(parent.type)) return own(ignored.type());
  const isComputed = 'computed' in parent && parent.computed === true;
  if (path.key === 'id' || (path.key === 'key' && !isComputed)) return own(ignored.definition());
  return own(path.isReferencedIdentifier() ? otherName(path as NodePath<Identifier>) : ignored.definition());
}

/** Whether a node names the accessed member: `api`, `'api'`, or a constant in brackets with that text. */
export function isMemberName(path: NodePath<Node>, api: string): boolean {
  const { node, parent, key } = path;
  const isConstant = node.type === 'Identifier' && node.name !== api;
  const isInBrackets = isConstant || node.type !== 'Identifier';
  return key === 'property' && 'computed' in parent && parent.computed === isInBrackets;
}

/** Classifies a use of a binding for an API imported from Taro. */
export function classifyReference(path: NodePath<Node>, context: Context): Decision | undefined {
  if (!path.isIdentifier()) return leave(path, context, ignored.definition());
  if (TYPE_PARENTS.has(path.parent.type)) return leave(path, context, ignored.type());
  if (path.parentPath?.isExportSpecifier()) return classifyExport(path.parentPath, context);
  return askByUse(path, path, { type: 'reference', path }, { origin: 'taro' }, context);
}

function classifyImport(path: NodePath<ImportSpecifier>, context: Context): Decision {
  const own = (reason: Reason) => leave(path, context, reason);
  const declaration = path.parentPath;
  const source = declaration.isImportDeclaration() ? declaration.node.source.value : '';
  if (source !== TARO_MODULE) return own(ignored.otherBinding(message('what/exports', { source })));
  // `import { login as startRecord }`
  const name = nameOf(path.node.imported)!;
  if (name !== context.api) return own(ignored.otherBinding(message('what/taro-member', { name })));
  const typeOnly =
    path.node.importKind === 'type' ||
    path.node.importKind === 'typeof' ||
    (declaration.isImportDeclaration() && declaration.node.importKind === 'type');
  if (typeOnly) return own(ignored.type());
  const imported = bindingOf(path, path.node.local.name);
  return { ...own(ignored.specifierInUse()), imported };
}

function classifyExport(path: NodePath<ExportSpecifier>, context: Context): Decision | undefined {
  const own = (reason: Reason) => leave(path, context, reason);
  const declaration = path.parentPath;
  if (!declaration.isExportNamedDeclaration()) return own(ignored.definition());
  // The exports of `declare module 'x' { … }` are types.
  if (!declaration.parentPath.isProgram()) return own(ignored.type());
  if (declaration.node.exportKind === 'type' || path.node.exportKind === 'type') return own(ignored.type());
  const source = declaration.node.source?.value;
  if (source !== undefined && source !== TARO_MODULE)
    return own(ignored.otherBinding(message('what/exports', { source })));
  const local = path.node.local.name;
  const binding = source === undefined ? bindingOf(path, local) : undefined;
  if (source === undefined && !(binding && isTaroImport(binding)))
    return own(ignored.otherBinding(message('what/local-name')));
  // `export { login as startRecord }`
  const specifier = binding?.path.node;
  const exported =
    specifier?.type === 'ImportSpecifier' ? nameOf(specifier.imported) : nameOf(path.node.local);
  if (exported !== context.api)
    return own(ignored.otherBinding(message('what/taro-member', { name: exported ?? local })));
  return ask(path, context, { usage: { kind: 'export' }, origin: 'taro' }, { type: 'export', path });
}

/** Whether a binding is a named import from Taro. */
export function isTaroImport(binding: Binding): boolean {
  const { path } = binding;
  return (
    path.isImportSpecifier() &&
    path.parentPath.isImportDeclaration() &&
    path.parentPath.node.source.value === TARO_MODULE
  );
}

function otherName(path: NodePath<Identifier>): Reason {
  const { name } = path.node;
  const binding = bindingOf(path, name);
  return ignored.otherBinding(message(binding ? 'what/local' : 'what/global-function', { name }));
}
