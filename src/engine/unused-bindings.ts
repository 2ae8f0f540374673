import type {
  Node,
  ObjectPattern,
  ObjectProperty,
  Statement,
  TSImportEqualsDeclaration,
  VariableDeclaration,
} from '@babel/types';
import { bindingOf, bindingOfIdentifier } from '../ast/binding';
import type { Binding, NodePath } from '../ast/node-path';
import { ignored, type Reason, rewritten } from '../messages/reasons';
import { type Analysis, isMemberOfType } from './analyze';
import { type Decision, type Replacement, replacementOf, staysOnPlatform } from './classify/decision';
import type { Removal, RemoveSpecifiers } from './edit/removal';
import type { AnalyzedFile } from './file';
import { hasEffects } from './resolve/effects';
import { TARO_MODULE } from './resolve/platform';
import { requiredModule } from './resolve/values';

/** The bindings that the rewrite leaves unused. */
export interface Unused {
  specifiers: RemoveSpecifiers[];
  others: Removal[];
  /** Replacements for import specifiers, by node. */
  reasons: ReadonlyMap<Node, Reason>;
  /** Whether a node is removed as part of a declaration. */
  isRemoved(node: Node): boolean;
  /** All code that the new text does not contain. */
  gone: readonly NodePath<Node>[];
}

/**
 * The imports and variables that the rewrite leaves unused: they had uses, all of which were rewritten, no
 * type refers to them, and removing them has no side effect. Bindings that were already unused stay.
 */
export function unusedBindings(decisions: readonly Decision[], file: AnalyzedFile): Unused {
  const { analysis } = file;
  const changed = decisions.map(replacementOf).flatMap((change) => (change ? goneWith(change) : []));
  const replaced = changed.flatMap((path) => (path.isObjectProperty() ? emptiedBy(path, changed) : [path]));
  const isWithin = ({ node }: NodePath<Node>, inner: Node) =>
    node.start! <= inner.start! && inner.end! <= node.end!;
  const isUnused = (binding: Binding) => {
    return (
      !analysis.otherNames.has(binding.identifier.name) &&
      binding.referencePaths.every(
        (path) => isMemberOfType(path) || replaced.some((one) => isWithin(one, path.node)),
      )
    );
  };

  // A removed variable may contain the only use of another one.
  const removed: NodePath<Node>[] = [];
  const bindings = new Set([...changed, ...replaced].flatMap(bindingsIn));
  // The set grows during the loop.
  for (const binding of bindings) {
    if (removed.includes(binding.path) || !isUnused(binding)) continue;
    const paths = removableWith(binding, analysis);
    removed.push(...paths);
    replaced.push(...paths);
    for (const other of paths.flatMap(bindingsIn)) {
      if (other === binding) continue;
      bindings.delete(other);
      bindings.add(other);
    }
  }
  return {
    ...unusedSpecifiers([...bindings].filter(isUnused), decisions, file),
    others: removals(removed),
    isRemoved: (node) => removed.some((path) => isWithin(path, node)),
    gone: replaced,
  };
}

/**
 * The code whose names are no longer used after a change. If a change only names another member, its object
 * stays.
 */
function goneWith(change: Replacement): NodePath<Node>[] {
  if (!staysOnPlatform(change) || change.type === 'reference' || change.type === 'export')
    return [change.path];
  // `Taro[KEY]`
  return change.type === 'member' && change.path.node.computed ? [change.path.child('property')] : [];
}

/** An empty pattern is removed with its object. Default values stay. */
function emptiedBy(property: NodePath<ObjectProperty>, changed: readonly NodePath<Node>[]): NodePath<Node>[] {
  const declarator = property.findParent((path) => path.isVariableDeclarator());
  const { properties } = property.parent as ObjectPattern;
  const isEmptied = properties.every((one) => changed.some(({ node }) => node === one));
  return isEmptied && declarator ? [declarator.child('init') as NodePath<Node>] : [];
}

/** The bindings of all names that some code uses. */
export function bindingsIn(path: NodePath<Node>): Binding[] {
  const found = new Set<Binding>();
  const add = (inner: NodePath<Node>) => {
    const binding = inner.isReferencedIdentifier() ? bindingOfIdentifier(inner) : undefined;
    if (binding) found.add(binding);
  };
  add(path);
  path.traverse({ Identifier: (inner) => add(inner) });
  return [...found];
}

