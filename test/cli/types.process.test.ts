import { cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cli, type Ended, json, ROOT, run } from './support/cli';
import { javascriptProject, OLD, taroProject } from './support/projects';
import { snapshot, tree } from './support/tree';

const WRAPPER = `import Taro from '@tarojs/taro';
export const camera = Taro.createCameraContext();
export default { ...Taro, own: true };
`;
const USER = `import api, { camera } from './utils/taro';

export function start() {
  api.startRecord({ success: (res) => console.log(res.tempFilePath) });
  camera.startRecord({});
}

export const save = (given) => given.saveFile();
`;
const REWRITTEN = USER.replace('api.startRecord', 'recorder.start').replace(
  `import api, { camera } from './utils/taro';\n`,
  `import { camera } from './utils/taro';\nimport { recorder } from './taro-modernize/recorder';\n`,
);

/** A project with Taro's types installed. */
function installed(files: Readonly<Record<string, string | Buffer>>): string {
  const root = tree(files);
  mkdirSync(join(root, 'node_modules'));
  symlinkSync(join(ROOT, 'node_modules', '@tarojs'), join(root, 'node_modules', '@tarojs'));
  return root;
}

const project = () => installed(taroProject({ 'mic.ts': USER, 'utils/taro.ts': WRAPPER }));
const verdicts = (ended: Ended) =>
  json(ended).files.flatMap(({ findings }) => findings.map(({ verdict, code }) => `${verdict} ${code}`));

const TYPED = ['rewritten REC001', 'ignored REC213', 'manual FIL105'];
const UNTYPED = ['manual REC105', 'manual REC105', 'manual FIL105'];

describe('calls that only types can resolve', () => {
  it('a call that only types can resolve is rewritten', () => {
    const root = project();
    const ended = cli(root, ['--no-todo']);
    expect(ended).toMatchObject({ code: 0, stderr: expect.not.stringContaining('ts-morph') });
    expect(readFileSync(join(root, 'src/mic.ts'), 'utf8')).toBe(REWRITTEN);
    expect(readFileSync(join(root, 'src/taro-modernize/recorder.ts'), 'utf8')).toContain('recorder');
    const before = snapshot(join(root, 'src'));
    expect(cli(root, ['--no-todo']).code).toBe(0);
    expect(snapshot(join(root, 'src'))).toEqual(before);
  });

  it('types resolve calls in the scripts of Vue components', () => {
    const [imports, ...rest] = USER.split(/(?<=\n)/);
    const components = {
      'mic.vue': `<template>\n  <view @tap="start" />\n</template>\n<script setup lang="ts">\n${USER}</script>\n`,
      'old.vue': `<script>\n${imports}</script>\n<script setup>\n${rest.join('').replaceAll('export ', '')}</script>\n`,
    };
    const root = installed(taroProject({ ...components, 'utils/taro.ts': WRAPPER }));
    const { files } = json(cli(root, ['scan', '--json']));
    expect(
      files.map(({ path, findings }) => [path, findings.map(({ verdict, code }) => `${verdict} ${code}`)]),
    ).toEqual([
      ['src/mic.vue', TYPED],
      ['src/old.vue', TYPED],
    ]);
    expect(cli(root, ['--no-todo']).code).toBe(0);
    expect(readFileSync(join(root, 'src/mic.vue'), 'utf8')).toContain(REWRITTEN);
  });

  it('types give the same result in scan, --check, --dry-run and --json', () => {
    const root = project();
    const before = snapshot(join(root, 'src'));
    expect(verdicts(cli(root, ['scan', '--json']))).toEqual(TYPED);
    expect(verdicts(cli(root, ['--check', '--json']))).toEqual(TYPED);
    expect(verdicts(cli(root, ['--dry-run', '--json']))).toEqual(TYPED);
    expect(cli(root, ['--dry-run']).stdout).toContain('+  recorder.start({ success');
    expect(snapshot(join(root, 'src'))).toEqual(before);
  });

  it('types resolve calls in JavaScript, with and without a jsconfig', () => {
    const sources = { 'mic.js': USER, 'utils/taro.js': WRAPPER };
    const bare = installed(javascriptProject(sources, '4.2.0'));
    expect(verdicts(cli(bare, ['scan', '--json']))).toEqual(TYPED);
    const config = '{ "compilerOptions": { "module": "esnext" } }';
    const configured = installed({ ...javascriptProject(sources, '4.2.0'), 'jsconfig.json': config });
    expect(verdicts(cli(configured, ['scan', '--json']))).toEqual(TYPED);
  });

  it('types give the right positions in a file with a byte order mark and CRLF', () => {
    const text = `\uFEFF${USER.replace(/\n/g, '\r\n')}`;
    const root = installed(taroProject({ 'mic.ts': text, 'utils/taro.ts': WRAPPER }));
    expect(verdicts(cli(root, ['scan', '--json']))).toEqual(TYPED);
  });

  it('a manager that another file shares with a recorder found by types is routed', () => {
    const manager = `import Taro from '@tarojs/taro';\nexport const manager = Taro.getRecorderManager();\n`;
    const sources = { 'manager.ts': manager, 'mic.ts': USER, 'utils/taro.ts': WRAPPER };
    const root = installed(taroProject(sources));
    expect(cli(root, ['--no-todo']).code).toBe(0);
    expect(readFileSync(join(root, 'src/manager.ts'), 'utf8')).toContain(
      `import { getRecorderManager } from './taro-modernize/recorder'`,
    );
  });
});

