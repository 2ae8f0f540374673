import { type DataOf, type MessageId, message } from './format';
import type { Message } from './message';

/** The result for a candidate: rewritten, needs a manual change, or ignored. */
export type Verdict = 'rewritten' | 'manual' | 'ignored';

/** A reason for a verdict: its message and the number of its code. */
export interface Reason extends Message {
  /** Three digits that follow the migration's prefix: `REC001`. 0xx rewritten, 1xx manual, 2xx ignored. */
  readonly number: string;
  readonly verdict: Verdict;
}

/** The ids of messages that are reasons for a verdict. */
type ReasonId<One extends Verdict> = Extract<MessageId, `${One}/${string}`>;

function reasonsOf<One extends Verdict>(verdict: One) {
  return <Id extends ReasonId<One>>(number: string, id: Id, ...data: DataOf<Id>): Reason => ({
    number,
    verdict,
    ...message(id, ...data),
  });
}

const rewrite = reasonsOf('rewritten');
const leave = reasonsOf('manual');
const ignore = reasonsOf('ignored');

/** The most names that a sentence lists. */
const MOST_NAMES = 5;

/** A description: code or a message. */
export type What = string | Message;

/** A name with the module of the runtime that exports it. */
function fromRuntime(name: string, runtime: string): Message {
  return message('what/runtime-member', { name, runtime });
}

export const rewritten = {
  call: (to: string) => rewrite('001', 'rewritten/call', { to }),
  value: (to: string) => rewrite('002', 'rewritten/value', { to }),
  specifier: () => rewrite('003', 'rewritten/specifier'),
  unawaited: (to: string) => rewrite('004', 'rewritten/unawaited', { to }),
  feature: (feature: string) => rewrite('005', 'rewritten/feature', { feature }),
  bound: (to: string) => rewrite('006', 'rewritten/bound', { to }),
  routed: (to: string, runtime: string) => rewrite('007', 'rewritten/routed', { to, runtime }),
  throughBinding: (to: string) => rewrite('008', 'rewritten/through-binding', { to }),
  exported: (to: string) => rewrite('009', 'rewritten/exported', { to }),
  guard: (to: string) => rewrite('010', 'rewritten/guard', { to }),
  tested: (to: string) => rewrite('011', 'rewritten/tested', { to }),
  testedByType: () => rewrite('011', 'rewritten/tested-by-type'),
  testedAsNonNull: () => rewrite('011', 'rewritten/tested-as-non-null'),
  split: (to: readonly string[]) => rewrite('013', 'rewritten/split', { to }),
  picked: (from: readonly string[]) => rewrite('016', 'rewritten/picked', { from }),
  whole: (to: string) => rewrite('014', 'rewritten/whole', { to }),
  assigned: (to: string) => rewrite('015', 'rewritten/assigned', { to }),
  attribute: (to: string) => rewrite('017', 'rewritten/attribute', { to }),
  imported: (to: string) => rewrite('012', 'rewritten/imported', { to }),
};

