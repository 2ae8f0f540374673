import type { ImportDeclaration, Node, Program } from '@babel/types';
import { bindingOf } from '../../ast/binding';
import type { Binding, NodePath } from '../../ast/node-path';
import { nameOf, topLevelStatement } from '../../ast/syntax';
import { isRuntimeSpecifier, packagedRuntime } from '../../migrations/runtime-module';
import type { Analysis } from '../analyze';
import type { AnalyzedFile } from '../file';
import { quoteIn } from '../parse/text';
import { requiredModule } from '../resolve/values';
import type { FreeNames } from './free-names';
import { anchorFor } from './import-anchor';
import type { AddImport, ImportedName } from './insert-import';
import { isBeforeUses } from './load-order';
import type { ImportForm } from './module-form';
import { edit, type Operation } from './operation';
import { separator } from './separator';

/** A position where the file will use the runtime, and the used part: `recorder.start`. */
export interface RuntimeUse {
  path: NodePath<Node>;
  to: string;
}

/** How code in this file accesses a runtime's exports. */
export interface RuntimeAccess {
  /**
   * The expression in this file for an expression on the exports: `recorder.start` → `taroRecorder.start`.
   */
  express: (to: string) => string;
  /** Module specifier of the runtime. */
  module: string;
  /** Adds names to an import. */
  extended?: Operation;
  /** Keeps the new code apart from the statements above it. */
  separators?: readonly Operation[];
  /** An import to add. */
  added?: AddImport;
}

/**
 * Finds the runtime's import in a file or plans one.
 * @param form how to add a missing import
 * @param uses empty if the file only exports the runtime's functions again
 */
export function accessRuntime(
  runtime: string,
  form: ImportForm,
  uses: readonly RuntimeUse[],
  free: FreeNames,
  { analysis, options, text }: AnalyzedFile,
): RuntimeAccess {
  const program = analysis.program;
  const source = options.runtime?.[runtime] ?? packagedRuntime(runtime);
  /** The expression for each export. */
  const reached = new Map<string, string>();
  const missing: string[] = [];
  for (const exported of [...new Set(uses.map(({ to }) => exportOf(to)))].sort()) {
    const own = uses.filter(({ to }) => exportOf(to) === exported).map(({ path }) => path);
    const existing = existingAccess({ runtime, source, exported }, program, own);
    if (existing) reached.set(exported, existing);
    else missing.push(exported);
  }
  const express = (to: string) => `${reached.get(exportOf(to))}${to.slice(exportOf(to).length)}`;
  const module = source;
  if (missing.length === 0) return { express, module };

  if (form === 'typed-require') {
    const paths = [...new Set(uses.map(({ path }) => path))];
    const quote = quoteIn(text);
    const specifier = quote + source + quote;
    for (const exported of missing)
      reached.set(exported, `(require(${specifier}) as typeof import(${specifier})).${exported}`);
    return { express, module, separators: paths.flatMap((path) => separator(path, text) ?? []) };
  }
  let names: ImportedName[];
  if (form === 'import-equals') {
    const local = free.give(`${runtime}Runtime`);
    names = [{ exported: '*', local }];
    for (const exported of missing) reached.set(exported, `${local}.${exported}`);
  } else {
    names = missing.map((exported) => ({ exported, local: free.give(exported) }));
    for (const { exported, local } of names) reached.set(exported, local);
  }
  const declaration = form === 'import' ? namedImport(runtime, source, analysis) : undefined;
  if (declaration) return { express, module, extended: extendImport(declaration, names) };
  const anchor = anchorFor(
    { form, source },
    program,
    uses.map(({ path }) => path),
  );
  return { express, module, added: { form, source, names, anchor } };
}

/** `import { recorder } from …` → `import { recorder, getRecorderManager } from …` */
function extendImport({ specifiers }: ImportDeclaration, names: readonly ImportedName[]): Operation {
  const list = names.map(({ exported, local }) => (exported === local ? local : `${exported} as ${local}`));
  return edit((output) => output.appendLeft(specifiers.at(-1)!.end!, `, ${list.join(', ')}`));
}

