import type {
  CallExpression,
  Node,
  ObjectExpression,
  ObjectProperty,
  OptionalCallExpression,
} from '@babel/types';
import { nameOf } from '../../ast/syntax';
import type { ArgumentEdit, OptionEdit } from '../../migrations/change';
import type { Decision } from '../classify/decision';
import { literalText } from '../parse/text';
import { replaceCode } from './edit-code';
import { editList, type List } from './edit-list';
import { multiplyOption } from './multiply-option';
import type { Operation } from './operation';
import type { Source } from './source';

type AddOption = Extract<OptionEdit, { kind: 'add-option' }>;

/**
 * The operations that edit a call's arguments: one for the list, and one for each object in it.
 * @param express returns the expression in this file for a function of the migration's runtime
 */
export function argumentOperations(
  { changes }: Decision,
  express: (to: string) => string,
  text: string,
): Operation[] {
  const edits = changes.flatMap((change) => (change.kind === 'argument' ? [change] : []));
  const [first] = edits;
  if (!first) return [];
  const { node } = first.path;
  const objects = node.arguments.flatMap((argument, index) => {
    if (argument.type !== 'ObjectExpression') return [];
    const own = edits.flatMap(({ edit }) => (isOption(edit) && (edit.argument ?? 0) === index ? [edit] : []));
    return editOptions(argument, own);
  });
  const all = edits.map(({ edit }) => edit);
  return [...objects, ...editArguments(node, all, express, text)];
}

function isOption(edit: ArgumentEdit): edit is OptionEdit {
  return edit.kind.endsWith('-option');
}

function isAddOption(edit: ArgumentEdit): edit is AddOption {
  return edit.kind === 'add-option';
}

/** Edits the properties of an object: `{ url: a, title }` → `{ src: a, volume: 1 }`. */
function editOptions(node: ObjectExpression, edits: readonly OptionEdit[]): Operation[] {
  const { properties } = node;
  const renamed = new Map<ObjectProperty, string>();
  const multiplied = new Map<ObjectProperty, number>();
  const removed: ObjectProperty[] = [];
  for (const edit of edits) {
    const property = properties.find(
      (one): one is ObjectProperty => one.type === 'ObjectProperty' && nameOf(one.key) === edit.name,
    );
    if (property && edit.kind === 'rename-option') renamed.set(property, edit.to);
    else if (property && edit.kind === 'multiply-option') multiplied.set(property, edit.by);
    else if (property && edit.kind === 'remove-option') removed.push(property);
  }
  const added = edits.filter(isAddOption);
  if (renamed.size + multiplied.size + removed.length + added.length === 0) return [];
  return [
    {
      phase: 'options',
      apply(output, source) {
        for (const [{ key, shorthand, start }, to] of renamed) {
          if (shorthand) output.prependRight(start!, `${to}: `);
          else if (key.type === 'StringLiteral') output.overwrite(key.start! + 1, key.end! - 1, to);
          else replaceCode(output, source, { from: key.start!, to: key.end!, code: to });
        }
        for (const [property, by] of multiplied)
          multiplyOption(output, source, { property, by, isRenamed: renamed.has(property) });
        const list: List = {
          elements: properties,
          open: node.start! + 1,
          close: node.end! - 1,
          padding: ' ',
        };
        const code = optionsText(added, source.text);
        editList(output, source, list, removed, new Map(code === '' ? [] : [[properties.length, code]]));
      },
    },
  ];
}

/** Edits the list of a call's arguments: `f(a, b)` → `f(null, a)`. Positions refer to the source. */
function editArguments(
  node: CallExpression | OptionalCallExpression,
  edits: readonly ArgumentEdit[],
  express: (to: string) => string,
  text: string,
): Operation[] {
  const given: readonly Node[] = node.arguments;
  const replaced = new Map<Node, string>();
  const removed: Node[] = [];
  const inserted = new Map<number, string>();
  for (const edit of edits) {
    const at = edit.argument ?? 0;
    const argument = given[at];
    const insert = (code: string) =>
      inserted.set(at, [...(inserted.has(at) ? [inserted.get(at)] : []), code].join(', '));
    if (edit.kind === 'insert-argument') insert(literalText(edit.value, text));
    else if (edit.kind === 'insert-functions') insert(`[${edit.names.map(express).join(', ')}]`);
    else if (edit.kind === 'replace-argument' && argument)
      replaced.set(argument, literalText(edit.value, text));
    else if (edit.kind === 'remove-argument' && argument) removed.push(argument);
    else if (edit.kind === 'add-option' && !argument) {
      const options = edits.filter(isAddOption).filter((other) => (other.argument ?? 0) === at);
      if (options[0] === edit) insert(`{ ${optionsText(options, text)} }`);
    }
  }
  if (replaced.size + removed.length + inserted.size === 0) return [];
  return [
    {
      phase: 'arguments',
      apply(output, source) {
        const list = argumentList(node, source);
        const elementOf = (argument: Node) => list.elements[given.indexOf(argument)]!;
        for (const [argument, code] of replaced) {
          const { start, end } = elementOf(argument);
          replaceCode(output, source, { from: start!, to: end!, code });
        }
        editList(output, source, list, removed.map(elementOf), inserted);
      },
    },
  ];
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

function optionsText(options: readonly AddOption[], text: string): string {
  return options.map(({ name, value }) => `${name}: ${literalText(value, text)}`).join(', ');
}
