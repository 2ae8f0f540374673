import type {
  AwaitExpression,
  Identifier,
  ImportDeclaration,
  MemberExpression,
  Node,
  OptionalMemberExpression,
} from '@babel/types';
import type { Finding } from './types';

/** How a runtime comes into a file. */
export type ImportForm = 'import' | 'require' | 'import-equals';

/** Where a new import goes: right after a top-level statement, or before one. */
export type Anchor = { position: 'after'; statement: Node } | { position: 'before'; statement: Node };

/** The small changes to nodes that a plan is made of. All doors carry out the same ones. */
export type Operation =
  /** `Taro.startRecord` → `recorder.start`, wherever it stands. */
  | { type: 'replace-member'; node: MemberExpression | OptionalMemberExpression; to: string }
  /** `startRecord` → `recorder.start`; with `key`, the shorthand property `{ startRecord }` keeps its key. */
  | { type: 'replace-reference'; node: Identifier; to: string; key?: string }
  | { type: 'remove-specifiers'; declaration: ImportDeclaration; specifiers: ImportDeclaration['specifiers'] }
  | { type: 'remove-await'; node: AwaitExpression }
  | {
      type: 'add-import';
      form: ImportForm;
      /** Module specifier of the runtime. */
      source: string;
      /** The runtime's exports with their local names, in alphabetical order; `*` is the module itself. */
      names: { exported: string; local: string }[];
      /** Write `var` and no destructuring. */
      es5: boolean;
      anchor: Anchor;
    };

/** What is to be done with one file. */
export interface Plan {
  findings: Finding[];
  operations: Operation[];
  /** Names of the runtimes that the file imports once the plan is carried out. */
  runtimes: string[];
}
