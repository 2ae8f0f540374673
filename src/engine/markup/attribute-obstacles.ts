import { parseExpression } from '@babel/parser';
import type { Node } from '@babel/types';
import { repeatableText } from '../../ast/syntax';
import { manual, type Reason } from '../../messages/reasons';
import type { MarkupChange } from '../../migrations/markup';
import type { Element, ElementAttribute } from './element';

/** Whether code in a file can import a runtime. */
export interface RuntimeImport {
  /** Why no part of the file can import a replacement. */
  readonly obstacle: (to: string) => Reason | undefined;
  /** Whether the template of a Vue component reads the names of its script. */
  readonly isInTemplate: boolean;
}

/** Characters that a syntax cannot have in a value, or reads as something else. */
const NEEDS_ESCAPES = /["'&{]/;

/** Whether an element already is what a change makes of it. */
export function isMade(
  change: MarkupChange,
  element: Element,
  found: ElementAttribute | undefined,
  text: string,
): boolean {
  if (change.kind === 'rename-attribute') return false;
  const existing = attributeNamed(change.name, element, found);
  const { value } = change;
  if (!existing) return false;
  if (typeof value !== 'object' || value === null) return existing.constant === value;
  if ('runtime' in value) return false;
  if (found!.constant !== undefined) return existing.constant === found!.constant;
  const codeOf = ({ value }: ElementAttribute) => value && text.slice(value.start, value.end);
  return isRepeatable(found!, element, text) === true && codeOf(existing) === codeOf(found!);
}

/**
 * Why a change of an element's attributes cannot be made safely.
 * @param runtime undefined if the file has no code
 */
export function obstacleTo(
  change: MarkupChange,
  element: Element,
  found: ElementAttribute | undefined,
  text: string,
  runtime: RuntimeImport | undefined,
): Reason | undefined {
  const name = change.kind === 'rename-attribute' ? change.to : change.name;
  const existing = attributeNamed(name, element, found);
  if (existing && !isFilled(change, existing)) return manual.attributeTaken(name);
  if (change.kind === 'rename-attribute') return undefined;
  const { value } = change;
  if (!found && element.attributesAt === undefined) return manual.attributeValue(name);
  if (typeof value === 'string' && NEEDS_ESCAPES.test(value)) return manual.attributeValue(name);
  if (typeof value !== 'object' || value === null) return undefined;
  if (!('runtime' in value))
    return isRepeatable(found!, element, text) ? undefined : manual.attributeValue(name);
  if (!runtime) return manual.attributeValue(name);
  const isUnseen = element.syntax === 'vue' && !runtime.isInTemplate;
  return isUnseen ? manual.componentProperty(value.runtime, value.runtime) : runtime.obstacle(value.runtime);
}

/** Whether an attribute with an empty value gets the new one. */
export function isFilled({ kind }: MarkupChange, { constant, value }: ElementAttribute): boolean {
  return kind === 'set-attribute' && constant === '' && value !== undefined;
}

export function attributeNamed(name: string, { attributes }: Element, found: ElementAttribute | undefined) {
  return attributes.find((one) => one !== found && !one.isEvent && one.key === name);
}

/** Whether the value of an attribute can be evaluated once more with the same result. */
function isRepeatable(
  { constant, value, isBound, node }: ElementAttribute,
  { syntax }: Element,
  text: string,
) {
  // Expressions of native templates have no effects.
  if (constant !== undefined || value === undefined || syntax === 'wxml') return true;
  return node ? hasNoEffect(node) : isBound && hasNoEffectIn(text.slice(value.start, value.end));
}

function hasNoEffect(node: Node): boolean {
  if (node.type === 'TemplateLiteral') return node.expressions.every(hasNoEffect);
  return /Literal$/.test(node.type) || repeatableText(node) !== undefined;
}

function hasNoEffectIn(code: string): boolean {
  try {
    return hasNoEffect(parseExpression(code, { plugins: ['typescript'] }));
  } catch {
    return false;
  }
}
