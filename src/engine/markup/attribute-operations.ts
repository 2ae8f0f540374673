import type { Literal } from '../../migrations/change';
import { camel, type MarkupChange } from '../../migrations/markup';
import { edit, type Operation } from '../edit/operation';
import { literalText } from '../parse/text';
import { attributeNamed } from './attribute-obstacles';
import type { Element, ElementAttribute } from './element';

/**
 * The operation for a change of an element's attributes.
 * @param express the expression in the file for a member of the runtime
 */
export function attributeOperation(
  change: MarkupChange,
  element: Element,
  found: ElementAttribute | undefined,
  express: (to: string) => string,
): Operation {
  return edit((output, { text }) => {
    if (change.kind === 'rename-attribute') {
      const { start, end } = found!.name;
      output.overwrite(start, end, renamed(found!, element, change.to, text));
      return;
    }
    const { name, value } = change;
    const { syntax } = element;
    if (typeof value !== 'object' || value === null) add(assigned(name, value, syntax, text));
    else if ('runtime' in value) add(computed(name, express(value.runtime), syntax));
    else add(copied(name, found!, syntax, text));

    function add(attribute: string): void {
      const empty = attributeNamed(name, element, found);
      if (empty) {
        const from = syntax === 'vue' && empty.isBound ? empty.name.start - 1 : empty.name.start;
        output.overwrite(from, empty.end, attribute);
        return;
      }
      if (found) output.appendLeft(found.end, syntax === 'call' ? `, ${attribute}` : ` ${attribute}`);
      else
        output.appendLeft(element.attributesAt!, ` ${attribute}${syntax === 'call' ? endOf(element) : ''}`);
    }
  });
}

/** What separates a property from those behind it. */
function endOf({ attributes, isOpen }: Element): string {
  return attributes.length > 0 || isOpen ? ',' : ' ';
}

function renamed({ name, value, isBound }: ElementAttribute, { syntax }: Element, to: string, text: string) {
  const old = text.slice(name.start, name.end);
  const [quote = ''] = /^['"`]/.exec(old) ?? [];
  const isCamel =
    quote === '' ? syntax === 'jsx' || syntax === 'call' || /[A-Z]/.test(old) : !old.includes('-');
  const written = quote + (isCamel ? camel(to) : to) + quote;
  if (syntax === 'call' && value?.start === name.start) return `${written}: ${old}`;
  // `:canvas-id` without a value stands for the variable `canvasId`.
  return isBound && !value ? `${written}="${camel(old)}"` : written;
}

/** An attribute with a constant, in which no syntax has to escape anything. */
function assigned(name: string, value: Literal, syntax: Element['syntax'], text: string): string {
  if (syntax === 'call') return `${camel(name)}: ${literalText(value, text)}`;
  if (typeof value === 'string') return `${syntax === 'jsx' ? camel(name) : name}="${value}"`;
  return syntax === 'wxml' ? `${name}="{{${value}}}"` : computed(name, `${value}`, syntax);
}

/** An attribute with an expression. */
function computed(name: string, code: string, syntax: Element['syntax']): string {
  if (syntax === 'call') return `${camel(name)}: ${code}`;
  return syntax === 'jsx' ? `${camel(name)}={${code}}` : `:${name}="${code}"`;
}

/** An attribute with the value of another one, as it is written. */
function copied(name: string, found: ElementAttribute, syntax: Element['syntax'], text: string): string {
  const { value, isBound, end } = found;
  if (syntax === 'call') return `${camel(name)}: ${text.slice(value!.start, value!.end)}`;
  const written = syntax === 'jsx' ? camel(name) : name;
  const prefix = isBound ? ':' : '';
  if (!value)
    return isBound ? computed(name, camel(text.slice(found.name.start, found.name.end)), syntax) : written;
  // With the quotes of a template.
  const quote = end > value.end ? 1 : 0;
  return `${prefix}${written}=${text.slice(value.start - quote, end)}`;
}
