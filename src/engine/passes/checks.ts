import type { Node } from '@babel/types';
import type { NodePath } from '../../ast/node-path';
import type { CheckedFile, Migration } from '../../migrations/migration';
import type { Decision } from '../classify/decision';
import { leftBehind } from '../families';
import type { AnalyzedFile } from '../file';
import { TARO_MODULE } from '../resolve/platform';
import { isRuntimeUsed, usesOf } from '../runtime-uses';
import type { Pass } from './pass';

/** Adds the findings at calls whose family is not rewritten as a whole. */
export const addLeftBehind: Pass = (decisions, file) => [...decisions, ...leftBehind(decisions, file)];

/** Adds the findings of checks, for migrations whose runtime the file uses before or after this run. */
export const addChecks: Pass = (decisions, file) => [
  ...decisions,
  ...file.options.migrations.flatMap((migration) => {
    if (!migration.checks || !isRuntimeUsed(migration, file, decisions)) return [];
    const checked = checkedFile(file, migration, decisions);
    return migration.checks.flatMap(({ find, api, number, verdict, messageId }) =>
      [...find(checked)].map((found): Decision => {
        const { path, data } = 'path' in found ? found : { path: found };
        const reason = { number, verdict, id: messageId, data };
        return { path, api, migration, reason, changes: [] };
      }),
    );
  }),
];

function checkedFile(file: AnalyzedFile, migration: Migration, decisions: readonly Decision[]): CheckedFile {
  const { ast, text, analysis } = file;
  return {
    ast,
    text,
    appConfig: file.options.appConfig,
    calls: analysis.calls,
    traverse: (visitor) => analysis.program.traverse(visitor),
    usesOf: (api) => usesOf(api, migration, decisions, file),
    exportsOfTaro: () => exportsOfTaro(file),
  };
}

function exportsOfTaro({ text, analysis, resolver }: AnalyzedFile): NodePath<Node>[] {
  const places: NodePath<Node>[] = [];
  const isTaro = (path: NodePath<Node>) => {
    const origin = resolver.expression(path);
    return origin.kind === 'platform' && origin.from === 'taro';
  };
  for (const statement of analysis.program.children('body')) places.push(...exported(statement, isTaro));
  // Only a walk finds these, and it takes as long as the one that found the candidates.
  if (!text.includes('module.exports')) return places;
  analysis.program.traverse({
    AssignmentExpression(path) {
      if (!path.child('left').matchesPattern('module.exports')) return;
      const right = path.child('right');
      if (isTaro(right)) places.push(right);
    },
  });
  return places;
}

/** The part of an export statement that is Taro's module or its object. */
function exported(statement: NodePath<Node>, isTaro: (path: NodePath<Node>) => boolean): NodePath<Node>[] {
  if (statement.isExportAllDeclaration()) {
    const { source, exportKind } = statement.node;
    return source.value === TARO_MODULE && exportKind !== 'type' ? [statement.child('source')] : [];
  }
  if (statement.isExportDefaultDeclaration()) {
    const declaration = statement.child('declaration');
    return isTaro(declaration) ? [declaration] : [];
  }
  if (!statement.isExportNamedDeclaration() || statement.node.exportKind === 'type') return [];
  const { source } = statement.node;
  const specifiers = statement.children('specifiers').filter((one) => one.isExportSpecifier());
  if (!source) return specifiers.map((one) => one.child('local')).filter(isTaro);
  return source.value === TARO_MODULE ? specifiers.filter(({ node }) => node.local.name === 'default') : [];
}
