import { optionOf } from '../ast/options';
import { ignored, manual, type Reason, rewritten } from '../messages/reasons';
import type { ArgumentEdit, SplitPart, UseMember, UseRuntime } from './change';
import type { Handler, Outcome } from './migration';
import type { Reference, Usage } from './reference';

/**
 * The API gives way to a member of the migration's runtime.
 * @param to Begins with one of the runtime's exports: `recorder.start`.
 * @param settlesAtEnd The call ends only when the operation does, and Taro ≥ 3 hands back no promise beside callbacks:
 * there an `await` in front of it waits for nothing today and would wait for the end afterwards. `on-host` where that is so
 * for the host's own function alone, because Taro does hand back a promise.
 */
export function toRuntime(
  to: string,
  { settlesAtEnd = false }: { settlesAtEnd?: boolean | 'on-host' } = {},
): Handler {
  return {
    to,
    decide(reference) {
      const { feature, supported, name } = reference.migration.runtime!;
      const change: UseRuntime = { kind: 'runtime', to, ...(supported && { supported }) };
      const isIdle = settlesAtEnd === 'on-host' ? reference.origin !== 'taro' : settlesAtEnd;
      if (isIdle && reference.usage.kind === 'call' && !reference.obstacle)
        return awaitedCall(reference, change);
      return replacement(reference, change, {
        ...(supported && { tested: rewritten.tested(supported) }),
        ...(feature !== undefined && {
          query: { reason: rewritten.feature(feature), changes: [{ kind: 'string', value: feature }] },
          queryOfPart: manual.featureMember(feature),
        }),
        assigned: manual.assigned(),
        mocked: manual.mocked(name),
      });
    },
  };
}

/** The API has another name on the platform, and is the same otherwise. Needs no runtime. */
export function rename(to: string): Handler {
  const change: UseMember = { kind: 'member', to };
  return {
    to,
    decide: (reference) =>
      replacement(reference, change, {
        tested: rewritten.tested(to),
        query: { reason: rewritten.feature(to), changes: [change] },
        queryOfPart: manual.featurePart(to),
        assigned: manual.assignedMember(to),
        mocked: manual.mockedMember(to),
      }),
  };
}

/**
 * What takes the API's place takes other arguments as well. Calls whose arguments cannot be edited safely are left for manual
 * changes, and so is the function where it is handed on.
 * @param handler Says what takes the place: `rename('newName')`, for instance.
 */
export function withArguments(handler: Handler, ...edits: readonly ArgumentEdit[]): Handler {
  return {
    ...handler,
    decide(reference) {
      const outcome = handler.decide(reference);
      const { usage } = reference;
      if (!outcome?.changes) return outcome;
      const isHandedOn =
        usage.kind === 'value' ||
        usage.kind === 'export' ||
        (usage.kind === 'binding' && usage.isShared) ||
        (usage.kind === 'call' && !edits.every(usage.canEdit));
      if (isHandedOn) return { reason: manual.otherArguments(handler.to!) };
      if (usage.kind !== 'call') return outcome;
      return {
        ...outcome,
        changes: [...outcome.changes, ...edits.map((edit) => ({ kind: 'argument', edit }) as const)],
      };
    },
  };
}

/** What differs between the replacements of an API by one other name. */
interface ReplacementWords {
  /** These are missing where feature tests stay. */
  tested?: Reason;
  query?: Outcome;
  queryOfPart?: Reason;
  assigned: Reason;
  mocked: Reason;
}

function replacement(
  { usage, obstacle }: Reference,
  change: UseRuntime | UseMember,
  { tested, query, queryOfPart, assigned, mocked }: ReplacementWords,
): Outcome {
  const { to } = change;
  const changes = [change];
  if (obstacle) return { reason: obstacle(to) };
  switch (usage.kind) {
    case 'call':
      return { reason: rewritten.call(to), changes };
    case 'value':
      return { reason: rewritten.value(to), changes };
    case 'binding':
      return { reason: rewritten.bound(to), changes };
    case 'export':
      return { reason: rewritten.exported(to), changes };
    case 'test':
      return tested ? { reason: tested, changes } : { reason: ignored.featureTest() };
    case 'feature-query':
      if (!query || !queryOfPart) return { reason: ignored.featureTest() };
      return usage.asksForPart ? { reason: queryOfPart } : query;
    case 'assignment':
      return { reason: assigned };
    case 'mock':
      return { reason: mocked };
  }
}

/**
 * What the call gives comes from several functions, none of which takes arguments or returns a promise. They are the runtime's;
 * in a migration without one, they are other members of the platform. An `await` in front of the call stays, so that the code
 * after it still runs in a later turn.
 * @param table What each member is read from: `{ windowWidth: 'getWindowInfo', brand: 'getDeviceInfo' }`.
 * @param whole The function of the runtime that gives the whole object, for code that hands it on.
 * @param isAsync The API returns a promise: only of an awaited call is it known what is read.
 */