describe('calls that types cannot resolve', () => {
  it('a call that needs types stays manual with --no-types', () => {
    const ended = cli(project(), ['scan', '--json', '--no-types']);
    expect(verdicts(ended)).toEqual(UNTYPED);
    expect(ended.stderr).toBe('');
  });

  it("a call that needs types needs a manual change if the project's packages are not installed", () => {
    const root = tree(taroProject({ 'mic.ts': USER, 'utils/taro.ts': WRAPPER }));
    const ended = cli(root, ['scan', '--json']);
    expect(verdicts(ended)).toEqual(UNTYPED);
    expect(ended.stderr).toBe('');
  });
});

describe('without ts-morph', () => {
  /** This package installed with --omit=optional. */
  const bin = (): string => {
    const root = tree({});
    for (const name of ['dist', 'package.json', 'report.schema.json'])
      cpSync(join(ROOT, name), join(root, name), { recursive: true });
    mkdirSync(join(root, 'node_modules'));
    for (const name of readdirSync(join(ROOT, 'node_modules'))) {
      if (!/^(\.|@?ts-morph$)/.test(name))
        symlinkSync(join(ROOT, 'node_modules', name), join(root, 'node_modules', name));
    }
    return join(root, 'dist', 'cli', 'bin.js');
  };

  it('without ts-morph a run acts as with --no-types and says so once', () => {
    const cli = bin();
    const root = project();
    const ended = run(cli, root, ['scan', '--json']);
    expect(ended.code).toBe(0);
    expect(verdicts(ended)).toEqual(UNTYPED);
    expect(ended.stderr.match(/ts-morph is not installed/g)).toHaveLength(1);
    expect(ended.stderr).toContain('in 1 file.');
    expect(run(cli, root, ['scan', '--lang', 'zh']).stderr).toContain('未安装 ts-morph');
    expect(run(cli, root, ['scan', '--no-types']).stderr).toBe('');
    expect(run(cli, tree(taroProject({ 'mic.ts': OLD })), ['scan']).stderr).toBe('');
  });
});

it('--help documents --no-types in both languages', () => {
  const root = tree({});
  for (const lang of ['en', 'zh'])
    expect(cli(root, ['--help', '--lang', lang]).stdout).toContain('--no-types');
});
