import { optionOf } from '../ast/options';
import { message } from '../messages/format';
import { ignored, manual, type Reason, rewritten, type What } from '../messages/reasons';
import { similar } from '../messages/similar';
import type { ArgumentEdit, SplitPart, UseMember, UseRuntime } from './change';
import type { Handler, Outcome } from './migration';
import type { Reference, Usage } from './reference';

/**
 * Replaces the API with a member of the migration's runtime.
 * @param to begins with one of the runtime's exports: `recorder.start`
 * @param settlesAtEnd true if the call settles only when the operation ends. With callbacks, Taro ≥ 3 returns
 * no promise, so an `await` of the call does not wait today but would wait for the end after the rewrite.
 * `on-host` if this applies only to the host's own function, because Taro does return a promise.
 */
export function toRuntime(
  to: string,
  { settlesAtEnd = false }: { settlesAtEnd?: boolean | 'on-host' } = {},
): Handler {
  return {
    to,
    decide(reference) {
      const { feature, supported, name } = reference.migration.runtime!;
      const change: UseRuntime = { kind: 'runtime', to, supported };
      const isIdle = settlesAtEnd === 'on-host' ? reference.origin !== 'taro' : settlesAtEnd;
      if (isIdle && reference.usage.kind === 'call' && !reference.obstacle)
        return awaitedCall(reference, change);
      return replacement(reference, change, {
        tested: supported ? rewritten.tested(supported) : undefined,
        ...(feature !== undefined && {
          query: { reason: rewritten.feature(feature), changes: [{ kind: 'string', value: feature }] },
          queryOfPart: manual.featureMember(feature),
        }),
        assigned: manual.assigned(to, name),
        mocked: manual.mocked(name),
      });
    },
  };
}

/** Renames the API on the platform; it is otherwise the same. Needs no runtime. */
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
 * Edits the arguments too, because the replacement takes others. Calls whose arguments cannot be edited
 * safely get manual findings, and so does the function when it is passed on.
 * @param handler the replacement, for instance `rename('newName')`
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

