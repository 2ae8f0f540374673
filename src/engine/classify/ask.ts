import type { Node } from '@babel/types';
import type { NodePath } from '../../ast/node-path';
import { wrapped } from '../../ast/syntax';
import { ignored, manual, type Reason } from '../../messages/reasons';
import type { Change } from '../../migrations/change';
import type { Handler, Migration } from '../../migrations/migration';
import type { Reference, Result, Usage } from '../../migrations/reference';
import type { Lookalikes } from '../lookalikes';
import type { EngineOptions } from '../options';
import { canAssign, canEdit, isStringAt } from '../resolve/arguments';
import type { FeatureTest } from '../resolve/feature-test';
import { optionalChainOf } from '../resolve/optional-chain';
import type { Resolver } from '../resolve/resolver';
import { answerOf, resultOf } from '../resolve/result';
import { callbacksIn, type Use, useOf } from '../resolve/use';
import { changeOf, type Decision, type Site, type SiteChange } from './decision';

/** The context for the decision on one candidate. */
export interface Context {
  readonly api: string;
  readonly migration: Migration;
  readonly handler: Handler;
  /** For a companion: whether its option is enabled. */
  readonly isOn: boolean;
  readonly resolver: Resolver;
  readonly options: EngineOptions;
  /** Names with uses that scopes do not show. */
  readonly otherNames: ReadonlySet<string>;
  readonly lookalikes: Lookalikes;
  /**
   * For a member of an API result: the host globals on which the API was called. Empty if it was called on
   * Taro.
   */
  readonly globals?: readonly string[];
  /** Whether the file certainly has no types. */
  readonly isUntyped?: boolean;
}

type Found = Pick<Reference, 'usage' | 'origin' | 'obstacle'>;

/** A decision by the engine itself: the candidate is not a reference to the API. */
export function leave(path: NodePath<Node>, { api, migration }: Context, reason: Reason): Decision {
  return { path, api, migration, reason, changes: [] };
}

/**
 * Asks the handler of an API about a reference.
 * @param site where a change would be made; undefined if there is no expression
 * @param test the feature test that contains the reference, if any
 */
export function ask(
  path: NodePath<Node>,
  context: Context,
  found: Found,
  site?: Site,
  test?: FeatureTest,
): Decision | undefined {
  const { api, migration, handler, isOn, options, isUntyped = false, globals = [] } = context;
  const { taroVersion } = options;
  const { usage, origin } = found;
  const outcome = handler.decide({
    api,
    migration,
    taroVersion,
    isOn,
    typedGlobals: isUntyped ? [] : globals,
    usage,
    origin,
    obstacle: found.obstacle ?? hostObstacle(context, origin),
  });
  if (!outcome) return undefined;
  const { reason, changes = [] } = outcome;
  const placed = changes.flatMap((change) => place(change, path, usage, site, test) ?? []);
  if (usage.kind !== 'test' || changes.length === 0)
    return { path, api, migration, handler, reason, changes: placed };
  const decision: Decision = { path, api, migration, handler, reason, changes: [] };
  const change = placed.find((one) => 'type' in one);
  if (change && test)
    return { ...decision, reason: ignored.featureTest(), deferred: { reason, change, test: test.path } };
  // An expression compared with another value must be the same member as that one.
  return change?.kind === 'member'
    ? { ...decision, changes: [change] }
    : { ...decision, reason: ignored.featureTest() };
}

/**
 * Without a runtime, a replacement works only on some hosts. A call on Taro is rewritten only if the app is
 * built for these hosts alone.
 */
function hostObstacle(
  { handler, migration, options, globals = [] }: Context,
  origin: Reference['origin'],
): Reference['obstacle'] {
  const only = handler.only ?? migration.only;
  if (!only || migration.runtime || handler.to === undefined) return undefined;
  if (origin === 'global' || origin === 'unknown') return undefined;
  const { platforms = [] } = options;
  const isThere =
    globals.length > 0
      ? globals.every((global) => only.globals.includes(global))
      : platforms.length > 0 && platforms.every((platform) => only.platforms.includes(platform));
  return isThere ? undefined : (to) => manual.otherPlatforms(to, only.platforms);
}

/** Applies a change of a handler to its site; `undefined` where that is not possible. */
function place(
  change: Change,
  path: NodePath<Node>,
  usage: Usage,
  site?: Site,
  test?: FeatureTest,
): SiteChange | undefined {
  const call = usage.kind === 'call' ? usage : undefined;
  switch (change.kind) {
    case 'string':
      return { type: 'string', path, ...change };
    case 'member':
      return site && { ...site, ...change };
    case 'runtime':
      if (test) return { type: 'test', ...test, ...change };
      return site && site.type !== 'string' ? { ...site, ...change } : undefined;
    case 'split':
      return call && (site?.type === 'member' || site?.type === 'reference')
        ? { ...site, ...change, call: call.call }
        : undefined;
    case 'argument':
    case 'assign':
      return call && { path: call.call, ...change };
    case 'unawait':
      return call?.awaited && { kind: 'unawait', path: call.awaited.path };
  }
}

/** Asks about an expression whose value is the API, by how the code uses it. */
export function askByUse(
  path: NodePath<Node>,
  expression: NodePath<Node>,
  site: Site,
  found: Omit<Found, 'usage'>,
  context: Context,
): Decision | undefined {
  const use = useOf(expression);
  if (use.kind === 'tag') return leave(path, context, ignored.definition());
  const usage = usageOf(use, context, site);
  const askWith = (test?: FeatureTest) => ask(path, context, { ...found, usage }, site, test);
  if (use.kind === 'test') return askWith(use.test);
  const decision = askWith();
  const { supported } = (decision && changeOf(decision, 'runtime')) ?? {};
  // A replacement that every host has needs no test.
  if (!decision || supported === undefined) return decision;
  if (use.kind === 'value' && use.test) return askWith(use.test);
  if (use.kind !== 'call' || use.call.node.optional !== true) return decision;
  // `(log(), startRecord)?.({})` has a side effect before the test.
  if (wrapped(expression).key !== 'callee') return askWith({ path: expression, form: 'value' });
  const optional = optionalChainOf(use.call);
  return optional
    ? { ...decision, changes: [...decision.changes, { kind: 'optional-call', supported, ...optional }] }
    : decision;
}

/**
 * How the surrounding code uses the API, in the terms of handlers.
 * @param site where a change would be made; a name bound to an API stays, whatever its calls return
 */
export function usageOf(
  use: Exclude<Use, { kind: 'tag' }>,
  { otherNames, isUntyped = false }: Context,
  site?: Site,
): Usage {
  const replaceable = (result: Result): Result =>
    result.kind === 'members' && site?.type === 'property' ? { kind: 'object', names: result.names } : result;
  switch (use.kind) {
    case 'call':
      return {
        // Not `...use`, which takes several times as long as the rest.
        kind: 'call',
        call: use.call,
        awaited: use.awaited,
        callbacks: () => callbacksIn(use.call),
        canEdit: (edit) => canEdit(use.call, edit),
        canAssign: (properties) => canAssign(use.call, properties),
        isCertainString: (index) => isUntyped || isStringAt(use.call, index),
        answer: () => replaceable(answerOf(use.call, otherNames)),
        result: () => replaceable(resultOf(use.call, otherNames)),
      };
    case 'assigned':
      return { kind: 'assignment' };
    default:
      return { kind: use.kind };
  }
}
