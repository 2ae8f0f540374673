import { chmodSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cli, json } from './support/cli';
import { javascriptProject, NEW, OLD, taroProject } from './support/projects';
import { committed, snapshot, tree } from './support/tree';

describe('migrate', () => {
  it('migrate rewrites the project of the working directory and copies the runtime', () => {
    const root = committed(tree(taroProject({ 'mic.ts': OLD, 'pages/a/index.ts': OLD })));
    const ended = cli(join(root, 'src', 'pages'), []);
    expect(ended).toMatchObject({ code: 0, stderr: '' });
    expect(readFileSync(join(root, 'src/mic.ts'), 'utf8')).toBe(NEW);
    expect(readFileSync(join(root, 'src/pages/a/index.ts'), 'utf8')).toContain(
      `from '../../taro-modernize/recorder'`,
    );
    expect(readFileSync(join(root, 'src/taro-modernize/recorder.ts'), 'utf8')).toMatch(
      /^\/\/ @taro-modernize-runtime \d+\.\d+\.\d+ content:[0-9a-f]{16}\n/,
    );
    expect(ended.stdout).toContain('2 files changed');
    expect(ended.stdout).toContain('Next:');
  });

  it('a second migrate run changes nothing', () => {
    const root = tree(taroProject({ 'mic.ts': OLD }));
    expect(cli(root, []).code).toBe(0);
    const before = snapshot(root);
    const again = cli(root, []);
    expect(again.code).toBe(0);
    expect(again.stdout).toContain('Nothing to do');
    expect(snapshot(root)).toEqual(before);
  });

  it('migrate copies the runtime only if a file needs it', () => {
    const root = tree(taroProject({ 'mic.ts': 'export class A { startRecord() {} }\n' }));
    const before = snapshot(root);
    expect(cli(root, []).code).toBe(0);
    expect(snapshot(root)).toEqual(before);
  });

  it('migrate copies JavaScript into a JavaScript project', () => {
    const root = tree(javascriptProject({ 'mic.js': OLD }));
    expect(cli(root, []).code).toBe(0);
    const copy = readFileSync(join(root, 'src/taro-modernize/recorder.js'), 'utf8');
    expect(copy).toMatch(/^\/\/ @taro-modernize-runtime /);
    expect(copy).not.toContain('interface ');
  });

  it('migrate keeps file modes, line endings, the byte order mark and unusual file names', () => {
    const crlf = `\uFEFF${OLD.replace(/\n/g, '\r\n')}`;
    const root = tree(taroProject({ '录音 页/my mic.ts': crlf }));
    const path = join(root, 'src/录音 页/my mic.ts');
    chmodSync(path, 0o755);
    expect(cli(root, []).code).toBe(0);
    const after = readFileSync(path, 'utf8');
    expect(after.startsWith('\uFEFFimport Taro')).toBe(true);
    expect(after.replace(/\r\n/g, '')).not.toMatch(/[\r\n]/);
    expect(after).toContain('recorder.start(');
    expect(statSync(path).mode & 0o777).toBe(0o755);
  });

  it('migrate accepts files, folders and globs', () => {
    const files = { 'a/one.ts': OLD, 'a/two.js': OLD, 'b/one.ts': OLD, 'c/one.ts': OLD };
    const root = tree(taroProject(files));
    const ended = json(cli(root, ['--json', 'src/a/*.{js,mjs}', 'src/b', 'src/c/one.ts']));
    expect(ended.files.filter((file) => file.changed).map((file) => file.path)).toEqual([
      'src/a/two.js',
      'src/b/one.ts',
      'src/c/one.ts',
    ]);
  });

  it('migrate counts overlapping paths once', () => {
    const root = tree(taroProject({ 'a/one.ts': OLD, 'b.ts': OLD }));
    const { summary } = json(cli(root, ['scan', '--json', 'src', 'src/a', 'src/b.ts', 'src/**/*.ts']));
    expect(summary).toMatchObject({ scanned: 2, files: 2 });
  });

  it('migrate respects --include, --ignore and --only', () => {
    const root = tree(taroProject({ 'a.ts': OLD, 'b.ts': OLD, 'old/c.ts': OLD }));
    const paths = (...args: string[]): string[] =>
      json(cli(root, ['scan', '--json', ...args])).files.map((f) => f.path);
    expect(paths('--include', 'a.ts', '--include', 'old/')).toEqual(['src/a.ts', 'src/old/c.ts']);
    expect(paths('--ignore', 'src/old', '--ignore', '/src/{a,x}.ts')).toEqual(['src/b.ts']);
    expect(paths('--only', 'start-record-to-recorder-manager').length).toBe(3);
  });

  it('migrate reads .gitignore like git, and ignores it with --no-gitignore', () => {
    const root = committed(
      tree({
        ...taroProject({
          'a.ts': OLD,
          'gen/b.ts': OLD,
          'gen/keep/c.ts': OLD,
          'd.gen.ts': OLD,
          'deep/d.gen.ts': OLD,
        }),
        '.gitignore': 'src/gen/*\n!src/gen/keep\n*.gen.ts\n',
        'src/deep/.gitignore': '!*.gen.ts\n',
      }),
    );
    const paths = (...args: string[]): string[] =>
      json(cli(root, ['scan', '--json', ...args])).files.map((f) => f.path);
    expect(paths()).toEqual(['src/a.ts', 'src/deep/d.gen.ts', 'src/gen/keep/c.ts']);
    expect(paths('--no-gitignore')).toHaveLength(5);
  });

  it('migrate never reads node_modules, build output or declaration files', () => {
    const root = tree({
      ...taroProject({ 'a.ts': OLD, 'types.d.ts': 'declare function startRecord(): void;\n' }),
      'node_modules/x/index.js': OLD,
      'dist/app.js': OLD,
    });
    expect(json(cli(root, ['scan', '--json', '.'])).files.map((file) => file.path)).toEqual(['src/a.ts']);
  });

  it('migrate gives each monorepo package its own runtime', () => {
    const root = tree({
      'package.json': JSON.stringify({ workspaces: ['apps/*'], devDependencies: { '@tarojs/cli': '4.2.0' } }),
      ...Object.fromEntries(
        ['a', 'b'].flatMap((name) =>
          Object.entries(taroProject({ 'mic.ts': OLD })).map(([path, text]) => [
            `apps/${name}/${path}`,
            text,
          ]),
        ),
      ),
    });
    expect(cli(root, []).code).toBe(0);
    const files = Object.keys(snapshot(root));
    expect(files).toContain('apps/a/src/taro-modernize/recorder.ts');
    expect(files).toContain('apps/b/src/taro-modernize/recorder.ts');
  });

  it('migrate reports a folder without a project, and changes no project below it', () => {
    const root = tree(
      Object.fromEntries(Object.entries(taroProject({ 'a.ts': OLD })).map(([p, t]) => [`x/${p}`, t])),
    );
    const before = snapshot(root);
    const ended = cli(root, []);
    expect(ended.code).toBe(2);
    expect(ended.stdout).toBe('');
    expect(ended.stderr).toContain('npx taro-modernize src');
    expect(snapshot(root)).toEqual(before);
  });
});
