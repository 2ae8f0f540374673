import type { Node, Program, Statement } from '@babel/types';
import { bindingOf } from '../../ast/binding';
import type { NodePath } from '../../ast/node-path';
import { unwrap } from '../../ast/syntax';
import { manual, type Reason } from '../../messages/reasons';
import type { EngineOptions } from '../options';
import { isModule } from '../parse/parse';
import { isInteropHelper, requiredModule } from '../resolve/values';

/**
 * How a file imports a runtime. `var-require` uses only ES5 syntax, and `typed-require` requires it in each place
 * without declaring a name.
 */
export type ImportForm = 'import' | 'require' | 'var-require' | 'import-equals' | 'typed-require';

/**
 * The import form that fits a file, or the reason why none does. An import turns a script into a module: a
 * TypeScript script then hides its top-level names from other files, and a sloppy JavaScript script becomes
 * strict.
 */
export function moduleForm(
  program: NodePath<Program>,
  text: string,
  { filename, project, bundler, parser, usesGlobal }: EngineOptions,
): ImportForm | Reason {
  const { body, directives, sourceType } = program.node;
  if (/\.(m[jt]s|vue)$/i.test(filename) || body.some(isEsModuleStatement)) return 'import';
  if (body.some(isTypeScriptModuleStatement)) return 'import-equals';
  // A name at the top of a script is global for TypeScript, so several scripts cannot declare the same.
  if (project === 'native' && usesGlobal && /\.ts$/i.test(filename))
    return declaredNames(program).some(usesGlobal) || !isModule(text, filename, parser)
      ? 'typed-require'
      : 'import';
  if (/\.c[jt]s$/i.test(filename) || usesCommonJs(program) || project === 'native')
    return isEs5(program, filename) ? 'var-require' : 'require';
  if (sourceType === 'module') return 'import';
  if (/\.tsx?$/i.test(filename))
    return body.some(declaresNames) || !isModule(text, filename, parser) ? manual.script() : 'import';
  const isStrict = bundler === 'vite' || directives.some(({ value }) => value.value === 'use strict');
  if (isStrict && isModule(text, filename, parser)) return 'import';
  return bundler === 'webpack' ? 'var-require' : manual.sloppyScript();
}

function isEsModuleStatement(statement: Statement): boolean {
  return (
    statement.type === 'ImportDeclaration' ||
    statement.type === 'ExportNamedDeclaration' ||
    statement.type === 'ExportDefaultDeclaration' ||
    statement.type === 'ExportAllDeclaration'
  );
}

function isTypeScriptModuleStatement(statement: Statement): boolean {
  return (
    statement.type === 'TSExportAssignment' ||
    (statement.type === 'TSImportEqualsDeclaration' &&
      statement.moduleReference.type === 'TSExternalModuleReference')
  );
}

function declaresNames(statement: Statement): boolean {
  return /Declaration$/.test(statement.type);
}

/** The names that a script declares at its top level, including types. */
function declaredNames({ node, scope }: NodePath<Program>): string[] {
  const types = node.body.flatMap((statement) =>
    'id' in statement && statement.id?.type === 'Identifier' ? [statement.id.name] : [],
  );
  return [...new Set([...scope.bindings.keys(), ...types])];
}

/** Whether the file assigns `module.exports` or `exports`, or calls `require` at the top level. */
function usesCommonJs(program: NodePath<Program>): boolean {
  let found = false;
  program.traverse({
    Identifier(path) {
      const { name } = path.node;
      if (name !== 'module' && name !== 'exports' && name !== 'require') return;
      const isTarget = path.parent.type === 'AssignmentExpression';
      if (!isTarget && !path.isReferencedIdentifier()) return;
      if (bindingOf(path, name)) return;
      if (name === 'require') {
        const call: NodePath<Node> = path.parentPath;
        found ||= path.getFunctionParent() === null && requiredModule(call) !== undefined;
      } else if (name === 'module') {
        const parent = path.parentPath;
        found ||= parent.isMemberExpression() && parent.child('property').isIdentifier({ name: 'exports' });
      } else {
        found = true;
      }
      if (found) path.stop();
    },
  });
  return found;
}

