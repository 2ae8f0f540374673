import type { CallExpression, Identifier, Node, ObjectProperty, VariableDeclaration } from '@babel/types';
import type { NodePath } from '../../ast/node-path';
import { nameOf, wrapped } from '../../ast/syntax';
import type { SplitPart } from '../../migrations/change';
import type { Replacement } from '../classify/decision';
import { lineStart } from '../parse/text';
import { freeProperties } from '../resolve/patterns';
import { awaitedOf, readsOfValue } from '../resolve/reads';
import { bindingOf } from '../resolve/scope';
import { compareOperation } from './compare';
import type { Operation, SplitDeclaration } from './operations';

type Parts = Readonly<Record<string, SplitPart>>;
type Of<Type extends Operation['type']> = Extract<Operation, { type: Type }>;

/** The operations that split a call into several, by the properties that are read. */
export function splitOperations(
  { parts, call, ...site }: Extract<Replacement, { kind: 'split' }>,
  express: (to: string) => string,
  text: string,
): Operation[] {
  const callee = (to: string): Operation =>
    site.type === 'member'
      ? { type: 'replace-member', node: site.path.node, to }
      : { type: 'replace-reference', node: site.path.node, to };
  const functions = [...new Set(Object.values(parts).map(({ from }) => from))].map(express);
  const compared = readsOfValue(awaitedOf(call as NodePath<Node>), new Set()).reads.filter(
    ({ name }) => parts[name]!.trueAs !== undefined,
  );
  const split =
    functions.length > 1 || compared.length > 0
      ? splitPattern(call as NodePath<Node>, parts, express, text)
      : undefined;
  if (split) {
    const [first] = split.parts;
    return 'properties' in first! ? [callee(first.to), split] : [split];
  }
  const comparisons = compared.map(({ name, path }) => compareOperation(path, parts[name]!.trueAs!));
  if (functions.length === 1) return [callee(functions[0]!), ...comparisons];
  const value = wrapped(awaitedOf(call as NodePath<Node>));
  const given = nameGivenTo(value);
  const isVar = given && bindingOf(given as NodePath<Node>, given.node.name)?.kind === 'var';
  return [
    {
      type: 'merge-calls',
      node: call.node as CallExpression,
      to: functions,
      isAssign: isVar || (value.key === 'left' && value.parentPath!.isLogicalExpression()),
      isBody: wrapped(call as NodePath<Node>).key === 'body',
    },
    ...comparisons,
  ];
}

/**
 * Splits the pattern that destructures a call's value; `undefined` if there is none or it cannot be split.
 */
function splitPattern(
  call: NodePath<Node>,
  parts: Parts,
  express: (to: string) => string,
  text: string,
): Of<'split-declarator'> | undefined {
  const declarator = awaitedOf(call).parentPath!;
  if (!declarator.isVariableDeclarator()) return undefined;
  const { id } = declarator.node;
  const properties = id.type === 'ObjectPattern' && !id.typeAnnotation ? freeProperties(id) : undefined;
  if (!properties) return undefined;
  const taken = new Map<string, { to: string; properties: ObjectProperty[] }>();
  const compared: SplitDeclaration[] = [];
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
  return {
    type: 'split-declarator',
    declaration: declaration.node,
    declarator: declarator.node,
    parts: [...taken.values(), ...compared],
    ...(head !== undefined && { head }),
  };
}

/** The beginning of a declaration, if it is a statement on its own line with only one declarator. */
function headOf(declaration: NodePath<VariableDeclaration>, text: string): string | undefined {
  const { kind, declarations } = declaration.node;
  const around = declaration.parentPath as NodePath<Node>;
  const isExported = around.isExportNamedDeclaration();
  const statement = isExported ? around : (declaration as NodePath<Node>);
  const start = statement.node.start!;
  const isInList = statement.listKey === 'body' || statement.listKey === 'consequent';
  if (declarations.length > 1 || !isInList) return undefined;
  if (!/^[\t ]*$/.test(text.slice(lineStart(text, start), start))) return undefined;
  return isExported ? `export ${kind}` : kind;
}

/** The name that a value is directly assigned to: in `const info = call()` and `info = call()`. */
function nameGivenTo(path: NodePath<Node>): NodePath<Identifier> | undefined {
  const { parentPath: parent, key } = wrapped(path);
  const target =
    (parent?.isVariableDeclarator() && key === 'init' && parent.get('id')) ||
    (parent?.isAssignmentExpression() && key === 'right' && parent.get('left'));
  return target && (target as NodePath<Node>).isIdentifier() ? (target as NodePath<Identifier>) : undefined;
}
