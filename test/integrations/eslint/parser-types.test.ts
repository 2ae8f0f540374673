import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import * as typescriptParser from '@typescript-eslint/parser';
import { SourceCode } from 'eslint';
import { expect, test } from 'vitest';
import type { SourceCode as Linted } from '../../../src/integrations/eslint/host';
import { typesOf } from '../../../src/integrations/eslint/parser-types';
import { taroProject } from '../../cli/support/projects';
import { tree } from '../../cli/support/tree';

const NODE_MODULES = join(import.meta.dirname, '../../../node_modules');
const TEXT = `import Taro from '@tarojs/taro';
const api = Taro;
api.startRecord({});
`;
const OFFSET = TEXT.indexOf('startRecord');

/** A project with types, and one of its files as parsed by ESLint. */
function typedFile(): { root: string; sourceCode: Linted } {
  const compilerOptions = { module: 'esnext', moduleResolution: 'bundler', types: [], skipLibCheck: true };
  const root = tree({
    ...taroProject({ 'a.ts': TEXT }),
    'tsconfig.json': JSON.stringify({ compilerOptions, include: ['src'] }),
  });
  symlinkSync(NODE_MODULES, join(root, 'node_modules'));
  const { ast, services, visitorKeys, scopeManager } = typescriptParser.parseForESLint(TEXT, {
    filePath: join(root, 'src/a.ts'),
    project: './tsconfig.json',
    tsconfigRootDir: root,
    ...{ loc: true, range: true, tokens: true, comment: true },
  });
  const parsed = { text: TEXT, ast, parserServices: services, visitorKeys, scopeManager };
  return { root, sourceCode: new SourceCode(parsed as unknown as SourceCode.Config) as unknown as Linted };
}

test('types decide only for a node that starts at the given offset', () => {
  const { root, sourceCode } = typedFile();
  const decide = typesOf(sourceCode, [root])!;
  expect(decide(OFFSET)).toBe('platform');
  // Inside the name, and outside all nodes.
  expect(decide(OFFSET + 1)).toBeUndefined();
  expect(decide(TEXT.length + 10)).toBeUndefined();
});

test('a TypeScript version other than that of the parser is skipped', () => {
  const { root, sourceCode } = typedFile();
  const other = tree({
    'package.json': '{}',
    'node_modules/typescript/package.json': '{ "name": "typescript", "main": "index.js" }',
    'node_modules/typescript/index.js': 'exports.isSourceFile = () => false;\n',
  });
  expect(typesOf(sourceCode, [other, root])!(OFFSET)).toBe('platform');
  expect(typesOf(sourceCode, [other])!(OFFSET)).toBeUndefined();
});
