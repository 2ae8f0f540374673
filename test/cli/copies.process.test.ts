import { readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { contentOf } from '../../src/project/rewrite';
import { digestOf, readRuntimeHeader } from '../../src/project/runtime-header';
import { cli } from './support/cli';
import { olderCopy } from './support/copies';
import { OLD, taroProject } from './support/projects';
import { add, snapshot, tree } from './support/tree';

const FOLDER = 'src/taro-modernize';
const CORE = `${FOLDER}/recorder.ts`;
const HOST = `${FOLDER}/recorder-host.ts`;
const HOST_H5 = `${FOLDER}/recorder-host.h5.ts`;

const H5_APP = JSON.stringify({
  name: 'app',
  scripts: { build: 'taro build --type h5' },
  dependencies: { '@tarojs/taro': '4.2.0' },
});

const VOICE = `import Taro from '@tarojs/taro';\nexport const play = () => Taro.playVoice({ filePath: 'a' });\n`;

/** A migrated project with all of its copies. */
function migrated(): string {
  const root = tree({ ...taroProject({ 'mic.ts': OLD, 'ear.ts': VOICE }), 'package.json': H5_APP });
  expect(cli(root, []).code).toBe(0);
  return root;
}

const text = (root: string, path: string) => readFileSync(join(root, path), 'utf8');
const remove = (root: string, path: string) => rmSync(join(root, path));

const prettier = createRequire(import.meta.url)('prettier') as {
  format(text: string, options: object): string;
};

/** The copy after Prettier with other options, and after formatters that sort imports. */
function reformatted(copy: string): string {
  const options = { printWidth: 60, semi: false, tabWidth: 4, trailingComma: 'none', arrowParens: 'avoid' };
  const formatted = prettier.format(copy, { ...options, parser: 'typescript' });
  const sorted = formatted.replace(/import \{([^}]*)\}/, (_all, names: string) => {
    const reversed = names.split(',').reverse();
    return `import {${reversed.join(',')}}`;
  });
  return sorted.replace(/\n/g, '\r\n');
}

it('a copy has the digest of its content, so that a later version recognizes it as unedited', () => {
  const root = tree(taroProject({ 'src/a.ts': OLD }));
  cli(root, ['--yes']);
  const copies = Object.keys(snapshot(root)).filter((path) => path.includes('taro-modernize/'));
  expect(copies.length).toBeGreaterThan(1);
  for (const path of copies) {
    const text = readFileSync(join(root, path), 'utf8');
    expect(readRuntimeHeader(text)?.digest).toBe(digestOf(contentOf(text)!));
  }
});

describe('a deleted runtime copy', () => {
  it.each([
    CORE,
    HOST,
    HOST_H5,
    `${FOLDER}/voice.ts`,
    `${FOLDER}/voice-host.ts`,
  ])('a deleted copy is restored by the next run: %s', (path) => {
    const root = migrated();
    const before = snapshot(root);
    remove(root, path);
    const ended = cli(root, []);
    expect(ended.code).toBe(0);
    expect(ended.stdout).toMatch(new RegExp(`Runtime copied to src/taro-modernize/ .+: .*${basename(path)}`));
    expect(snapshot(root)).toEqual(before);
  });

  it('a deleted copy is restored together with its folder', () => {
    const root = migrated();
    const before = snapshot(root);
    rmSync(join(root, FOLDER), { recursive: true });
    expect(cli(root, ['--dry-run']).stdout).toContain(`+++ b/${CORE}`);
    expect(cli(root, []).code).toBe(0);
    expect(snapshot(root)).toEqual(before);
  });

  it('a deleted copy that JavaScript and TypeScript files import is restored once', () => {
    const importing = "import { recorder } from '../taro-modernize/recorder'\nrecorder.start({})\n";
    const project = taroProject({ 'pages/a.js': importing, 'pages/b.ts': importing });
    const { 'tsconfig.json': _none, ...files } = project as Record<string, string>;
    const root = tree(files);
    expect(cli(root, []).code).toBe(0);
    const copies = Object.keys(snapshot(root)).filter((path) => path.startsWith(FOLDER));
    expect(copies.sort()).toEqual([HOST, CORE]);
  });

  it('a deleted copy is restored where an earlier run placed it', () => {
    const root = tree(taroProject({ 'mic.ts': OLD }));
    const dir = ['--runtime-dir', 'src/utils/audio'];
    cli(root, dir);
    const before = snapshot(root);
    remove(root, 'src/utils/audio/recorder.ts');
    cli(root, []);
    expect(snapshot(root)).toEqual(before);
    rmSync(join(root, 'src/utils/audio'), { recursive: true });
    cli(root, dir);
    expect(snapshot(root)).toEqual(before);
  });

  it('a deleted copy that nothing imports is not restored', () => {
    const root = migrated();
    rmSync(join(root, FOLDER), { recursive: true });
    add(root, { 'src/mic.ts': '', 'src/ear.ts': VOICE.replace('Taro.playVoice', 'console.log') });
    const before = snapshot(root);
    expect(cli(root, []).code).toBe(0);
    expect(snapshot(root)).toEqual(before);
  });
});

