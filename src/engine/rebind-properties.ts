import type { ObjectPattern } from '@babel/types';
import type MagicString from 'magic-string';
import type { Operation } from './plan-types';
import { removeFromList } from './remove-specifiers';
import { split } from './syntax';

type Rebind = Extract<Operation, { type: 'rebind-properties' }>;

/** Takes properties from the runtime in place of the platform; what else the pattern takes stays. */
export function rebindProperties(
  output: MagicString,
  text: string,
  { declarator, properties }: Rebind,
): void {
  const pattern = declarator.id as ObjectPattern;
  const { start: from, end: to } = declarator;
  const moved = new Set<unknown>(properties.map(({ node }) => node));
  const objects = new Set(properties.map((property) => split(property.to).object));
  const [object] = objects;
  const isWhole = pattern.properties.every((property) => moved.has(property));

  if (isWhole && objects.size === 1 && object) {
    // In place, so that comments and line breaks inside the pattern stay.
    for (const property of properties) {
      const { member } = split(property.to);
      const key = `${member}: `;
      const { node } = property;
      if (node.value.type === 'Identifier' && node.value.name === member) {
        output.overwrite(node.start!, node.end!, member);
      } else if (node.shorthand) output.appendLeft(node.start!, key);
      else output.overwrite(node.start!, node.value.start!, key);
    }
    output.overwrite(declarator.init!.start!, declarator.init!.end!, object);
    return;
  }
  const added = declarations(text, properties);
  if (isWhole) {
    output.overwrite(from!, to!, added);
    return;
  }
  if (pattern.properties.some(({ type }) => type === 'RestElement')) {
    for (const { node, unusedName } of properties) {
      const key = text.slice(node.key.start!, node.key.end!);
      output.overwrite(node.start!, node.end!, `${node.computed ? `[${key}]` : key}: ${unusedName}`);
    }
  } else {
    removeFromList(output, text, pattern.properties, moved);
  }
  output.appendLeft(to!, `, ${added}`);
}

function declarations(text: string, properties: Rebind['properties']): string {
  const patterns = new Map<string, string[]>();
  const names: string[] = [];
  for (const { node, to } of properties) {
    const { object, member } = split(to);
    const value = text.slice(node.value.start!, node.value.end!);
    if (object) patterns.set(object, [...(patterns.get(object) ?? []), `${member}: ${value}`]);
    else
      names.push(
        `${node.value.type === 'AssignmentPattern' ? text.slice(node.value.left.start!, node.value.left.end!) : value} = ${to}`,
      );
  }
  return [...[...patterns].map(([object, list]) => `{ ${list.join(', ')} } = ${object}`), ...names].join(
    ', ',
  );
}
