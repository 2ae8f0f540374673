import type {
  AwaitExpression,
  CallExpression,
  Comment,
  ExportNamedDeclaration,
  ExportSpecifier,
  Expression,
  Identifier,
  ImportDeclaration,
  ImportSpecifier,
  LogicalExpression,
  MemberExpression,
  Node,
  ObjectExpression,
  ObjectProperty,
  OptionalCallExpression,
  OptionalMemberExpression,
  Program,
  Statement,
  StringLiteral,
  TemplateLiteral,
  UnaryExpression,
  VariableDeclaration,
  VariableDeclarator,
} from '@babel/types';
import type { NodePath } from '../../ast/node-path';
import type { Literal } from '../../migrations/change';
import type { TestForm } from '../resolve/feature-test';
import type { Finding, HostUse } from '../types';
import type { Place } from './statement-place';

/** How a file imports a runtime. `var-require` uses only ES5 syntax. */
export type ImportForm = 'import' | 'require' | 'var-require' | 'import-equals';

/** Where to insert an import: directly after a top-level statement, or before one. */
export type Anchor = { position: 'after'; statement: Node } | { position: 'before'; statement: Node };

type Nothing = 'undefined' | 'void 0';

/** A property to insert. */
export interface Option {
  name: string;
  value: Literal;
}

/** A list of functions to insert, as expressions in this file. */
export interface Functions {
  functions: string[];
}

