import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { AppComponents } from '../../src/project/app-components';
import type { Project } from '../../src/project/types';
import { tree } from '../cli/support/tree';

const PROGRESS = '{ "usingComponents": { "progress": "/progress" } }';

function project(files: Record<string, string>, sourceRoot = '') {
  const root = tree(files);
  return { root, project: { sourceRoot: join(root, sourceRoot) } as Project };
}

const kindOf = (files: Record<string, string>, template: string, tag = 'progress') => {
  const { root, project: app } = project(files);
  return new AppComponents().of(join(root, template), tag, app);
};

test.each<[string, Record<string, string>, 'app' | 'unknown' | undefined]>([
  ['nobody', { 'sub/page/a.json': '{}' }, undefined],
  ['its page', { 'sub/page/a.json': PROGRESS }, 'app'],
  ['its page, as a generic', { 'sub/page/a.json': '{ "componentGenerics": { "progress": true } }' }, 'app'],
  [
    'its page, as a placeholder',
    { 'sub/page/a.json': '{ "componentPlaceholder": { "progress": "view" } }' },
    'app',
  ],
  ['the app', { 'app.json': PROGRESS, 'sub/page/a.json': '{}' }, 'app'],
  ['the app, for a template without a page', { 'app.json': PROGRESS }, 'app'],
  ['another page', { 'sub/page/b.json': PROGRESS, 'sub/page/a.json': '{}' }, undefined],
  ['another page, for a template without a page', { 'main/b.json': PROGRESS }, 'unknown'],
  [
    'a page of the same name in another package',
    { 'other/page/a.json': PROGRESS, 'sub/page/a.json': '{}' },
    undefined,
  ],
  ['a file of another kind', { 'main/b.txt': PROGRESS }, undefined],
  ['a configuration that is not JSON', { 'sub/page/a.json': PROGRESS.slice(1) }, undefined],
  ['a configuration of another form', { 'sub/page/a.json': '{ "usingComponents": null }' }, undefined],
])('the component of %s in a package of pages', (_, files, expected) => {
  expect(kindOf(files, 'sub/page/a.wxml')).toBe(expected);
});

test('names are compared in kebab-case', () => {
  const files = { 'a.json': '{ "usingComponents": { "liveRoom": "./live-room" } }' };
  expect(kindOf(files, 'a.wxml', 'live-room')).toBe('app');
  expect(kindOf(files, 'a.wxml', 'live')).toBeUndefined();
});

test('an independent package does not have the components of the app', () => {
  const { root, project: part } = project({ 'app.json': PROGRESS, 'alone/a.json': '{}' }, 'alone');
  expect(new AppComponents().of(join(root, 'alone/a.wxml'), 'progress', part)).toBeUndefined();
});

test('each configuration is read once', () => {
  const { root, project: app } = project({ 'a.json': PROGRESS, 'b.json': PROGRESS });
  const components = new AppComponents();
  const kinds = () => ['a', 'part'].map((name) => components.of(join(root, `${name}.wxml`), 'progress', app));
  expect(kinds()).toEqual(['app', 'unknown']);
  rmSync(join(root, 'b.json'));
  rmSync(join(root, 'a.json'));
  expect(kinds()).toEqual(['app', 'unknown']);
});

test('the components of one project do not count in another', () => {
  const { root, project: one } = project({ 'one/a.json': PROGRESS, 'two/a.json': '{}' }, 'one');
  const components = new AppComponents();
  const two = { sourceRoot: join(root, 'two') } as Project;
  expect(components.of(join(root, 'one/part.wxml'), 'progress', one)).toBe('unknown');
  expect(components.of(join(root, 'two/part.wxml'), 'progress', two)).toBeUndefined();
});
