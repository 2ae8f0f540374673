import type { Node, VariableDeclarator } from '@babel/types';
import { bindingOf } from '../ast/binding';
import type { Binding, NodePath } from '../ast/node-path';
import { nameOf, staticName, wrapped } from '../ast/syntax';
import type { Migration } from '../migrations/migration';
import { runtimeMentions } from '../migrations/runtime-module';
import { type Decision, replacementOf, staysOnPlatform } from './classify/decision';
import { runtimeExpressions } from './edit/runtime-import';
import type { AnalyzedFile } from './file';

/** Whether a file uses the output of a migration, from before or after this run: its runtime. */
export function isRuntimeUsed(
  migration: Migration,
  { text, options }: AnalyzedFile,
  decisions: readonly Decision[],
): boolean {
  if (decisions.some((decision) => decision.migration === migration && isInjected(decision))) return true;
  const { runtime } = migration;
  if (!runtime) return false;
  const own = options.runtime?.[runtime.name];
  return [...runtimeMentions(runtime.name), ...(own === undefined ? [] : [own])].some((mention) =>
    text.includes(mention),
  );
}

function isInjected(decision: Decision): boolean {
  const change = replacementOf(decision);
  return change !== undefined && !staysOnPlatform(change);
}

/**
 * All uses of a migration's APIs or of their replacements from an earlier run, both calls and function
 * values.
 */
export function usesOf(
  api: string,
  migration: Migration,
  decisions: readonly Decision[],
  file: AnalyzedFile,
): NodePath<Node>[] {
  const uses: NodePath<Node>[] = [];
  for (const decision of decisions) {
    if (decision.migration !== migration || decision.api !== api || decision.imported) continue;
    const change = replacementOf(decision);
    // A feature test does not use the API.
    if (change?.type === 'test' && change.form !== 'value') continue;
    if (change?.type === 'member' || change?.type === 'reference') {
      uses.push(change.path);
    } else if (decision.reason.verdict === 'rewritten') uses.push(decision.path);
  }
  const { runtime, apis } = migration;
  if (!runtime) return uses;
  uses.push(...uses.flatMap(usesAsChoice));
  const { to } = apis[api]!;
  if (to === undefined) return uses;
  const reached = runtimeExpressions(runtime.name, to.split('.')[0]!, file);
  for (const { binding, expression } of reached) {
    const way = to.split('.').slice(expression.includes('.') ? 0 : 1);
    const members = membersOf(binding, way);
    uses.push(...members, ...members.flatMap(usesAsChoice));
  }
  return uses;
}

/** The uses of the name bound by `const stop = recorder.supported ? recorder.stop : polyfill`. */
function usesAsChoice(path: NodePath<Node>): readonly NodePath<Node>[] {
  const outer = wrapped(path);
  const declarator = outer.key === 'consequent' ? wrapped(outer.parentPath!).parentPath : undefined;
  if (!declarator?.isVariableDeclarator() || declarator.node.id.type !== 'Identifier') return [];
  return bindingOf(declarator, declarator.node.id.name)?.referencePaths ?? [];
}

/** Where the given properties of a binding are accessed. The last one may be destructured. */
function membersOf(binding: Binding, way: readonly string[]): NodePath<Node>[] {
  return binding.referencePaths.flatMap((reference) => {
    let path: NodePath<Node> = reference;
    for (const [index, property] of way.entries()) {
      const { parentPath } = wrapped(path);
      if (parentPath?.isVariableDeclarator() && index === way.length - 1)
        return takenOut(parentPath, property);
      if (!parentPath?.isMemberExpression() && !parentPath?.isOptionalMemberExpression()) return [];
      const name = staticName(parentPath.child('property') as NodePath<Node>, parentPath.node.computed);
      if (name !== property) return [];
      path = parentPath;
    }
    return [path];
  });
}

/** The uses of the name bound by `const { stop: stopRecord } = recorder`. */
function takenOut(declarator: NodePath<VariableDeclarator>, property: string): readonly NodePath<Node>[] {
  const { id } = declarator.node;
  if (id.type !== 'ObjectPattern') return [];
  return id.properties.flatMap((one) => {
    if (one.type !== 'ObjectProperty' || nameOf(one.key) !== property) return [];
    const target = one.value.type === 'AssignmentPattern' ? one.value.left : one.value;
    return target.type === 'Identifier' ? (bindingOf(declarator, target.name)?.referencePaths ?? []) : [];
  });
}
