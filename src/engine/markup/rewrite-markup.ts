import type { Comment, File } from '@babel/types';
import { message } from '../../messages/format';
import { manual } from '../../messages/reasons';
import { markupApi } from '../../migrations/markup';
import { applyText } from '../edit/apply-text';
import { OutputError, SourceError } from '../errors';
import { makeFinding } from '../finding';
import type { EngineOptions } from '../options';
import { lineStart } from '../parse/text';
import { Suppressions } from '../suppressions';
import type { Finding } from '../types';
import { platformOfMarkup } from './markup-file';
import { planElements, positionsOf } from './plan-elements';
import { rulesFor } from './rules';
import { type ScannedMarkup, scanMarkup } from './scan';
import { type TagLookup, wxmlElements } from './template-elements';

/** Plans and applies the changes to a native template, which has no AST. */
export function planMarkup(text: string, options: EngineOptions) {
  const rules = rulesFor(options.migrations, text, platformOfMarkup(options.filename));
  const { elements, scanned } = wxmlElements(text, (tag) => lookup(tag, options));
  const file = { type: 'File', program: { body: [] }, comments: scanned.comments.map(commentIn(text)) };
  const ast = file as unknown as File;
  const suppressions = new Suppressions(ast);
  const { findings, operations } = planElements(elements, rules, text, suppressions);
  if (scanned.error !== undefined) findings.push(...unreadFindings(text, scanned.error, options));
  const output = operations.length > 0 ? applyText(operations, ast, text) : undefined;
  return { findings: findings.sort((a, b) => a.start - b.start), output };
}

/** A finding if the part of a template that cannot be read mentions something deprecated. */
function unreadFindings(text: string, start: number, { migrations, filename }: EngineOptions): Finding[] {
  const mentioned = [...rulesFor(migrations, text.slice(start), platformOfMarkup(filename)).values()].flat();
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
 * Reads a rewritten template, which must have the same tags with the same values, and may have added ones.
 * @throws {OutputError} when something else has changed
 */
export function readBackMarkup(output: string, input: string, filename: string): void {
  const [before, after] = [scanMarkup(input), scanMarkup(output)];
  const [old, now] = [valuesOf(before, input), valuesOf(after, output)];
  const isSame =
    old.length === now.length &&
    old.every((values, index) => isWithin(values, now[index]!)) &&
    (before.error === undefined) === (after.error === undefined);
  if (isSame) return;
  throw new OutputError(new SourceError('a tag or a value of an attribute has changed', filename, 1, 1));
}

/** For each tag, its name and its values. */
function valuesOf({ tags }: ScannedMarkup, text: string): (string | undefined)[][] {
  return tags.map(({ name, attributes }) => [
    name,
    ...attributes.map(({ value }) => value && text.slice(value.start, value.end)),
  ]);
}

/** Whether values follow each other in a list that may have more. */
function isWithin(
  [name, ...values]: (string | undefined)[],
  [other, ...all]: (string | undefined)[],
): boolean {
  let found = 0;
  for (const value of all) if (found < values.length && value === values[found]) found++;
  return name === other && found === values.length;
}
