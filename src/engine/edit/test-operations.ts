import type { LogicalExpression, Node } from '@babel/types';
import { bindingOf } from '../../ast/binding';
import type { NodePath } from '../../ast/node-path';
import { changeOf, type Decision, replacementOf } from '../classify/decision';
import type { TestForm } from '../resolve/feature-test';
import { removeCode, replaceCode } from './edit-code';
import { edit, type Operation } from './operation';
import { type Nothing, requireSupport, takesConditional } from './require-support';

type Tests = ReadonlyMap<Node, { form: TestForm; path: NodePath<Node>; migration: Decision['migration'] }>;

/**
 * The operations for feature tests. Of two equal tests next to each other, one is dropped.
 * @param express returns the expression in this file for an expression on the exports of the migration's
 * runtime
 */
export function testOperations(
  decisions: readonly Decision[],
  express: (decision: Decision, to: string) => string,
): Operation[] {
  const tests: Tests = new Map(
    decisions.flatMap((decision) => {
      const change = replacementOf(decision);
      return change?.type === 'test'
        ? [[change.path.node, { ...change, migration: decision.migration }] as const]
        : [];
    }),
  );
  const guarded = new Set<Node>(
    [...tests.values()].flatMap(({ form, path }) =>
      form === 'guard' ? [partsBehind(path).at(-1)!.node] : [],
    ),
  );
  const operations: Operation[] = [];
  const guards: NodePath<Node>[] = [];
  const dropped = new Set<Node>();
  for (const decision of decisions) {
    const { migration } = decision;
    const change = replacementOf(decision);
    const optional = changeOf(decision, 'optional-call');
    if (optional) {
      const { path } = optional;
      const isTested = equalBefore(path, 'supported', migration, tests)?.operator === '&&';
      const supported = express(decision, optional.supported);
      const unawait = changeOf(decision, 'unawait')?.path;
      operations.push(requireSupport(optional, { supported, isTested, nothing: nothingAt(path) }, unawait));
    }
    if (change?.type !== 'test') continue;
    const { path, form } = change;
    const repeated = equalBefore(path, form, migration, tests);
    // A guard needs two values to choose from.
    if (repeated && !guarded.has(repeated)) {
      dropped.add(repeated);
      operations.push(dropRight(repeated));
      continue;
    }
    if (form === 'guard') guards.push(path);
    const code = testText(path, form, express(decision, change.supported!), express(decision, change.to));
    const { start, end } = path.node;
    operations.push(edit((output, source) => replaceCode(output, source, { from: start!, to: end!, code })));
  }
  // A chain may end where the conditional around it ends.
  return [...operations, ...guards.map((path) => conditionalOf(path, dropped))];
}

/** The `a && b` or `a || b` whose right side is an expression that is already tested on the left. */
function equalBefore(
  path: NodePath<Node>,
  form: TestForm,
  migration: Decision['migration'],
  tests: Tests,
): LogicalExpression | undefined {
  const { node } = path.parentPath ?? {};
  if (node?.type !== 'LogicalExpression' || path.key !== 'right' || form === 'value') return undefined;
  const { operator } = node;
  let before: Node = node.left;
  while (before.type === 'LogicalExpression' && before.operator === operator) before = before.right;
  const other = tests.get(before);
  if (other?.migration !== migration || other.form === 'value') return undefined;
  if ((form === 'unsupported') !== (other.form === 'unsupported')) return undefined;
  // Without the API, the value of `a || b` is that of `b`.
  return operator === '&&' || form === other.form ? node : undefined;
}

/** The `a && b && …` that begin with a test, from the first `a && b` to the whole expression. */
function partsBehind(test: NodePath<Node>): NodePath<LogicalExpression>[] {
  const found: NodePath<LogicalExpression>[] = [];
  let path = test;
  while (path.key === 'left' && path.parentPath?.isLogicalExpression({ operator: '&&' })) {
    path = path.parentPath;
    found.push(path as NodePath<LogicalExpression>);
    if (path.node.extra?.parenthesized) break;
  }
  return found;
}

/**
 * The code for a feature test.
 * @param supported an expression in this file, like `to`
 */
function testText(path: NodePath<Node>, form: TestForm, supported: string, to: string): string {
  if (form === 'supported' || form === 'guard') return supported;
  if (form === 'unsupported') return `!${supported}`;
  const code =
    form === 'value' ? `${supported} ? ${to} : ${nothingAt(path)}` : `${supported} || ${nothingAt(path)}`;
  if (takesConditional(path)) return code;
  return `${beginsStatement(path) ? ';' : ''}(${code})`;
}

/** `recorder.supported && recorder.supported` → `recorder.supported` */
function dropRight({ left, end }: LogicalExpression): Operation {
  return edit((output, source) =>
    removeCode(output, source, { from: source.afterClosing(left.end!), to: end! }),
  );
}

/**
 * `wx.startRecord && ready && f()` → `wx.startRecord ? ready && f() : undefined`
 * @param test the left side of an `a && b` whose value other code receives
 */
function conditionalOf(test: NodePath<Node>, dropped: ReadonlySet<Node>): Operation {
  const parts = partsBehind(test);
  const whole = parts.at(-1)!;
  const { left } = parts.find(({ node }) => !dropped.has(node))!.node;
  const [open, close] = takesConditional(whole) ? ['', ''] : ['(', ')'];
  return {
    phase: 'around',
    apply(output, source) {
      const operator = source.after('&&', source.afterClosing(left.end!))!;
      output.overwrite(operator - 2, operator, '?');
      if (open) output.prependRight(whole.node.start!, open);
      output.appendLeft(whole.node.end!, ` : ${nothingAt(test)}${close}`);
    },
  };
}

function nothingAt(path: NodePath<Node>): Nothing {
  return bindingOf(path, 'undefined') ? 'void 0' : 'undefined';
}

/** Whether a text in parentheses at this position could continue the previous statement. */
function beginsStatement(path: NodePath<Node>): boolean {
  const statement = path.getStatementParent();
  if (!statement?.isExpressionStatement() || typeof statement.key !== 'number') return false;
  return statement.node.start === path.node.start;
}
