import type { File, Node } from '@babel/types';
import MagicString from 'magic-string';
import { insertImports } from './insert-import';
import type { Anchor, Operation, Plan } from './plan-types';
import { rebindProperties } from './rebind-properties';
import { removeSpecifiers, removeWithLine } from './remove-specifiers';
import { replaceExports } from './replace-exports';
import { lineEnd, lineStart } from './text';

/**
 * Carries out a plan on the text, by ranges: every byte outside the edits stays.
 * @param ast The AST that the plan was made on.
 * @param text The text that the AST was parsed from.
 */
export function applyText(plan: Plan, ast: File, text: string): MagicString {
  const output = new MagicString(text);
  // Imports come last: one may be put where a removed one stood.
  for (const operation of plan.operations) applyOperation(output, text, operation);
  const isRemoved = (statement: Node) =>
    plan.operations.some(
      (operation) =>
        operation.type === 'remove-specifiers' &&
        operation.declaration === statement &&
        operation.specifiers.length === operation.declaration.specifiers.length,
    );
  const imports = plan.operations.filter((operation) => operation.type === 'add-import');
  for (const { anchor } of imports) {
    const together = imports.filter((other) => isSamePlace(other.anchor, anchor));
    if (together[0]!.anchor === anchor) insertImports(output, ast, text, together, isRemoved);
  }
  // Comments are last of all: below an import that goes before the same statement.
  for (const operation of plan.operations) {
    if (operation.type !== 'add-comment') continue;
    const from = lineStart(text, operation.offset);
    const indent = text.slice(from, operation.offset);
    output.appendLeft(from, `${indent}${operation.text}${lineEnd(text)}`);
  }
  return output;
}

function isSamePlace(a: Anchor, b: Anchor): boolean {
  return a.position === b.position && a.statement === b.statement;
}

function applyOperation(output: MagicString, text: string, operation: Operation): void {
  switch (operation.type) {
    case 'replace-member':
      replaceMember(output, text, operation);
      return;
    case 'replace-reference': {
      const { node, to, key } = operation;
      output.overwrite(start(node), end(node), `${key === undefined ? '' : `${key}: `}${to}`);
      return;
    }
    case 'remove-specifiers':
      removeSpecifiers(output, text, operation);
      return;
    case 'extend-import': {
      const last = operation.declaration.specifiers.at(-1)!;
      const added = operation.names.map(({ exported, local }) =>
        exported === local ? exported : `${exported} as ${local}`,
      );
      output.appendLeft(end(last), `, ${added.join(', ')}`);
      return;
    }
    case 'rebind-properties':
      rebindProperties(output, text, operation);
      return;
    case 'replace-exports':
      replaceExports(output, text, operation);
      return;
    case 'replace-string':
      output.overwrite(start(operation.node) + 1, end(operation.node) - 1, operation.value);
      return;
    case 'remove-comment':
      removeWithLine(output, text, operation.comment.start!, operation.comment.end!);
      return;
    case 'remove-await': {
      const from = start(operation.node);
      const blank = /^await\s*/.exec(text.slice(from))![0];
      if (operation.separator) output.overwrite(from, from + blank.length, operation.separator);
      else output.remove(from, from + blank.length);
      return;
    }
  }
}

/** Comments between the object and the name stay, so the two are replaced apart where there are any. */
function replaceMember(
  output: MagicString,
  text: string,
  { node, to }: Extract<Operation, { type: 'replace-member' }>,
): void {
  const between = text.slice(end(node.object), start(node.property));
  const dot = to.lastIndexOf('.');
  const isConstant = node.computed && node.property.type === 'Identifier';
  if (!/\/[/*]|\n/.test(between) || dot < 0 || isConstant) {
    const comments = between.match(/\/\/.*|\/\*[\s\S]*?\*\//g) ?? [];
    output.overwrite(
      start(node),
      end(node),
      [to, ...comments].join(' ') + (comments.at(-1)?.startsWith('//') ? '\n' : ''),
    );
    return;
  }
  // Up to the dot the object may be in parentheses of its own, which belong to the node's range.
  const opening = text.slice(start(node), start(node.object));
  const closing = /^(\s*\))+/.exec(between);
  const objectEnd =
    opening.includes('(') && closing ? end(node.object) + closing[0].length : end(node.object);
  output.overwrite(start(node), objectEnd, to.slice(0, dot));
  const { property } = node;
  const quote = node.computed ? text[start(property)] : '';
  output.overwrite(start(property), end(property), `${quote}${to.slice(dot + 1)}${quote}`);
}

function start(node: Node): number {
  return node.start!;
}

function end(node: Node): number {
  return node.end!;
}
