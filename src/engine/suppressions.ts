import type { Comment, File, Node } from '@babel/types';
import type { NodePath } from '../ast/node-path';

/** The marker of a suppression comment. */
export const SUPPRESSION = /^[\s*]*taro-modernize-ignore(?:\s+([A-Z]{2,}\d{3}))?(?:\s|$)/;

/** A suppression comment. */
interface Mark {
  readonly comment: Comment;
  /** The only code that it suppresses. */
  readonly code: string | undefined;
  isUsed: boolean;
}

/**
 * The `taro-modernize-ignore [CODE] reason` comments of a file. They take precedence over all other rules.
 */
export class Suppressions {
  /** By the last line of the comment. */
  private readonly marks = new Map<number, Mark>();

  constructor({ comments }: File) {
    for (const comment of comments ?? []) {
      const match = SUPPRESSION.exec(comment.value);
      if (match && comment.loc)
        this.marks.set(comment.loc.end.line, { comment, code: match[1], isUsed: false });
    }
  }

  get isEmpty(): boolean {
    return this.marks.size === 0;
  }

  get all(): readonly Readonly<Mark>[] {
    return [...this.marks.values()];
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
    const mark = this.marks.get(line - 1);
    if (!mark || (mark.code ?? code) !== code) return false;
    mark.isUsed = true;
    return true;
  }
}