function exportOf(to: string): string {
  return to.split('.')[0]!;
}

/** An export of a runtime, and the module specifier from which this run imports it. */
interface RuntimeExport {
  runtime: string;
  source: string;
  exported: string;
}

/** An import of the runtime that already has a list of names. */
function namedImport(runtime: string, source: string, analysis: Analysis): ImportDeclaration | undefined {
  return analysis.imports
    .map(({ node }) => node)
    .find(
      (declaration) =>
        declaration.importKind !== 'type' &&
        declaration.specifiers.at(-1)?.type === 'ImportSpecifier' &&
        isRuntimeModule(declaration.source.value, runtime, source),
    );
}

/** Whether a module specifier is that of a runtime: the one of this run, the package's, or a copy's. */
function isRuntimeModule(specifier: string | undefined, runtime: string, source: string): boolean {
  return specifier === source || (specifier !== undefined && isRuntimeSpecifier(specifier, runtime));
}

/** The bindings in a file for exports of a runtime, each with the expression for it. */
export function runtimeExpressions(
  runtime: string,
  exported: string,
  { analysis: { program }, options }: AnalyzedFile,
): { binding: Binding; expression: string }[] {
  const wanted = { runtime, source: options.runtime?.[runtime] ?? packagedRuntime(runtime), exported };
  return [...program.scope.bindings].flatMap(([name, binding]) => {
    const expression = importedAs(wanted, binding.path, name);
    return expression === undefined ? [] : [{ binding, expression }];
  });
}

function existingAccess(
  wanted: RuntimeExport,
  program: NodePath<Program>,
  uses: readonly NodePath<Node>[],
): string | undefined {
  for (const [name, binding] of program.scope.bindings) {
    const object = importedAs(wanted, binding.path, name);
    const isBound = () => uses.every((use) => bindingOf(use, name) === binding);
    if (object && isBound() && isSetBefore(binding, program, uses)) return object;
  }
  return undefined;
}

/** Whether a name gets its only value before all of its uses are evaluated. A `require` is not hoisted. */
function isSetBefore(binding: Binding, program: NodePath<Program>, uses: readonly NodePath<Node>[]): boolean {
  if (binding.kind === 'module') return true;
  const statement = topLevelStatement(binding.path);
  if (!binding.constant || !/^(VariableDeclaration|TSImportEquals)/.test(statement.node.type)) return false;
  return isBeforeUses(statement, program, uses);
}

/** The expression for the runtime's export if the binding is an import of it. */
function importedAs(
  { runtime, source, exported }: RuntimeExport,
  path: NodePath<Node>,
  name: string,
): string | undefined {
  const isRuntime = (specifier: string | undefined) => isRuntimeModule(specifier, runtime, source);
  const { node, parent } = path;
  if (parent.type === 'ImportDeclaration') {
    if (parent.importKind === 'type' || !isRuntime(parent.source.value)) return undefined;
    if (node.type === 'ImportNamespaceSpecifier') return `${name}.${exported}`;
    const named = node.type === 'ImportSpecifier' && node.importKind !== 'type' && nameOf(node.imported);
    return named === exported ? name : undefined;
  }
  if (path.isTSImportEqualsDeclaration()) {
    const { moduleReference } = path.node;
    return moduleReference.type === 'TSExternalModuleReference' && isRuntime(moduleReference.expression.value)
      ? `${name}.${exported}`
      : undefined;
  }
  if (!path.isVariableDeclarator()) return undefined;
  const init = path.child('init');
  const id = path.child('id');
  if (id.isObjectPattern() && isRuntime(requiredModule(init))) {
    const taken = id.node.properties.some(
      (property) =>
        property.type === 'ObjectProperty' &&
        nameOf(property.key) === exported &&
        property.value.type === 'Identifier' &&
        property.value.name === name,
    );
    return taken ? name : undefined;
  }
  if (init.isMemberExpression() && init.child('property').isIdentifier({ name: exported })) {
    return isRuntime(requiredModule(init.child('object'))) ? name : undefined;
  }
  return id.isIdentifier() && isRuntime(requiredModule(init)) ? `${name}.${exported}` : undefined;
}
