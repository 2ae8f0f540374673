import type { Comment, Position, SourceCode } from './host';

/** An `eslint-disable` comment or one of its variants. */
interface Directive {
  /** Undefined if it applies to the rest of the file. */
  line?: number;
  at: Position;
  isOff: boolean;
  /** Full names of rules; empty for all. */
  rules: readonly string[];
}

const DIRECTIVE = /^\s*eslint-(disable|enable|disable-line|disable-next-line)(?:\s+([\s\S]*))?$/;

/**
 * Finds the positions where comments disable a rule. ESLint drops such reports only after the rule has made
 * them, but a fix for the whole file must exclude these positions beforehand.
 */
export function disabledPlaces(sourceCode: SourceCode): (rule: string, at: Position) => boolean {
  // Comments in a Vue template are handled by eslint-plugin-vue, with the same directives.
  const comments = [...sourceCode.getAllComments(), ...(sourceCode.ast.templateBody?.comments ?? [])];
  const directives = comments.flatMap(directiveOf).sort((a, b) => compare(a.at, b.at));
  return (rule, at) => {
    const own = directives.filter(({ rules }) => rules.length === 0 || rules.includes(rule));
    if (own.some(({ line }) => line === at.line)) return true;
    return (
      own.filter(({ line, at: from }) => line === undefined && compare(from, at) <= 0).at(-1)?.isOff ?? false
    );
  };
}

function directiveOf({ type, value, loc }: Comment): Directive[] {
  // The text after two hyphens is the author's reason.
  const [, kind, list = ''] = DIRECTIVE.exec(value.split(/\s-{2,}\s/)[0]!) ?? [];
  if (kind === undefined) return [];
  const isForLine = kind.endsWith('line');
  if (type === 'Line' && !isForLine) return [];
  const line = kind === 'disable-line' ? loc.start.line : loc.end.line + 1;
  const rules = list.split(',').flatMap((name) => name.trim().replace(/^(['"])(.*)\1$/, '$2') || []);
  return [{ at: loc.start, isOff: kind !== 'enable', rules, ...(isForLine && { line }) }];
}

function compare(a: Position, b: Position): number {
  return a.line - b.line || a.column - b.column;
}
