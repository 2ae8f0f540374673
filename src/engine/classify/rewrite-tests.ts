import type { Node } from '@babel/types';
import { optionalChainOf } from '../edit/optional-chain';
import { wrapped } from '../parse/syntax';
import type { NodePath } from '../parse/traverse';
import { guardedBy } from '../resolve/guarded-code';
import { bindingOf, referencesOf } from '../resolve/scope';
import { useOf } from '../resolve/use';
import type { Suppressions } from '../suppressions';
import type { RewriteOptions } from '../types';
import { codeOf, type Judged } from './classify';
import { ignored, rewritten } from './verdicts';

/**
 * Turns feature tests of the deprecated APIs into tests of what replaces them, so that the code behind a test still
 * runs on a host that has dropped the old API. A test stays where a use that it guards stays. A test that guards no
 * use of this file says what the app can do: it stays only where a use of the file stays.
 * @param judged Without what comments suppress.
 */
export function rewriteTests(
  judged: readonly Judged[],
  suppressions: Suppressions,
  { project }: RewriteOptions,
): Judged[] {
  if (project === 'neither') return [...judged];
  const stays = (decision: Judged): boolean =>
    decision.reason.verdict === 'manual' ||
    decision.reason.id === 'ignored/silenced' ||
    (decision.follows !== undefined && stays(decision.follows as Judged));
  const all = [...judged, ...judged.flatMap((decision) => (stays(decision) ? [] : testsOfAlias(decision)))];

  return all.map((decision) => {
    const { test, rule, migration } = decision;
    const { supported } = migration;
    if (!test || !supported || rule.onlyWith) return decision;
    const { change: _none, test: _done, ...rest } = decision;
    const tested: Judged = {
      ...rest,
      reason: rewritten.tested(supported),
      change: { type: 'test', ...test },
    };
    if (suppressions.cover(tested.path, codeOf(tested))) return { ...rest, reason: ignored.silenced() };
    const uses = judged.filter(
      (other) => (other.migration === migration || other.api === '*') && (other.change || stays(other)),
    );
    const guarded = guardedBy(test.path);
    const own = uses.filter((use) => guarded.some((node) => contains(node, use.path.node)));
    const deciding = own.length > 0 ? own : uses;
    // A name that is bound to the replacement is always there, whatever it guards.
    const isKept = decision.follows ? stays(decision.follows as Judged) : deciding.some(stays);
    return isKept ? { ...rest, reason: ignored.keptTest() } : tested;
  });
}

/** `const f = wx.startRecord; if (f) f()`: the replacement is always there, so tests of the name test the API. */
function testsOfAlias(decision: Judged): Judged[] {
  const { change, migration, rule, api } = decision;
  if (!migration.supported || rule.onlyWith) return [];
  if (change?.type !== 'member' && change?.type !== 'reference') return [];
  const value = wrapped(change.path as NodePath<Node>);
  const declarator = value.parentPath;
  if (!declarator?.isVariableDeclarator() || value.key !== 'init') return [];
  const { id } = declarator.node;
  const binding = id.type === 'Identifier' ? bindingOf(declarator as NodePath<Node>, id.name) : undefined;
  if (!binding?.constant) return [];
  return referencesOf(binding).flatMap((path): Judged[] => {
    const use = useOf(path);
    const shared = { path, api, migration, rule, follows: decision };
    if ('test' in use && use.test) return [{ ...shared, reason: ignored.featureTest(), test: use.test }];
    const isDirect = wrapped(path).key === 'callee';
    const optional = use.kind === 'call' && isDirect ? optionalChainOf(use.call) : undefined;
    return optional ? [{ ...shared, reason: rewritten.throughBinding(rule.to), optional }] : [];
  });
}

function contains(outer: Node, inner: Node): boolean {
  return outer.start! <= inner.start! && inner.end! <= outer.end!;
}
