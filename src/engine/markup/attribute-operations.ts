import type { Literal } from '../../migrations/change';
import { camel, type MarkupChange } from '../../migrations/markup';
import { edit, type Operation } from '../edit/operation';
import type { Element, ElementAttribute } from './element';

/** The operation for a change of an element's attributes. */
export function attributeOperation(
  change: MarkupChange,
  element: Element,
  found: ElementAttribute,
): Operation {
  return change.kind === 'rename-attribute'
    ? renameAttribute(found, element, change.to)
    : addAttribute(found, element, change.name, change.value);
}

function renameAttribute({ name, value }: ElementAttribute, { syntax }: Element, to: string): Operation {
  return edit((output, { text }) => {
    const old = text.slice(name.start, name.end);
    const [quote = ''] = /^['"`]/.exec(old) ?? [];
    const isShorthand = syntax === 'call' && value?.start === name.start;
    const isCamel =
      quote === '' ? syntax === 'jsx' || syntax === 'call' || /[A-Z]/.test(old) : !old.includes('-');
    const written = quote + (isCamel ? camel(to) : to) + quote;
    output.overwrite(name.start, name.end, isShorthand ? `${written}: ${old}` : written);
  });
}

function addAttribute(found: ElementAttribute, { syntax }: Element, key: string, value: Literal): Operation {
  return edit((output, { text }) => {
    const end = endOf(found, syntax, text);
    if (syntax === 'call') output.appendLeft(end, `, ${camel(key)}: ${JSON.stringify(value)}`);
    else output.appendLeft(end, ` ${attributeText(key, value, syntax)}`);
  });
}

function attributeText(name: string, value: Literal, syntax: Element['syntax']): string {
  const quoted = typeof value === 'string' && `"${value.replaceAll('"', '&quot;')}"`;
  if (syntax === 'jsx') return quoted ? `${camel(name)}=${quoted}` : `${camel(name)}={${value}}`;
  if (syntax === 'vue') return quoted ? `${name}=${quoted}` : `:${name}="${value}"`;
  return quoted ? `${name}=${quoted}` : `${name}="{{${value}}}"`;
}

/** The offset after an attribute, with the quote that ends its value. */
function endOf({ name, value }: ElementAttribute, syntax: Element['syntax'], text: string): number {
  if (!value) return name.end;
  const isQuoted = syntax !== 'jsx' && syntax !== 'call' && /["']/.test(text[value.start - 1] ?? '');
  return isQuoted ? value.end + 1 : value.end;
}
