import type { Node } from '@babel/types';
import { bindingOf } from '../../ast/binding';
import { wrapped } from '../../ast/syntax';
import { ignored, rewritten } from '../../messages/reasons';
import { codeOf, type Decision, type Deferred, replacementOf } from '../classify/decision';
import { guardedBy } from '../resolve/guarded-code';
import { optionalChainOf } from '../resolve/optional-chain';
import { useOf } from '../resolve/use';
import type { Pass } from './pass';
import { declarationOf, isSuppressed } from './suppress';

/**
 * Rewrites feature tests of deprecated APIs to tests of their replacements, so that the guarded code still
 * runs on a host that has removed the old API. A test stays if a use that it guards stays. A test that guards
 * no use in this file describes the app's capability, and stays only if some use in the file stays.
 */
export const settleFeatureTests: Pass = (before, { analysis, options }) => {
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
  const usesBeside = usesOfTests(before, stays);

  return decisions.map((decision) => {
    const { deferred, ...rest } = decision;
    if (!deferred || !(hasRuntime || deferred.change.kind === 'member')) return decision;
    const { test, reason, change } = deferred;
    const tested: Decision = { ...rest, reason, changes: [change] };
    if (analysis.suppressions.cover(tested.path, codeOf(tested)))
      return { ...rest, reason: ignored.suppressed() };
    const uses = usesBeside(decision, change);
    const own = guardedBy(test).flatMap((node) => usesIn(node, uses.sorted));
    // A name bound to the replacement always has a value, whatever it guards.
    const declaration = find(decision);
    const guardsStaying = () => (own.length > 0 ? own.some(stays) : uses.isAnyLeft());
    const isKept = declaration ? stays(declaration) : guardsStaying();
    return isKept ? { ...rest, reason: ignored.keptTest() } : tested;
  });
};

/**
 * In `const f = wx.startRecord; if (f) f()`, the replacement always exists, so tests of the name become tests
 * of the API.
 */
function testsOfAlias(decision: Decision): Decision[] {
  const { migration, handler, api, path: own } = decision;
  const change = replacementOf(decision);
  if (change?.kind !== 'runtime' || (change.type !== 'member' && change.type !== 'reference')) return [];
  const { supported, to } = change;
  if (supported === undefined) return [];
  const value = wrapped(change.path);
  const declarator = value.parentPath;
  if (!declarator?.isVariableDeclarator() || value.key !== 'init') return [];
  const { id } = declarator.node;
  const binding = id.type === 'Identifier' ? bindingOf(declarator, id.name) : undefined;
  if (!binding?.constant) return [];
  return binding.referencePaths.flatMap((path): Decision[] => {
    const use = useOf(path);
    const shared = { path, api, migration, handler, follows: own.node, changes: [] };
    if ('test' in use && use.test) {
      const deferred: Deferred = {
        reason: rewritten.tested(supported),
        change: { type: 'test', ...use.test, kind: 'runtime', to, supported },
        test: use.test.path,
      };
      return [{ ...shared, reason: ignored.featureTest(), deferred }];
    }
    const isDirect = wrapped(path).key === 'callee';
    const optional = use.kind === 'call' && isDirect ? optionalChainOf(use.call) : undefined;
    return optional
      ? [
          {
            ...shared,
            reason: rewritten.throughBinding(to),
            changes: [{ kind: 'optional-call', supported, ...optional }],
          },
        ]
      : [];
  });
}

interface Uses {
  /** Ordered by start offset. */
  readonly sorted: readonly Decision[];
  isAnyLeft(): boolean;
}

/**
 * Finds the uses that a test depends on: those of its runtime, or of its API. Cached, because a file with
 * many tests has few kinds of them.
 */
function usesOfTests(
  decisions: readonly Decision[],
  stays: (decision: Decision) => boolean,
): (tested: Decision, change: Deferred['change']) => Uses {
  const known = new Map<string, Uses>();
  const find = (isOf: (use: Decision) => boolean): Uses => {
    const sorted = decisions
      .filter((use) => (use.api === '*' || isOf(use)) && (replacementOf(use) || stays(use)))
      .sort((a, b) => a.path.node.start! - b.path.node.start!);
    let isAnyLeft: boolean | undefined;
    return {
      sorted,
      isAnyLeft: () => {
        isAnyLeft ??= sorted.some(stays);
        return isAnyLeft;
      },
    };
  };
  return ({ migration, api }, { kind }) => {
    // Members of a runtime depend on each other; members of the platform do not.
    const isWhole = kind === 'runtime';
    const key = isWhole ? migration.name : `${migration.name} ${api}`;
    const uses = known.get(key) ?? find((use) => use.migration === migration && (isWhole || use.api === api));
    known.set(key, uses);
    return uses;
  };
}

/** The uses in a piece of code, from all uses sorted by start offset. */
function usesIn({ start, end }: Node, sorted: readonly Decision[]): Decision[] {
  let low = 0;
  for (let high = sorted.length; low < high; ) {
    const middle = (low + high) >> 1;
    if (sorted[middle]!.path.node.start! < start!) low = middle + 1;
    else high = middle;
  }
  const found: Decision[] = [];
  for (let at = low; at < sorted.length && sorted[at]!.path.node.start! < end!; at++)
    if (sorted[at]!.path.node.end! <= end!) found.push(sorted[at]!);
  return found;
}
