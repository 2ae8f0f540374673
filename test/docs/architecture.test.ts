import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { toPosix } from '../../src/project/paths';
import { blocksOf } from './markdown';

const ROOT = join(import.meta.dirname, '../..');
const text = readFileSync(join(ROOT, 'docs/architecture.md'), 'utf8');

test('its map has every folder of src, and nothing that is not there', () => {
  const [map] = blocksOf(text);
  const folders = readdirSync(join(ROOT, 'src'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => `src/${name}/`);
  let parent = '';
  const named = map!.code.split('\n').flatMap((line) => {
    const [, indent, name] = /^( *)([\w./-]+)/.exec(line) ?? [];
    if (!name) return [];
    if (!indent) parent = name.endsWith('/') ? name : '';
    return [indent ? parent + name : name];
  });
  expect(folders.filter((folder) => !named.includes(folder))).toEqual([]);
  expect(named.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
});

test('the files and functions that it names are there', () => {
  const paths = [...text.matchAll(/`((?:src|scripts|test|docs|bench|transforms)\/[\w./-]+)`/g)].map(
    ([, path]) => path!,
  );
  expect(paths.length).toBeGreaterThan(3);
  expect(paths.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
});

/** The layers that each part of src may import from, besides itself. */
const ARROWS: Readonly<Record<string, readonly string[]>> = {
  ast: [],
  messages: [],
  migrations: ['messages', 'ast'],
  engine: ['migrations', 'messages', 'ast'],
  project: ['engine', 'migrations', 'messages'],
  report: ['project', 'engine', 'migrations', 'messages'],
  cli: ['report', 'project', 'engine', 'migrations', 'messages'],
  integrations: ['cli', 'report', 'project', 'engine', 'migrations', 'messages'],
};

test('the arrows point down, as it says', () => {
  const wrong: string[] = [];
  for (const file of readdirSync(join(ROOT, 'src'), { recursive: true }) as string[]) {
    const [part] = toPosix(file).split('/');
    const allowed = ARROWS[part!];
    if (!file.endsWith('.ts') || !allowed) continue;
    const path = join(ROOT, 'src', file);
    for (const [, type, from] of readFileSync(path, 'utf8').matchAll(
      /^(?:import|export)( type)? [^'"]*?from '(\.[^']+)'/gm,
    )) {
      const [to] = toPosix(relative(join(ROOT, 'src'), resolve(dirname(path), from!))).split('/');
      // A type leaves nothing behind in what is built.
      if (to !== part && !type && !allowed.includes(to!)) wrong.push(`${toPosix(file)} → ${from}`);
    }
  }
  expect(wrong).toEqual([]);
});
