import type { Comment, File, Node } from '@babel/types';
import type { NodePath } from '../ast/node-path';
import { removeWithLine } from './edit/edit-code';
import { edit, type Operation } from './edit/operation';
import { lineEnd, lineStart } from './parse/text';
import { templateProperties } from './parse/vue-expression';
import { SUPPRESSION } from './suppressions';
import type { Finding } from './types';

const MARK = 'TODO(taro-modernize):';

/**
 * The comments that mark manual findings: one line per reason above the enclosing statement or property.
 * Removes marks of earlier runs that no longer apply.
 * @param left the `manual` findings with their nodes
 */
export function todoOperations(
  ast: File,
  text: string,
  left: readonly { path: NodePath<Node>; finding: Finding }[],
  words: (finding: Finding) => readonly string[] = inEnglish,
): Operation[] {
  /** By the offset of the statement: the comments above it, each in all languages. */
  const wanted = new Map<number, readonly string[][]>();
  for (const { path, finding } of left) {
    const offset = markedCode(path, text);
    if (offset === undefined) continue;
    const comments = wanted.get(offset) ?? [];
    const texts = words(finding).map((sentence) => `// ${MARK} ${sentence}`);
    if (texts.length === 0) continue;
    if (!comments.some(([text]) => text === texts[0])) wanted.set(offset, [...comments, texts]);
  }
  const operations: Operation[] = [];
  for (const comment of ast.comments ?? []) {
    if (!comment.value.trimStart().startsWith(MARK)) continue;
    const offset = codeAfter(comment, ast, text);
    const below = wanted.get(offset) ?? [];
    const others = below.filter((texts) => !texts.some((text) => isSameMark(text, `//${comment.value}`)));
    if (others.length === below.length) operations.push(removeComment(comment));
    else wanted.set(offset, others);
  }
  for (const [offset, comments] of wanted) {
    const above = aboveSuppressions(offset, ast, text);
    for (const [comment] of comments) operations.push(addComment(above, comment!));
  }
  return operations;
}

/** Whether two marks are about the same finding. A hint may have code, which the run that wrote it also rewrote. */
function isSameMark(one: string, other: string): boolean {
  const [untilCode] = /^.*?[(（][A-Z]{3}\d{3}[)）]/.exec(one) ?? [one];
  return other.startsWith(untilCode);
}

/** Adds a comment on its own line, above the line of the code at an offset and with its indentation. */
function addComment(offset: number, comment: string): Operation {
  return {
    phase: 'comments',
    apply(output, { text }) {
      const from = lineStart(text, offset);
      output.appendLeft(from, `${text.slice(from, offset)}${comment}${lineEnd(text)}`);
    },
  };
}

function removeComment({ start, end }: Comment): Operation {
  return edit((output, { text }) => removeWithLine(output, text, start!, end!));
}

function inEnglish({ api, reason, hint, code }: Finding): string[] {
  const what = api === '*' ? '' : `${api}: `;
  return [`${what}${reason} (${code}).${hint ? ` ${hint}` : ''}`];
}

/**
 * The offset of the closest statement, class member or property that begins a line, outside of JSX and
 * templates.
 */
function markedCode(path: NodePath<Node>, text: string): number | undefined {
  let found: number | undefined;
  for (let current: NodePath<Node> | null = path; current; current = current.parentPath) {
    if (templateProperties(current.node)) return undefined;
    if (current.isJSX() || current.isTemplateLiteral()) found = undefined;
    else if (found === undefined && isMarkable(current)) {
      const start = firstOffset(firstOnLine(current).node);
      if (text.slice(lineStart(text, start), start).trim() === '') found = start;
    }
  }
  return found;
}

function isMarkable(path: NodePath<Node>): boolean {
  const { parent } = path;
  if (/^Export/.test(parent?.type ?? '')) return false;
  if (path.isStatement()) return !path.isBlockStatement() && !path.isProgram();
  return /^(ClassBody|Object(Expression|Pattern))$/.test(parent?.type ?? '');
}

/** The first of several statements or properties on one line. */
function firstOnLine(path: NodePath<Node>): NodePath<Node> {
  let first = path;
  while (typeof first.key === 'number' && first.key > 0) {
    const before = first.getPrevSibling();
    if (before?.node?.loc?.end.line !== first.node.loc?.start.line) break;
    first = before as NodePath<Node>;
  }
  return first;
}

/** Decorators come before the class, and are outside its node if they precede its `export`. */
function firstOffset(node: Node): number {
  const decorators = 'decorators' in node ? (node.decorators ?? []) : [];
  return Math.min(node.start!, ...decorators.map(({ start }) => start!));
}

/**
 * The offset of the first suppression comment directly above some code, otherwise of the code: a mark between
 * them would separate the suppression from its line.
 */
function aboveSuppressions(offset: number, ast: File, text: string): number {
  let above = offset;
  for (const { value, start, end } of [...(ast.comments ?? [])].reverse()) {
    const isRightAbove = end! <= above && text.slice(end!, above).trim() === '';
    const isFirst = text.slice(lineStart(text, start!), start!).trim() === '';
    if (isRightAbove && isFirst && SUPPRESSION.test(value)) above = start!;
  }
  return above;
}

/** The offset of the first code below a comment. */
function codeAfter(comment: Comment, ast: File, text: string): number {
  let offset = comment.end!;
  for (;;) {
    offset += /^\s*/.exec(text.slice(offset))![0].length;
    const next = ast.comments?.find(({ start }) => start === offset);
    if (!next) return offset;
    offset = next.end!;
  }
}