export const manual = {
  assigned: (name: string, runtime: string) =>
    leave('101', 'manual/assigned', { to: fromRuntime(name, runtime) }),
  assignedMember: (to: string) => leave('101', 'manual/assigned-member', { to }),
  patched: (name: string, runtime: string) =>
    leave('101', 'manual/patched', { to: fromRuntime(name, runtime) }),
  patchedMember: (to: string) => leave('101', 'manual/patched-member', { to }),
  awaitedValue: () => leave('103', 'manual/awaited-value'),
  awaitedUnknownOptions: () => leave('104', 'manual/awaited-unknown-options'),
  undecided: (cause: Message, to: What) => leave('105', 'manual/undecided', { cause, to }),
  /** Types might decide, but builds and some callers do not use them. */
  unasked: (cause: Message, to: What) => leave('105', 'manual/unasked', { cause, to }),
  script: () => leave('106', 'manual/script'),
  destructured: (to: What) => leave('107', 'manual/destructured', { to }),
  destructuredDefault: (to: What, supported: string) =>
    leave('107', 'manual/destructured-default', { to, supported }),
  patternOrder: () => leave('107', 'manual/pattern-order'),
  featureMember: (feature: string) => leave('108', 'manual/feature-member', { feature }),
  featurePart: (to: string) => leave('108', 'manual/feature-part', { to }),
  mockedMember: (to: string) => leave('109', 'manual/mocked-member', { to }),
  mocked: (runtime: string) => leave('109', 'manual/mocked', { runtime }),
  /** @param to the replacements of the names */
  computed: (names: readonly string[], to: readonly What[]) =>
    names.length > MOST_NAMES
      ? leave('110', 'manual/computed-many', {
          names: names.slice(0, MOST_NAMES),
          count: names.length,
          to: to.slice(0, MOST_NAMES),
        })
      : leave('110', 'manual/computed', { names, to }),
  /** @param to default: the words "the replacement" */
  componentProperty: (name: string, to: What = message('what/replacement')) =>
    leave('111', 'manual/component-property', { name, to }),
  unreadTemplate: () => leave('112', 'manual/unread-template'),
  unreadMarkup: () => leave('112', 'manual/unread-markup'),
  attributeName: () => leave('112', 'manual/attribute-name'),
  noPlatform: (to: What) => leave('113', 'manual/no-platform', { to }),
  /** For a call on the global of a host: `wx`. */
  noMiniProgram: (to: What) => leave('113', 'manual/no-mini-program', { to }),
  sloppyScript: () => leave('114', 'manual/sloppy-script'),
  derived: (what: What, to: What) => leave('115', 'manual/derived', { what, to }),
  openHost: (global: string, to: What) => leave('116', 'manual/open-host', { global, to }),
  mayBeMissing: (to: What) => leave('117', 'manual/may-be-missing', { to }),
  effects: (to: What) => leave('118', 'manual/effects', { to }),
  unknownMembers: (to: readonly string[]) => leave('119', 'manual/unknown-members', { to }),
  otherMembers: (names: readonly string[]) => leave('119', 'manual/other-members', { names }),
  /** For names that are probably mistyped. */
  mistypedMembers: (names: readonly string[], meant: readonly string[]) =>
    leave('119', 'manual/other-members-similar', { names, meant }),
  /** For members of an API's result. */
  undecidedResult: (cause: Message, api: string, to: What) =>
    leave('105', 'manual/undecided-result', { cause, api, to }),
  otherArguments: (to: string) => leave('121', 'manual/other-arguments', { to }),
  notAssignable: (to: string) => leave('122', 'manual/not-assignable', { to }),
  notAssignableAll: (to: string) => leave('122', 'manual/not-assignable-all', { to }),
  /** Other platforms have no replacement. */
  otherPlatforms: (to: What, platforms: readonly string[]) =>
    leave('123', 'manual/other-platforms', { to, platforms }),
  unpublished: (folders: readonly string[]) => leave('124', 'manual/unpublished', { folders }),
  maybeOtherType: (to: string) => leave('122', 'manual/maybe-other-type', { to }),
  mistyped: (to: string, global: string) => leave('122', 'manual/mistyped', { to, global }),
  /** @param hosts the platforms that have deprecated it */
  reported: (why: What, to: What, docs: string, hosts: string) =>
    leave('120', 'manual/reported', { why, to, docs, hosts }),
  /** @param migration the opt-in migration that can rewrite it */
  reportedOptIn: (why: What, to: What, docs: string, hosts: string, migration: string) =>
    leave('120', 'manual/reported-opt-in', { why, to, docs, hosts, migration }),
  /** Only in runs that know the whole app. */
  heldBack: (api: string, place: string, migration: string) =>
    leave('125', 'manual/held-back', { api, place, migration }),
  /** Only in runs that know the whole app. */
  globalProperty: (name: string, place: string) => leave('126', 'manual/global-property', { name, place }),
  globalInTemplate: (name: string, place: string) =>
    leave('126', 'manual/global-in-template', { name, place }),
  /** For calls and elements that are changed together: see `Link`. */
  linkUnknown: (tag: string) => leave('132', 'manual/link-unknown', { tag }),
  linkElsewhere: (tag: string) => leave('132', 'manual/link-elsewhere', { tag }),
  linkedStays: (tag: string, place: string) => leave('132', 'manual/linked-stays', { tag, place }),
  linkedIsNew: (tag: string, place: string) => leave('132', 'manual/linked-is-new', { tag, place }),
  linkMentioned: (place: string) => leave('132', 'manual/link-mentioned', { place }),
  linkSelector: (value: string) => leave('132', 'manual/link-selector', { value }),
  linkMade: () => leave('132', 'manual/link-made'),
  linkUncalled: () => leave('132', 'manual/link-uncalled'),
  linkUnsearched: () => leave('132', 'manual/link-unsearched'),
  /** @param target the base library from which an attribute works */
  needsTarget: (name: string, target: string) => leave('133', 'manual/needs-target', { name, target }),
  attributeTaken: (name: string) => leave('130', 'manual/attribute-taken', { name }),
  attributeValue: (name: string) => leave('130', 'manual/attribute-value', { name }),
  configKey: (why: What, key: string, docs: string) => leave('131', 'manual/config-key', { why, key, docs }),
  markup: (why: What, to: What, docs: string, hosts: string) =>
    leave('130', 'manual/markup', { why, to, docs, hosts }),
  markupWithdrawn: (why: What, name: string, docs: string, hosts: string) =>
    leave('130', 'manual/markup-withdrawn', { why, name, docs, hosts }),
  withdrawn: (why: What, docs: string, hosts: string) =>
    leave('120', 'manual/withdrawn', { why, docs, hosts }),
};

