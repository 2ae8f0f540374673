import type {
  AwaitExpression,
  CallExpression,
  ExportSpecifier,
  Identifier,
  MemberExpression,
  Node,
  ObjectProperty,
  OptionalCallExpression,
  OptionalMemberExpression,
  StringLiteral,
  TemplateLiteral,
} from '@babel/types';
import type { Binding, NodePath } from '../../ast/node-path';
import type { Reason } from '../../messages/reasons';
import type {
  AssignArguments,
  EditArguments,
  ReplaceString,
  SplitResult,
  UseMember,
  UseRuntime,
} from '../../migrations/change';
import type { Handler, Migration } from '../../migrations/migration';
import type { FeatureTest } from '../resolve/feature-test';
import type { OptionalChain } from '../resolve/optional-chain';

/** The place and the form in which an API is named. */
export type Site =
  | { type: 'member'; path: NodePath<MemberExpression | OptionalMemberExpression> }
  | { type: 'reference'; path: NodePath<Identifier> }
  | { type: 'property'; path: NodePath<ObjectProperty> }
  | { type: 'export'; path: NodePath<ExportSpecifier> }
  | { type: 'string'; path: NodePath<StringLiteral | TemplateLiteral> };

type Call = NodePath<CallExpression | OptionalCallExpression>;

/** A replacement of the API where it is named, before local names are known. */
export type Replacement =
  | ((Exclude<Site, { type: 'string' }> | ({ type: 'test' } & FeatureTest)) & UseRuntime)
  | (Site & UseMember)
  | (Extract<Site, { type: 'member' | 'reference' }> & SplitResult & { readonly call: Call })
  | ({ type: 'string'; path: NodePath<Node> } & ReplaceString);

/** A change with its place. */
export type SiteChange =
  | Replacement
  | ({ path: Call } & (EditArguments | AssignArguments))
  | { kind: 'unawait'; path: NodePath<AwaitExpression> }
  /** A feature test: `wx.old` → `typeof wx.old === 'function'`. */
  | { kind: 'typeof-test'; path: NodePath<Node> }
  /** A feature test whose value is used: `wx.old && value` → `wx.old! && value`. */
  | { kind: 'non-null-test'; path: NodePath<Node> }
  /** The chain runs only if the API exists: `startRecord?.({}).then(f)`. */
  | ({ kind: 'optional-call'; supported: string } & OptionalChain);

/** A change that depends on the verdicts for other code. */
export interface Deferred {
  readonly reason: Reason;
  readonly change: Replacement;
  /** The whole feature test: `typeof wx.startRecord === 'function'`. */
  readonly test: NodePath<Node>;
}

/** The decision on one candidate. Passes replace decisions; they never modify them. */
export interface Decision {
  /** The node that the finding points to. Unique among all decisions. */
  readonly path: NodePath<Node>;
  /** Name of the API without its object; `*` for a computed name. */
  readonly api: string;
  readonly migration: Migration;
  /** Undefined without a reference to an API: for a computed name, or for code near a call. */
  readonly handler?: Handler;
  readonly reason: Reason;
  /** Applied all together or not at all. Empty if the code stays. */
  readonly changes: readonly SiteChange[];
  /** For a feature test: its change if everything that it guards is rewritten. */
  readonly deferred?: Deferred;
  /**
   * The node of the decision on the declaration of the name used here. If that declaration stays, this use
   * does too.
   */
  readonly follows?: Node;
  /** Set for an import specifier from Taro, whose verdict depends on its uses. */
  readonly imported?: Binding;
}

/** The finding code of a decision. */
export function codeOf({ migration, reason }: Decision): string {
  return `${migration.codePrefix}${reason.number}`;
}

/**
 * The decision to leave the code unchanged for a reason. A decision that is already `ignored` keeps its own
 * reason.
 */
export function kept(decision: Decision, reason: Reason): Decision {
  if (decision.reason.verdict === 'ignored' && !decision.imported) return decision;
  return { ...decision, reason, changes: [] };
}

/** The change of a kind. A decision has at most one of each. */
export function changeOf<Kind extends SiteChange['kind']>(
  { changes }: Pick<Decision, 'changes'>,
  kind: Kind,
): Extract<SiteChange, { kind: Kind }> | undefined {
  return changes.find((change): change is Extract<SiteChange, { kind: Kind }> => change.kind === kind);
}

/** The change that replaces the API where it is named, if any. */
export function replacementOf({ changes }: Decision): Replacement | undefined {
  return changes.find((change) => 'type' in change);
}

/** Whether a change uses the migration's runtime. */
export function needsRuntime(change: SiteChange): boolean {
  return change.kind === 'runtime' || (change.kind === 'split' && change.of === 'runtime');
}

/** Whether a change names other members of the platform, so that their object stays. */
export function staysOnPlatform(change: SiteChange | undefined): change is OnPlatform {
  return change?.kind === 'member' || (change?.kind === 'split' && change.of === 'platform');
}

export type OnPlatform = Extract<Replacement, { kind: 'member' | 'split' }>;

/** The platform members that a change names. */
export function targetsOf(change: OnPlatform): string[] {
  if (change.kind === 'member') return [change.to];
  return [...new Set(Object.values(change.parts).map(({ from }) => from))];
}
