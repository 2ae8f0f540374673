import type { Node, TSImportEqualsDeclaration } from '@babel/types';
import type { NodePath } from '../../ast/node-path';
import { message } from '../../messages/format';
import type { Message } from '../../messages/message';
import { ignored, type Reason } from '../../messages/reasons';
import { isJsSdkModule } from '../../migrations/js-sdk';
import { isRuntimeSpecifier } from '../../migrations/runtime-module';
import { PLATFORM_GLOBALS, TARO_MODULE, WEB_GLOBALS } from './platform';
import type { Lattice } from './solver';

/** The origin of the object on which an API is accessed. */
export type Origin =
  /**
   * The platform itself: `Taro`, its module namespace, or a host global such as `wx`. `mayBeMissing` if the
   * value may also be null or undefined.
   */
  | { kind: 'platform'; from: 'taro' | 'global'; globals: readonly string[]; mayBeMissing?: boolean }
  /** An object made from the platform with its APIs: `promisifyAll(wx)`. */
  | { kind: 'derived'; what: string | Message }
  /**
   * Certainly something else. `own` objects may have any properties, including the platform. `isGlobal`
   * objects are members of a global and contain nothing of the platform. `isApp` objects are what `getApp()`
   * returns, and its parts. `annotated` means that only a type annotation says so.
   */
  | {
      kind: 'foreign';
      reason: Reason;
      own?: boolean;
      isGlobal?: boolean;
      isApp?: boolean;
      result?: ApiResult;
      annotated?: Message;
    }
  /**
   * `cause` is set if type information could decide. `isGiven`: the value comes from outside the file, such as
   * a parameter.
   */
  | { kind: 'unknown'; cause: Message; isGiven?: boolean; reason?: undefined }
  /** A name in a template, or a property of all components. */
  | { kind: 'unknown'; reason: Reason; cause?: undefined; isGiven?: undefined };

/** The platform API that returned the object. With a `cause` this is not certain. */
export interface ApiResult {
  readonly api: string;
  /** The host globals on which it may have been called. Empty if it was called on Taro. */
  readonly globals: readonly string[];
  readonly cause?: Message;
}

const TARO: Origin = { kind: 'platform', from: 'taro', globals: [] };
export const JS_SDK: Origin = { kind: 'foreign', reason: ignored.jsSdk() };

export const hostGlobal = (name: string): Origin => ({ kind: 'platform', from: 'global', globals: [name] });
export const foreign = (reason: Reason): Foreign => ({ kind: 'foreign', reason });
export const own = (reason: Reason): Origin => ({ kind: 'foreign', reason, own: true });
/** The object that the app passes to `App()`, and its parts. */
export const APP: Origin = { kind: 'foreign', reason: ignored.appMethod(), own: true, isApp: true };
export type Foreign = Extract<Origin, { kind: 'foreign' }>;
type Unknown = Extract<Origin, { cause: Message }>;
export const unknown = (cause: Message): Unknown => ({ kind: 'unknown', cause });
export const given = (cause: Message): Unknown => ({ ...unknown(cause), isGiven: true });

/** null, undefined, or no value. */
export const MISSING: Origin = unknown(message('cause/no-value'));

/** The origin of a value that may also be missing. */
export function maybe(origin: Origin): Origin {
  return origin.kind === 'platform' ? { ...origin, mayBeMissing: true } : origin;
}

/** The origin of a value that may be something else, with the cause. */
export function uncertain(origin: Origin, cause: Message): Origin {
  if (origin.kind === 'platform') return unknown(cause);
  return origin.kind === 'foreign' && origin.result
    ? { ...origin, result: { ...origin.result, cause } }
    : origin;
}

/** The origin of a member of an object that is not from the platform. */
export function memberOfForeign(origin: Foreign): Origin {
  const { result: _result, ...member } = origin;
  return member;
}

/** The origin of a name that is only assigned itself. */
export const NOTHING: Origin = unknown(message('cause/own-value'));

