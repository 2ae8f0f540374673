import type { File, Node } from '@babel/types';
import type { Migration, Note, TextClue } from '../migrations';
import type { Facts } from './analyze';
import type { Judged } from './classify/classify';
import { nameOf, staticName } from './parse/syntax';
import { type NodePath, traverse } from './parse/traverse';
import { TARO_MODULE } from './resolve/platform';
import { Resolver } from './resolve/resolver';
import { isRuntimeUsed, usesOf } from './runtime-uses';
import { longTimers } from './timers';
import type { RewriteOptions } from './types';

/** The notes of the migrations whose runtime the file uses, before or after this run. */
export function judgeNotes(
  ast: File,
  text: string,
  judged: readonly Judged[],
  facts: Facts,
  migrations: readonly Migration[],
  options: RewriteOptions,
): Judged[] {
  return migrations.flatMap((migration) => {
    if (!migration.notes || !isRuntimeUsed(migration, text, judged, options)) return [];
    const uses = (api: string) => usesOf(api, migration, judged, facts, options);
    return migration.notes.flatMap((note) =>
      placesOf(note, { ast, text, facts, usesOf: uses }).map((path): Judged => {
        const { api, number, verdict, messageId } = note;
        const rule = migration.apis[api]!;
        return { path, api, reason: { number, verdict, id: messageId }, migration, rule };
      }),
    );
  });
}

function placesOf(
  { on, api }: Note,
  {
    ast,
    text,
    facts,
    usesOf,
  }: { ast: File; text: string; facts: Facts; usesOf: (api: string) => NodePath<Node>[] },
): NodePath<Node>[] {
  if (on.kind === 'hand-on') return exportsOfTaro(ast, facts);
  if (on.kind === 'text') return on.calls.test(text) || on.strings.test(text) ? mentions(ast, on) : [];
  if (!text.includes('setTimeout') || usesOf(api).some((use) => isGiven(on.unless, use))) return [];
  return longTimers(ast, on.above, usesOf(on.ends));
}

/** Strings and called functions that say a word; of types nothing is sent or converted. */
function mentions(ast: File, { strings, calls }: TextClue): NodePath<Node>[] {
  const places: NodePath<Node>[] = [];
  traverse(ast, {
    'StringLiteral|TemplateElement|DirectiveLiteral'(path: NodePath<Node>) {
      const { node, parent } = path;
      if (parent.type === 'TSLiteralType' || parent.type === 'Directive') return;
      const said = node.type === 'TemplateElement' ? node.value.raw : (node as { value?: string }).value;
      if (said !== undefined && strings.test(said)) places.push(path);
    },
    'CallExpression|OptionalCallExpression|NewExpression'(path: NodePath<Node>) {
      const callee = path.get('callee') as NodePath<Node>;
      const member = callee.isMemberExpression() || callee.isOptionalMemberExpression();
      const name = member ? callee.get('property') : callee;
      const called = nameOf((name as NodePath<Node>).node);
      if (called !== undefined && calls.test(called)) places.push(name as NodePath<Node>);
    },
  });
  return places;
}

/** Where a file exports Taro's module, or the object itself. */
function exportsOfTaro(ast: File, facts: Facts): NodePath<Node>[] {
  const places: NodePath<Node>[] = [];
  const resolver = new Resolver(facts);
  const add = (path: NodePath<Node>) => {
    const origin = resolver.expression(path);
    if (origin.kind === 'platform' && origin.from === 'taro') places.push(path);
  };
  traverse(ast, {
    ExportAllDeclaration(path) {
      if (path.node.source.value === TARO_MODULE && path.node.exportKind !== 'type')
        places.push(path.get('source') as NodePath<Node>);
    },
    ExportDefaultDeclaration(path) {
      add(path.get('declaration') as NodePath<Node>);
    },
    ExportSpecifier(path) {
      const declaration = path.parent;
      if (declaration.type !== 'ExportNamedDeclaration' || declaration.exportKind === 'type') return;
      if (!declaration.source) add(path.get('local') as NodePath<Node>);
      else if (declaration.source.value === TARO_MODULE && path.node.local.name === 'default')
        places.push(path as NodePath<Node>);
    },
    AssignmentExpression(path) {
      if (path.get('left').matchesPattern('module.exports')) add(path.get('right') as NodePath<Node>);
    },
  });
  return places;
}

/** Whether a call is given an option, written at the call. */
function isGiven(option: string, use: NodePath<Node>): boolean {
  const call = use.parentPath;
  if (!(call?.isCallExpression() || call?.isOptionalCallExpression()) || use.key !== 'callee') return false;
  const [given] = call.get('arguments') as NodePath<Node>[];
  if (!given?.isObjectExpression()) return false;
  return given
    .get('properties')
    .some(
      (property) =>
        property.isObjectProperty() &&
        staticName(property.get('key') as NodePath<Node>, property.node.computed) === option,
    );
}
