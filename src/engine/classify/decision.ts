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
import type { Reason } from '../../messages/reasons';
import type {
  Handler,
  Migration,
  Outcome,
  SplitResult,
  UseMember,
  UseRuntime,
} from '../../migrations/migration';
import type { OptionalChain } from '../edit/optional-chain';
import type { NodePath } from '../parse/traverse';
import type { FeatureTest } from '../resolve/feature-test';
import type { Binding } from '../resolve/scope';

/** Where an API is named, and in which form. */
export type Site =
  | { type: 'member'; path: NodePath<MemberExpression | OptionalMemberExpression> }
  | { type: 'reference'; path: NodePath<Identifier> }
  | { type: 'property'; path: NodePath<ObjectProperty> }
  | { type: 'export'; path: NodePath<ExportSpecifier> }
  | { type: 'string'; path: NodePath<StringLiteral | TemplateLiteral> };

/** A change at its place, before local names are known. */
export type SiteChange =
  | ((Exclude<Site, { type: 'string' }> | ({ type: 'test' } & FeatureTest)) &
      Pick<UseRuntime, 'kind' | 'to' | 'supported'>)
  | (Site & UseMember)
  | (Extract<Site, { type: 'member' | 'reference' }> &
      SplitResult & { readonly call: NodePath<CallExpression | OptionalCallExpression> })
  | { type: 'string'; kind: 'string'; path: NodePath<Node>; value: string };

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
  readonly change?: SiteChange;
  /** The `await` that goes together with the change. */
  readonly unawait?: NodePath<AwaitExpression>;
  /** The chain that runs only where the API is there: `startRecord?.({}).then(f)`. */
  readonly optional?: OptionalChain & { readonly supported: string };
  /** For a feature test: what it becomes where nothing that it guards stays. */
  readonly test?: FeatureTest & NonNullable<Outcome['tested']> & { readonly site: Site };
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
  const { change: _change, unawait: _unawait, ...rest } = decision;
  return { ...rest, reason };
}