describe('a reformatted runtime copy', () => {
  it('a reformatted copy of the current version is not changed', () => {
    const root = migrated();
    for (const path of [CORE, HOST, HOST_H5]) add(root, { [path]: reformatted(text(root, path)) });
    const before = snapshot(root);
    expect(cli(root, []).code).toBe(0);
    expect(snapshot(root)).toEqual(before);
  });

  it('a reformatted copy of an older version is upgraded', () => {
    const root = migrated();
    const before = snapshot(root);
    for (const path of [CORE, HOST, HOST_H5]) add(root, { [path]: reformatted(olderCopy(text(root, path))) });
    const ended = cli(root, ['--allow-dirty']);
    expect(ended.stderr).not.toContain('you have edited it');
    expect(snapshot(root)).toEqual(before);
  });

  it.each([
    ['a string', "'startRecord'", "'startRecord '"],
    ['a parenthesis', '(Math.max(rate || 48000, low), high)', '(Math.max(rate) || (48000, low), high)'],
    ['a comment', '/** Native says', '/** What native says'],
    ['an added comment', 'export ', '// mine\nexport '],
    ['a number', ' 60000', ' 60001'],
    ['an operator', '&&', '||'],
  ])('a copy is kept when the user has changed %s', (_what, from, to) => {
    const root = migrated();
    const old = olderCopy(`${text(root, CORE)}/** Native says */\n`);
    const edited = old.replace(from, to);
    expect(edited).not.toBe(old);
    add(root, { [CORE]: reformatted(edited) });
    const before = snapshot(root);
    expect(cli(root, []).stderr).toContain(`${CORE} (runtime 0.0.1) was kept because you have edited it`);
    expect(snapshot(root)).toEqual(before);
  });
});

describe('an edited runtime copy of an older version', () => {
  it('an edited older copy keeps the other files of its version', () => {
    const root = migrated();
    add(root, {
      [HOST]: olderCopy(text(root, HOST)),
      [CORE]: `${olderCopy(text(root, CORE))}// mine\n`,
    });
    const before = snapshot(root);
    const ended = cli(root, []);
    expect(ended.stderr).toContain(CORE);
    expect(ended.stderr).not.toContain(HOST);
    expect(snapshot(root)).toEqual(before);
  });

  it('an edited older copy is replaced with its other files once the user deletes it', () => {
    const root = migrated();
    const before = snapshot(root);
    add(root, { [HOST]: olderCopy(text(root, HOST)) });
    remove(root, CORE);
    expect(cli(root, []).code).toBe(0);
    expect(snapshot(root)).toEqual(before);
  });
});
