import type { Operation } from './operations';

type Of<Type> = Extract<Operation, { type: Type }>;

/** The source text of a feature test. */
export function testText(operation: Of<'replace-test'>): string {
  const { form, supported, to, separator = '', isOperand, nothing } = operation;
  const [open, close] = isOperand ? [`${separator}(`, ')'] : ['', ''];
  switch (form) {
    case 'supported':
      return supported;
    case 'unsupported':
      return `!${supported}`;
    case 'true-or-undefined':
      return `${open}${supported} || ${nothing}${close}`;
    case 'value':
      return `${open}${supported} ? ${to} : ${nothing}${close}`;
  }
}

/** The text before and after a chain whose optional call becomes an ordinary one. */
export function supportText(operation: Of<'require-support'>): [string, string] {
  const { supported, isTested, isResultRead, isOperand, nothing } = operation;
  if (isTested) return ['', ''];
  const [open, close] = isOperand ? ['(', ')'] : ['', ''];
  return isResultRead
    ? [`${open}${supported} ? `, ` : ${nothing}${close}`]
    : [`${open}${supported} && `, close];
}