export const ignored = {
  definition: () => ignore('201', 'ignored/definition'),
  ownMethod: () => ignore('202', 'ignored/own-method'),
  appMethod: () => ignore('202', 'ignored/app-method'),
  otherBinding: (what: What) => ignore('203', 'ignored/other-binding', { what }),
  otherObject: (what: What) => ignore('204', 'ignored/other-object', { what }),
  /** The app or a library has created the object, and its methods may call the API. */
  ownObject: (what: What) => ignore('204', 'ignored/own-object', { what }),
  unknownObject: () => ignore('204', 'ignored/unknown-object'),
  jsSdk: () => ignore('205', 'ignored/js-sdk'),
  text: () => ignore('206', 'ignored/text'),
  type: () => ignore('207', 'ignored/type'),
  featureTest: () => ignore('208', 'ignored/feature-test'),
  suppressed: () => ignore('209', 'ignored/suppressed'),
  specifierInUse: () => ignore('210', 'ignored/specifier-in-use'),
  keptFromRest: () => ignore('211', 'ignored/kept-from-rest'),
  guard: () => ignore('212', 'ignored/guard'),
  typedOtherwise: () => ignore('213', 'ignored/typed-otherwise'),
  declared: () => ignore('214', 'ignored/declared'),
  unconcerned: () => ignore('215', 'ignored/unconcerned'),
  lookalike: (global: string, sign: string) => ignore('216', 'ignored/lookalike', { global, sign }),
  keptTest: () => ignore('217', 'ignored/kept-test'),
  otherArguments: () => ignore('218', 'ignored/other-arguments'),
  otherPermission: (scope: string) => ignore('220', 'ignored/other-permission', { scope }),
  leftBehind: (api: string, place: string) => ignore('221', 'ignored/left-behind', { api, place }),
  idleSuppression: () => ignore('222', 'ignored/idle-suppression'),
  trailingSuppression: () => ignore('222', 'ignored/trailing-suppression'),
  otherHost: (global: string) => ignore('219', 'ignored/other-host', { global }),
};

/** Whether a message is about a suppression comment and not about a candidate. */
export function isAboutSuppression(id: string): boolean {
  return id === 'ignored/idle-suppression' || id === 'ignored/trailing-suppression';
}
