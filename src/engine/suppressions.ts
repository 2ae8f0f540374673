import type { File, Node } from '@babel/types';
import type { NodePath } from '../ast/node-path';

/** The marker of a suppression comment. */
export const SUPPRESSION = /^[\s*]*taro-modernize-ignore(?:\s+([A-Z]{2,}\d{3}))?(?:\s|$)/;

/**
 * The `taro-modernize-ignore [CODE] reason` comments of a file. They take precedence over all other rules.
 */
export class Suppressions {
  /** By the last line of the comment: the code that it names, or `undefined` for any code. */
  private readonly marks = new Map<number, string | undefined>();

  constructor({ comments }: File) {
    for (const comment of comments ?? []) {
      const mark = SUPPRESSION.exec(comment.value);
      if (mark && comment.loc) this.marks.set(comment.loc.end.line, mark[1]);
    }
  }

  get isEmpty(): boolean {
    return this.marks.size === 0;
  }

  /**
   * Whether a suppression comment is on the line above a node or above its statement.
   * @param code of the finding; without it, comments with a code do not count
   */
  cover(path: NodePath<Node>, code?: string): boolean {
    if (this.isEmpty) return false;
    const nodes = [path.node, path.getStatementParent()?.node];
    return nodes.some((node) => this.coverLine(node?.loc?.start.line ?? 0, code));
  }

  /** Whether a suppression comment is on the line above. */
  coverLine(line: number, code?: string): boolean {
    const mark = line - 1;
    return this.marks.has(mark) && (this.marks.get(mark) ?? code) === code;
  }
}
