import type { CallExpression, Node, OptionalCallExpression } from '@babel/types';
import type { NodePath } from '../../ast/node-path';
import { writtenProperties } from '../../ast/options';
import { staticString, unwrap, wrapped } from '../../ast/syntax';
import type { Link } from '../../migrations/link';
import type { Migration } from '../../migrations/migration';
import { type Decision, replacementOf } from '../classify/decision';
import type { AnalyzedFile } from '../file';
import type { Element, ElementAttribute } from '../markup/element';
import type { ElementPlan } from '../markup/plan-elements';
import type { Range } from '../markup/scan';
import { constantKey, keyIdOf, keyOf, keyOfBinding, type LinkKey } from './link-key';
import { quotedTexts, withoutComments } from './quoted-texts';

/** A call or an element with the value that links it to others. */
export interface LinkedUse {
  readonly key: LinkKey | undefined;
  /** Where the value is written. Undefined if it is not. */
  readonly range: Range | undefined;
}

export interface LinkedCall extends LinkedUse {
  readonly decision: Decision;
}

export interface LinkedElement extends LinkedUse {
  readonly element: Element;
  /** Whether the rewrite would change it. */
  readonly isChanged: boolean;
}

/** The calls that the rewrite would change. */
export function linkedCalls(migration: Migration, link: Link, decisions: readonly Decision[]): LinkedCall[] {
  return decisions.flatMap((decision) => {
    const { api, imported, handler } = decision;
    if (decision.migration !== migration || imported || !handler || !Object.hasOwn(link.apis, api)) return [];
    const change = replacementOf(decision);
    if (change?.kind !== 'runtime' || change.type === 'export' || change.type === 'property') return [];
    const value = change.type === 'test' ? undefined : linkValue(change.path, link.apis[api]!);
    return [{ decision, key: value && keyOf(value), range: value?.node ? rangeOf(value.node) : undefined }];
  });
}

/** The argument, or the option of the first argument, that identifies the element. */
function linkValue(name: NodePath<Node>, place: number | string): NodePath<Node> | undefined {
  const callee = wrapped(name);
  const call = callee.parentPath;
  if (!isCall(call) || callee.key !== 'callee') return undefined;
  const given = call.children('arguments') as NodePath<Node>[];
  if (typeof place === 'number') return given[place];
  const options = given[0] && unwrap(given[0]);
  if (!options?.isObjectExpression()) return undefined;
  // A spread or a computed key after it may replace it.
  const last = writtenProperties(options)
    .filter(({ name }) => name === undefined || name === place)
    .at(-1);
  return last?.name === place ? last.value : undefined;
}

function isCall(
  path: NodePath | null | undefined,
): path is NodePath<CallExpression | OptionalCallExpression> {
  return path?.isCallExpression() === true || path?.isOptionalCallExpression() === true;
}

/**
 * The elements with the attribute of a link.
 * @param file undefined for a native template
 */
export function linkedElements(
  migration: Migration,
  link: Link,
  { elements, changes }: ElementPlan,
  file: AnalyzedFile | undefined,
): LinkedElement[] {
  const changed = new Set(changes.flatMap((one) => (one.migration === migration ? one.element : [])));
  return elements.flatMap((element) => {
    if (element.tag !== link.tag || element.other) return [];
    const attribute = attributeNamed(element, link.attribute);
    if (!attribute) return [];
    return [
      {
        element,
        isChanged: changed.has(element),
        key: keyOfAttribute(attribute, element, file),
        range: attribute.value,
      },
    ];
  });
}

export function attributeNamed({ attributes }: Element, name: string): ElementAttribute | undefined {
  return attributes.find(({ key, isEvent }) => !isEvent && key === name);
}

function keyOfAttribute(
  { constant, node, value, isBound }: ElementAttribute,
  { syntax }: Element,
  file: AnalyzedFile | undefined,
): LinkKey | undefined {
  if (typeof constant === 'string') return constantKey(constant);
  if (!file) return undefined;
  if (node) {
    const path = file.tree.program.root.paths.find((one) => one.node === node);
    return path && keyOf(path);
  }
  const name = syntax === 'vue' && isBound && value ? file.text.slice(value.start, value.end).trim() : '';
  const binding = file.tree.program.scope.getBinding(name);
  return binding && keyOfBinding(binding);
}

/** The first place in a script with the value of a key apart from the given places. */
export function mentionInScript(
  { id, constant }: LinkKey,
  used: readonly Range[],
  { tree }: AnalyzedFile,
): number | undefined {
  const found = tree.program.root.paths.find((path) => {
    const { node } = path;
    if (node.type === 'StringLiteral' || node.type === 'TemplateLiteral') {
      const text = staticString(node);
      if (text === undefined || text !== constant) return false;
    } else if (node.type === 'Identifier') {
      if (!path.isReferencedIdentifier()) return false;
    } else if (node.type !== 'MemberExpression') return false;
    if (isInside(node, used) || isGivenOnly(path) || isClassName(path)) return false;
    return keyIdOf(path) === id;
  });
  return found?.node.start ?? undefined;
}

function isClassName({ parentPath }: NodePath): boolean {
  if (!parentPath?.isJSXAttribute()) return false;
  const { name } = parentPath.node;
  return name.type === 'JSXIdentifier' && /class(?:name)?$/i.test(name.name);
}

/** Whether a value only goes to a constant or a member, whose uses are searched as well. */
function isGivenOnly(path: NodePath): boolean {
  const { key, parentPath } = wrapped(path);
  if (key === 'right' && parentPath?.isAssignmentExpression({ operator: '=' }))
    return parentPath.parentPath.isExpressionStatement() && parentPath.child('left').isMemberExpression();
  if (key === 'left') return parentPath?.isAssignmentExpression({ operator: '=' }) ?? false;
  if (key === 'value') return parentPath?.isClassProperty() ?? false;
  return (
    key === 'init' &&
    parentPath?.isVariableDeclarator() === true &&
    !parentPath.parentPath.parentPath?.isExportNamedDeclaration()
  );
}

/**
 * The first place in a template with the value of a key apart from the given places.
 * @param names the names that have the value in the template
 */
export function mentionInTemplate(
  { constant }: LinkKey,
  names: readonly string[],
  used: readonly Range[],
  text: string,
  { start, end }: Range,
): number | undefined {
  const template = withoutComments(text.slice(start, end));
  const quoted = [...quotedTexts(template)].filter(({ value }) => value === constant);
  const named = names.flatMap((name) =>
    [...template.matchAll(new RegExp(`(?<![\\w$-])${name.replaceAll('$', '\\$')}(?![\\w$-])`, 'g'))].map(
      ({ index }) => ({ start: index, end: index + name.length }),
    ),
  );
  // The range of an attribute's value is without its quotes.
  const isUsed = (one: Range) =>
    used.some((range) => range.start - 1 <= one.start + start && one.end + start <= range.end + 1);
  const found = [...quoted, ...named].find((one) => !isUsed(one));
  return found && found.start + start;
}

function isInside({ start, end }: Node, ranges: readonly Range[]): boolean {
  return ranges.some((range) => range.start <= start! && end! <= range.end);
}

function rangeOf({ start, end }: Node): Range {
  return { start: start!, end: end! };
}
