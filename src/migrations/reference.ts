import type { AwaitExpression, CallExpression, OptionalCallExpression } from '@babel/types';
import type { NodePath } from '../ast/node-path';
import type { Reason, What } from '../messages/reasons';
import type { ArgumentEdit } from './change';
import type { Runtime } from './runtime';

/** A reference to an API, as resolved by the engine. */
export interface Reference {
  /** Name of the API: `startRecord`. */
  readonly api: string;
  readonly migration: { readonly runtime?: Runtime };
  /** The origin of the API. For a member of another API's result, the origin of that API. */
  readonly origin: 'taro' | 'global' | 'result' | 'unknown';
  /** The host globals whose types this file uses for a member of another API's result. */
  readonly typedGlobals: readonly string[];
  readonly usage: Usage;
  /** Why the engine cannot change this place safely, for a message with the manual change. */
  readonly obstacle?: (to: What) => Reason;
  /** Major version of Taro. */
  readonly taroVersion: number;
  /** For a companion: whether its option is enabled. */
  readonly isOn: boolean;
}

/** How the value of a call is used. */
export type Result =
  /**
   * The code reads these members and does nothing else with it. For those in `tested`, only the truthiness
   * matters.
   */
  | { readonly kind: 'members'; readonly names: readonly string[]; readonly tested: readonly string[] }
  /** Its value is unused. */
  | { readonly kind: 'unused' }
  /** It is passed on as a whole. The members that this file reads are known. */
  | { readonly kind: 'object'; readonly names: readonly string[] };

/** How the code uses the API. */
export type Usage =
  | {
      readonly kind: 'call';
      readonly call: NodePath<CallExpression | OptionalCallExpression>;
      /** The `await` of the call, and whether its value is used. */
      readonly awaited?: { readonly path: NodePath<AwaitExpression>; readonly unused: boolean };
      /** Whether the options of the call contain callbacks. `unknown` if they are not written in the call. */
      readonly callbacks: () => 'some' | 'none' | 'unknown';
      /**
       * Whether the arguments can be edited safely, or need no edit: the object is written in the call, all
       * its property names are known, removed values have no side effects, and multiplied ones may be numbers.
       */
      readonly canEdit: (edit: ArgumentEdit) => boolean;
      /**
       * Whether the call can become one assignment for each property: it is a statement with as many arguments.
       * If there are several, the order of evaluation must not matter.
       */
      readonly canAssign: (properties: readonly string[]) => boolean;
      /**
       * Whether TypeScript accepts an argument as a string. In files without types, all arguments count as
       * strings.
       */
      readonly isCertainString: (index: number) => boolean;
      /** How the value of the call is used. */
      readonly result: () => Result;
      /** How an asynchronous result, from callbacks or a promise, is used. */
      readonly answer: () => Result;
    }
  /** The function is passed on. */
  | { readonly kind: 'value' }
  /** The code only tests whether the API exists. */
  | { readonly kind: 'test' }
  /** `canIUse('startRecord')`, or with a part of the API: `canIUse('startRecord.success')`. */
  | { readonly kind: 'feature-query'; readonly asksForPart: boolean }
  /** `const { startRecord } = Taro`. The `uses` of the name are separate references. */
  | {
      readonly kind: 'binding';
      readonly uses: number;
      /** Other files may use the name, or it has a default value, so its calls may reach another function. */
      readonly isShared: boolean;
    }
  /** `export { startRecord } from '@tarojs/taro'` */
  | { readonly kind: 'export' }
  /** The API is reassigned or deleted. */
  | { readonly kind: 'assignment' }
  /**
   * A test mocks it: with a call, `jest.spyOn(Taro, 'startRecord')`, or in an object that replaces Taro's
   * module.
   */
  | { readonly kind: 'mock'; readonly isCall: boolean };
