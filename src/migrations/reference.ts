import type { AwaitExpression, CallExpression, OptionalCallExpression } from '@babel/types';
import type { NodePath } from '../ast/node-path';
import type { Reason } from '../messages/reasons';
import type { ArgumentEdit } from './change';
import type { Runtime } from './runtime';

/** Something that stands for an API, as the engine has resolved it. */
export interface Reference {
  /** Bare name: `startRecord`. */
  readonly api: string;
  /** Of the migration: its runtime, and where the replacement is documented. */
  readonly migration: { readonly runtime?: Runtime; readonly docs: string };
  /** Where the API comes from. Of a member of what another API returns: from that. */
  readonly origin: 'taro' | 'global' | 'result' | 'unknown';
  readonly usage: Usage;
  /** Why the engine cannot change this place safely, for a message that says what to write instead. */
  readonly obstacle?: (to: string) => Reason;
  /** Major version of Taro. */
  readonly taroVersion: number;
  /** Of a companion: whether its option is on. */
  readonly isOn: boolean;
}

/** What becomes of the value that a call gives. */
export type Result =
  /** The code reads these members and does nothing else with it. Of those in `tested` only the truthiness matters. */
  | { readonly kind: 'members'; readonly names: readonly string[]; readonly tested: readonly string[] }
  /** Nobody reads it. */
  | { readonly kind: 'unused' }
  /** It goes on as a whole; what this file reads of it is known. */
  | { readonly kind: 'object'; readonly names: readonly string[] };

/** What the code does with the API. */
export type Usage =
  | {
      readonly kind: 'call';
      readonly call: NodePath<CallExpression | OptionalCallExpression>;
      /** The `await` in front of the call, and whether its value goes anywhere. */
      readonly awaited?: { readonly path: NodePath<AwaitExpression>; readonly unused: boolean };
      /** Whether the options of the call hold callbacks; `unknown` where they are not written at the call. */
      readonly callbacks: () => 'some' | 'none' | 'unknown';
      /**
       * Whether an edit of the arguments is safe here, or has nothing to do: the object is written at the call, all its names
       * are known, and what is taken away has no side effects.
       */
      readonly canEdit: (edit: ArgumentEdit) => boolean;
      /** Whether the call can become an assignment: it is a statement with one argument. */
      readonly canAssign: () => boolean;
      /** Whether TypeScript takes an argument for a string. In files without types all arguments count as such. */
      readonly isCertainString: (index: number) => boolean;
      /** What becomes of the value that the call gives. */
      readonly result: () => Result;
      /** What becomes of an answer that comes later, by callbacks or a promise. */
      readonly answer: () => Result;
    }
  /** The function is handed on. */
  | { readonly kind: 'value' }
  /** The code asks only whether the API is there. */
  | { readonly kind: 'test' }
  /** `canIUse('startRecord')`, or with a part of the API: `canIUse('startRecord.success')`. */
  | { readonly kind: 'feature-query'; readonly asksForPart: boolean }
  /** `const { startRecord } = Taro`; `uses` of the name are references of their own. */
  | {
      readonly kind: 'binding';
      readonly uses: number;
      /** Other files may use the name, or it has a default value: what calls of it get may be another function. */
      readonly isShared: boolean;
    }
  /** `export { startRecord } from '@tarojs/taro'` */
  | { readonly kind: 'export' }
  /** The API is given another value, or deleted. */
  | { readonly kind: 'assignment' }
  /** A test replaces it: by a call, `jest.spyOn(Taro, 'startRecord')`, or in an object in place of Taro's module. */
  | { readonly kind: 'mock'; readonly isCall: boolean };