export function split(
  table: Readonly<Record<string, string | SplitPart>>,
  whole?: string,
  { isAsync = false } = {},
): Handler {
  const parts = Object.fromEntries(
    Object.entries(table).map(([name, part]) => [name, typeof part === 'string' ? { from: part } : part]),
  );
  const all = [...new Set(Object.values(parts).map(({ from }) => from))];
  return {
    to: all.join(', '),
    decide(reference) {
      const { usage, obstacle, migration } = reference;
      if (usage.kind === 'test' || usage.kind === 'feature-query') return { reason: ignored.featureTest() };
      const { runtime } = migration;
      const of = runtime ? 'runtime' : 'platform';
      if (usage.kind === 'mock')
        return { reason: runtime ? manual.mocked(runtime.name) : manual.mockedMember(all.join(', ')) };
      if (usage.kind === 'assignment')
        return { reason: runtime ? manual.assigned() : manual.assignedMember(all.join(', ')) };
      if (obstacle) return { reason: obstacle(whole ?? all.join(', ')) };
      if (usage.kind !== 'call')
        return whole === undefined ? { reason: manual.unknownMembers(all) } : wholly(whole, usage);
      const isPromise = isAsync && !usage.awaited;
      const result = isPromise ? ({ kind: 'object', names: [] } as const) : usage.result();
      const names = result.kind === 'unused' ? [] : result.names;
      const others = names.filter((name) => !Object.hasOwn(parts, name));
      if (others.length > 0) return { reason: manual.otherMembers(others) };
      const isKept = (name: string) =>
        parts[name]!.trueAs === undefined || (result.kind === 'members' && result.tested.includes(name));
      if (usage.call.node.arguments.length > 0) return { reason: manual.unknownMembers(all) };
      // Of functions of the platform any may be missing as well.
      const isOptional = !runtime && !usage.call.isCallExpression();
      if (result.kind !== 'members' || isOptional || !names.every(isKept))
        return whole === undefined ? { reason: manual.unknownMembers(all) } : wholly(whole, usage);
      const used = Object.fromEntries(names.map((name) => [name, parts[name]!]));
      const [to, ...more] = new Set(Object.values(used).map(({ from }) => from));
      return {
        reason: more.length === 0 ? rewritten.call(to!) : rewritten.split([to!, ...more]),
        changes: [{ kind: 'split', of, parts: used }],
      };
    },
  };
}

/**
 * What the call gives comes later, by callbacks or a promise. Of an awaited call without arguments it is split. Elsewhere `pick`
 * answers with what the code reads, and `whole` with everything where that is not known.
 * @param table What each member is read from.
 * @param others Members that the answer has beside these.
 * @param pick A function of the runtime that takes the functions to answer from, and then the arguments of the API. It gives
 * members the types that they had.
 */
export function splitLater(
  table: Readonly<Record<string, SplitPart>>,
  whole: string,
  { others = [], pick }: { others?: readonly string[]; pick?: string } = {},
): Handler {
  const awaited = split(table, whole, { isAsync: true });
  return {
    to: whole,
    decide(reference) {
      const { usage, obstacle } = reference;
      if (usage.kind !== 'call') return awaited.decide(reference);
      if (obstacle) return { reason: obstacle(whole) };
      const answer = usage.answer();
      const read = answer.kind === 'unused' ? [] : answer.names;
      const parts = read.filter((name) => Object.hasOwn(table, name));
      const unknown = read.filter((name) => !parts.includes(name) && !others.includes(name));
      if (unknown.length > 0) return { reason: manual.otherMembers(unknown) };
      if (usage.call.node.arguments.length === 0 && parts.length === read.length) {
        const outcome = awaited.decide(reference);
        if (outcome?.changes?.some(({ kind }) => kind === 'split')) return outcome;
      }
      const names = [...new Set(parts.map((name) => table[name]!.from))];
      const edit = { kind: 'insert-functions', argument: 0, names } as const;
      if (pick === undefined || answer.kind !== 'members' || names.length === 0 || !usage.canEdit(edit))
        return wholly(whole, usage);
      return {
        reason: rewritten.picked(names),
        changes: [
          { kind: 'runtime', to: pick },
          { kind: 'argument', edit },
        ],
      };
    },
  };
}

/** The runtime's function takes the place of the API. */
function wholly(
  to: string,
  usage: Extract<Usage, { kind: 'call' | 'value' | 'binding' | 'export' }>,
): Outcome {
  const reasons = {
    call: rewritten.whole,
    value: rewritten.value,
    binding: rewritten.bound,
    export: rewritten.exported,
  };
  return { reason: reasons[usage.kind](to), changes: [{ kind: 'runtime', to }] };
}

