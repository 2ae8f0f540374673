import type { CallExpression, Expression } from '@babel/types';
import type { Literal } from '../../migrations/change';
import { memberExpression } from './member-expression';
import type { NodeBuilders } from './node-builders';
import type { Functions, Operation, Option } from './operations';

type Of<Type extends Operation['type']> = Extract<Operation, { type: Type }>;

export function editOptions({ node, renamed, removed, added }: Of<'edit-options'>, t: NodeBuilders): void {
  for (const { node: property, to } of renamed) {
    property.shorthand = false;
    property.key = property.key.type === 'StringLiteral' ? t.stringLiteral(to) : t.identifier(to);
  }
  const gone = new Set<unknown>(removed);
  node.properties = [...node.properties.filter((property) => !gone.has(property)), ...properties(added, t)];
}

export function editArguments(
  { node, replaced, removed, inserted }: Of<'edit-arguments'>,
  t: NodeBuilders,
): void {
  const gone = new Set<unknown>(removed);
  const insertedAt = (index: number): Expression[] =>
    inserted.filter(({ at }) => at === index).map(({ value }) => expression(value, t));
  const edited = node.arguments.flatMap((argument, index): CallExpression['arguments'] => {
    const replacement = replaced.find((one) => one.node === argument);
    const own = replacement ? expression(replacement.value, t) : argument;
    return [...insertedAt(index), ...(gone.has(argument) ? [] : [own])];
  });
  node.arguments = [...edited, ...insertedAt(node.arguments.length)];
}

function expression(value: Literal | readonly Option[] | Functions, t: NodeBuilders): Expression {
  if (typeof value !== 'object' || value === null) return t.valueToNode(value);
  return 'functions' in value
    ? t.arrayExpression(value.functions.map((to) => memberExpression(to, t)))
    : t.objectExpression(properties(value, t));
}

function properties(options: readonly Option[], t: NodeBuilders) {
  return options.map(({ name, value }) => t.objectProperty(t.identifier(name), expression(value, t)));
}
