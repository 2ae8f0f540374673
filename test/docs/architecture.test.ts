import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { readProgram } from '../../src/ast/program';
import { parse } from '../../src/engine/parse/parse';
import { toPosix } from '../../src/project/paths';
import { blocksOf } from './markdown';
import { pipeline } from './pipeline';

// To draw the picture again, run `UPDATE_DOCS=1 npx vitest run test/docs/architecture`.
const UPDATE = process.env.UPDATE_DOCS === '1';

const ROOT = join(import.meta.dirname, '../..');
const PAGE = join(ROOT, 'docs/architecture.md');
const text = readFileSync(PAGE, 'utf8');
const DECISIONS = join(ROOT, 'docs/adr');
const decisions = readdirSync(DECISIONS).map((name) => ({
  name,
  text: readFileSync(join(DECISIONS, name), 'utf8'),
}));

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

test('docs/architecture.md shows the way of a text through the engine as the code has it', () => {
  const picture = `\`\`\`\n${pipeline()}\`\`\`\n`;
  const made = text.replace(/(<!-- written by .*-->\n\n)```\n[\s\S]*?```\n/, (_, mark) => mark + picture);
  if (UPDATE) writeFileSync(PAGE, made);
  expect(readFileSync(PAGE, 'utf8'), 'UPDATE_DOCS=1 npx vitest run test/docs/architecture draws it').toBe(
    made,
  );
});

test('docs/architecture.md has at most 250 short lines', () => {
  const lines = text.split('\n');
  expect(lines.length).toBeLessThanOrEqual(250);
  expect(lines.filter((line) => line.length > 125)).toEqual([]);
});

test('docs/architecture.md and the decisions name only existing files', () => {
  const paths = [text, ...decisions.map((one) => one.text)].flatMap((page) =>
    [...page.matchAll(/`((?:src|scripts|test|docs|bench|transforms)\/[\w./-]+)`/g)].map(([, path]) => path!),
  );
  expect(paths.length).toBeGreaterThan(3);
  expect(paths.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
});

test('docs/architecture.md lists every decision with its title, and each has a number and a date', () => {
  expect(
    [...text.matchAll(/^- \[(.+)\]\(adr\/(.+)\)$/gm)].map(([, title, name]) => `${name}: ${title}`),
  ).toEqual(decisions.map((one) => `${one.name}: ${/^# (.+)$/m.exec(one.text)?.[1]?.replace(' ·', '')}`));
  decisions.forEach((one, index) => {
    expect(one.name).toMatch(new RegExp(`^${String(index + 1).padStart(4, '0')}-[a-z-]+\\.md$`));
    expect(one.text, one.name).toMatch(/^Date: \d{4}-\d{2}-\d{2}\./m);
  });
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
