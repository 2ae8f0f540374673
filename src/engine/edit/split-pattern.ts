import type {
  Identifier,
  Node,
  ObjectPattern,
  ObjectProperty,
  VariableDeclaration,
  VariableDeclarator,
} from '@babel/types';
import type MagicString from 'magic-string';
import type { NodePath } from '../../ast/node-path';
import { nameOf } from '../../ast/syntax';
import type { SplitPart } from '../../migrations/change';
import { lineEnd, lineStart } from '../parse/text';
import { freeProperties } from '../resolve/patterns';
import { awaitedOf } from '../resolve/reads';
import { replaceCode } from './edit-code';
import type { Operation } from './operation';
import { removeFromList } from './remove-from-list';
import type { Source } from './source';

/**
 * The destructuring in one of several declarations: `{ width, height } = a()`, or `allowed = b().allowed ===
 * 'yes'`.
 */
type Part =
  | { to: string; properties: ObjectProperty[] }
  | { to: string; name: string; member: string; value: string };

/**
 * Splits the pattern that destructures a call's value: `const { width, brand } = old()` →
 * `const { width } = a()` and `const { brand } = b()`.
 * @returns the operation and the function that the call that stays must call, if it stays; undefined if there
 * is no pattern or it cannot be split
 */
export function splitPattern(
  call: NodePath<Node>,
  parts: Readonly<Record<string, SplitPart>>,
  express: (to: string) => string,
  text: string,
): { operation: Operation; callee: string | undefined } | undefined {
  const declarator = awaitedOf(call).parentPath!;
  if (!declarator.isVariableDeclarator()) return undefined;
  const { id } = declarator.node;
  const properties = id.type === 'ObjectPattern' && !id.typeAnnotation ? freeProperties(id) : undefined;
  if (!properties) return undefined;
  const taken = new Map<string, { to: string; properties: ObjectProperty[] }>();
  const compared: Part[] = [];
  for (const property of properties) {
    const member = nameOf(property.key)!;
    const { from, trueAs } = parts[member]!;
    const to = express(from);
    if (trueAs !== undefined)
      compared.push({ to, name: (property.value as Identifier).name, member, value: trueAs });
    else if (taken.has(from)) taken.get(from)!.properties.push(property);
    else taken.set(from, { to, properties: [property] });
  }
  const declaration = declarator.parentPath as NodePath<VariableDeclaration>;
  const head = headOf(declaration, text);
  const all = [...taken.values(), ...compared];
  return {
    operation: {
      phase: 'declarations',
      apply: (output, source) => splitIn(output, source, declaration.node, declarator.node, all, head),
    },
    callee: [...taken.values()][0]?.to,
  };
}

/**
 * The beginning of each declaration as a separate statement, such as `export const`, if the declaration is a
 * statement on its own line with only one declarator. Otherwise they become declarators of one declaration.
 */
function headOf(declaration: NodePath<VariableDeclaration>, text: string): string | undefined {
  const { kind, declarations } = declaration.node;
  const around = declaration.parentPath;
  const isExported = around.isExportNamedDeclaration();
  const statement = isExported ? around : declaration;
  const start = statement.node.start!;
  const isInList = statement.listKey === 'body' || statement.listKey === 'consequent';
  if (declarations.length > 1 || !isInList) return undefined;
  if (!/^[\t ]*$/.test(text.slice(lineStart(text, start), start))) return undefined;
  return isExported ? `export ${kind}` : kind;
}

function splitIn(
  output: MagicString,
  source: Source,
  declaration: VariableDeclaration,
  declarator: VariableDeclarator,
  parts: readonly Part[],
  head: string | undefined,
): void {
  const { text } = source;
  // The comments before a value stay in the list.
  const moved = ({ key, value, shorthand }: ObjectProperty) =>
    (shorthand ? '' : `${text.slice(key.start!, key.end!)}: `) + output.slice(value.start!, value.end!);
  const code = (part: Part) =>
    'properties' in part
      ? `{ ${part.properties.map(moved).join(', ')} } = ${part.to}()`
      : `${part.name} = ${part.to}().${part.member} === '${part.value}'`;
  const [first, ...others] = parts;
  const indent = /^[\t ]*/.exec(text.slice(lineStart(text, declaration.start!)))![0];
  const semicolon = text[declaration.end! - 1] === ';' ? ';' : '';
  const separator = head === undefined ? ', ' : `${semicolon}${lineEnd(text)}${indent}${head} `;
  const added = others.map((part) => separator + code(part)).join('');
  if ('properties' in first!) {
    const { properties } = declarator.id as ObjectPattern;
    const gone = new Set<Node>(properties.filter((one) => !first.properties.includes(one as ObjectProperty)));
    if (gone.size > 0) removeFromList(output, source, properties, gone);
  } else {
    replaceCode(output, source, { from: declarator.start!, to: declarator.end!, code: code(first!) });
  }
  output.appendLeft(declarator.end!, added);
}
