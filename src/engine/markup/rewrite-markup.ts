import type { Comment, File } from '@babel/types';
import { message } from '../../messages/format';
import { manual } from '../../messages/reasons';
import { markupApi, mayConcern } from '../../migrations/markup';
import { applyText } from '../edit/apply-text';
import { OutputError, SourceError } from '../errors';
import { makeFinding } from '../finding';
import { keepLinked } from '../links/keep-linked';
import type { EngineOptions } from '../options';
import { lineStart } from '../parse/text';
import { Suppressions } from '../suppressions';
import type { Finding } from '../types';
import { attributeOperation } from './attribute-operations';
import { platformOfMarkup } from './markup-file';
import { planElements, positionsOf } from './plan-elements';
import { readTemplate } from './read-template';
import { rulesFor } from './rules';
import { isSameMarkup } from './same-markup';
import type { TagLookup } from './template-elements';

/** Plans and applies the changes to a native template, which has no AST. */
export function planMarkup(text: string, options: EngineOptions) {
  const { migrations, filename } = options;
  const { rules, elements, scanned } = readTemplate(text, migrations, filename, (tag) =>
    lookup(tag, options),
  );
  const file = { type: 'File', program: { body: [] }, comments: scanned.comments.map(commentIn(text)) };
  const ast = file as unknown as File;
  const suppressions = new Suppressions(ast);
  const planned = planElements(elements, rules, text, suppressions, undefined, options);
  const { plan, uses } = keepLinked([], planned, {
    text,
    options,
    script: undefined,
    template: { start: 0, end: text.length },
  });
  const findings = [...plan.findings];
  if (scanned.error !== undefined) findings.push(...unreadFindings(text, scanned.error, options));
  const operations = plan.changes.map(({ change, element, found }) =>
    attributeOperation(change, element, found, unreachable),
  );
  const output = operations.length > 0 ? applyText(operations, ast, text) : undefined;
  return { findings: findings.sort((a, b) => a.start - b.start), output, links: uses };
}

/** A template without a script has no runtime. */
function unreachable(): never {
  throw new Error('a native template imports nothing');
}

/** A finding if the part of a template that cannot be read mentions something deprecated. */
function unreadFindings(text: string, start: number, { migrations, filename }: EngineOptions): Finding[] {
  const rest = text.slice(start);
  const rules = rulesFor(migrations, (rule) => mayConcern(rule, rest), platformOfMarkup(filename));
  const mentioned = [...rules.values()].flat();
  const [first] = mentioned;
  if (!first) return [];
  const { migration, rule } = first;
  const place = { ...positionsOf(text, start, start + 1), start, end: start + 1 };
  return [makeFinding(migration, markupApi(rule.tag, rule.members?.[0]), manual.unreadMarkup(), place)];
}

function lookup(tag: string, { componentOf }: EngineOptions): ReturnType<TagLookup> {
  const component = componentOf?.(tag);
  if (component === 'app') return { other: message('what/app-component', { name: tag }) };
  return component && { isCertain: false };
}

/** A comment of a template as one of a program. */
export function commentIn(text: string): (range: { start: number; end: number }) => Comment {
  return ({ start, end }) => {
    const loc = { start: positionOf(text, start), end: positionOf(text, end) };
    return { type: 'CommentBlock', value: text.slice(start + 4, end - 3), start, end, loc } as Comment;
  };
}

function positionOf(text: string, offset: number): { line: number; column: number } {
  const line = text.slice(0, offset).split(/\r\n|\n|\r/).length;
  return { line, column: offset - lineStart(text, offset) };
}

/**
 * Reads a rewritten template.
 * @throws {OutputError} when something else than attributes has changed
 */
export function readBackMarkup(output: string, input: string, filename: string): void {
  if (isSameMarkup(input, output)) return;
  throw new OutputError(new SourceError('a tag or a value of an attribute has changed', filename, 1, 1));
}