/** The elementary edits that make up a plan. `applyText` and `applyAst` implement the same set. */
export type Operation =
  /** `Taro.startRecord` → `recorder.start`, in any position. */
  | { type: 'replace-member'; node: MemberExpression | OptionalMemberExpression; to: string }
  /** `startRecord` → `recorder.start`; with `key`, the shorthand property `{ startRecord }` keeps its key. */
  | { type: 'replace-reference'; node: Identifier; to: string; key?: string }
  /** A feature test of an API → one of the runtime. `supported` and `to` are expressions. */
  | {
      type: 'replace-test';
      node: Node;
      form: Exclude<TestForm, 'guard'>;
      supported: string;
      to: string;
      /** The code for a missing value: `void 0` if the file declares `undefined`. */
      nothing: Nothing;
      /** Whether a conditional needs parentheses in this position. */
      isOperand: boolean;
      /** Set if the text would continue the previous statement. */
      separator?: ';';
    }
  /**
   * `startRecord?.({})` → `recorder.supported && recorder.start({})`, or a conditional if its result is used.
   */
  | {
      type: 'require-support';
      node: Node;
      call: OptionalCallExpression;
      /** `recorder.supported` */
      supported: string;
      /** The preceding code has already tested it. */
      isTested: boolean;
      isResultRead: boolean;
      nothing: Nothing;
      /** Whether the expression needs parentheses in this position. */
      isOperand: boolean;
    }
  /** `wx.startRecord && ready && f()` → `wx.startRecord ? ready && f() : undefined` */
  | {
      type: 'and-to-conditional';
      /** The whole expression. */
      node: LogicalExpression;
      /** The part of it whose left side is the test: `wx.startRecord && ready`. */
      first: LogicalExpression;
      nothing: Nothing;
      /** Whether the conditional needs parentheses in this position. */
      isOperand: boolean;
    }
  /** `recorder.supported && recorder.supported` → `recorder.supported` */
  | { type: 'drop-right'; node: LogicalExpression }
  | {
      type: 'remove-specifiers';
      declaration: ImportDeclaration;
      specifiers: ImportDeclaration['specifiers'];
      /** `import a from './a'` → `import './a'` */
      keepsModule?: true;
    }
  /** `list` contains the statement. */
  | { type: 'remove-statement'; statement: Statement; list: Node }
  | {
      type: 'remove-declarators';
      declaration: VariableDeclaration;
      declarators: VariableDeclarator[];
      /** The node that has the declaration among its statements. */
      list: Node;
    }
  /**
   * `const { startRecord } = Taro` → `const { start: startRecord } = recorder`, beside other destructured
   * properties; with a default value → `const startRecord = recorder.supported ? recorder.start : value`.
   */
  | {
      type: 'rebind-properties';
      declarator: VariableDeclarator;
      properties: {
        node: ObjectProperty;
        to: string;
        /** Set for a property that must stay so that a rest element does not include it. */
        unusedName?: string;
        /** `recorder.supported`, if the default value stays for hosts without the API. */
        supported?: string;
      }[];
    }
  /** `export { startRecord } from '@tarojs/taro'` → `export const startRecord = recorder.start`. */
  | {
      type: 'replace-exports';
      declaration: ExportNamedDeclaration;
      /** `local` is declared if this file cannot declare the exported name: `export { local as delete }`. */
      specifiers: { node: ExportSpecifier; to: string; local?: string }[];
    }
  /**
   * `const { width, brand } = old()` → `const { width } = a()` and `const { brand } = b()`. Another operation
   * edits the call that stays.
   */
  | {
      type: 'split-declarator';
      declaration: VariableDeclaration;
      declarator: VariableDeclarator;
      parts: SplitDeclaration[];
      /**
       * The beginning of each declaration as a separate statement: `export const`. Without it they are
       * declarators of one declaration.
       */
      head?: string;
    }
  /** `old()` → `{ ...a(), ...b() }` */
  | {
      type: 'merge-calls';
      node: CallExpression;
      /** The functions to call. */
      to: string[];
      /**
       * With `Object.assign`, if the file uses no later syntax or a literal would be reported as always true.
       */
      isAssign: boolean;
      /** As the body of an arrow function. */
      isBody: boolean;
    }
  /** `info.allowed` → `info.allowed === 'yes'` */
  | {
      type: 'compare';
      node: Node;
      /** A surrounding `!` to remove: the comparison is negated instead. */
      not?: UnaryExpression;
      value: string;
      /** Whether the comparison needs parentheses in this position. */
      isOperand: boolean;
    }
  /** `{ oldName }` → `{ newName: oldName }` in a pattern: the property keeps its place and takes `to`. */
  | { type: 'rename-key'; node: ObjectProperty; to: string }
  /** `import { oldName }` → `import { newName }` or `import { newName as local }` */
  | {
      type: 'rename-specifier';
      node: ImportSpecifier;
      to: string;
      local: string;
      /** The new name is added to the old one, which is still used. */
      isAdded: boolean;
    }
  /** `export { oldName }` → `export { newName as oldName }` */
  | { type: 'rename-export'; node: ExportSpecifier; to: string }
  /** `f` → `typeof f === 'function'` */
  | { type: 'typeof-test'; node: Expression; quote: string }
  /** `f` → `f!` */
  | { type: 'non-null-test'; node: Expression }
  /** `o.f(a, b)` → `o.f = a` and `o.g = b`, for the other property `g` */
  | { type: 'call-to-assignment'; node: CallExpression; others: readonly string[]; place: Place }
  /** `{ url: a, title }` → `{ src: a, volume: 1 }` */
  | {
      type: 'edit-options';
      node: ObjectExpression;
      renamed: { node: ObjectProperty; to: string }[];
      removed: ObjectProperty[];
      added: Option[];
    }
  /** `f(a, b)` → `f(null, a)`. Positions refer to the source. */
  | {
      type: 'edit-arguments';
      node: CallExpression | OptionalCallExpression;
      replaced: { node: Node; value: Literal }[];
      removed: Node[];
      /** The options to wrap in an object. */
      inserted: { at: number; value: Literal | Option[] | Functions }[];
    }
  /** The text of a string in its own quotes. A name in brackets becomes a string. */
  | { type: 'replace-string'; node: StringLiteral | TemplateLiteral | Identifier; value: string }
  /** A comment on its own line, above the line of the code at an offset and with its indentation. */
  | { type: 'add-comment'; offset: number; text: string }
  | { type: 'remove-comment'; comment: Comment }
  /** With a separator if the previous statement would otherwise continue. */
  | { type: 'remove-await'; node: AwaitExpression; separator?: ';' }
  /** `import { recorder } from …` → `import { recorder, getRecorderManager } from …` */
  | { type: 'extend-import'; declaration: ImportDeclaration; names: { exported: string; local: string }[] }
  | {
      type: 'add-import';
      form: ImportForm;
      /** Module specifier of the runtime. */
      source: string;
      /** The runtime's exports with their local names, in alphabetical order. `*` is the module itself. */
      names: { exported: string; local: string }[];
      anchor: Anchor;
    };

/**
 * The destructuring in one of several declarations: `{ width, height } = a()`, or `allowed = b().allowed ===
 * 'yes'`.
 */
export type SplitDeclaration =
  | { to: string; properties: ObjectProperty[] }
  | { to: string; name: string; member: string; value: string };

/** The plan for one file. */
export interface Plan {
  program: NodePath<Program>;
  findings: Finding[];
  operations: Operation[];
  /** Names of the runtimes that the file imports after the plan is applied. */
  runtimes: string[];
  hostUses: HostUse[];
}