/**
 * Whether a top-level statement belongs to the leading run after which a new import of this form is inserted.
 * A `require` is not hoisted, so it belongs to the run only if it runs no code of this file:
 * `go(require('x'))` may call a function below.
 */
export function isOfLeadingRun(statement: NodePath<Node>, form: ImportForm): boolean {
  if (statement.isImportDeclaration()) return true;
  if (statement.isTSImportEqualsDeclaration()) return form !== 'import' || isExternal(statement.node);
  if (form === 'import' || form === 'import-equals') return false;
  if (statement.isExpressionStatement()) return isRequire(statement.child('expression'));
  if (!statement.isVariableDeclaration()) return false;
  return statement
    .children('declarations')
    .every((one) => bindsOnly(one.node.id) && isRequire(one.child('init')));
}

function isExternal(node: { moduleReference: Node }): boolean {
  return node.moduleReference.type === 'TSExternalModuleReference';
}

/** Whether a pattern evaluates nothing: it has no default values and no computed keys. */
function bindsOnly(pattern: Node): boolean {
  if (pattern.type !== 'ObjectPattern') return pattern.type === 'Identifier';
  return pattern.properties.every(
    (property) =>
      property.type === 'RestElement' || (!property.computed && property.value.type === 'Identifier'),
  );
}

function isRequire(path: NodePath<Node | null | undefined>): boolean {
  return moduleIn(path) !== undefined;
}

/** The module in `require('a')`, `require('a').b`, `_interopRequireDefault(require('a'))`. */
function moduleIn(path: NodePath<Node | null | undefined>): string | undefined {
  const value = unwrap(path);
  const required = requiredModule(value);
  if (required !== undefined) return required;
  if (value.isMemberExpression()) return value.node.computed ? undefined : moduleIn(value.child('object'));
  if (!value.isCallExpression()) return undefined;
  const [argument] = value.children('arguments');
  return argument && isInteropHelper(value.child('callee')) ? moduleIn(argument) : undefined;
}

/** Whether a top-level statement always loads a module where it stands. */
export function loads(statement: NodePath<Node>, module: string): boolean {
  if (statement.isTSImportEqualsDeclaration()) {
    const { moduleReference } = statement.node;
    return (
      moduleReference.type === 'TSExternalModuleReference' && moduleReference.expression.value === module
    );
  }
  if (statement.isExpressionStatement()) return moduleIn(statement.child('expression')) === module;
  if (!statement.isVariableDeclaration()) return false;
  return statement.children('declarations').some((one) => moduleIn(one.child('init')) === module);
}

const ES2015_AND_LATER = new Set([
  'ArrowFunctionExpression',
  'AwaitExpression',
  'ArrayPattern',
  'AssignmentPattern',
  'ClassDeclaration',
  'ClassExpression',
  'ForOfStatement',
  'Import',
  'JSXElement',
  'JSXFragment',
  'ObjectMethod',
  'ObjectPattern',
  'OptionalCallExpression',
  'OptionalMemberExpression',
  'RestElement',
  'SpreadElement',
  'TaggedTemplateExpression',
  'TemplateLiteral',
  'YieldExpression',
]);

/** Whether a JavaScript file uses only ES5 syntax, so that inserted code must too. */
function isEs5(program: NodePath<Program>, filename: string): boolean {
  if (/\.[mc]?tsx?$/i.test(filename)) return false;
  return program.root.paths.every(({ node }) => !isLaterThanEs5(node));
}

function isLaterThanEs5(node: Node): boolean {
  switch (node.type) {
    case 'VariableDeclaration':
      return node.kind !== 'var';
    case 'ObjectProperty':
      return node.shorthand || node.computed;
    case 'FunctionDeclaration':
    case 'FunctionExpression':
      return node.async === true;
    default:
      return ES2015_AND_LATER.has(node.type);
  }
}
