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
import type { NodePath } from '../../ast/node-path';
import type { Reason } from '../../messages/reasons';
import type {
  AssignArgument,
  EditArguments,
  ReplaceString,
  SplitResult,
  UseMember,
  UseRuntime,
} from '../../migrations/change';
import type { Handler, Migration } from '../../migrations/migration';
import type { OptionalChain } from '../edit/optional-chain';
import type { FeatureTest } from '../resolve/feature-test';
import type { Binding } from '../resolve/scope';

/** Where an API is named, and in which form. */
export type Site =
  | { type: 'member'; path: NodePath<MemberExpression | OptionalMemberExpression> }
  | { type: 'reference'; path: NodePath<Identifier> }
  | { type: 'property'; path: NodePath<ObjectProperty> }
  | { type: 'export'; path: NodePath<ExportSpecifier> }
  | { type: 'string'; path: NodePath<StringLiteral | TemplateLiteral> };

type Call = NodePath<CallExpression | OptionalCallExpression>;

/** What takes the place of the API where it is named, before local names are known. */
export type Replacement =
  | ((Exclude<Site, { type: 'string' }> | ({ type: 'test' } & FeatureTest)) & UseRuntime)
  | (Site & UseMember)
  | (Extract<Site, { type: 'member' | 'reference' }> & SplitResult & { readonly call: Call })
  | ({ type: 'string'; path: NodePath<Node> } & ReplaceString);

/** A change at its place. */
export type SiteChange =
  | Replacement
  | ({ path: Call } & (EditArguments | AssignArgument))
  | { kind: 'unawait'; path: NodePath<AwaitExpression> }
  /** `wx.old` → `typeof wx.old === 'function'`, where it is a feature test. */
  | { kind: 'typeof-test'; path: NodePath<Node> }
  /** The chain runs only where the API is there: `startRecord?.({}).then(f)`. */
  | ({ kind: 'optional-call'; supported: string } & OptionalChain);

/** What waits for the verdicts on other code. */
export interface Deferred {
  readonly reason: Reason;
  readonly change: Replacement;
  /** The whole feature test: `typeof wx.startRecord === 'function'`. */
  readonly test: NodePath<Node>;
}

/** What is to become of one candidate. Passes make new ones in place of those that they decide otherwise. */
export interface Decision {
  /** The node that the finding points at: no other decision's. */
  readonly path: NodePath<Node>;
  /** Bare name of the API; `*` where the name is computed. */
  readonly api: string;
  readonly migration: Migration;
  /** Missing where no API is referred to: for a computed name, or for code near a call. */
  readonly handler?: Handler;
  readonly reason: Reason;
  /** All together or none; empty where the code stays as it is. */
  readonly changes: readonly SiteChange[];
  /** For a feature test: what it becomes where nothing that it guards stays. */
  readonly deferred?: Deferred;
  /** The node of the decision on the declaration that binds the name used here: where that falls, this one does too. */
  readonly follows?: Node;
  /** Set for an import specifier from Taro: its verdict follows from what becomes of its uses. */
  readonly imported?: Binding;
}

/** The code of a decision's finding. */
export function codeOf({ migration, reason }: Decision): string {
  return `${migration.codePrefix}${reason.number}`;
}

/** A decision by which the code stays as it is, for a reason. What is ignored anyway keeps its own reason. */
export function kept(decision: Decision, reason: Reason): Decision {
  if (decision.reason.verdict === 'ignored' && !decision.imported) return decision;
  return { ...decision, reason, changes: [] };
}

/** The change of a kind, of which a decision has one at most. */
export function changeOf<Kind extends SiteChange['kind']>(
  { changes }: Pick<Decision, 'changes'>,
  kind: Kind,
): Extract<SiteChange, { kind: Kind }> | undefined {
  return changes.find((change): change is Extract<SiteChange, { kind: Kind }> => change.kind === kind);
}

/** What takes the place of the API, if it is replaced where it is named. */
export function replacementOf({ changes }: Decision): Replacement | undefined {
  return changes.find((change) => 'type' in change);
}

/** Whether a change uses the migration's runtime. */
export function needsRuntime(change: SiteChange): boolean {
  return change.kind === 'runtime' || (change.kind === 'split' && change.of === 'runtime');
}

/** Whether a change names other members of the platform: the object that they are looked up on stays. */
export function staysOnPlatform(change: SiteChange | undefined): change is OnPlatform {
  return change?.kind === 'member' || (change?.kind === 'split' && change.of === 'platform');
}

export type OnPlatform = Extract<Replacement, { kind: 'member' | 'split' }>;

/** The members of the platform that a change names. */
export function targetsOf(change: OnPlatform): string[] {
  if (change.kind === 'member') return [change.to];
  return [...new Set(Object.values(change.parts).map(({ from }) => from))];
}
