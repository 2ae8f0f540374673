import type { CallExpression, Node, OptionalCallExpression } from '@babel/types';
import type MagicString from 'magic-string';
import type { Literal } from '../../migrations/change';
import { quoteIn } from '../parse/text';
import { replaceCode } from './edit-code';
import { editList, type List } from './edit-list';
import type { Functions, Operation, Option } from './operations';
import type { Source } from './source';

type Of<Type extends Operation['type']> = Extract<Operation, { type: Type }>;

/** Edits the properties of an object. Code in their values must be edited before. */
export function editOptions(
  output: MagicString,
  source: Source,
  { node, renamed, removed, added }: Of<'edit-options'>,
): void {
  for (const { node: property, to } of renamed) {
    const { key, shorthand, start } = property;
    if (shorthand) output.prependRight(start!, `${to}: `);
    else if (key.type === 'StringLiteral') output.overwrite(key.start! + 1, key.end! - 1, to);
    else replaceCode(output, source, { from: key.start!, to: key.end!, code: to });
  }
  const { properties } = node;
  const list: List = { elements: properties, open: node.start! + 1, close: node.end! - 1, padding: ' ' };
  const code = propertiesText(added, source.text);
  editList(output, source, list, removed, new Map(code === '' ? [] : [[properties.length, code]]));
}

/** Edits the list of a call's arguments. Code in them must be edited before. */
export function editArguments(
  output: MagicString,
  source: Source,
  { node, replaced, removed, inserted }: Of<'edit-arguments'>,
): void {
  const list = argumentList(node, source);
  const elementOf = (argument: Node) => list.elements[(node.arguments as readonly Node[]).indexOf(argument)]!;
  for (const { node: argument, value } of replaced) {
    const { start, end } = elementOf(argument);
    replaceCode(output, source, { from: start!, to: end!, code: literalText(value, source.text) });
  }
  const codes = new Map<number, string>();
  for (const { at, value } of inserted) {
    const code = insertedText(value, source.text);
    codes.set(at, [...(codes.has(at) ? [codes.get(at)] : []), code].join(', '));
  }
  editList(output, source, list, removed.map(elementOf), codes);
}

/** The arguments with their parentheses. */
export function argumentList(node: CallExpression | OptionalCallExpression, source: Source): List {
  const close = node.end! - 1;
  const types = node.typeParameters ?? node.typeArguments;
  const callee = types?.end ?? source.afterClosing(node.callee.end!);
  const open = source.after('(', source.after('?.', callee) ?? callee)!;
  let at = open;
  const elements = node.arguments.map((argument) => {
    const start = source.next(at);
    let end = argument.end!;
    for (
      let next = source.after(')', end);
      next !== undefined && next <= close;
      next = source.after(')', end)
    )
      end = next;
    at = source.after(',', end) ?? end;
    return { ...argument, start, end };
  });
  return { elements, open, close, padding: '' };
}

function insertedText(value: Literal | readonly Option[] | Functions, text: string): string {
  if (typeof value !== 'object' || value === null) return literalText(value, text);
  return 'functions' in value ? `[${value.functions.join(', ')}]` : `{ ${propertiesText(value, text)} }`;
}

function propertiesText(options: readonly Option[], text: string): string {
  return options.map(({ name, value }) => `${name}: ${literalText(value, text)}`).join(', ');
}

/** A value as code, in the quote style of the file or the one that needs no escapes. */
function literalText(value: Literal, text: string): string {
  if (typeof value !== 'string') return String(value);
  const own = quoteIn(text);
  const other = own === "'" ? '"' : "'";
  const quote = value.includes(own) && !value.includes(other) ? other : own;
  return (
    quote + value.replace(/[\\'"]/g, (one) => (one === '\\' || one === quote ? `\\${one}` : one)) + quote
  );
}
