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
import type { Operation } from './operations';

type Of<Type extends Operation['type']> = Extract<Operation, { type: Type }>;

/**
 * The operations that edit a call's arguments: one for the list, and one for each object in it.
 * @param express returns the expression in this file for a function of the migration's runtime
 */
export function argumentOperations({ changes }: Decision, express: (to: string) => string): Operation[] {
  const edits = changes.flatMap((change) => (change.kind === 'argument' ? [change] : []));
  const [first] = edits;
  if (!first) return [];
  const { node } = first.path;
  const list = listOperation(
    node,
    edits.map(({ edit }) => edit),
    express,
  );
  const objects = node.arguments.flatMap((argument, index) => {
    if (argument.type !== 'ObjectExpression') return [];
    const own = edits.flatMap(({ edit }) => (isOption(edit) && (edit.argument ?? 0) === index ? [edit] : []));
    return optionsOperation(argument, own);
  });
  return [...objects, ...list];
}

function isOption(edit: ArgumentEdit): edit is OptionEdit {
  return edit.kind.endsWith('-option');
}

function listOperation(
  node: CallExpression | OptionalCallExpression,
  edits: readonly ArgumentEdit[],
  express: (to: string) => string,
): Of<'edit-arguments'>[] {
  const given: readonly Node[] = node.arguments;
  const operation: Of<'edit-arguments'> = {
    type: 'edit-arguments',
    node,
    replaced: [],
    removed: [],
    inserted: [],
  };
  const { replaced, removed, inserted } = operation;
  for (const edit of edits) {
    const at = edit.argument ?? 0;
    const argument = given[at];
    if (edit.kind === 'insert-argument') inserted.push({ at, value: edit.value });
    else if (edit.kind === 'insert-functions')
      inserted.push({ at, value: { functions: edit.names.map(express) } });
    else if (edit.kind === 'replace-argument' && argument)
      replaced.push({ node: argument, value: edit.value });
    else if (edit.kind === 'remove-argument' && argument) removed.push(argument);
    else if (edit.kind === 'add-option' && !argument) {
      const { name, value } = edit;
      const made = inserted.find((one) => one.at === at && Array.isArray(one.value));
      if (Array.isArray(made?.value)) made.value.push({ name, value });
      else inserted.push({ at, value: [{ name, value }] });
    }
  }
  return replaced.length + removed.length + inserted.length > 0 ? [operation] : [];
}

function optionsOperation(node: ObjectExpression, edits: readonly OptionEdit[]): Of<'edit-options'>[] {
  const operation: Of<'edit-options'> = { type: 'edit-options', node, renamed: [], removed: [], added: [] };
  const { renamed, removed, added } = operation;
  for (const edit of edits) {
    const property = node.properties.find(
      (one): one is ObjectProperty => one.type === 'ObjectProperty' && nameOf(one.key) === edit.name,
    );
    if (edit.kind === 'add-option') added.push({ name: edit.name, value: edit.value });
    else if (property && edit.kind === 'rename-option') renamed.push({ node: property, to: edit.to });
    else if (property) removed.push(property);
  }
  return renamed.length + removed.length + added.length > 0 ? [operation] : [];
}
