import type { File, Node } from '@babel/types';
import type { NodePath } from './traverse';

const MARK = /^[\s*]*taro-modernize-ignore(?:\s+([A-Z]{2,}\d{3}))?(?:\s|$)/;

/**
 * Reads the `taro-modernize-ignore [CODE] reason` comments of a file.
 * @returns Whether such a comment stands on the line above a node, or above the statement that the node is in.
 */
export function silencer(ast: File, text: string): (path: NodePath<Node>, code: string) => boolean {
  /** By the line that the comment ends on: the code that it names, or `undefined` for any. */
  const marks = new Map<number, string | undefined>();
  if (text.includes('taro-modernize-ignore')) {
    for (const comment of ast.comments ?? []) {
      const mark = MARK.exec(comment.value);
      if (mark && comment.loc) marks.set(comment.loc.end.line, mark[1]);
    }
  }
  const covers = (node: Node | undefined, code: string) => {
    const line = (node?.loc?.start.line ?? 0) - 1;
    return marks.has(line) && (marks.get(line) ?? code) === code;
  };
  return (path, code) =>
    marks.size > 0 && (covers(path.node, code) || covers(path.getStatementParent()?.node ?? undefined, code));
}
