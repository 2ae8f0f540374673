/** What a handler can do about one reference. An outcome has a list of these. */
export type Change =
  | UseRuntime
  | UseMember
  | SplitResult
  | ReplaceString
  | RemoveAwait
  | EditArguments
  | AssignArguments;

/** Replaces the API with a member of the migration's runtime. */
export interface UseRuntime {
  readonly kind: 'runtime';
  /** Begins with one of the runtime's exports: `recorder.start`. */
  readonly to: string;
  /** The runtime's boolean for feature tests. Absent if the API always works. */
  readonly supported?: string;
}

/** Replaces the API with another member of the platform. The object stays. */
export interface UseMember {
  readonly kind: 'member';
  /** `getSystemInfo` */
  readonly to: string;
}

/**
 * Replaces the call with calls of other functions, one per group of members. Requires that `result` lists
 * every member that is read, and that the call has no arguments.
 */
export interface SplitResult {
  readonly kind: 'split';
  /** The owner of the functions. Those of the platform are accessed on the same object as the API. */
  readonly of: 'runtime' | 'platform';
  /** The source of each member. */
  readonly parts: Readonly<Record<string, SplitPart>>;
}

/** The source of a member: `{ from: 'getWindowInfo' }`. */
export interface SplitPart {
  readonly from: string;
  /**
   * The string that now stands for `true`. Any other value means `false`. Only for members of which only the
   * truthiness matters.
   */
  readonly trueAs?: string;
}

/** Replaces a string that is the name of an API. */
export interface ReplaceString {
  readonly kind: 'string';
  readonly value: string;
}

/** Removes the `await` of the call. */
export interface RemoveAwait {
  readonly kind: 'unawait';
}

/** Edits the arguments of the call. Only if `canEdit` says that this is safe. */
export interface EditArguments {
  readonly kind: 'argument';
  readonly edit: ArgumentEdit;
}

/** A value to insert into the code. */
export type Literal = string | number | boolean | null;

/** An edit of a call's arguments, which are counted from 0 as in the source. */
export type ArgumentEdit = OptionEdit | PositionalEdit;

/** An edit of an object argument: the first one, unless `argument` names another. */
export type OptionEdit = { readonly argument?: number } & (
  | { readonly kind: 'rename-option'; readonly name: string; readonly to: string }
  | { readonly kind: 'remove-option'; readonly name: string }
  | { readonly kind: 'add-option'; readonly name: string; readonly value: Literal }
  /** Converts a number to another unit: `{ delay: 2 }` → `{ delay: 2000 }`, for seconds to milliseconds. */
  | { readonly kind: 'multiply-option'; readonly name: string; readonly by: number }
);

export type PositionalEdit = { readonly argument: number } & (
  | { readonly kind: 'replace-argument'; readonly value: Literal }
  | { readonly kind: 'remove-argument' }
  /** The previous elements move behind it. */
  | { readonly kind: 'insert-argument'; readonly value: Literal }
  /** A list of functions of the migration's runtime: `[getWindowInfo, getDeviceInfo]`. */
  | { readonly kind: 'insert-functions'; readonly names: readonly string[] }
);

/**
 * Turns the call into an assignment of its first argument to its callee, and of each other argument to another
 * property of the same object. Only if `canAssign` allows it.
 */
export interface AssignArguments {
  readonly kind: 'assign';
  /** The properties for the other arguments, in order. */
  readonly others: readonly string[];
}