/** The differences between handlers that replace an API with a single other name. */
interface ReplacementWords {
  /** Undefined if feature tests stay. */
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
 * Replaces a call with several functions that together return the old result, without arguments or promises.
 * They belong to the runtime or, in a migration without one, to the platform. An `await` of the call stays,
 * so that the code after it still runs in a later turn.
 * @param table the function for each member: `{ windowWidth: 'getWindowInfo', brand: 'getDeviceInfo' }`
 * @param whole the runtime function that returns the whole object, for code that passes it on
 */
export function split(table: Readonly<Record<string, string | SplitPart>>, whole?: string): Handler {
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
        return {
          reason: runtime
            ? manual.assigned(all.join(', '), runtime.name)
            : manual.assignedMember(all.join(', ')),
        };
      if (obstacle) return { reason: obstacle(fieldsRead(reference, parts) ?? whole ?? all.join(', ')) };
      if (usage.kind !== 'call')
        return whole === undefined ? { reason: manual.unknownMembers(all) } : wholly(whole, usage);
      const result = usage.result();
      const names = result.kind === 'unused' ? [] : result.names;
      const others = names.filter((name) => !Object.hasOwn(parts, name));
      if (others.length > 0) return { reason: unknownNames(others, parts) };
      const isKept = (name: string) =>
        parts[name]!.trueAs === undefined || (result.kind === 'members' && result.tested.includes(name));
      if (usage.call.node.arguments.length > 0) return { reason: manual.unknownMembers(all) };
      // Any function of the platform may be missing too.
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
 * Replaces a call with an asynchronous result, through callbacks or a promise: `pick` returns the members
 * that the code reads or, if those are unknown, `whole` returns all of them.
 * @param table the function for each member
 * @param others additional members of the result
 * @param pick a runtime function that takes the functions to call, followed by the arguments of the API. It
 * keeps the types of members.
 */
export function splitLater(
  table: Readonly<Record<string, SplitPart>>,
  whole: string,
  { others = [], pick }: { others?: readonly string[]; pick?: string } = {},
): Handler {
  const uncalled = split(table, whole);
  return {
    to: whole,
    decide(reference) {
      const { usage, obstacle } = reference;
      if (usage.kind !== 'call') return uncalled.decide(reference);
      if (obstacle) return { reason: obstacle(whole) };
      const answer = usage.answer();
      const read = answer.kind === 'unused' ? [] : answer.names;
      const parts = read.filter((name) => Object.hasOwn(table, name));
      const unknown = read.filter((name) => !parts.includes(name) && !others.includes(name));
      if (unknown.length > 0) return { reason: unknownNames(unknown, table) };
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

/** The fields that a call reads, each from its function: `getWindowInfo().windowHeight`. */
function fieldsRead(
  { usage, migration: { runtime } }: Reference,
  parts: Readonly<Record<string, SplitPart>>,
): What | undefined {
  if (usage.kind !== 'call') return undefined;
  const result = usage.result();
  if (result.kind !== 'members' || result.names.length === 0) return undefined;
  if (!result.names.every((name) => parts[name] && parts[name].trueAs === undefined)) return undefined;
  const name = result.names.map((field) => `${parts[field]!.from}().${field}`).join(', ');
  return runtime ? message('what/runtime-member', { name, runtime: runtime.name }) : name;
}

/** The most letters of a field that are taken for mistyped ones: `titleBarHeight` is no `statusBarHeight`. */
const MISTYPED = 2;

function unknownNames(names: readonly string[], table: Readonly<Record<string, unknown>>) {
  const meant = names.flatMap((name) => similar(name, Object.keys(table), MISTYPED) ?? []);
  return meant.length > 0 ? manual.mistypedMembers(names, meant) : manual.otherMembers(names);
}

/** Replaces the API with the runtime's function. */
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
 * Replaces a setter function with properties: `ctx.setFillStyle('red')` → `ctx.fillStyle = 'red'`. Calls with
 * a used value get manual findings, because an assignment has another value.
 * @param properties one property for each argument
 * @param type the type of the properties, if the function accepts others too; calls with values of other types
 * stay in TypeScript
 * @param mistyped a property that the types of a host's global declare with a wrong type; calls on that global
 * stay in TypeScript
 */
export function assign(
  properties: string | readonly [string, ...string[]],
  { type, mistyped }: { type?: 'string'; mistyped?: { property: string; global: string } } = {},
): Handler {
  const [first, ...others] = typeof properties === 'string' ? [properties] : properties;
  const all = [first, ...others];
  const to = all.join(', ');
  return {
    to,
    decide({ usage, obstacle, typedGlobals }) {
      if (usage.kind === 'test' || usage.kind === 'feature-query') return { reason: ignored.featureTest() };
      if (usage.kind === 'assignment') return { reason: manual.assignedMember(to) };
      if (usage.kind === 'mock') return { reason: manual.mockedMember(to) };
      if (obstacle) return { reason: obstacle(to) };
      if (usage.kind !== 'call' || !usage.canAssign(all))
        return { reason: others.length > 0 ? manual.notAssignableAll(to) : manual.notAssignable(to) };
      if (type && !all.every((_, index) => usage.isCertainString(index)))
        return { reason: manual.maybeOtherType(to) };
      if (mistyped && typedGlobals.includes(mistyped.global))
        return { reason: manual.mistyped(mistyped.property, mistyped.global) };
      return {
        reason: rewritten.assigned(to),
        changes: [
          { kind: 'member', to: first },
          { kind: 'assign', others },
        ],
      };
    },
  };
}

/**
 * For calls that settle at the end of the operation. Today, awaiting such a call with callbacks returns at
 * once (Taro 3 and later).
 */
function awaitedCall({ usage, origin, taroVersion }: Reference, change: UseRuntime): Outcome {
  const plain: Outcome = { reason: rewritten.call(change.to), changes: [change] };
  if (usage.kind !== 'call' || !usage.awaited) return plain;
  // Taro 1 and 2 returned a promise even with callbacks, so there the await did wait.
  if (origin === 'taro' && taroVersion < 3) return plain;
  const callbacks = usage.callbacks();
  if (callbacks === 'none') return plain;
  if (!usage.awaited.unused) return callbacks === 'some' ? { reason: manual.awaitedValue() } : plain;
  return callbacks === 'some'
    ? { reason: rewritten.unawaited(change.to), changes: [change, { kind: 'unawait' }] }
    : { reason: manual.awaitedUnknownOptions() };
}

/**
 * Reports certain references for manual changes.
 * @param reason the message
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
 * Routes an API that is not deprecated through the runtime, if the reference is certain.
 * @param why default: the runtime uses the API too
 */
export function share(to: string, why?: Reason): Handler {
  return {
    to,
    certainOnly: true,
    decide({ usage, obstacle, migration }) {
      if (usage.kind === 'test' || usage.kind === 'feature-query') return { reason: ignored.featureTest() };
      // Tests must mock the API that the runtime itself calls.
      if (usage.kind === 'mock')
        return { reason: usage.isCall ? manual.mocked(migration.runtime!.name) : ignored.definition() };
      if (usage.kind === 'assignment') return { reason: manual.assigned(to, migration.runtime!.name) };
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
 * A call that asks for a permission which the replacement needs too. It goes through the runtime if the
 * companion's option says that platforms lack it or name it differently.
 * @param scope the scope that the call must name: `authorize({ scope: 'scope.record' })`. Without it, any
 * such call in a file that mentions the scope counts.
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
