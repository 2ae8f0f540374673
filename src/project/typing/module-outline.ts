import type { ts } from 'ts-morph';
import type { TypeScript } from './typescript';

/** A name that a module takes from another one. */
export interface Taken {
  specifier: string;
  /** Its name there, or `*` for all exports. */
  name: string;
}

/** A top-level statement, by its names. */
export interface Part {
  /** What it declares or exports, or what it may give another type. */
  changes: ReadonlySet<string>;
  /** What its types depend on. */
  references: ReadonlySet<string>;
  /** Modules in `import()`, `require()` and import types. */
  specifiers: readonly string[];
  /** Whether it changes types without being named, as `declare global` does. */
  isGlobal: boolean;
}

/** A module by the names in its top-level statements: the smallest unit of which TypeScript infers a type. */
export interface Outline {
  parts: readonly Part[];
  /** The parts by the names that they change. */
  byName: ReadonlyMap<string, readonly Part[]>;
  /** Imports and exports from other modules, by their local names and by the names of the exports. */
  taken: ReadonlyMap<string, readonly Taken[]>;
  /** Modules of `export *`. */
  stars: readonly string[];
  /** Modules imported for their effects. Global declarations can be among them. */
  effects: readonly string[];
  /** All variables, functions and types that it declares or imports, at any depth. */
  declared: ReadonlySet<string>;
  /** Whether its names do not show what its exports depend on. */
  isOpaque: boolean;
  partAt(offset: number): Part | undefined;
}

const NOTHING: Part = { changes: new Set(), references: new Set(), specifiers: [], isGlobal: false };

const outlines = new WeakMap<ts.SourceFile, Outline>();

export function outlineOf(ts: TypeScript, file: ts.SourceFile): Outline {
  const known = outlines.get(file);
  if (known) return known;
  const outline = createOutline(ts, file);
  outlines.set(file, outline);
  return outline;
}

function createOutline(ts: TypeScript, file: ts.SourceFile): Outline {
  const taken = new Map<string, Taken[]>();
  const stars: string[] = [];
  const effects: string[] = [];
  const declared = new Set<string>();
  const parts = file.statements.map((statement) => {
    const specifier = specifierOf(ts, statement);
    if (specifier === undefined) return partOf(ts, statement, declared);
    const names = takenBy(ts, statement);
    for (const [local, name] of names) taken.set(local, [...(taken.get(local) ?? []), { specifier, name }]);
    if (names.length === 0) (ts.isExportDeclaration(statement) ? stars : effects).push(specifier);
    return NOTHING;
  });
  for (const name of taken.keys()) declared.add(name);
  const byName = new Map<string, Part[]>();
  for (const part of parts)
    for (const name of part.changes) {
      const others = byName.get(name);
      if (others) others.push(part);
      else byName.set(name, [part]);
    }
  return {
    parts,
    byName,
    taken,
    stars,
    effects,
    declared,
    isOpaque:
      !ts.isExternalModule(file) || isCommonJs(file, parts) || /@(typedef|callback|import)\b/.test(file.text),
    partAt: (offset) => parts[file.statements.findIndex(({ end }) => offset < end)],
  };
}

function isCommonJs({ fileName }: ts.SourceFile, parts: readonly Part[]): boolean {
  const isJavaScript = /\.[cm]?jsx?$/.test(fileName);
  return (
    isJavaScript && parts.some(({ references }) => references.has('module') || references.has('exports'))
  );
}

/** The module of an import or export declaration. */
function specifierOf(ts: TypeScript, statement: ts.Statement): string | undefined {
  const specifier =
    ts.isImportDeclaration(statement) || ts.isExportDeclaration(statement)
      ? statement.moduleSpecifier
      : ts.isImportEqualsDeclaration(statement) && ts.isExternalModuleReference(statement.moduleReference)
        ? statement.moduleReference.expression
        : undefined;
  return specifier && ts.isStringLiteral(specifier) ? specifier.text : undefined;
}

/** The local or exported names, each with its name in the other module. */
function takenBy(ts: TypeScript, statement: ts.Statement): [local: string, name: string][] {
  if (ts.isImportEqualsDeclaration(statement)) return [[statement.name.text, '*']];
  if (ts.isExportDeclaration(statement))
    return statement.exportClause ? bound(ts, statement.exportClause) : [];
  if (!ts.isImportDeclaration(statement)) return [];
  const { name, namedBindings } = statement.importClause ?? {};
  return [
    ...(name ? [[name.text, 'default'] as [string, string]] : []),
    ...(namedBindings ? bound(ts, namedBindings) : []),
  ];
}

