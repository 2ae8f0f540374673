import type { Node, Program } from '@babel/types';
import type { Facts } from './facts';
import { isEs5, isOfLeadingRun, moduleForm } from './module-form';
import type { Anchor, ImportForm, Operation } from './plan-types';
import { requiredModule } from './resolve';
import { nameOf } from './syntax';
import { type NodePath, topLevelStatement } from './traverse';
import type { RewriteOptions } from './types';

/** The packaged runtime's module specifier. */
export function packagedRuntime(runtime: string): string {
  return `taro-modernize/runtime/${runtime}`;
}

/** How code in this file reaches a runtime's export. */
export interface RuntimeAccess {
  /** The expression for the export: `recorder`, or `recorderRuntime.recorder`. */
  object: string;
  /** Missing where the file imports the runtime already. */
  operation?: Operation;
}

/**
 * Finds the runtime's import in a file or plans one.
 * @param uses Where the file is going to use it; not empty.
 * @returns `undefined` where the file cannot take an import.
 */
export function accessRuntime(
  runtime: string,
  facts: Facts,
  uses: readonly NodePath<Node>[],
  options: RewriteOptions,
): RuntimeAccess | undefined {
  const program = facts.program as NodePath<Program>;
  const source = options.runtime?.[runtime] ?? packagedRuntime(runtime);
  const existing = existingAccess(runtime, source, program, uses);
  if (existing) return { object: existing };

  const form = moduleForm(program, options.filename, options.project ?? 'taro');
  if (!form) return undefined;
  const wanted = form === 'import-equals' ? `${runtime}Runtime` : runtime;
  const local = freeName(wanted, facts.takenNames);
  return {
    object: form === 'import-equals' ? `${local}.${runtime}` : local,
    operation: {
      type: 'add-import',
      form,
      source,
      exported: runtime,
      local,
      es5: form === 'require' && isEs5(program, options.filename),
      anchor: anchorFor(form, program, uses),
    },
  };
}

function freeName(wanted: string, taken: ReadonlySet<string>): string {
  if (!taken.has(wanted)) return wanted;
  const base = `taro${wanted[0]!.toUpperCase()}${wanted.slice(1)}`;
  for (let count = 1; ; count++) {
    const name = count === 1 ? base : `${base}${count}`;
    if (!taken.has(name)) return name;
  }
}

function existingAccess(
  runtime: string,
  source: string,
  program: NodePath<Program>,
  uses: readonly NodePath<Node>[],
): string | undefined {
  for (const [name, binding] of Object.entries(program.scope.bindings)) {
    const object = importedAs(runtime, source, binding.path, name);
    if (object && uses.every((use) => use.scope.getBinding(name) === binding)) return object;
  }
  return undefined;
}

/** The expression for the runtime's export, if the binding is an import of it. */
function importedAs(runtime: string, source: string, path: NodePath<Node>, name: string): string | undefined {
  const isRuntime = (specifier: string | undefined) =>
    specifier === source ||
    (specifier !== undefined &&
      new RegExp(`(^|/)taro-modernize/(runtime/)?${runtime}(\\.[cm]?[jt]s)?$`).test(specifier));
  const { node, parent } = path;
  if (parent.type === 'ImportDeclaration') {
    if (parent.importKind === 'type' || !isRuntime(parent.source.value)) return undefined;
    if (node.type === 'ImportNamespaceSpecifier') return `${name}.${runtime}`;
    const named = node.type === 'ImportSpecifier' && node.importKind !== 'type' && nameOf(node.imported);
    return named === runtime ? name : undefined;
  }
  if (path.isTSImportEqualsDeclaration()) {
    const { moduleReference } = path.node;
    return moduleReference.type === 'TSExternalModuleReference' && isRuntime(moduleReference.expression.value)
      ? `${name}.${runtime}`
      : undefined;
  }
  if (!path.isVariableDeclarator()) return undefined;
  const init = path.get('init');
  const id = path.get('id');
  if (id.isObjectPattern() && isRuntime(requiredModule(init))) {
    const taken = id.node.properties.some(
      (property) =>
        property.type === 'ObjectProperty' &&
        nameOf(property.key) === runtime &&
        property.value.type === 'Identifier' &&
        property.value.name === name,
    );
    return taken ? name : undefined;
  }
  if (init.isMemberExpression() && init.get('property').isIdentifier({ name: runtime })) {
    return isRuntime(requiredModule(init.get('object'))) ? name : undefined;
  }
  return id.isIdentifier() && isRuntime(requiredModule(init)) ? `${name}.${runtime}` : undefined;
}

/**
 * After the last statement of the leading run of imports; a `require`, which is not hoisted, also before
 * the first statement that uses it.
 */
function anchorFor(form: ImportForm, program: NodePath<Program>, uses: readonly NodePath<Node>[]): Anchor {
  const body = program.get('body') as NodePath<Node>[];
  let end = 0;
  while (end < body.length && isOfLeadingRun(body[end]!, form)) end++;
  if (form !== 'import') {
    const firstUse = Math.min(...uses.map((use) => Number(topLevelStatement(use).key)));
    end = Math.min(end, firstUse);
  }
  return end > 0
    ? { position: 'after', statement: body[end - 1]!.node }
    : { position: 'before', statement: body[0]!.node };
}
