import type { Node } from '@babel/types';
import { wrapped } from '../../ast/syntax';
import { ignored, type Reason } from '../../messages/reasons';
import type { Handler, Migration } from '../../migrations/migration';
import type { Reference, Usage } from '../../migrations/reference';
import { optionalChainOf } from '../edit/optional-chain';
import type { EngineOptions } from '../options';
import type { NodePath } from '../parse/traverse';
import type { FeatureTest } from '../resolve/feature-test';
import type { Resolver } from '../resolve/resolver';
import { resultOf } from '../resolve/result';
import { callbacksIn, type Use, useOf } from '../resolve/use';
import type { Decision, Site } from './decision';

/** What deciding on one candidate rests on. */
export interface Context {
  readonly api: string;
  readonly migration: Migration;
  readonly handler: Handler;
  /** Of a companion: whether its option is on. */
  readonly isOn: boolean;
  readonly resolver: Resolver;
  readonly options: EngineOptions;
  /** Names whose uses scopes do not tell. */
  readonly otherNames: ReadonlySet<string>;
  /** Why calls on the globals of some hosts are not rewritten, per global. */
  readonly lookalikes: ReadonlyMap<string, Reason>;
}

type Found = Pick<Reference, 'usage' | 'origin' | 'obstacle'>;

/** A decision of the engine's own: the candidate is no reference to the API. */
export function leave(path: NodePath<Node>, { api, migration }: Context, reason: Reason): Decision {
  return { path, api, migration, reason };
}

/**
 * Asks the handler of an API about a reference.
 * @param site Where a change would be made; missing for what is no expression.
 * @param test What depends on whether the API is there, where the code tests for that.
 */
export function ask(
  path: NodePath<Node>,
  context: Context,
  found: Found,
  site?: Site,
  test?: FeatureTest,
): Decision | undefined {
  const { api, migration, handler, isOn, options } = context;
  const { taroVersion } = options;
  const outcome = handler.decide({ api, migration, taroVersion, isOn, ...found });
  if (!outcome) return undefined;
  const { reason, change, tested } = outcome;
  const decision: Decision = { path, api, migration, handler, reason };
  if (change?.kind === 'string') {
    const { value } = change;
    return { ...decision, change: { type: 'string', kind: 'string', path, value } };
  }
  const { usage } = found;
  if (tested && site && test) return { ...decision, test: { ...test, ...tested, site } };
  // What is compared with another value has to be the same member as that one.
  if (tested?.change.kind === 'member' && site)
    return { ...decision, reason: tested.reason, change: { ...site, ...tested.change } };
  if (!change || !site) return decision;
  if (change.kind === 'member') return { ...decision, change: { ...site, ...change } };
  if (site.type === 'string') return decision;
  if (change.kind === 'split') {
    const isInPlace = site.type === 'member' || site.type === 'reference';
    return isInPlace && usage.kind === 'call'
      ? { ...decision, change: { ...site, ...change, call: usage.call } }
      : decision;
  }
  const { kind, to, supported, unawait } = change;
  const awaited = unawait && usage.kind === 'call' ? usage.awaited : undefined;
  return {
    ...decision,
    change: {
      ...(test ? { type: 'test' as const, ...test } : site),
      kind,
      to,
      ...(supported !== undefined && { supported }),
    },
    ...(awaited && { unawait: awaited.path }),
  };
}

/** Asks by what the code does with an expression whose value is the API. */
export function askByUse(
  path: NodePath<Node>,
  expression: NodePath<Node>,
  site: Site,
  found: Omit<Found, 'usage'>,
  context: Context,
): Decision | undefined {
  const use = useOf(expression);
  if (use.kind === 'tag') return leave(path, context, ignored.definition());
  const usage = usageOf(use, context);
  const askWith = (test?: FeatureTest) => ask(path, context, { ...found, usage }, site, test);
  if (use.kind === 'test') return askWith(use.test);
  const decision = askWith();
  const change = decision?.change;
  // What is the same on every host needs no test of its own.
  if (!decision || change?.kind !== 'runtime' || change.supported === undefined) return decision;
  if (use.kind === 'value' && use.test) return askWith(use.test);
  if (use.kind !== 'call' || use.call.node.optional !== true) return decision;
  // `(log(), startRecord)?.({})` does more than to test before it calls.
  if (wrapped(expression).key !== 'callee') return askWith({ path: expression, form: 'value' });
  const optional = optionalChainOf(use.call);
  return optional ? { ...decision, optional: { ...optional, supported: change.supported } } : decision;
}

/** What the surrounding code does, in the words of handlers. */
export function usageOf(use: Exclude<Use, { kind: 'tag' }>, { otherNames }: Context): Usage {
  switch (use.kind) {
    case 'call':
      return {
        ...use,
        callbacks: () => callbacksIn(use.call),
        result: () => resultOf(use.call, otherNames),
      };
    case 'assigned':
      return { kind: 'assignment' };
    default:
      return { kind: use.kind };
  }
}
