import type { File, Node } from '@babel/types';
import type { Migration } from '../../migrations/index';
import { gatherFacts } from '../analyze';
import { staticName, staticString } from '../parse/syntax';
import type { NodePath } from '../parse/traverse';
import { isRuntimeUsed } from '../runtime-uses';
import type { RewriteOptions } from '../types';
import { type Judged, judge } from './classify';
import { ignored, rewritten } from './verdicts';

/**
 * The `getSetting` and `authorize` around a migrated call: they ask for a permission that the replacement
 * needs as well. What else a file asks for is nobody's concern here.
 */
export function judgeGuards(
  ast: File,
  text: string,
  judged: readonly Judged[],
  migrations: readonly Migration[],
  options: RewriteOptions,
): Judged[] {
  return migrations.flatMap((migration) => {
    const { guard } = migration;
    if (!guard || !text.includes(guard.scope) || !isRuntimeUsed(migration, text, judged, options)) return [];
    const facts = gatherFacts(ast, (name) => Object.hasOwn(guard.apis, name));
    const ruleOf = (api: string) => ({
      migration,
      rule: { to: guard.apis[api]!, onlyWith: 'guard' as const },
    });
    const found = judge(facts, ruleOf, options);
    return found.flatMap((decision): Judged[] => {
      if (decision.imported) return options.guard ? [decision] : [];
      if (!decision.change || !asksFor(guard.scope, decision)) return [];
      if (options.guard) return [{ ...decision, reason: rewritten.guard(decision.rule.to) }];
      const { change: _unused, ...left } = decision;
      return [{ ...left, reason: ignored.guard() }];
    });
  });
}

/** `authorize` names its scope; of `getSetting` a file that mentions the scope is taken to want just that. */
function asksFor(scope: string, { api, change }: Judged): boolean {
  if (api !== 'authorize') return true;
  const call = change?.path.parentPath;
  if (!call?.isCallExpression()) return false;
  const [option] = call.get('arguments') as NodePath<Node>[];
  if (!option?.isObjectExpression()) return false;
  return option
    .get('properties')
    .some(
      (property) =>
        property.isObjectProperty() &&
        staticName(property.get('key') as NodePath<Node>, property.node.computed) === 'scope' &&
        staticString(property.node.value) === scope,
    );
}
