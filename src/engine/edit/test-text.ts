import type { Operation } from './operations';

type Of<Type> = Extract<Operation, { type: Type }>;

/** A feature test as it is written into the source. */
export function testText(operation: Of<'replace-test'>): string {
  const { form, supported, to, separator = '', isOperand } = operation;
  const [open, close] = isOperand ? [`${separator}(`, ')'] : ['', ''];
  switch (form) {
    case 'supported':
      return supported;
    case 'unsupported':
      return `!${supported}`;
    case 'true-or-undefined':
      return `${open}${supported} || undefined${close}`;
    case 'value':
      return `${open}${supported} ? ${to} : undefined${close}`;
  }
}

/** What goes before and after a chain whose optional call is none any more. */
export function supportText({ supported, isResultRead, isOperand }: Of<'require-support'>): [string, string] {
  const [open, close] = isOperand ? ['(', ')'] : ['', ''];
  return isResultRead
    ? [`${open}${supported} ? `, ` : undefined${close}`]
    : [`${open}${supported} && `, close];
}
