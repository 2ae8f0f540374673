import type { Verdict } from '../types';

/** A reason that the engine can give for a verdict, whatever the migration. */
export interface Reason {
  /** Three digits; the migration's prefix stands before them: `REC001`. 0xx rewritten, 1xx manual, 2xx ignored. */
  number: string;
  verdict: Verdict;
  text: string;
  hint?: string;
}

function reason(number: string, verdict: Verdict, text: string, hint?: string): Reason {
  return hint === undefined ? { number, verdict, text } : { number, verdict, text, hint };
}

export const rewritten = {
  call: (to: string) => reason('001', 'rewritten', `the call goes to ${to}`),
  value: (to: string) => reason('002', 'rewritten', `the function passed on is ${to}`),
  specifier: () => reason('003', 'rewritten', 'the import is no longer needed'),
  unawaited: (to: string) =>
    reason(
      '004',
      'rewritten',
      `the call goes to ${to}, without the await: it waited for nothing, and would now wait for the end`,
    ),
  feature: (feature: string) => reason('005', 'rewritten', `canIUse is asked for ${feature}`),
  bound: (to: string) => reason('006', 'rewritten', `the name is bound to ${to}`),
  throughBinding: (to: string) => reason('008', 'rewritten', `the name that is used here is bound to ${to}`),
  exported: (to: string) => reason('009', 'rewritten', `what is exported under this name is ${to}`),
  guard: (to: string) =>
    reason('010', 'rewritten', `the permission is asked for through ${to}, on every platform`),
  tested: (to: string) => reason('011', 'rewritten', `the feature test asks for ${to}`),
  routed: (to: string, runtime: string) =>
    reason('007', 'rewritten', `the manager is shared with the ${runtime}, through ${to} of the runtime`),
};

