import type { NodePath } from '@babel/traverse';
import type {
  Expression,
  ImportDeclaration,
  LogicalExpression,
  MemberExpression,
  Node,
  ObjectPattern,
  ObjectProperty,
  OptionalCallExpression,
  OptionalMemberExpression,
  Program,
  Statement,
  VariableDeclaration,
  VariableDeclarator,
} from '@babel/types';
import { nameOf, split } from '../../ast/syntax';
import { editArguments, editOptions } from './arguments-ast';
import { memberExpression as expression } from './member-expression';
import type { NodeBuilders } from './node-builders';
import type { Operation, Plan } from './operations';

/**
 * Applies a plan to its AST, for the Babel plugin. Produces the same program as `applyText`, apart from
 * layout and comments: `todo` marks are for sources and are omitted.
 * @param program path of the program in the traversal that owns the AST; its scope is updated
 */
export function applyAst(plan: Plan, program: NodePath<Program>, t: NodeBuilders): void {
  const wanted = new Map<Node, Operation[]>();
  const at = (node: Node, operation: Operation) => wanted.set(node, [...(wanted.get(node) ?? []), operation]);
  const imports = plan.operations.filter((operation) => operation.type === 'add-import');
  for (const operation of imports.filter(({ anchor }) => anchor.position === 'before'))
    addImport(operation, program, t);
  // In reverse, because each one is inserted directly after its statement.
  for (const operation of imports.filter(({ anchor }) => anchor.position === 'after').reverse())
    addImport(operation, program, t);
  for (const operation of plan.operations) {
    if (operation.type === 'add-import') continue;
    if (operation.type === 'extend-import') extendImport(operation, t);
    // Immediately: an optional call must not become another node before.
    else if (operation.type === 'edit-options') editOptions(operation, t);
    else if (operation.type === 'edit-arguments') editArguments(operation, t);
    else if ('declaration' in operation) at(operation.declaration, operation);
    else if ('statement' in operation) at(operation.statement, operation);
    else if ('declarator' in operation) at(operation.declarator, operation);
    else if ('node' in operation) at(operation.node, operation);
  }
  program.traverse({
    enter(path) {
      const operations = wanted.get(path.node);
      if (!operations) return;
      wanted.delete(path.node);
      for (const operation of operations) applyOperation(operation, path as NodePath<Node>, t);
    },
  });
  program.scope.crawl();
}

