import type { AssignmentPattern, ObjectPattern, ObjectProperty, VariableDeclarator } from '@babel/types';
import type MagicString from 'magic-string';
import { split } from '../../ast/syntax';
import { lineEnd } from '../parse/text';
import { inline, leadingComments, replaceCode } from './edit-code';
import type { Operation } from './operation';
import { removeFromList } from './remove-from-list';
import { renameKeyIn } from './rename';
import type { Source } from './source';

/** A destructured property that the runtime has. */
export interface Rebound {
  node: ObjectProperty;
  /** The expression in this file. */
  to: string;
  /** Set for a property that must stay so that a rest element does not include it. */
  unusedName: string | undefined;
  /** `recorder.supported`, if the default value stays for hosts without the API. */
  supported: string | undefined;
}

/**
 * Takes properties from the runtime instead of the platform: `const { startRecord } = Taro` →
 * `const { start: startRecord } = recorder`, beside other destructured properties; with a default value →
 * `const startRecord = recorder.supported ? recorder.start : value`.
 */
export function rebindProperties(declarator: VariableDeclarator, properties: readonly Rebound[]): Operation {
  return {
    phase: 'properties',
    apply: (output, source) => rebindIn(output, source, declarator, properties),
  };
}

function rebindIn(
  output: MagicString,
  source: Source,
  declarator: VariableDeclarator,
  properties: readonly Rebound[],
): void {
  const pattern = declarator.id as ObjectPattern;
  const from = declarator.start!;
  const to = declarator.end!;
  const moved = new Set<unknown>(properties.map(({ node }) => node));
  const objects = new Set(properties.map((property) => split(property.to).object));
  const [object] = objects;
  const isWhole = pattern.properties.every((property) => moved.has(property));
  const isPlain = properties.every(({ supported }) => supported === undefined);

  if (isWhole && isPlain && objects.size === 1 && object) {
    // In place, to keep comments and line breaks inside the pattern.
    for (const { node, to } of properties) renameKeyIn(output, source, node, split(to).member);
    const { start, end } = declarator.init!;
    replaceCode(output, source, { from: start!, to: end!, code: object });
    return;
  }
  const added = declarations(output, source, properties);
  if (isWhole) {
    const comments = source
      .commentsIn(from, to)
      .filter(({ start }) => !properties.some(({ node: { value } }) => isIn(start!, value)));
    output.overwrite(from, to, leadingComments(comments, source, lineEnd(source.text)) + added);
    return;
  }
  if (pattern.properties.some(({ type }) => type === 'RestElement')) {
    for (const { node, unusedName } of properties) {
      const key = node.shorthand ? `${source.text.slice(node.key.start!, node.key.end!)}: ` : '';
      output.overwrite(node.value.start!, node.end!, key + unusedName);
    }
  } else {
    removeFromList(output, source, pattern.properties, moved);
  }
  output.appendLeft(to, `, ${added}`);
}

function isIn(offset: number, { start, end }: { start?: number | null; end?: number | null }): boolean {
  return offset >= start! && offset < end!;
}

function declarations(output: MagicString, source: Source, properties: readonly Rebound[]): string {
  const patterns = new Map<string, string[]>();
  const names: string[] = [];
  for (const { node, to, supported } of properties) {
    const { object, member } = split(to);
    const { value } = node;
    if (supported !== undefined && value.type === 'AssignmentPattern') {
      const { name, otherwise } = partsOf(value, output, source);
      names.push(`${name} = ${supported} ? ${to} : ${otherwise}`);
      continue;
    }
    if (object) {
      const code = output.slice(value.start!, value.end!);
      patterns.set(object, [...(patterns.get(object) ?? []), `${member}: ${code}`]);
      continue;
    }
    const target = value.type === 'AssignmentPattern' ? value.left : value;
    // Of a removed default value, the comments stay.
    const comments = source
      .commentsIn(target.end!, value.end!)
      .map((comment) => ` ${inline(comment, source)}`);
    names.push(`${output.slice(target.start!, target.end!)}${comments.join('')} = ${to}`);
  }
  return [...[...patterns].map(([object, list]) => `{ ${list.join(', ')} } = ${object}`), ...names].join(
    ', ',
  );
}

/** The two sides of `name = value`, with the comments around them. */
function partsOf(
  { left, end }: AssignmentPattern,
  output: MagicString,
  source: Source,
): { name: string; otherwise: string } {
  const valueStart = source.after('=', left.end!)!;
  const comments = source.commentsIn(left.end!, valueStart).map((comment) => inline(comment, source));
  return {
    name: [output.slice(left.start!, left.end!), ...comments].join(' '),
    otherwise: output.slice(valueStart, end!).trimStart(),
  };
}
