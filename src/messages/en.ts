import type { Catalogue } from './message';

/** In a hint, `{}` is code and no placeholder. */
export const en = {
  'rewritten/call': { reason: 'the call goes to {to}' },
  'rewritten/value': { reason: 'the function passed on is {to}' },
  'rewritten/specifier': { reason: 'the import is no longer needed' },
  'rewritten/unawaited': {
    reason: 'the call goes to {to}, without the await: it waited for nothing, and would now wait for the end',
  },
  'rewritten/feature': { reason: 'canIUse is asked for {feature}' },
  'rewritten/bound': { reason: 'the name is bound to {to}' },
  'rewritten/routed': { reason: 'the manager is shared with the {runtime}, through {to} of the runtime' },
  'rewritten/through-binding': { reason: 'the name that is used here is bound to {to}' },
  'rewritten/exported': { reason: 'what is exported under this name is {to}' },
  'rewritten/guard': { reason: 'the permission is asked for through {to}, on every platform' },
  'rewritten/tested-by-type': {
    reason:
      'the feature test asks by typeof, because TypeScript reports a test of a function that is not called behind it',
  },
  'rewritten/tested-as-non-null': {
    reason:
      'the feature test ends in !, because TypeScript reports a test of a function that is not called behind it',
  },
  'rewritten/tested': { reason: 'the feature test asks for {to}' },
  'rewritten/split': { reason: 'the fields that are read come from {to}' },
  'rewritten/picked': { reason: 'the answer has the fields that are read, from {from}' },
  'rewritten/whole': { reason: 'the call goes to {to}, because the object as a whole is used' },
  'rewritten/assigned': { reason: 'the call becomes an assignment to {to}' },
  'rewritten/imported': { reason: 'the import is that of {to}' },

  'manual/assigned': {
    reason: 'the API itself is replaced or deleted here',
    hint: 'Replace the member of the injected runtime instead, or drop this line.',
  },
  'manual/assigned-member': {
    reason: 'the API itself is replaced or deleted here',
    hint: 'Do that to {to} instead, or drop this line.',
  },
  'manual/patched-member': {
    reason: 'this file also replaces or deletes the API itself, which a rewritten use would not notice',
    hint: 'Drop that replacement, or move it to {to}, and run this again.',
  },
  'manual/patched': {
    reason: 'this file also replaces or deletes the API itself, which a rewritten use would not notice',
    hint: 'Drop that replacement, or move it to the member of the injected runtime, and run this again.',
  },
  'manual/awaited-value': {
    reason:
      'callbacks and the awaited value are both used: the await waits for nothing today and would wait for the end',
    hint: 'Keep one of them: the callbacks without the await, or the await without callbacks.',
  },
  'manual/awaited-unknown-options': {
    reason:
      'the options of this awaited call are not written here, and the await has to go if they hold callbacks',
    hint: 'Write success, fail and complete into the call, or take the await away.',
  },
  'manual/undecided': {
    reason: '{cause}, so it is not certain whose method this is',
    hint: 'Call the API on Taro (or wx) itself, or silence this with // taro-modernize-ignore.',
  },
  'manual/unasked': {
    reason: '{cause}, so it is not certain whose method this is',
    hint: 'Run npx taro-modernize scan, which asks TypeScript as well. Or call the API on Taro (or wx) itself, or silence this with // taro-modernize-ignore.',
  },
  'manual/script': {
    reason:
      'this TypeScript file is a script whose names other files may use, and an import would make it a module',
    hint: 'Add an import or export of your own (export {} is enough) and run this again.',
  },
  'manual/destructured': {
    reason: 'the API is taken out of the object by destructuring',
    hint: 'Use {to} instead.',
  },
  'manual/destructured-default': {
    reason: 'the API is taken out of the object by destructuring, with a default value',
    hint: 'Use {to} where {supported} is true, and the default value elsewhere.',
  },
  'manual/pattern-order': {
    reason: 'the rest of the pattern uses this name, or depends on when its default value is evaluated',
    hint: 'Take the API out of the object in a declaration of its own, and run this again.',
  },
  'manual/feature-member': {
    reason: 'canIUse is asked for a part of the API, which the replacement does not have',
    hint: 'Ask for a part of {feature}, or for nothing: the runtime works wherever the API did.',
  },
  'manual/feature-part': {
    reason: 'canIUse is asked for a part of the API, which {to} may not have',
    hint: 'Ask for that part of the new API if it has one, or for the new API alone.',
  },
  'manual/mocked-member': {
    reason: 'the API itself is mocked here',
    hint: 'Mock {to} instead.',
  },
  'manual/mocked': {
    reason: 'the API itself is mocked here',
    hint: 'Mock the module of the runtime ({runtime}) instead.',
  },
  'manual/computed': {
    reason: 'the name is computed, and may be {names}',
    hint: 'Call the replacement by its name where it is one of these.',
  },
  'manual/component-property': {
    reason: "without <script setup> the template's {name} is a property of the component",
    hint: 'Return a method from setup or methods that calls the replacement, and call that.',
  },
  'manual/unread-template': {
    reason: "this template cannot be read without Vue 3's compiler (@vue/compiler-sfc)",
    hint: 'Call a method of the component here, or install the compiler and run this again.',
  },
  'manual/no-platform': {
    reason: 'this package has neither Taro nor a mini program, one of which the replacement needs',
    hint: 'Add @tarojs/taro to its dependencies and run this again, or change the call by hand in what uses this package.',
  },
  'manual/sloppy-script': {
    reason: 'this file is a script in sloppy mode, and an import would make it strict',
    hint: "Add 'use strict' at the top or an import or export of your own, if the file works in strict mode, and run this again.",
  },
  'manual/derived': {
    reason: "{what} is made from the platform's object and may carry this API",
    hint: 'Call {to} instead.',
  },
  'manual/open-host': {
    reason: '{global} has an API of its own under this name, and it is not certain which one is meant',
    hint: 'Run npx taro-modernize scan, which reads the whole project. Or call the API on Taro, or silence this with // taro-modernize-ignore.',
  },
  'manual/may-be-missing': {
    reason: 'the object may be missing, and the API is not called then',
    hint: 'Ask for the object with if, and call {to} inside.',
  },
  'manual/effects': {
    reason: 'the expression before the API does something else as well, which a rewrite would drop',
    hint: 'Move that to a statement of its own, and call {to}.',
  },
  'manual/unknown-members': {
    reason: 'the replacement depends on the fields that are read, and not all of them are known here',
    hint: 'Read each field from the function that gives it: {to}.',
  },
  'manual/other-members': {
    reason: 'no replacement gives {names}',
    hint: 'Read it in another way where you can, and run this again for the other fields.',
  },
  'manual/undecided-result': {
    reason: '{cause}, so it is not certain that {api}() has returned this object',
    hint: 'If it has, use {to} here. Otherwise silence this with // taro-modernize-ignore.',
  },
  'manual/not-assignable': {
    reason:
      'the replacement is a property, and this is no statement that calls the function with one argument',
    hint: 'Assign to {to} in a statement of its own.',
  },
  'manual/maybe-other-type': {
    reason: 'the type of {to} is string, and this value may be something else, such as a gradient',
    hint: 'If it is a string, assign it with `as string`.',
  },
  'manual/other-platforms': {
    reason: '{to} is known to work on {platforms} only, and the code may be built for other platforms',
    hint: 'If it is not, name the platforms: npx taro-modernize --platform weapp',
  },
  'manual/other-arguments': {
    reason: 'the replacement takes other arguments, and the code does not show all of them here',
    hint: 'Write the options as an object at the call and run this again, or call {to} yourself.',
  },
  'manual/reported': {
    reason: 'the API is deprecated and needs a manual replacement: {why}',
    hint: 'Use {to}: {docs}',
  },
  'manual/withdrawn': {
    reason: 'the API is deprecated: {why}',
    hint: 'Remove the call: {docs}',
  },

  'ignored/definition': { reason: 'a definition or property of its own' },
  'ignored/own-method': { reason: "the object's own method" },
  'ignored/other-binding': { reason: "not the platform's API but {what}" },
  'ignored/other-object': { reason: 'a method of {what}, another API' },
  'ignored/js-sdk': { reason: "WeChat's JS-SDK for web pages, another API" },
  'ignored/text': { reason: 'a string, not a use of the API' },
  'ignored/type': { reason: 'a type: Taro still declares it, and the new types are compatible' },
  'ignored/feature-test': { reason: 'a feature test' },
  'ignored/suppressed': { reason: 'silenced by a taro-modernize-ignore comment' },
  'ignored/specifier-in-use': { reason: 'the import is still used' },
  'ignored/kept-from-rest': { reason: 'taken out of the object only to keep it from the rest' },
  'ignored/guard': {
    reason: 'it asks for the permission, and works as it is where this app is built for',
  },
  'ignored/typed-otherwise': { reason: 'its type tells that it is another API' },
  'ignored/declared': { reason: 'the name is only declared here; its uses count' },
  'ignored/unconcerned': { reason: "not certainly the platform's, and not rewritten in any case" },
  'ignored/lookalike': { reason: "{global}'s own API of this name ({sign}), another API" },
  'ignored/kept-test': {
    reason: 'a feature test that stays, because code that may depend on it still uses the API',
  },
  'ignored/other-arguments': { reason: 'its first argument is not an options object: another API' },
  'ignored/other-permission': {
    reason: 'not every platform that this app is built for can ask for {scope} with this call',
    hint: 'Call it only where process.env.TARO_ENV is a platform that has it. Browsers ask by themselves, and Alipay has other names.',
  },
  'ignored/other-host': { reason: 'an API of {global}, which has not deprecated it' },

  // Why it is not certain what an object is.
  'cause/no-value': { reason: 'it has no value here' },
  'cause/annotated': { reason: 'only its type says that it is {what}' },
  'cause/own-value': { reason: 'it is given its own value' },
  'cause/several-values': { reason: 'it is given different values' },
  'cause/expression': { reason: 'the object is the result of an expression' },
  'cause/call': { reason: 'the object is the result of a call' },
  'cause/different-results': {
    reason: 'the object is the result of a function that returns different things',
  },
  'cause/computed-member': { reason: 'the object is looked up by a computed name' },
  'cause/computed-import': { reason: 'the module is imported by a computed name' },
  'cause/required': { reason: 'it comes from "{source}"' },
  'cause/imported': { reason: '{name} comes from "{source}"' },
  'cause/no-taro': { reason: 'Taro is not imported in this file' },
  'cause/condition': { reason: '{code} depends on a condition' },
  'cause/reassigned': { reason: '{name} is assigned more than once' },
  'cause/changed': { reason: '{name} is changed in a way that cannot be followed' },
  'cause/unfollowed': { reason: '{name} cannot be followed' },
  'cause/unfollowed-property': { reason: '{name} is a property that cannot be followed' },
  'cause/namespace': { reason: '{name} is an alias of a namespace' },
  'cause/with': { reason: '{name} may be a member of the object of "with"' },
  'cause/block-function': { reason: '{name} may be a function of a block' },
  'cause/maybe-js-sdk': { reason: '{name} may be the JS-SDK for web pages' },
  'cause/list-element': { reason: '{name} is an element of a list' },
  'cause/array-element': { reason: '{name} is taken out of an array' },
  'cause/nested': { reason: '{name} is taken out of a nested object' },
  'cause/computed-key': { reason: '{name} is taken out by a name that is computed' },
  'cause/rest': { reason: '{name} is the rest of another object' },
  'cause/default': { reason: '{name} has a default value' },
  'cause/other-value': { reason: '{name} may be given another value' },
  'cause/different-values': { reason: '{name} is given different values' },
  'cause/not-given': { reason: '{name} is given no value here' },
  'cause/not-given-in-file': { reason: '{name} is given no value in this file' },
  'cause/destructured-parameter': { reason: 'it is taken out of a parameter' },
  'cause/nested-pattern': { reason: 'it is taken out of a nested pattern' },
  'cause/template-name': { reason: '{name} is a name of the template' },
  'cause/parameter': { reason: '{name} is a parameter' },
  'cause/typed-parameter': { reason: '{name} is a parameter ({type})' },
  'cause/constructor-parameter': { reason: '{name} is a parameter of the constructor' },
  'cause/typed-constructor-parameter': { reason: '{name} is a parameter of the constructor ({type})' },

  // What an object or a name is.
  'what/instance': { reason: 'a {type}' },
  'what/new': { reason: 'an object made with new' },
  'what/own-object': { reason: 'an object of its own' },
  'what/unknown-object': { reason: 'an unknown object' },
  'what/rest': { reason: 'the rest of an object, without this name' },
  'what/copy': { reason: 'an object' },
  'what/proxy': { reason: 'a Proxy' },
  'what/call': { reason: 'the result of a call' },
  'what/result': { reason: 'what {name}() returns' },
  'what/other-result': { reason: 'what another call() returns' },
  'what/global': { reason: 'the global {name}' },
  'what/global-function': { reason: 'a global function {name}' },
  'what/declared': { reason: '{name}, declared in this file' },
  'what/local': { reason: '{name} of this file' },
  'what/local-name': { reason: 'a name of this file' },
  'what/component-member': { reason: '{name} of the component' },
  'what/taro-member': { reason: '{name} of Taro' },
  'what/exports': { reason: 'what "{source}" exports' },
  'what/package': { reason: 'the package {name}' },
  'what/runtime': { reason: 'the injected runtime' },
  'what/plugin': { reason: 'a plugin' },
} as const satisfies Catalogue;
