import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { traverse } from '@babel/core';
import type { File } from '@babel/types';
import { expect, test } from 'vitest';
import { readProgram } from '../../src/ast/program';
import { parse } from '../../src/engine/parse/parse';
import { fixtures } from '../support/fixtures';

interface Named {
  kind: string;
  path: { node: object };
  constantViolations: readonly { node: object }[];
  referencePaths: readonly { node: object }[];
}

/** The facts about a scope's names that Babel and the engine must agree on. */
function described(
  nodes: ReadonlyMap<object, number>,
  bindings: Iterable<readonly [string, Named]>,
): string[] {
  const at = ({ node }: { node: object }) => nodes.get(node);
  return [...bindings]
    .filter(([, binding]) => binding !== undefined)
    .map(([name, { kind, path, constantViolations, referencePaths }]) =>
      JSON.stringify([name, kind, at(path), constantViolations.map(at), referencePaths.map(at)]),
    )
    .sort();
}

function scopesOf(file: File): { babel: string[]; ours: string[] } {
  const babel: string[] = [];
  const ours: string[] = [];
  const tree = readProgram(file, '');
  const nodes = new Map<object, number>(tree.program.root.paths.map(({ node, index }) => [node, index]));
  const globals: string[] = [];
  traverse(file, {
    Program({ scope }) {
      globals.push(...Object.keys(scope.globals));
    },
    Scope({ node, scope }) {
      babel.push(`${nodes.get(node)} ${described(nodes, Object.entries(scope.bindings))}`);
    },
  });
  for (const path of tree.program.root.paths)
    if (path.scope.path === path) ours.push(`${path.index} ${described(nodes, path.scope.bindings)}`);
  expect(globals.filter((name) => tree.countOf(name) === 0)).toEqual([]);
  return { babel, ours };
}

const inputs = fixtures().filter(({ extension }) => /^[cm]?[jt]sx?$/.test(extension));

test.each(
  inputs.map((fixture) => [`${fixture.folder}/${fixture.name}.${fixture.extension}`, fixture] as const),
)('%s has the same scopes as in Babel', (_, { input, name, extension }) => {
  const { babel, ours } = scopesOf(parse(input.replace(/^\uFEFF/, ''), `${name}.${extension}`));
  expect(ours).toEqual(babel);
});

test('src/ast/node-types.ts matches what scripts/node-types.mjs generates from the definitions of Babel', async () => {
  // @ts-expect-error scripts are plain JavaScript without declarations
  const { default: text } = await import('../../scripts/node-types.mjs');
  const path = fileURLToPath(new URL('../../src/ast/node-types.ts', import.meta.url));
  expect(readFileSync(path, 'utf8')).toBe(text);
});