export const manual = {
  assigned: () =>
    reason(
      '101',
      'manual',
      'the API itself is replaced or deleted here',
      'Replace the member of the injected runtime instead, or drop this line.',
    ),
  patched: () =>
    reason(
      '101',
      'manual',
      'this file also replaces or deletes the API itself, which a rewritten use would not notice',
      'Drop that replacement, or move it to the member of the injected runtime, and run this again.',
    ),
  awaitedValue: () =>
    reason(
      '103',
      'manual',
      'callbacks and the awaited value are both used: the await waits for nothing today and would wait for the end',
      'Keep one of them: the callbacks without the await, or the await without callbacks.',
    ),
  awaitedUnknownOptions: () =>
    reason(
      '104',
      'manual',
      'the options of this awaited call are not written here, and the await has to go if they hold callbacks',
      'Write success, fail and complete into the call, or take the await away.',
    ),
  undecided: (what: string) =>
    reason(
      '105',
      'manual',
      `${what}, so it is not certain whose method this is`,
      'Call the API on Taro (or wx) itself, or silence this with // taro-modernize-ignore.',
    ),
  /** Types may tell: asking them is left out in builds, and where the caller does not want it. */
  unasked: ({ text }: Reason) =>
    reason(
      '105',
      'manual',
      text,
      'Run npx taro-modernize scan, which asks TypeScript as well. Or call the API on Taro (or wx) itself, or silence this with // taro-modernize-ignore.',
    ),
  noPlatform: () =>
    reason(
      '113',
      'manual',
      'this package has neither Taro nor a mini program, one of which the replacement needs',
      'Add @tarojs/taro to its dependencies and run this again, or change the call by hand in what uses this package.',
    ),
  script: () =>
    reason(
      '106',
      'manual',
      'this TypeScript file is a script whose names other files may use, and an import would make it a module',
      'Add an import or export of your own (export {} is enough) and run this again.',
    ),
  sloppyScript: () =>
    reason(
      '114',
      'manual',
      'this file is a script in sloppy mode, and an import would make it strict',
      "Add 'use strict' at the top or an import or export of your own, if the file works in strict mode, and run this again.",
    ),
  featureMember: (feature: string) =>
    reason(
      '108',
      'manual',
      'canIUse is asked for a part of the API, which the replacement does not have',
      `Ask for a part of ${feature}, or for nothing: the runtime works wherever the API did.`,
    ),
  mocked: (runtime: string) =>
    reason(
      '109',
      'manual',
      'the API itself is mocked here',
      `Mock the module of the runtime (${runtime}) instead.`,
    ),
  computed: (names: string) =>
    reason(
      '110',
      'manual',
      `the name is computed, and may be ${names}`,
      'Call the replacement by its name where it is one of these.',
    ),
  componentProperty: (name: string) =>
    reason(
      '111',
      'manual',
      `without <script setup> the template's ${name} is a property of the component`,
      'Return a method from setup or methods that calls the replacement, and call that.',
    ),
  unreadTemplate: () =>
    reason(
      '112',
      'manual',
      "this template cannot be read without Vue 3's compiler (@vue/compiler-sfc)",
      'Call a method of the component here, or install the compiler and run this again.',
    ),
  effects: (to: string) =>
    reason(
      '118',
      'manual',
      'the expression before the API does something else as well, which a rewrite would drop',
      `Move that to a statement of its own, and call ${to}.`,
    ),
  openHost: (global: string) =>
    reason(
      '116',
      'manual',
      `${global} has an API of its own under this name, and it is not certain which one is meant`,
      'Run npx taro-modernize scan, which reads the whole project. Or call the API on Taro, or silence this with // taro-modernize-ignore.',
    ),
  mayBeMissing: (to: string) =>
    reason(
      '117',
      'manual',
      'the object may be missing, and the API is not called then',
      `Ask for the object with if, and call ${to} inside.`,
    ),
  derived: (what: string, to: string) =>
    reason(
      '115',
      'manual',
      `${what} is made from the platform's object and may carry this API`,
      `Call ${to} instead.`,
    ),
  byHand: (to: string, docs: string) =>
    reason('120', 'manual', 'the API is deprecated and needs a replacement by hand', `Use ${to}: ${docs}`),
  destructured: (to: string) =>
    reason('107', 'manual', 'the API is taken out of the object by destructuring', `Use ${to} instead.`),
  destructuredDefault: (to: string, supported: string) =>
    reason(
      '107',
      'manual',
      'the API is taken out of the object by destructuring, with a default value',
      `Use ${to} where ${supported} is true, and the default value elsewhere.`,
    ),
  patternOrder: () =>
    reason(
      '107',
      'manual',
      'the rest of the pattern uses this name, or depends on when its default value is evaluated',
      'Take the API out of the object in a declaration of its own, and run this again.',
    ),
};

export const ignored = {
  definition: () => reason('201', 'ignored', 'a definition or property of its own'),
  ownMethod: () => reason('202', 'ignored', "the object's own method"),
  otherBinding: (what: string) => reason('203', 'ignored', `not the platform's API but ${what}`),
  otherObject: (what: string) => reason('204', 'ignored', `a method of ${what}, another API`),
  jsSdk: () => reason('205', 'ignored', "WeChat's JS-SDK for web pages, another API"),
  text: () => reason('206', 'ignored', 'a string, not a use of the API'),
  type: () => reason('207', 'ignored', 'a type: Taro still declares it, and the new types are compatible'),
  featureTest: () => reason('208', 'ignored', 'a feature test'),
  keptTest: () =>
    reason(
      '217',
      'ignored',
      'a feature test that stays, because code that may depend on it still uses the API',
    ),
  silenced: () => reason('209', 'ignored', 'silenced by a taro-modernize-ignore comment'),
  keptFromRest: () => reason('211', 'ignored', 'taken out of the object only to keep it from the rest'),
  guard: () =>
    reason('212', 'ignored', 'it asks for the permission, and works as it is where this app is built for'),
  typedOtherwise: () => reason('213', 'ignored', 'its type tells that it is another API'),
  specifierInUse: () => reason('210', 'ignored', 'the import is still used'),
  declared: () => reason('214', 'ignored', 'the name is only declared here; its uses count'),
  namesake: (global: string, sign: string) =>
    reason('216', 'ignored', `${global}'s own API of this name (${sign}), another API`),
  otherArguments: () => reason('218', 'ignored', 'its first argument is not an options object: another API'),
  unconcerned: () => reason('215', 'ignored', "not certainly the platform's, and not rewritten in any case"),
};