export const ORIGINS: Lattice<Origin> = {
  nothing: NOTHING,
  join(one, other) {
    if (one === NOTHING) return other;
    if (other === NOTHING) return one;
    return shared([one, other]) ?? (one.kind === 'unknown' ? one : unknown(message('cause/several-values')));
  },
  equal(one, other) {
    if ((one === NOTHING) !== (other === NOTHING) || one.kind !== other.kind) return false;
    if (one.kind === 'platform' && other.kind === 'platform')
      return (
        one.from === other.from &&
        one.globals.length === other.globals.length &&
        !one.mayBeMissing === !other.mayBeMissing
      );
    if (one.kind !== 'foreign' || other.kind !== 'foreign') return true;
    const [first, second] = [one.result, other.result];
    return (
      one.own === other.own &&
      !one.isApp === !other.isApp &&
      first?.api === second?.api &&
      first?.globals.length === second?.globals.length &&
      !first?.cause === !second?.cause
    );
  },
};

/** The common origin; `undefined` if they differ. */
export function shared([first, ...others]: readonly Origin[]): Origin | undefined {
  let result = first;
  for (const other of others) {
    if (!result) break;
    result = sharedByTwo(result, other);
  }
  return result;
}

function sharedByTwo(one: Origin, other: Origin): Origin | undefined {
  if (one.kind === 'platform' && other.kind === 'platform') {
    const globals = [...new Set([...one.globals, ...other.globals])];
    return {
      kind: 'platform',
      from: one.from === 'taro' ? 'taro' : other.from,
      globals,
      mayBeMissing: one.mayBeMissing || other.mayBeMissing,
    };
  }
  if (one.kind === 'foreign' && other.kind === 'foreign') {
    const result = sharedResult(one.result, other.result);
    const isApp = one.isApp && other.isApp;
    return { ...one, isApp, ...(!one.own && { own: other.own }), ...(result && { result }) };
  }
  if (one.kind === other.kind) return one;
  if (one.kind === 'derived' && other.kind === 'platform') return one;
  return one.kind === 'platform' && other.kind === 'derived' ? other : undefined;
}

function sharedResult(one: ApiResult | undefined, other: ApiResult | undefined): ApiResult | undefined {
  const either = one ?? other;
  if (!either) return either;
  if (one && one.api === other?.api && !one.cause && !other.cause) {
    const isOfTaro = one.globals.length === 0 || other.globals.length === 0;
    return { ...one, globals: isOfTaro ? [] : [...new Set([...one.globals, ...other.globals])] };
  }
  return { ...either, cause: one?.cause ?? other?.cause ?? message('cause/several-values') };
}

/** The origin of an imported name. */
export function importOrigin(specifier: NodePath<Node>, name: string): Origin {
  const declaration = specifier.parentPath;
  if (!declaration?.isImportDeclaration()) return unknown(message('cause/unfollowed', { name }));
  const source = declaration.node.source.value;
  if (source === TARO_MODULE && specifier.isImportSpecifier()) {
    const { imported } = specifier.node;
    const exported = imported.type === 'Identifier' ? imported.name : imported.value;
    return exported === 'default'
      ? TARO
      : foreign(ignored.otherObject(message('what/taro-member', { name })));
  }
  return moduleOrigin(source, name);
}

/** The origin of `import name = …`. */
export function importEqualsOrigin({ moduleReference }: TSImportEqualsDeclaration, name: string): Origin {
  return moduleReference.type === 'TSExternalModuleReference'
    ? moduleOrigin(moduleReference.expression.value, name)
    : unknown(message('cause/namespace', { name }));
}

/** The origin of a member of a web page's global object; `undefined` for other objects. */
export function webMember(object: string, property: string, text: () => string): Origin | undefined {
  const isHost = PLATFORM_GLOBALS.has(property);
  if (WEB_GLOBALS.has(object)) return isHost ? JS_SDK : own(ignored.ownObject(text()));
  return isHost && /^(globalThis|global)$/.test(object)
    ? unknown(message('cause/maybe-js-sdk', { name: text() }))
    : undefined;
}

/** The origin of a module, by its specifier in an import or require, and the local name. */
export function moduleOrigin(source: string, name?: string): Origin {
  if (source === TARO_MODULE) return TARO;
  if (isJsSdkModule(source)) return JS_SDK;
  if (isRuntimeSpecifier(source)) return foreign(ignored.otherObject(message('what/runtime')));
  // A local file may reexport Taro, and so may the target of a path alias.
  if (/^(\.|\/|[@~#]\/|~|#)/.test(source) || /^[^@/]+\//.test(source)) {
    return unknown(
      name === undefined
        ? message('cause/required', { source })
        : message('cause/imported', { name, source }),
    );
  }
  return foreign(ignored.otherObject(message('what/package', { name: source })));
}