function applyOperation(operation: Operation, path: NodePath<Node>, t: NodeBuilders): void {
  switch (operation.type) {
    case 'replace-member':
      path.replaceWith(expression(operation.to, t));
      endOptionalChain(path, t);
      return;
    case 'replace-test':
      path.replaceWith(testExpression(operation, t));
      return;
    case 'require-support': {
      const { call, supported, isTested, isResultRead, nothing } = operation;
      let inner = path;
      while (inner.node !== call)
        inner = inner.get(inner.isOptionalCallExpression() ? 'callee' : 'object') as NodePath<Node>;
      call.optional = false;
      endOptionalChain(inner.get('callee') as NodePath<Node>, t);
      if (isTested) return;
      const test = expression(supported, t);
      const chain = path.node as Expression;
      path.replaceWith(
        isResultRead
          ? t.conditionalExpression(test, chain, nothingExpression(nothing, t))
          : t.logicalExpression('&&', test, chain),
      );
      return;
    }
    case 'and-to-conditional': {
      const { first, nothing } = operation;
      let holder = path.node as LogicalExpression;
      while (holder !== first && holder.left !== first) holder = holder.left as LogicalExpression;
      if (holder !== first) holder.left = first.right;
      const value = holder === first ? first.right : (path.node as LogicalExpression);
      path.replaceWith(t.conditionalExpression(first.left, value, nothingExpression(nothing, t)));
      return;
    }
    case 'drop-right':
      path.replaceWith((path.node as LogicalExpression).left);
      return;
    case 'replace-reference':
      if (operation.key !== undefined) (path.parent as ObjectProperty).shorthand = false;
      path.replaceWith(expression(operation.to, t));
      endOptionalChain(path, t);
      return;
    case 'remove-specifiers': {
      const gone = new Set<unknown>(operation.specifiers);
      const declaration = path.node as ImportDeclaration;
      declaration.specifiers = declaration.specifiers.filter((specifier) => !gone.has(specifier));
      if (declaration.specifiers.length === 0 && !operation.keepsModule) path.remove();
      return;
    }
    case 'remove-statement':
      path.remove();
      return;
    case 'remove-declarators': {
      const gone = new Set<unknown>(operation.declarators);
      const declaration = path.node as VariableDeclaration;
      declaration.declarations = declaration.declarations.filter((declarator) => !gone.has(declarator));
      if (declaration.declarations.length === 0) path.remove();
      return;
    }
    case 'rebind-properties':
      rebindProperties(operation, path as NodePath<VariableDeclarator>, t);
      return;
    case 'replace-exports':
      replaceExports(operation, path, t);
      return;
    case 'split-declarator':
      splitDeclarator(operation, path as NodePath<VariableDeclaration>, t);
      return;
    case 'merge-calls': {
      const { to, isAssign } = operation;
      const calls = to.map((one) => t.callExpression(expression(one, t), []));
      path.replaceWith(
        isAssign
          ? t.callExpression(expression('Object.assign', t), [t.objectExpression([]), ...calls])
          : t.objectExpression(calls.map((call) => t.spreadElement(call))),
      );
      return;
    }
    case 'call-to-assignment': {
      assign(operation, path, t);
      return;
    }
    case 'typeof-test':
      path.replaceWith(
        t.binaryExpression('===', t.unaryExpression('typeof', operation.node), t.stringLiteral('function')),
      );
      return;
    case 'non-null-test':
      path.replaceWith(t.tsNonNullExpression(operation.node));
      return;
    case 'compare': {
      const { not, value } = operation;
      const compared = path.node as Expression;
      const place = not ? path.parentPath! : path;
      place.replaceWith(t.binaryExpression(not ? '!==' : '===', compared, t.stringLiteral(value)));
      return;
    }
    case 'rename-key': {
      const { node, to } = operation;
      node.key = t.identifier(to);
      node.computed = false;
      node.shorthand = node.value.type === 'Identifier' && node.value.name === to;
      return;
    }
    case 'rename-specifier': {
      const { node, to, local, isAdded } = operation;
      const specifier = t.importSpecifier(t.identifier(local), t.identifier(to));
      if (isAdded) path.insertAfter(specifier);
      else Object.assign(node, { imported: specifier.imported, local: specifier.local });
      return;
    }
    case 'rename-export':
      operation.node.local = t.identifier(operation.to);
      return;
    case 'replace-string':
      path.replaceWith(
        path.isTemplateLiteral()
          ? t.templateLiteral(
              [t.templateElement({ raw: operation.value, cooked: operation.value }, true)],
              [],
            )
          : t.stringLiteral(operation.value),
      );
      return;
    case 'remove-await':
      path.replaceWith(operation.node.argument);
      return;
  }
}

function assign(
  { node, others, place }: Extract<Operation, { type: 'call-to-assignment' }>,
  path: NodePath<Node>,
  t: NodeBuilders,
): void {
  const { callee, arguments: given } = node;
  const member = callee as MemberExpression;
  const [first, ...rest] = [
    member,
    ...others.map((name) => t.memberExpression(t.cloneNode(member.object), t.identifier(name))),
  ].map((target, index) => t.assignmentExpression('=', target, given[index] as Expression));
  path.replaceWith(first!);
  const statement = path.parentPath as NodePath<Statement>;
  const added = rest.map((one) => t.expressionStatement(one));
  if (place.kind === 'list') statement.insertAfter(added);
  if (place.kind === 'body') statement.replaceWith(t.blockStatement([statement.node, ...added]));
}

function nothingExpression(nothing: 'undefined' | 'void 0', t: NodeBuilders): Expression {
  return nothing === 'undefined' ? t.identifier(nothing) : t.unaryExpression('void', t.numericLiteral(0));
}