/**
 * A function that sets a property gives way to the property: `ctx.setFillStyle('red')` → `ctx.fillStyle = 'red'`. Calls whose value
 * is used need manual changes, because an assignment has another one.
 * @param type The type of the property, where the function takes others as well: values of them stay in TypeScript.
 */
export function assign(property: string, { type }: { type?: 'string' } = {}): Handler {
  return {
    to: property,
    decide({ usage, obstacle }) {
      if (usage.kind === 'test' || usage.kind === 'feature-query') return { reason: ignored.featureTest() };
      if (usage.kind === 'assignment') return { reason: manual.assignedMember(property) };
      if (usage.kind === 'mock') return { reason: manual.mockedMember(property) };
      if (obstacle) return { reason: obstacle(property) };
      if (usage.kind !== 'call' || !usage.canAssign()) return { reason: manual.notAssignable(property) };
      if (type && !usage.isCertainString(0)) return { reason: manual.maybeOtherType(property) };
      return {
        reason: rewritten.assigned(property),
        changes: [{ kind: 'member', to: property }, { kind: 'assign' }],
      };
    },
  };
}

/** A call that settles at the end of what it begins: what waits for it today may wait for nothing. */
function awaitedCall({ usage, origin, taroVersion }: Reference, change: UseRuntime): Outcome {
  const plain: Outcome = { reason: rewritten.call(change.to), changes: [change] };
  if (usage.kind !== 'call' || !usage.awaited) return plain;
  // Taro 1 and 2 gave these calls a promise beside callbacks, so there the await did wait.
  if (origin === 'taro' && taroVersion < 3) return plain;
  const callbacks = usage.callbacks();
  if (callbacks === 'none') return plain;
  if (!usage.awaited.unused) return callbacks === 'some' ? { reason: manual.awaitedValue() } : plain;
  return callbacks === 'some'
    ? { reason: rewritten.unawaited(change.to), changes: [change, { kind: 'unawait' }] }
    : { reason: manual.awaitedUnknownOptions() };
}

/**
 * The API is deprecated, and a person has to replace it: certain references are reported.
 * @param reason What is said of them.
 */
export function reported(reason: Reason): Handler {
  return {
    decide({ usage, obstacle, origin }) {
      if (origin === 'unknown' || usage.kind === 'mock') return { reason: ignored.unconcerned() };
      if (usage.kind === 'test' || usage.kind === 'feature-query') return { reason: ignored.featureTest() };
      if (usage.kind === 'binding' && usage.uses > 0 && !obstacle) return { reason: ignored.declared() };
      return { reason };
    },
  };
}

/**
 * What is not deprecated goes through the runtime, where it is certain.
 * @param why Default: the runtime uses it as well.
 */
export function share(to: string, why?: Reason): Handler {
  return {
    to,
    certainOnly: true,
    decide({ usage, obstacle, migration }) {
      if (usage.kind === 'test' || usage.kind === 'feature-query') return { reason: ignored.featureTest() };
      // What the runtime itself calls is to be mocked as before.
      if (usage.kind === 'mock')
        return { reason: usage.isCall ? manual.mocked(migration.runtime!.name) : ignored.definition() };
      if (usage.kind === 'assignment') return { reason: manual.assigned() };
      if (obstacle) return { reason: usage.kind === 'binding' ? obstacle(to) : ignored.unconcerned() };
      const changes = [{ kind: 'runtime', to }] as const;
      switch (usage.kind) {
        case 'call':
        case 'value':
          return { reason: why ?? rewritten.routed(to, migration.runtime!.name), changes };
        case 'binding':
          return { reason: rewritten.bound(to), changes };
        case 'export':
          return { reason: rewritten.exported(to), changes };
      }
    },
  };
}

/**
 * A call that asks for a permission which the replacement needs as well. It goes through the runtime where platforms
 * lack it or name it otherwise, which the companion's option says.
 * @param scope The scope that the call has to name: `authorize({ scope: 'scope.record' })`. Without it, any call of a
 * file that mentions the scope is taken to ask for it.
 */
export function askThrough(to: string, scope?: string): Handler {
  return {
    to,
    certainOnly: true,
    decide({ usage, obstacle, isOn }) {
      if (obstacle) return undefined;
      if (usage.kind !== 'call' && usage.kind !== 'value' && usage.kind !== 'binding') return undefined;
      if (scope !== undefined) {
        const asked = usage.kind === 'call' ? optionOf(usage.call, 'scope') : undefined;
        if (asked !== scope)
          return isOn && asked?.startsWith('scope.') ? { reason: ignored.otherPermission(asked) } : undefined;
      }
      return isOn
        ? { reason: rewritten.guard(to), changes: [{ kind: 'runtime', to }] }
        : { reason: ignored.guard() };
    },
  };
}
