import type { Identifier, Node } from '@babel/types';
import { wrapped } from '../../ast/syntax';
import { ignored, rewritten } from '../../messages/reasons';
import { codeOf, type Decision, type SiteChange } from '../classify/decision';
import { optionalChainOf } from '../edit/optional-chain';
import type { NodePath } from '../parse/traverse';
import { guardedBy } from '../resolve/guarded-code';
import { bindingOf, referencesOf } from '../resolve/scope';
import { useOf } from '../resolve/use';
import type { Pass } from './pass';
import { declarationOf, isSuppressed } from './suppress';

/**
 * Turns feature tests of the deprecated APIs into tests of what replaces them, so that the code behind a test still
 * runs on a host that has dropped the old API. A test stays where a use that it guards stays. A test that guards no
 * use of this file says what the app can do: it stays only where a use of the file stays.
 */
export const settleFeatureTests: Pass = (before, { facts, options }) => {
  const hasRuntime = options.project !== 'neither';
  const isLeft = ({ reason }: Decision) => reason.verdict === 'manual' || isSuppressed(reason);
  const staysIn = (decisions: readonly Decision[]) => {
    const find = declarationOf(decisions);
    const stays = (decision: Decision): boolean => {
      const declaration = find(decision);
      return isLeft(decision) || (declaration !== undefined && stays(declaration));
    };
    return { stays, find };
  };
  const { stays: stayed } = staysIn(before);
  const aliases = hasRuntime ? before.flatMap((one) => (stayed(one) ? [] : testsOfAlias(one))) : [];
  const decisions = [...before, ...aliases];
  const { stays, find } = staysIn(decisions);

  return decisions.map((decision) => {
    const { test, migration, api } = decision;
    if (!test || !(hasRuntime || test.change.kind === 'member')) return decision;
    const { change: _none, test: _done, ...rest } = decision;
    const { path, reason, change } = test;
    const tested: Decision = { ...rest, reason, change: testChange(test) };
    if (facts.suppressions.cover(tested.path, codeOf(tested)))
      return { ...rest, reason: ignored.suppressed() };
    const uses = before.filter(
      (other) =>
        // A runtime works as a whole, and a member for itself.
        (other.api === '*' ||
          (other.migration === migration && (change.kind === 'runtime' || other.api === api))) &&
        (other.change || stays(other)),
    );
    const guarded = guardedBy(path);
    const own = uses.filter((use) => guarded.some((node) => contains(node, use.path.node)));
    const deciding = own.length > 0 ? own : uses;
    // A name that is bound to the replacement is always there, whatever it guards.
    const declaration = find(decision);
    const isKept = declaration ? stays(declaration) : deciding.some(stays);
    return isKept ? { ...rest, reason: ignored.keptTest() } : tested;
  });
};

function testChange({ path, form, change, site }: NonNullable<Decision['test']>): SiteChange {
  if (change.kind === 'member') return { ...site, ...change };
  const { kind, to, supported } = change;
  return { type: 'test', path, form, kind, to, ...(supported !== undefined && { supported }) };
}

/** `const f = wx.startRecord; if (f) f()`: the replacement is always there, so tests of the name test the API. */
function testsOfAlias({ change, migration, handler, api, path: own }: Decision): Decision[] {
  if (change?.kind !== 'runtime' || (change.type !== 'member' && change.type !== 'reference')) return [];
  const { supported, to } = change;
  if (supported === undefined) return [];
  const value = wrapped(change.path as NodePath<Node>);
  const declarator = value.parentPath;
  if (!declarator?.isVariableDeclarator() || value.key !== 'init') return [];
  const { id } = declarator.node;
  const binding = id.type === 'Identifier' ? bindingOf(declarator as NodePath<Node>, id.name) : undefined;
  if (!binding?.constant) return [];
  return referencesOf(binding).flatMap((path): Decision[] => {
    const use = useOf(path);
    const shared = { path, api, migration, ...(handler && { handler }), follows: own.node };
    if ('test' in use && use.test) {
      const tested = {
        reason: rewritten.tested(supported),
        change: { kind: 'runtime', to, supported },
        site: { type: 'reference', path: path as NodePath<Identifier> },
      } as const;
      return [{ ...shared, reason: ignored.featureTest(), test: { ...use.test, ...tested } }];
    }
    const isDirect = wrapped(path).key === 'callee';
    const optional = use.kind === 'call' && isDirect ? optionalChainOf(use.call) : undefined;
    return optional
      ? [{ ...shared, reason: rewritten.throughBinding(to), optional: { ...optional, supported } }]
      : [];
  });
}

function contains(outer: Node, inner: Node): boolean {
  return outer.start! <= inner.start! && inner.end! <= outer.end!;
}
