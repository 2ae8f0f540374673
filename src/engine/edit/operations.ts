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
  Statement,
  StringLiteral,
  TemplateLiteral,
  UnaryExpression,
  VariableDeclaration,
  VariableDeclarator,
} from '@babel/types';
import type { Literal } from '../../migrations/change';
import type { TestForm } from '../resolve/feature-test';
import type { Finding, HostUse } from '../types';

/** How a runtime comes into a file; `var-require` uses no syntax later than ES5. */
export type ImportForm = 'import' | 'require' | 'var-require' | 'import-equals';

/** Where a new import goes: right after a top-level statement, or before one. */
export type Anchor = { position: 'after'; statement: Node } | { position: 'before'; statement: Node };

type Nothing = 'undefined' | 'void 0';

/** A property that is written into the code. */
export interface Option {
  name: string;
  value: Literal;
}

/** A list of functions that is written into the code, as expressions in this file. */
export interface Functions {
  functions: string[];
}

/** The small changes to nodes that a plan is made of. `applyText` and `applyAst` carry out the same ones. */
export type Operation =
  /** `Taro.startRecord` → `recorder.start`, wherever it stands. */
  | { type: 'replace-member'; node: MemberExpression | OptionalMemberExpression; to: string }
  /** `startRecord` → `recorder.start`; with `key`, the shorthand property `{ startRecord }` keeps its key. */
  | { type: 'replace-reference'; node: Identifier; to: string; key?: string }
  /** A feature test of an API → one of the runtime, which `supported` and `to` are expressions for. */
  | {
      type: 'replace-test';
      node: Node;
      form: Exclude<TestForm, 'guard'>;
      supported: string;
      to: string;
      /** What is written for a missing value: `void 0` where `undefined` is a name of the file. */
      nothing: Nothing;
      /** A conditional needs parentheses where it stands. */
      isOperand: boolean;
      /** Set where the text would go on with the statement before it. */
      separator?: ';';
    }
  /** `startRecord?.({})` → `recorder.supported && recorder.start({})`; a conditional where its result is read. */
  | {
      type: 'require-support';
      node: Node;
      call: OptionalCallExpression;
      /** `recorder.supported` */
      supported: string;
      /** The code before it has asked for that. */
      isTested: boolean;
      isResultRead: boolean;
      nothing: Nothing;
      /** The expression needs parentheses where it stands. */
      isOperand: boolean;
    }
  /** `wx.startRecord && ready && f()` → `wx.startRecord ? ready && f() : undefined` */
  | {
      type: 'and-to-conditional';
      /** The whole. */
      node: LogicalExpression;
      /** The part of it that has the test on its left: `wx.startRecord && ready`. */
      first: LogicalExpression;
      nothing: Nothing;
      /** The conditional needs parentheses where it stands. */
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
  /** `list` is what has the statement in it. */
  | { type: 'remove-statement'; statement: Statement; list: Node }
  | {
      type: 'remove-declarators';
      declaration: VariableDeclaration;
      declarators: VariableDeclarator[];
      /** What has the declaration among its statements. */
      list: Node;
    }
  /**
   * `const { startRecord } = Taro` → `const { start: startRecord } = recorder`, beside what else is taken out; with a
   * default value → `const startRecord = recorder.supported ? recorder.start : value`.
   */
  | {
      type: 'rebind-properties';
      declarator: VariableDeclarator;
      properties: {
        node: ObjectProperty;
        to: string;
        /** For a property that has to stay, because a rest element must not get it. */
        unusedName?: string;
        /** `recorder.supported`, where the default value stays for hosts without the API. */
        supported?: string;
      }[];
    }
  /** `export { startRecord } from '@tarojs/taro'` → `export const startRecord = recorder.start`. */
  | {
      type: 'replace-exports';
      declaration: ExportNamedDeclaration;
      /** `local` is declared in place of a name that this file cannot declare: `export { local as delete }`. */
      specifiers: { node: ExportSpecifier; to: string; local?: string }[];
    }
  /**
   * `const { width, brand } = old()` → `const { width } = a()` and `const { brand } = b()`. The call that stays is another
   * operation's.
   */
  | {
      type: 'split-declarator';
      declaration: VariableDeclaration;
      declarator: VariableDeclarator;
      parts: SplitDeclaration[];
      /** What each declaration begins with as a statement of its own: `export const`. Without it they are declarators of one. */
      head?: string;
    }
  /** `old()` → `{ ...a(), ...b() }` */
  | {
      type: 'merge-calls';
      node: CallExpression;
      /** The functions that are called. */
      to: string[];
      /** By `Object.assign`, where the code uses no later syntax, or a literal would be reported as always true. */
      isAssign: boolean;
      /** As the body of an arrow function. */
      isBody: boolean;
    }
  /** `info.allowed` → `info.allowed === 'yes'` */
  | {
      type: 'compare';
      node: Node;
      /** The `!` around it, which goes: the comparison is for another value. */
      not?: UnaryExpression;
      value: string;
      /** The comparison needs parentheses where it stands. */
      isOperand: boolean;
    }
  /**
   * `{ oldName }` → `{ newName: oldName }`, in a pattern: the property stays at its place, and `to` is what it takes.
   */
  | { type: 'rename-key'; node: ObjectProperty; to: string }
  /** `import { oldName }` → `import { newName }` or `import { newName as local }` */
  | {
      type: 'rename-specifier';
      node: ImportSpecifier;
      to: string;
      local: string;
      /** The new name comes beside the old one, which is still used. */
      isAdded: boolean;
    }
  /** `export { oldName }` → `export { newName as oldName }` */
  | { type: 'rename-export'; node: ExportSpecifier; to: string }
  /** `f` → `typeof f === 'function'` */
  | { type: 'typeof-test'; node: Expression; quote: string }
  /** `f(a)` → `f = a` */
  | { type: 'call-to-assignment'; node: CallExpression }
  /** `{ url: a, title }` → `{ src: a, volume: 1 }` */
  | {
      type: 'edit-options';
      node: ObjectExpression;
      renamed: { node: ObjectProperty; to: string }[];
      removed: ObjectProperty[];
      added: Option[];
    }
  /** `f(a, b)` → `f(null, a)`. Places are those of the source. */
  | {
      type: 'edit-arguments';
      node: CallExpression | OptionalCallExpression;
      replaced: { node: Node; value: Literal }[];
      removed: Node[];
      /** Options make an object. */
      inserted: { at: number; value: Literal | Option[] | Functions }[];
    }
  /** The text of a string, in the quotes that it has; of a name in brackets, a string in its place. */
  | { type: 'replace-string'; node: StringLiteral | TemplateLiteral | Identifier; value: string }
  /** A comment on a line of its own, above the line of the code at an offset and indented like it. */
  | { type: 'add-comment'; offset: number; text: string }
  | { type: 'remove-comment'; comment: Comment }
  /** With a separator where the text before it is no whole statement without one. */
  | { type: 'remove-await'; node: AwaitExpression; separator?: ';' }
  /** `import { recorder } from …` → `import { recorder, getRecorderManager } from …` */
  | { type: 'extend-import'; declaration: ImportDeclaration; names: { exported: string; local: string }[] }
  | {
      type: 'add-import';
      form: ImportForm;
      /** Module specifier of the runtime. */
      source: string;
      /** The runtime's exports with their local names, in alphabetical order; `*` is the module itself. */
      names: { exported: string; local: string }[];
      anchor: Anchor;
    };

/** What one declaration out of several takes: `{ width, height } = a()`, or `allowed = b().allowed === 'yes'`. */
export type SplitDeclaration =
  | { to: string; properties: ObjectProperty[] }
  | { to: string; name: string; member: string; value: string };

/** What is to be done with one file. */
export interface Plan {
  findings: Finding[];
  operations: Operation[];
  /** Names of the runtimes that the file imports once the plan is carried out. */
  runtimes: string[];
  hostUses: HostUse[];
}
