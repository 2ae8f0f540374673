import type { Node } from '@babel/types';
import type { CheckedFile, Migration } from '../../migrations/migration';
import type { Decision } from '../classify/decision';
import type { AnalyzedFile } from '../file';
import { type NodePath, traverse } from '../parse/traverse';
import { TARO_MODULE } from '../resolve/platform';
import { isRuntimeUsed, usesOf } from '../runtime-uses';
import type { Pass } from './pass';

/** Adds what the checks of the migrations find whose runtime the file uses, before or after this run. */
export const addChecks: Pass = (decisions, file) => [
  ...decisions,
  ...file.options.migrations.flatMap((migration) => {
    if (!migration.checks || !isRuntimeUsed(migration, file, decisions)) return [];
    const checked = checkedFile(file, migration, decisions);
    return migration.checks.flatMap(({ find, api, number, verdict, messageId }) =>
      [...find(checked)].map(
        (path): Decision => ({ path, api, migration, reason: { number, verdict, id: messageId } }),
      ),
    );
  }),
];

function checkedFile(file: AnalyzedFile, migration: Migration, decisions: readonly Decision[]): CheckedFile {
  const { ast, text } = file;
  return {
    ast,
    text,
    traverse: (visitor) => traverse(ast, visitor),
    usesOf: (api) => usesOf(api, migration, decisions, file),
    exportsOfTaro: () => exportsOfTaro(file),
  };
}

function exportsOfTaro({ ast, resolver }: AnalyzedFile): NodePath<Node>[] {
  const places: NodePath<Node>[] = [];
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