/** The declaration of a name with its assignments; nothing if one of them does more than assign. */
function removableWith(binding: Binding, analysis: Analysis): NodePath<Node>[] {
  const { path, identifier } = binding;
  // In a script, other files may use the declaration too.
  if (binding.isAmbient && analysis.imports.length === 0) return [];
  // Without `declare const wx: typeof Taro`, the import of Taro could be unused.
  if (binding.isAmbient && isTypedByName(path)) return [];
  if (analysis.suppressions.cover(path)) return [];
  if (path.isTSImportEqualsDeclaration()) return isTaroRequire(path.node) ? [path] : [];
  const declaration = path.parentPath;
  if (!path.isVariableDeclarator() || !declaration?.isVariableDeclaration()) return [];
  // In a list of statements, but not in the head of a loop or after `export`.
  if (!/^(var|let|const)$/.test(declaration.node.kind) || !declaration.inList) return [];
  const { id } = path.node;
  const isOnlyName = id === identifier || (id.type === 'ObjectPattern' && takesOnly(id, identifier));
  // The runtime loads Taro too.
  const isTaro = id === identifier && requiredModule(path.child('init')) === TARO_MODULE;
  if (!isOnlyName || !(isTaro || canBeLeftOut(path.child('init')))) return [];
  const assigned = binding.constantViolations.map(plainAssignment);
  return assigned.every((statement) => statement !== undefined) ? [path, ...assigned] : [];
}

/** Whether the type of a declaration refers to a name of the file. */
function isTypedByName(declarator: NodePath<Node>): boolean {
  let found = false;
  (declarator.child('id') as NodePath<Node>).traverse({
    Identifier(path) {
      if (bindingOf(path as NodePath<Node>, path.node.name)) found = true;
    },
  });
  return found;
}

/**
 * Whether a value can be removed without changing behavior. Modules that are loaded stay, and so do compiler
 * helpers around Taro's.
 */
function canBeLeftOut(value: NodePath<Node | null | undefined>): boolean {
  let isCalling = value.isCallExpression() || value.isAwaitExpression();
  const found = (path: NodePath<Node>) => {
    isCalling = true;
    path.stop();
  };
  if (value.node) value.traverse({ CallExpression: found, AwaitExpression: found });
  return !isCalling && !hasEffects(value);
}

/** A statement that assigns a name and does nothing else. */
function plainAssignment(path: NodePath<Node>): NodePath<Node> | undefined {
  if (!path.isAssignmentExpression({ operator: '=' }) || !canBeLeftOut(path.child('right'))) return undefined;
  const { parentPath: statement } = path;
  const isPlain = path.node.left.type === 'Identifier' && statement.isExpressionStatement();
  return isPlain && statement.inList ? statement : undefined;
}

function isTaroRequire({ moduleReference, isExport }: TSImportEqualsDeclaration): boolean {
  if (isExport || moduleReference.type !== 'TSExternalModuleReference') return false;
  return moduleReference.expression.value === TARO_MODULE;
}

function takesOnly({ properties: [only, ...others] }: ObjectPattern, identifier: Node): boolean {
  if (!only || others.length > 0) return false;
  return only.type === 'RestElement'
    ? (only.argument as Node) === identifier
    : !only.computed && (only.value as Node) === identifier;
}

function unusedSpecifiers(
  unused: readonly Binding[],
  decisions: readonly Decision[],
  { analysis, options: { project, taroVersion } }: AnalyzedFile,
): Pick<Unused, 'specifiers' | 'reasons'> {
  const prefixes = new Set(decisions.map(({ migration }) => migration.codePrefix));
  const isSuppressed = (specifier: NodePath<Node>) =>
    [...prefixes].some((prefix) =>
      [rewritten.specifier(), rewritten.imported('')].some(({ number }) =>
        analysis.suppressions.cover(specifier, prefix + number),
      ),
    );
  // Before version 3, Taro compiles JSX into code that needs the default import.
  const keepsDefault = project === 'taro' && taroVersion < 3;

  const reasons = new Map<Node, Reason>();
  const specifiers = analysis.imports.flatMap(({ node: declaration }): RemoveSpecifiers[] => {
    const isTaro = declaration.source.value === TARO_MODULE;
    if (declaration.importKind === 'type') return [];
    const paths = unused.flatMap(({ path }) => (path.parent === declaration ? [path] : []));
    const left = paths.filter((path) => !isTaro || !keepsDefault || path.isImportSpecifier());
    for (const specifier of left)
      reasons.set(specifier.node, isSuppressed(specifier) ? ignored.suppressed() : rewritten.specifier());
    const gone = new Set(left.filter((path) => !isSuppressed(path)).map(({ node }) => node));
    const specifiers = declaration.specifiers.filter((specifier) => gone.has(specifier));
    if (specifiers.length === 0) return [];
    return [{ type: 'specifiers', declaration, specifiers, keepsModule: !isTaro }];
  });
  return { specifiers, reasons };
}

function removals(paths: readonly NodePath<Node>[]): Removal[] {
  const declarators = paths.filter((path) => path.isVariableDeclarator());
  const declarations = new Set(
    declarators.map(({ parentPath }) => parentPath as NodePath<VariableDeclaration>),
  );
  return [
    ...[...declarations].map(
      ({ node, parent }): Removal => ({
        type: 'declarators',
        declaration: node,
        declarators: node.declarations.filter((one) => declarators.some((path) => path.node === one)),
        list: parent,
      }),
    ),
    ...paths
      .filter((path) => path.isStatement())
      .map(
        ({ node, parent }): Removal => ({
          type: 'statement',
          statement: node as Statement,
          list: parent,
        }),
      ),
  ];
}
