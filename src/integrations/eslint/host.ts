/**
 * The part of ESLint's API that is used. Not imported from ESLint, because its types differ between major
 * versions.
 */

export interface Position {
  line: number;
  /** 0-based. */
  column: number;
}

export interface Range {
  start: Position;
  end: Position;
}

export interface Comment {
  type: string;
  value: string;
  loc: Range;
}

export interface SourceCode {
  /** Without the byte order mark, which ESLint's offsets do not count. */
  readonly text: string;
  readonly ast: { templateBody?: { comments?: readonly Comment[] } | null };
  readonly parserServices?: unknown;
  getAllComments(): readonly Comment[];
  getNodeByRangeIndex(index: number): { range?: [number, number] } | null;
}

interface Fix {
  range: [number, number];
  text: string;
}

export type Fixer = () => Fix;

export interface Report {
  loc: Range;
  messageId: string;
  data: Record<string, string>;
  fix?: Fixer;
  suggest?: { messageId: string; fix: Fixer }[];
}

export interface RuleContext {
  /** Full name of the rule. */
  readonly id: string;
  readonly sourceCode: SourceCode;
  readonly filename: string;
  /** The file that contains the code; a code block of a Markdown file has a filename of its own below it. */
  readonly physicalFilename: string;
  readonly cwd: string;
  readonly options: readonly unknown[];
  readonly settings: Readonly<Record<string, unknown>>;
  report(report: Report): void;
}
