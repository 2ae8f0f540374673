/** What a handler may do about one reference. An outcome has a list of these. */
export type Change =
  | UseRuntime
  | UseMember
  | SplitResult
  | ReplaceString
  | RemoveAwait
  | EditArguments
  | AssignArgument;

/** The API gives way to a member of the migration's runtime. */
export interface UseRuntime {
  readonly kind: 'runtime';
  /** Begins with one of the runtime's exports: `recorder.start`. */
  readonly to: string;
  /** The boolean that tells whether it works on this host; without it there is nothing to test. */
  readonly supported?: string;
}

/** The API gives way to another member of the platform; the object that it is a member of stays. */
export interface UseMember {
  readonly kind: 'member';
  /** `getSystemInfo` */
  readonly to: string;
}

/**
 * The call gives way to calls of other functions, each for some of the members that are read. Only where `result`
 * says that these are all, and only of calls without arguments.
 */
export interface SplitResult {
  readonly kind: 'split';
  /** Whose functions they are. Those of the platform are looked up where the API was. */
  readonly of: 'runtime' | 'platform';
  /** What each member is read from. */
  readonly parts: Readonly<Record<string, SplitPart>>;
}

/** Where a member of a result comes from: `{ from: 'getWindowInfo' }`. */
export interface SplitPart {
  readonly from: string;
  /**
   * A string that the member is from now on where it was `true`, and anything else where it was not. Only for members of
   * which just the truthiness matters.
   */
  readonly trueAs?: string;
}

/** A string that is an API's name says something else. */
export interface ReplaceString {
  readonly kind: 'string';
  readonly value: string;
}

/** The `await` in front of the call goes. */
export interface RemoveAwait {
  readonly kind: 'unawait';
}

/** The arguments of the call are edited. Only where `canEdit` says that it is safe. */
export interface EditArguments {
  readonly kind: 'argument';
  readonly edit: ArgumentEdit;
}

/** A value that is written into the code. */
export type Literal = string | number | boolean | null;

/** An edit of the arguments of a call. Arguments are counted from 0, as they are in the source. */
export type ArgumentEdit = OptionEdit | PositionalEdit;

/** An edit of an object that is an argument: of the first one, unless `argument` says another. */
export type OptionEdit = { readonly argument?: number } & (
  | { readonly kind: 'rename-option'; readonly name: string; readonly to: string }
  | { readonly kind: 'remove-option'; readonly name: string }
  | { readonly kind: 'add-option'; readonly name: string; readonly value: Literal }
);

export type PositionalEdit = { readonly argument: number } & (
  | { readonly kind: 'replace-argument'; readonly value: Literal }
  | { readonly kind: 'remove-argument' }
  /** What stands there goes behind it. */
  | { readonly kind: 'insert-argument'; readonly value: Literal }
  /** A list of functions of the migration's runtime: `[getWindowInfo, getDeviceInfo]`. */
  | { readonly kind: 'insert-functions'; readonly names: readonly string[] }
);

/** The call becomes an assignment of its argument to what it calls. Only where `canAssign` says that it can. */
export interface AssignArgument {
  readonly kind: 'assign';
}