function testExpression(
  { form, supported, to, nothing }: Extract<Operation, { type: 'replace-test' }>,
  t: NodeBuilders,
): Expression {
  const test = expression(supported, t);
  switch (form) {
    case 'supported':
      return test;
    case 'unsupported':
      return t.unaryExpression('!', test);
    case 'true-or-undefined':
      return t.logicalExpression('||', test, nothingExpression(nothing, t));
    case 'value':
      return t.conditionalExpression(test, expression(to, t), nothingExpression(nothing, t));
  }
}

/**
 * `Taro?.startRecord()` was an optional chain but `recorder.start()` is not, and neither is the rest of the
 * chain up to the next `?.`.
 */
function endOptionalChain(replaced: NodePath<Node>, t: NodeBuilders): void {
  let path = replaced;
  for (;;) {
    const { parentPath: parent } = path;
    if (!parent || (path.key !== 'callee' && path.key !== 'object')) return;
    const node = parent.node as OptionalCallExpression | OptionalMemberExpression;
    if (!/^Optional/.test(node.type) || node.optional) return;
    parent.replaceWith(
      node.type === 'OptionalCallExpression'
        ? Object.assign(t.callExpression(node.callee, node.arguments), {
            typeArguments: node.typeArguments,
            typeParameters: node.typeParameters,
          })
        : t.memberExpression(node.object, node.property as MemberExpression['property'], node.computed),
    );
    path = parent;
  }
}

/** @param path the declaration */
function splitDeclarator(
  { declarator, parts, head }: Extract<Operation, { type: 'split-declarator' }>,
  path: NodePath<VariableDeclaration>,
  t: NodeBuilders,
): void {
  const [first, ...others] = parts.map((part) =>
    'properties' in part
      ? t.variableDeclarator(t.objectPattern(part.properties), t.callExpression(expression(part.to, t), []))
      : t.variableDeclarator(
          t.identifier(part.name),
          t.binaryExpression(
            '===',
            t.memberExpression(t.callExpression(expression(part.to, t), []), t.identifier(part.member)),
            t.stringLiteral(part.value),
          ),
        ),
  );
  const { declarations, kind } = path.node;
  // Another operation replaces the callee. An `await` before the call stays.
  if ('properties' in parts[0]!) first!.init = declarator.init!;
  if (head === undefined) {
    declarations.splice(declarations.indexOf(declarator), 1, first!, ...others);
    return;
  }
  Object.assign(declarator, { id: first!.id, init: first!.init });
  const isExported = head.startsWith('export ');
  const added = others.map((one) => t.variableDeclaration(kind, [one]));
  const around = (isExported ? path.parentPath : path) as NodePath<Node>;
  around.insertAfter(isExported ? added.map((one) => t.exportNamedDeclaration(one)) : added);
}

function rebindProperties(
  { properties }: Extract<Operation, { type: 'rebind-properties' }>,
  path: NodePath<VariableDeclarator>,
  t: NodeBuilders,
): void {
  const declarator = path.node;
  const pattern = declarator.id as ObjectPattern;
  const moved = new Set<unknown>(properties.map(({ node }) => node));
  const added = declarators(properties, t);
  if (pattern.properties.every((property) => moved.has(property))) {
    path.replaceWithMultiple(added);
    return;
  }
  if (pattern.properties.some(({ type }) => type === 'RestElement')) {
    for (const { node, unusedName } of properties) {
      node.shorthand = false;
      node.value = t.identifier(unusedName!);
    }
  } else {
    pattern.properties = pattern.properties.filter((property) => !moved.has(property));
  }
  path.insertAfter(added);
}

