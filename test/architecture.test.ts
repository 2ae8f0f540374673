import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { readProgram } from '../src/ast/program';
import { parse } from '../src/engine/parse/parse';

import { toPosix } from '../src/project/paths';
import { blocksOf } from './docs/markdown';

const ROOT = join(import.meta.dirname, '..');
const text = readFileSync(join(ROOT, 'docs/architecture.md'), 'utf8');

test('docs/architecture.md maps every folder of src and only existing ones', () => {
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

test('docs/architecture.md names only existing files and functions', () => {
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

/** Names that only a family may use, in its own folder. Public option names may appear anywhere. */
const FAMILY_NAMES =
  /(start|stop)Record|recorder|recording|voice|silk|camera|microphone|getSetting|scope\.record|InnerAudio|backgroundAudio|(system|window|device)Info|authorizeSetting/i;

test('only migrations name the APIs that they migrate', () => {
  const named: string[] = [];
  for (const file of readdirSync(join(ROOT, 'src'), { recursive: true }) as string[]) {
    if (!file.endsWith('.ts') || toPosix(file).startsWith('migrations/')) continue;
    const ast = parse(readFileSync(join(ROOT, 'src', file), 'utf8'), 'a.ts');
    readProgram(ast, '').program.traverse({
      'Identifier|StringLiteral|TemplateElement|RegExpLiteral'({ node }) {
        const said = [
          'name' in node && node.name,
          'pattern' in node && node.pattern,
          node.type === 'StringLiteral' && node.value,
          node.type === 'TemplateElement' && node.value.raw,
        ];
        const found = said.find((text) => typeof text === 'string' && FAMILY_NAMES.test(text));
        if (found) named.push(`${toPosix(file)}:${node.loc?.start.line} ${found}`);
      },
    });
  }
  expect(named).toEqual([]);
});

test('the engine receives its migrations and does not import the registry', () => {
  for (const file of readdirSync(join(ROOT, 'src/engine'), { recursive: true }) as string[]) {
    if (!file.endsWith('.ts')) continue;
    const text = readFileSync(join(ROOT, 'src/engine', file), 'utf8');
    expect(text, file).not.toMatch(/from '[./]*migrations(\/(index|registry))?'/);
  }
});

test('imports in src follow the arrows in docs/architecture.md', () => {
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
      // Type imports do not appear in the build.
      if (to !== part && !type && !allowed.includes(to!)) wrong.push(`${toPosix(file)} → ${from}`);
    }
  }
  expect(wrong).toEqual([]);
});

/** The folders of the engine in the order of a run. Each may import from those before it. */
const ROOMS = ['parse', 'resolve', 'classify', 'passes', 'edit'];

test('folders of the engine import only from those before them', () => {
  const wrong = ROOMS.flatMap((room, at) =>
    readdirSync(join(ROOT, 'src/engine', room)).flatMap((file) => {
      const code = readFileSync(join(ROOT, 'src/engine', room, file), 'utf8');
      const later = [...code.matchAll(/ from '\.\.\/([\w-]+)\//g)].filter(
        ([, to]) => ROOMS.indexOf(to!) > at,
      );
      return later.map(([, to]) => `${room}/${file} → ${to}`);
    }),
  );
  expect(wrong).toEqual([]);
});

test('src has no import cycles', () => {
  const files = (readdirSync(join(ROOT, 'src'), { recursive: true }) as string[])
    .filter((file) => file.endsWith('.ts'))
    .map((file) => join(ROOT, 'src', file));
  const imports = new Map(
    files.map((file) => {
      const requests = [...readFileSync(file, 'utf8').matchAll(/ from '(\.[^']+)'/g)];
      const targets = requests.flatMap(([, to]) =>
        [`${resolve(dirname(file), to!)}.ts`, join(resolve(dirname(file), to!), 'index.ts')].filter((path) =>
          files.includes(path),
        ),
      );
      return [file, targets] as const;
    }),
  );
  const reached = (file: string) => {
    const seen = new Set<string>();
    const open = [...imports.get(file)!];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (seen.has(next)) continue;
      seen.add(next);
      open.push(...imports.get(next)!);
    }
    return seen;
  };
  expect(files.filter((file) => reached(file).has(file))).toEqual([]);
});
