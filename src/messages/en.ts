import type { Catalogue } from './message';

/** In a hint, `{}` is code, not a placeholder. */
export const en = {
  'rewritten/call': { reason: 'the call is replaced with {to}' },
  'rewritten/value': { reason: 'the function reference is replaced with {to}' },
  'rewritten/specifier': { reason: 'the unused import is removed' },
  'rewritten/unawaited': {
    reason:
      'the call is replaced with {to}; await is removed, because it would now wait until the operation ends',
  },
  'rewritten/feature': { reason: 'canIUse now checks {feature}' },
  'rewritten/bound': { reason: 'the binding now refers to {to}' },
  'rewritten/routed': { reason: "the manager is shared with the {runtime} through the runtime's {to}" },
  'rewritten/through-binding': { reason: 'the binding used here now refers to {to}' },
  'rewritten/exported': { reason: 'the export now refers to {to}' },
  'rewritten/guard': { reason: 'permission is requested through {to}, which works on every platform' },
  'rewritten/tested-by-type': {
    reason: 'the feature test uses typeof: TypeScript reports functions that are tested but not called',
  },
  'rewritten/tested-as-non-null': {
    reason: 'the feature test ends in !: TypeScript reports functions that are tested but not called',
  },
  'rewritten/tested': { reason: 'the feature test now checks {to}' },
  'rewritten/split': { reason: 'each field used here now comes from {to}' },
  'rewritten/picked': { reason: 'the result now has only the fields used here, each from {from}' },
  'rewritten/whole': { reason: 'the call is replaced with {to}, because the whole object is used' },
  'rewritten/assigned': { reason: 'the call becomes an assignment to {to}' },
  'rewritten/attribute': { reason: 'the attribute is replaced with {to}' },
  'rewritten/imported': { reason: 'the import is replaced with {to}' },

  'manual/assigned': {
    reason: 'this code replaces or deletes the API itself',
    hint: 'Replace {to} instead, or remove this line.',
  },
  'manual/assigned-member': {
    reason: 'this code replaces or deletes the API itself',
    hint: 'Replace or delete {to} instead, or remove this line.',
  },
  'manual/patched-member': {
    reason: 'this file also replaces or deletes the API itself, which does not affect rewritten code',
    hint: 'Remove that replacement, or replace {to} instead. Then run again.',
  },
  'manual/patched': {
    reason: 'this file also replaces or deletes the API itself, which does not affect rewritten code',
    hint: 'Remove that replacement, or replace {to} instead. Then run again.',
  },
  'manual/awaited-value': {
    reason:
      'the call has callbacks, and its awaited value is used: today, await returns undefined at once; after a rewrite, it would wait until the operation ends',
    hint: 'Keep one of them: callbacks without await, or await without callbacks.',
  },
  'manual/awaited-unknown-options': {
    reason:
      'the options of this awaited call are defined elsewhere; if they contain callbacks, await must be removed',
    hint: 'Write success, fail and complete in the call, or remove the await. Then run again.',
  },
  'manual/undecided': {
    reason: '{cause}, so it is unclear whether this is the platform API',
    hint: 'If it is, call {to} instead. If not, suppress this with // taro-modernize-ignore.',
  },
  'manual/unasked': {
    reason: '{cause}, so it is unclear whether this is the platform API',
    hint: 'Run npx taro-modernize scan, which also uses type information. Or decide yourself: if it is, call {to} instead; if not, suppress this with // taro-modernize-ignore.',
  },
  'manual/script': {
    reason:
      'this TypeScript file is a script whose names other files may use, and an import would make it a module',
    hint: 'Add an import or export (export {} is enough), then run again.',
  },
  'manual/destructured': {
    reason: 'the API is destructured in a form that cannot be rewritten',
    hint: 'Use {to} instead.',
  },
  'manual/destructured-default': {
    reason: 'the API is destructured with a default value',
    hint: 'Use {to} if {supported} is true, and the default value otherwise.',
  },
  'manual/pattern-order': {
    reason: 'the rest of the pattern uses this name, or depends on when its default value is evaluated',
    hint: 'Destructure the API in a separate declaration, then run again.',
  },
  'manual/feature-member': {
    reason: 'canIUse checks a part of the API that the replacement does not have',
    hint: 'Check {feature} as a whole, or remove the check: the runtime provides everything that the old API had.',
  },
  'manual/feature-part': {
    reason: 'canIUse checks a part of the API that {to} may not have',
    hint: 'Check that part of the new API if it has one, or only the new API.',
  },
  'manual/mocked-member': {
    reason: 'this code mocks the API itself',
    hint: 'Mock {to} instead.',
  },
  'manual/mocked': {
    reason: 'this code mocks the API itself',
    hint: 'Mock the runtime module ({runtime}) instead.',
  },
  'manual/held-back': {
    reason: 'it shares state with {api} at {place}, which cannot be rewritten',
    hint: 'Change that first, and run again. To rewrite the other calls anyway: --only {migration}',
  },
  'manual/computed': {
    reason: 'the property name is computed and may be {names}',
    hint: 'Call the replacement by name in these cases: {to}. If the name is never one of them, suppress this with // taro-modernize-ignore.',
  },
  'manual/computed-many': {
    reason: 'the property name is computed and may be that of {count} APIs, such as {names}',
    hint: 'Search for the callers. If they pass one of these names, call the replacement by name instead, such as {to}. If they do not, suppress this with // taro-modernize-ignore.',
  },
  'manual/component-property': {
    reason: 'without <script setup>, {name} in the template is a property of the component',
    hint: 'Return a method from setup or methods that uses {to}, and use the method in the template.',
  },
  'manual/global-property': {
    reason: '{name} may be the platform object, which {place} adds to all components',
    hint: 'If so, import Taro in this file, call the API on it, and run again. Otherwise suppress this with // taro-modernize-ignore.',
  },
  'manual/global-in-template': {
    reason: '{name} may be the platform object, which {place} adds to all components',
    hint: 'If so, import Taro in this file, call the API on it in a method of the component, and use the method here. Otherwise suppress this with <!-- taro-modernize-ignore -->.',
  },
  'manual/unread-markup': {
    reason: 'the template cannot be read from here on, and mentions something deprecated',
    hint: 'Correct the quotes or brackets of this tag, then run again.',
  },
  'manual/unread-template': {
    reason: 'this template cannot be parsed without the Vue 3 compiler (@vue/compiler-sfc)',
    hint: 'Call a method of the component here, or install the compiler and run again.',
  },
  'manual/attribute-name': {
    reason: 'this is part of the name of an attribute, which cannot contain the new code',
    hint: 'Compute it in the script, and use the result here.',
  },
  'manual/no-platform': {
    reason: 'the replacement needs Taro or a mini program, and this package has neither',
    hint: 'If apps with Taro use this package, add @tarojs/taro to its peerDependencies and run again. Otherwise let the app pass in {to}, and call that here.',
  },
  'manual/no-mini-program': {
    reason: 'the replacement needs Taro or a mini program, and this package has neither',
    hint: 'If native mini programs use this package, name the folder that it publishes as miniprogram in its package.json and run again. If apps with Taro use it, add @tarojs/taro to its peerDependencies instead. Otherwise let the app pass in {to}, and call that here.',
  },
  'manual/unpublished': {
    reason: 'the package publishes other folders ({folders}), which would not contain the runtime',
    hint: 'Use --runtime-dir to name a folder that your build copies into a published one.',
  },
  'manual/sloppy-script': {
    reason: 'this file is a sloppy-mode script, and an import would make it strict',
    hint: "If the file works in strict mode, add 'use strict', an import or an export, then run again. Otherwise declare its variables first.",
  },
  'manual/derived': {
    reason: '{what} is derived from the platform object and may have this API',
    hint: 'If the object only adds promises or the like, call {to} instead. Otherwise write a function that does the same with it. If the object does not have the API of the platform, suppress this with // taro-modernize-ignore.',
  },
  'manual/open-host': {
    reason: '{global} has its own API with this name, and it is unclear which one is used',
    hint: "If it is the host's own, suppress this with // taro-modernize-ignore. If not, call {to} instead.",
  },
  'manual/may-be-missing': {
    reason: 'the object may be undefined, in which case the API is not called',
    hint: 'Check the object with if, and call {to} inside.',
  },
  'manual/effects': {
    reason: 'the expression before the API has a side effect, which a rewrite would remove',
    hint: 'Move it to a separate statement, then call {to}.',
  },
  'manual/unknown-members': {
    reason: 'the replacement depends on the fields that are read, and this file does not show all of them',
    hint: 'Read each field from the function that provides it: {to}.',
  },
  'manual/other-members': {
    reason: 'no replacement provides {names}',
    hint: 'Get this field in another way if you can, then run again to migrate the others. Otherwise keep the call, and suppress this with // taro-modernize-ignore.',
  },
  'manual/other-members-similar': {
    reason: 'no replacement provides {names}; {meant} is similar',
    hint: 'If the name is mistyped, correct it and run again. Otherwise keep the call, and suppress this with // taro-modernize-ignore.',
  },
  'manual/undecided-result': {
    reason: '{cause}, so it is unclear whether {api}() returned this object',
    hint: 'If it did, use {to} here. Otherwise suppress this with // taro-modernize-ignore.',
  },
  'manual/not-assignable': {
    reason: 'the replacement is a property, and this is not a call with one argument whose value is unused',
    hint: 'Assign to {to} in a separate statement.',
  },
  'manual/not-assignable-all': {
    reason:
      'several properties replace this method, and this is not a call with an unused value and one side-effect-free argument for each',
    hint: 'Assign to {to} in separate statements.',
  },
  'manual/maybe-other-type': {
    reason: 'the type of {to} is string, and this value may be something else, such as a gradient',
    hint: 'If it is a string, assign it with `as string`. Otherwise keep the call, and suppress this with // taro-modernize-ignore.',
  },
  'manual/mistyped': {
    reason: 'the types of {global} declare {to} with a wrong type, so TypeScript may reject the assignment',
    hint: 'Assign the value with `as never`, or keep the call.',
  },
  'manual/other-platforms': {
    reason: '{to} is known to work on {platforms} only, and the app may be built for other platforms',
    hint: 'If the app is not built for others, name its platforms in every run and check: npx taro-modernize --platform weapp. Otherwise keep the call for them, and suppress this with // taro-modernize-ignore.',
  },
  'manual/other-arguments': {
    reason: 'the replacement takes different arguments, and not all of them are visible here',
    hint: 'Pass the options as an object literal and run again, or call {to} yourself.',
  },
  'manual/reported': {
    reason: 'the API is deprecated on {hosts} and needs a manual replacement: {why}',
    hint: 'Use {to}: {docs}',
  },
  'manual/reported-opt-in': {
    reason: 'the API is deprecated on {hosts}, and only an opt-in migration replaces it: {why}',
    hint: 'Name the migration (npx taro-modernize --only {migration}), or use {to} yourself: {docs}',
  },
  'manual/markup': {
    reason: 'the component or attribute is deprecated on {hosts} and needs a manual replacement: {why}',
    hint: 'Use {to}: {docs}',
  },
  'manual/link-unknown': {
    reason: 'the id of this call is not a constant, and not the name that the element has',
    hint: 'If the id comes from another file, move the call and the <{tag}> into one component. Otherwise write the id as a constant. Then run again.',
  },
  'manual/link-elsewhere': {
    reason: 'this file has no element with the id of this call',
    hint: 'Move the call and the <{tag}> into one component, and run again.',
  },
  'manual/linked-stays': {
    reason: 'the <{tag}> at {place} has the same id and cannot be rewritten',
    hint: 'Change that first, and run again.',
  },
  'manual/linked-is-new': {
    reason: 'the <{tag}> at {place} is already a new one, on which this call has no effect',
    hint: 'Use the node of the element instead.',
  },
  'manual/link-mentioned': {
    reason: 'the id is also used at {place}, which may draw on the element with the old API',
    hint: 'If that code draws on it, move it into this file. Otherwise give one of the two another id. Then run again.',
  },
  'manual/link-selector': {
    reason: '{value} is not an id that a selector can find',
    hint: 'Begin the id with a letter, use only letters, digits, - and _, and run again.',
  },
  'manual/link-made': {
    reason: 'a function makes the id, so it may not be one that a selector can find',
    hint: "Begin the id with a letter and use only letters, digits, - and _, such as 'canvas-' + nanoid(). Math.random() has a decimal point: use String(Math.random()).slice(2). Then run again.",
  },
  'manual/link-uncalled': {
    reason: 'no call in this file that can be rewritten has the id of this element',
    hint: 'Rewrite the code that draws on it with Canvas 2D, then change the element.',
  },
  'manual/link-unsearched': {
    reason: 'other files may draw on the same element, and only the command and builds search them',
    hint: 'Run npx taro-modernize, which searches the whole app.',
  },
  'manual/needs-target': {
    reason:
      '{name} needs a base library that older versions of WeChat do not have, and they would show nothing',
    hint: 'If none of your users has a base library below {target}, name it with --target and run again. Otherwise suppress this with <!-- taro-modernize-ignore -->.',
  },
  'manual/attribute-taken': {
    reason: 'the element already has the attribute that the rewrite would add',
    hint: 'Choose the value of {name}, and remove the deprecated attribute.',
  },
  'manual/attribute-value': {
    reason: 'the rewrite would add an attribute whose value cannot be written here',
    hint: 'Add {name} to the element.',
  },
  'manual/config-key': {
    reason: 'the configuration key is deprecated: {why}',
    hint: 'Remove {key}: {docs}',
  },
  'manual/markup-withdrawn': {
    reason: 'the component or attribute is deprecated on {hosts}: {why}',
    hint: 'Remove {name}: {docs}',
  },
  'manual/withdrawn': {
    reason: 'the API is deprecated on {hosts}: {why}',
    hint: 'Remove the call: {docs}',
  },

  'ignored/definition': { reason: 'an unrelated definition or property' },
  'ignored/own-method': { reason: "the object's own method" },
  'ignored/app-method': { reason: "a method of the app's own object" },
  'ignored/other-binding': { reason: 'not the platform API but {what}' },
  'ignored/other-object': { reason: 'a method of {what}, a different API' },
  'ignored/own-object': { reason: 'a method of {what}, not of the platform' },
  'ignored/unknown-object': { reason: 'a method of an object of unknown origin, maybe a different API' },
  'ignored/js-sdk': { reason: "WeChat's JS-SDK for web pages, a different API" },
  'ignored/text': { reason: 'a string, not a use of the API' },
  'ignored/type': { reason: 'a type: Taro still declares it, and the new types are compatible' },
  'ignored/feature-test': { reason: 'a feature test' },
  'ignored/suppressed': { reason: 'suppressed by a taro-modernize-ignore comment' },
  'ignored/specifier-in-use': { reason: 'the import is still used' },
  'ignored/kept-from-rest': { reason: 'destructured only to exclude it from the rest object' },
  'ignored/guard': {
    reason: 'requests the permission, and works unchanged on the target platforms',
  },
  'ignored/typed-otherwise': { reason: 'its type shows that it is a different API' },
  'ignored/declared': { reason: 'only a declaration; its uses are checked instead' },
  'ignored/unconcerned': { reason: 'may not be the platform API, and has no automatic rewrite' },
  'ignored/lookalike': { reason: "{global}'s own API with this name ({sign}), a different API" },
  'ignored/kept-test': {
    reason: 'a feature test, kept because code that may depend on it still uses the API',
  },
  'ignored/other-arguments': { reason: 'its first argument is not an options object: a different API' },
  'ignored/other-permission': {
    reason: 'not every target platform can request {scope} with this call',
    hint: 'Call it only if process.env.TARO_ENV is a platform that supports it. Browsers prompt by themselves, and Alipay uses different names.',
  },
  'ignored/left-behind': {
    reason: '{api} at {place} stays, and shares state with this call',
    hint: 'Change it too: the old API and the new one do not know of each other. Neither can stop what the other has started, and each may miss events of the other.',
  },
  'ignored/other-host': { reason: 'an API of {global}, where it is not deprecated' },
  'ignored/idle-suppression': {
    reason: 'this comment suppresses nothing',
    hint: 'Remove it, or move it to the line above the code that it is for.',
  },
  'ignored/trailing-suppression': {
    reason: 'this comment suppresses nothing on its own line',
    hint: 'Move it to the line above.',
  },

  // Why the origin of an object is unknown.
  'cause/no-value': { reason: 'it has no value here' },
  'cause/annotated': { reason: 'only its type says that it is {what}' },
  'cause/own-value': { reason: 'it is assigned to itself' },
  'cause/several-values': { reason: 'it is assigned different values' },
  'cause/expression': { reason: 'the object is the result of an expression' },
  'cause/call': { reason: 'the object is the result of a call' },
  'cause/different-results': {
    reason: 'the object is the result of a function that returns different values',
  },
  'cause/computed-member': { reason: 'the object is accessed by a computed name' },
  'cause/computed-import': { reason: 'the module name of the import is computed' },
  'cause/required': { reason: 'it comes from "{source}"' },
  'cause/imported': { reason: '{name} comes from "{source}"' },
  'cause/no-taro': { reason: 'Taro is not imported in this file' },
  'cause/condition': { reason: '{code} depends on a condition' },
  'cause/reassigned': { reason: '{name} is assigned more than once' },
  'cause/changed': { reason: '{name} is modified in a way that cannot be tracked' },
  'cause/unfollowed': { reason: '{name} cannot be tracked' },
  'cause/unfollowed-property': { reason: '{name} is a property that cannot be tracked' },
  'cause/namespace': { reason: '{name} is an alias of a namespace' },
  'cause/with': { reason: '{name} may be a property of the object of a with statement' },
  'cause/block-function': { reason: '{name} may be a function declared in a block' },
  'cause/maybe-js-sdk': { reason: '{name} may be the JS-SDK for web pages' },
  'cause/list-element': { reason: '{name} is an element of a list' },
  'cause/array-element': { reason: '{name} is destructured from an array' },
  'cause/nested': { reason: '{name} is destructured from a nested object' },
  'cause/computed-key': { reason: '{name} is destructured with a computed key' },
  'cause/rest': { reason: '{name} is a rest element' },
  'cause/default': { reason: '{name} has a default value' },
  'cause/other-value': { reason: '{name} may be assigned another value' },
  'cause/different-values': { reason: '{name} is assigned different values' },
  'cause/not-given': { reason: '{name} is not assigned here' },
  'cause/not-given-in-file': { reason: '{name} is not assigned in this file' },
  'cause/destructured-parameter': { reason: 'it is destructured from a parameter' },
  'cause/nested-pattern': { reason: 'it is destructured in a nested pattern' },
  'cause/template-name': { reason: '{name} is a template variable' },
  'cause/parameter': { reason: '{name} is a parameter' },
  'cause/typed-parameter': { reason: '{name} is a parameter ({type})' },
  'cause/constructor-parameter': { reason: '{name} is a constructor parameter' },
  'cause/typed-constructor-parameter': { reason: '{name} is a constructor parameter ({type})' },

  // What an object or a name is.
  'what/instance': { reason: 'a {type}' },
  'what/new': { reason: 'an object created with new' },
  'what/own-object': { reason: 'an object of this file' },
  'what/rest': { reason: 'a rest object without this property' },
  'what/copy': { reason: 'an object' },
  'what/proxy': { reason: 'a Proxy' },
  'what/call': { reason: 'the result of a call' },
  'what/result': { reason: 'the result of {name}()' },
  'what/other-result': { reason: 'the result of another call' },
  'what/global': { reason: 'the global {name}' },
  'what/global-function': { reason: 'a global function {name}' },
  'what/declared': { reason: '{name}, declared in this file' },
  'what/local': { reason: '{name} of this file' },
  'what/local-name': { reason: 'a name of this file' },
  'what/app-component': { reason: 'the component <{name}> of the app' },
  'what/component-member': { reason: '{name} of the component' },
  'what/taro-member': { reason: '{name} of Taro' },
  'what/exports': { reason: 'an export of "{source}"' },
  'what/package': { reason: 'the package {name}' },
  'what/replacement': { reason: 'the replacement' },
  'what/runtime-member': { reason: '{name} from the runtime module {runtime}' },
  'what/runtime': { reason: 'the runtime' },
  'what/plugin': { reason: 'a plugin' },
} as const satisfies Catalogue;