function declarators(
  properties: Extract<Operation, { type: 'rebind-properties' }>['properties'],
  t: NodeBuilders,
): VariableDeclarator[] {
  const patterns = new Map<string, ObjectProperty[]>();
  const names: VariableDeclarator[] = [];
  for (const { node, to, supported } of properties) {
    const { object, member } = split(to);
    if (supported !== undefined && t.isAssignmentPattern(node.value)) {
      const { left, right } = node.value;
      const chosen = t.conditionalExpression(expression(supported, t), expression(to, t), right);
      names.push(t.variableDeclarator(left as VariableDeclarator['id'], chosen));
      continue;
    }
    const value = node.value as Extract<ObjectProperty['value'], { type: 'Identifier' }>;
    if (object) {
      const isShorthand = value.type === 'Identifier' && value.name === member;
      const property = t.objectProperty(t.identifier(member), value, false, isShorthand);
      patterns.set(object, [...(patterns.get(object) ?? []), property]);
    } else {
      const target = t.isAssignmentPattern(node.value) ? node.value.left : value;
      names.push(t.variableDeclarator(target as VariableDeclarator['id'], expression(to, t)));
    }
  }
  return [
    ...[...patterns].map(([object, list]) =>
      t.variableDeclarator(t.objectPattern(list), expression(object, t)),
    ),
    ...names,
  ];
}

function replaceExports(
  { declaration, specifiers }: Extract<Operation, { type: 'replace-exports' }>,
  path: NodePath<Node>,
  t: NodeBuilders,
): void {
  const gone = new Set<unknown>(specifiers.map(({ node }) => node));
  const added = specifiers.flatMap(({ node, to, local }): Statement[] => {
    const name = nameOf(node.exported)!;
    if (name === 'default') return [t.exportDefaultDeclaration(expression(to, t))];
    const declared = t.identifier(local ?? name);
    const constant = t.variableDeclaration('const', [t.variableDeclarator(declared, expression(to, t))]);
    if (local === undefined) return [t.exportNamedDeclaration(constant)];
    return [
      constant,
      t.exportNamedDeclaration(null, [t.exportSpecifier(t.identifier(local), node.exported)]),
    ];
  });
  declaration.specifiers = declaration.specifiers.filter((specifier) => !gone.has(specifier));
  if (declaration.specifiers.length === 0) path.replaceWithMultiple(added);
  else path.insertAfter(added);
}

function extendImport(
  { declaration, names }: Extract<Operation, { type: 'extend-import' }>,
  t: NodeBuilders,
): void {
  for (const { exported, local } of names) {
    declaration.specifiers.push(t.importSpecifier(t.identifier(local), t.identifier(exported)));
  }
}

function addImport(
  operation: Extract<Operation, { type: 'add-import' }>,
  program: NodePath<Program>,
  t: NodeBuilders,
): void {
  const { position, statement } = operation.anchor;
  const anchor = (program.get('body') as NodePath<Node>[]).find(({ node }) => node === statement)!;
  const added = importStatements(operation, t);
  // A program without imports and exports may have been parsed as a script.
  if (operation.form === 'import') program.node.sourceType = 'module';
  if (position === 'after') anchor.insertAfter(added);
  else anchor.insertBefore(added);
}

function importStatements(
  { form, source, names }: Extract<Operation, { type: 'add-import' }>,
  t: NodeBuilders,
): Statement[] {
  const module = t.stringLiteral(source);
  if (form === 'import') {
    const specifiers = names.map(({ exported, local }) =>
      t.importSpecifier(t.identifier(local), t.identifier(exported)),
    );
    return [t.importDeclaration(specifiers, module)];
  }
  if (form === 'import-equals') {
    const reference = t.tsExternalModuleReference(module);
    return [t.tsImportEqualsDeclaration(t.identifier(names[0]!.local), reference)];
  }
  const required = () => t.callExpression(t.identifier('require'), [t.stringLiteral(source)]);
  if (form === 'var-require') {
    return names.map(({ exported, local }) =>
      t.variableDeclaration('var', [
        t.variableDeclarator(t.identifier(local), t.memberExpression(required(), t.identifier(exported))),
      ]),
    );
  }
  const properties = names.map(({ exported, local }) =>
    t.objectProperty(t.identifier(exported), t.identifier(local), false, exported === local),
  );
  return [t.variableDeclaration('const', [t.variableDeclarator(t.objectPattern(properties), required())])];
}
