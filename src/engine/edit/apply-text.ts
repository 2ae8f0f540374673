import type { File, Node, Program } from '@babel/types';
import MagicString from 'magic-string';
import { lineEnd, lineStart } from '../parse/text';
import { removedStatement } from '../unused-bindings';
import { callToAssignment } from './call-to-assignment';
import { compare } from './compare';
import { editArguments, editOptions } from './edit-arguments';
import { removeCode, removeWithLine, replaceCode } from './edit-code';
import { insertImports } from './insert-import';
import { mergeText } from './merge-calls';
import type { Anchor, Operation, Plan } from './operations';
import { rebindProperties } from './rebind-properties';
import { removeFromList } from './remove-from-list';
import { joinedByRemoval, removeSpecifiers, removeStatement } from './remove-specifiers';
import { renameExport, renameKey, renameSpecifier } from './rename';
import { replaceExports } from './replace-exports';
import { replaceMember } from './replace-member';
import { Source } from './source';
import { splitDeclarator } from './split-declarator';
import { supportText, testText } from './test-text';

/** Operations that move or remove code. They run after those that edit the moved or removed code. */
const LATER: readonly Operation['type'][] = [
  'edit-options',
  'edit-arguments',
  'rebind-properties',
  'replace-exports',
  'split-declarator',
];

/**
 * Applies a plan to the text as range edits: every byte outside the edits stays.
 * @param ast the AST for which the plan was made
 * @param text the text that the AST was parsed from
 */
export function applyText({ operations }: Plan, ast: File, text: string): MagicString {
  const output = new MagicString(text);
  const source = new Source(text, ast.comments);
  const inOrder = [...operations].sort((a, b) => LATER.indexOf(a.type) - LATER.indexOf(b.type));
  for (const operation of inOrder) applyOperation(output, source, operation, ast.program);
  finishImports(output, source, operations, ast);
  // Comments come last, to be below an import that is inserted before the same statement.
  for (const operation of operations) {
    if (operation.type !== 'add-comment') continue;
    const from = lineStart(text, operation.offset);
    const indent = text.slice(from, operation.offset);
    output.appendLeft(from, `${indent}${operation.text}${lineEnd(text)}`);
  }
  return output;
}

/** Removes unused imports and variables and inserts new ones, which may take their place. */
function finishImports(
  output: MagicString,
  source: Source,
  operations: readonly Operation[],
  ast: File,
): void {
  const gone = new Set<Node>();
  for (const operation of operations) {
    const statement = removedStatement(operation);
    if (statement) gone.add(statement);
    if (statement) removeStatement(output, source, statement);
    else if (operation.type === 'remove-specifiers') removeSpecifiers(output, source, operation);
    else if (operation.type === 'remove-declarators')
      removeFromList(output, source, operation.declaration.declarations, new Set(operation.declarators));
  }
  const added = operations.filter((operation) => operation.type === 'add-import');
  for (const { anchor } of added) {
    const together = added.filter((other) => isSamePlace(other.anchor, anchor));
    if (together[0]!.anchor !== anchor) continue;
    insertImports(output, ast, source, together, gone.has(anchor.statement));
  }
  const lists = new Set<Node>([
    ast.program,
    ...operations.flatMap((operation) => ('list' in operation ? [operation.list] : [])),
  ]);
  for (const statement of [...lists].flatMap((list) => joinedByRemoval(list, source, gone))) {
    if (!added.some(({ anchor }) => gone.has(anchor.statement) || anchor.statement === statement))
      output.appendLeft(statement.start!, ';');
  }
}

function isSamePlace(a: Anchor, b: Anchor): boolean {
  return a.position === b.position && a.statement === b.statement;
}

function applyOperation(output: MagicString, source: Source, operation: Operation, program: Program): void {
  switch (operation.type) {
    case 'replace-member':
      replaceMember(output, source, operation);
      return;
    case 'replace-test': {
      const { node } = operation;
      replaceCode(output, source, { from: node.start!, to: node.end!, code: testText(operation) });
      return;
    }
    case 'require-support': {
      const { node, call } = operation;
      const [before, after] = supportText(operation);
      const dot = source.after('?.', source.afterClosing(call.callee.end!))!;
      output.remove(dot - 2, dot);
      output.prependRight(node.start!, before);
      output.appendLeft(node.end!, after);
      return;
    }
    case 'and-to-conditional': {
      const { node, first, nothing, isOperand } = operation;
      const operator = source.after('&&', source.afterClosing(first.left.end!))!;
      output.overwrite(operator - 2, operator, '?');
      if (isOperand) output.prependRight(node.start!, '(');
      output.appendLeft(node.end!, ` : ${nothing}${isOperand ? ')' : ''}`);
      return;
    }
    case 'drop-right': {
      const { left, end } = operation.node;
      removeCode(output, source, { from: source.afterClosing(left.end!), to: end! });
      return;
    }
    case 'replace-reference': {
      const { node, to, key } = operation;
      const code = `${key === undefined ? '' : `${key}: `}${to}`;
      replaceCode(output, source, { from: node.start!, to: node.end!, code });
      return;
    }
    case 'extend-import': {
      const last = operation.declaration.specifiers.at(-1)!;
      const added = operation.names.map(({ exported, local }) =>
        exported === local ? exported : `${exported} as ${local}`,
      );
      output.appendLeft(last.end!, `, ${added.join(', ')}`);
      return;
    }
    case 'rebind-properties':
      rebindProperties(output, source, operation);
      return;
    case 'replace-exports':
      replaceExports(output, source, program, operation);
      return;
    case 'call-to-assignment':
      callToAssignment(output, source, operation);
      return;
    case 'edit-options':
      editOptions(output, source, operation);
      return;
    case 'edit-arguments':
      editArguments(output, source, operation);
      return;
    case 'split-declarator':
      splitDeclarator(output, source, operation);
      return;
    case 'merge-calls': {
      const { node } = operation;
      replaceCode(output, source, { from: node.start!, to: node.end!, code: mergeText(operation) });
      return;
    }
    case 'typeof-test': {
      const { node, quote } = operation;
      output.prependRight(node.start!, 'typeof ');
      output.appendLeft(node.end!, ` === ${quote}function${quote}`);
      return;
    }
    case 'non-null-test':
      output.appendLeft(operation.node.end!, '!');
      return;
    case 'compare':
      compare(output, source.text, operation);
      return;
    case 'rename-key':
      renameKey(output, source, operation);
      return;
    case 'rename-specifier':
      renameSpecifier(output, source, operation);
      return;
    case 'rename-export':
      renameExport(output, source, operation);
      return;
    case 'replace-string': {
      const { node, value } = operation;
      if (node.type === 'Identifier') output.overwrite(node.start!, node.end!, `'${value}'`);
      else output.overwrite(node.start! + 1, node.end! - 1, value);
      return;
    }
    case 'remove-comment':
      removeWithLine(output, source.text, operation.comment.start!, operation.comment.end!);
      return;
    case 'remove-await': {
      const from = operation.node.start!;
      const to = from + /^await\s*/.exec(source.text.slice(from))![0].length;
      if (operation.separator) output.overwrite(from, to, operation.separator);
      else output.remove(from, to);
      return;
    }
  }
}