function bound(
  ts: TypeScript,
  bindings: ts.NamedImportBindings | ts.NamedExportBindings,
): [string, string][] {
  if (!ts.isNamedImports(bindings) && !ts.isNamedExports(bindings)) return [[bindings.name.text, '*']];
  return [...bindings.elements].map(({ name, propertyName }) => [name.text, (propertyName ?? name).text]);
}

/** @param declared gets the names that the statement declares */
function partOf(ts: TypeScript, statement: ts.Statement, declared: Set<string>): Part {
  const changes = new Set(exportedBy(ts, statement));
  const references = new Set<string>();
  const specifiers: string[] = [];
  const visit = (node: ts.Node, parent: ts.Node): void => {
    if (ts.isIdentifier(node)) {
      if (isReference(ts, node, parent)) references.add(node.text);
      else if (isBound(ts, parent)) declared.add(node.text);
    }
    const specifier = innerSpecifier(ts, node);
    if (specifier !== undefined) specifiers.push(specifier);
    // The types in comments of JavaScript, which are not among the children.
    for (const comment of (node as { jsDoc?: readonly ts.Node[] }).jsDoc ?? []) visit(comment, node);
    ts.forEachChild(node, (child) => visit(child, node));
  };
  visit(statement, statement);
  // An assignment, a test or an assertion may narrow whatever it names.
  if (!isDeclaration(ts, statement)) for (const name of references) changes.add(name);
  return { changes, references, specifiers, isGlobal: isGlobal(ts, statement) };
}

/** What a statement of a module gives to the rest of it, or exports. */
function exportedBy(ts: TypeScript, statement: ts.Statement): string[] {
  if (ts.isVariableStatement(statement))
    return statement.declarationList.declarations.flatMap(({ name }) => namesIn(ts, name));
  if (ts.isExportDeclaration(statement) && statement.exportClause)
    return bound(ts, statement.exportClause).map(([name]) => name);
  if (ts.isExportAssignment(statement)) return ['default'];
  if (!ts.isDeclarationStatement(statement)) return [];
  const isDefault =
    ts.canHaveModifiers(statement) &&
    ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.DefaultKeyword);
  const { name } = statement;
  return [...(isDefault ? ['default'] : []), ...(name && ts.isIdentifier(name) ? [name.text] : [])];
}

function isDeclaration(ts: TypeScript, statement: ts.Statement): boolean {
  return ts.isDeclarationStatement(statement) || ts.isVariableStatement(statement);
}

function namesIn(ts: TypeScript, name: ts.BindingName): string[] {
  if (ts.isIdentifier(name)) return [name.text];
  return name.elements.flatMap((one) => (ts.isBindingElement(one) ? namesIn(ts, one.name) : []));
}

function isGlobal(ts: TypeScript, statement: ts.Statement): boolean {
  if (ts.isExportAssignment(statement)) return statement.isExportEquals === true;
  if (!ts.isModuleDeclaration(statement)) return false;
  return ts.isStringLiteral(statement.name) || (statement.flags & ts.NodeFlags.GlobalAugmentation) !== 0;
}

/** Whether an identifier stands for a value or type, and is not the name of a member or declaration. */
function isReference(ts: TypeScript, node: ts.Identifier, parent: ts.Node): boolean {
  if (ts.isShorthandPropertyAssignment(parent) || ts.isExportSpecifier(parent)) return true;
  if (ts.isQualifiedName(parent)) return parent.left === node;
  const { name, propertyName } = parent as { name?: ts.Node; propertyName?: ts.Node };
  return name !== node && propertyName !== node;
}

function isBound(ts: TypeScript, parent: ts.Node): boolean {
  return (
    ts.isVariableDeclaration(parent) ||
    ts.isParameter(parent) ||
    ts.isBindingElement(parent) ||
    ts.isDeclarationStatement(parent) ||
    ts.isTypeParameterDeclaration(parent)
  );
}

function innerSpecifier(ts: TypeScript, node: ts.Node): string | undefined {
  if (ts.isImportTypeNode(node)) {
    const { argument } = node;
    return ts.isLiteralTypeNode(argument) && ts.isStringLiteral(argument.literal)
      ? argument.literal.text
      : undefined;
  }
  if (!ts.isCallExpression(node)) return undefined;
  const {
    expression,
    arguments: [argument],
  } = node;
  const isImport =
    expression.kind === ts.SyntaxKind.ImportKeyword ||
    (ts.isIdentifier(expression) && expression.text === 'require');
  return isImport && argument && ts.isStringLiteralLike(argument) ? argument.text : undefined;
}
