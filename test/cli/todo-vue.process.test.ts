import { describe, expect, it } from 'vitest';
import { cli, json } from './support/cli';
import { OLD, taroProject } from './support/projects';
import { add, snapshot, tree } from './support/tree';

const MANUAL = `import Taro from '@tarojs/taro';\n\nTaro.startRecord = () => {};\n`;

describe('TODO marks for manual findings', () => {
  it('manual findings are marked once in the source, but not with --no-todo or when nothing is written', () => {
    const root = tree(taroProject({ 'a.ts': MANUAL }));
    for (const args of [['--no-todo'], ['--dry-run'], ['--check'], ['scan']]) {
      cli(root, args);
      expect(snapshot(root)['src/a.ts'], args.join()).toBe(MANUAL);
    }
    expect(cli(root, []).code).toBe(0);
    const marked = snapshot(root)['src/a.ts'];
    expect(marked).toContain('// TODO(taro-modernize): startRecord');
    expect(Object.keys(snapshot(root))).not.toContain('src/taro-modernize/recorder.ts');
    expect(cli(root, []).code).toBe(0);
    expect(snapshot(root)['src/a.ts']).toBe(marked);
  });
});

it('a TODO mark is removed once the user has done what it says', () => {
  const root = tree(taroProject({ 'a.ts': `${MANUAL}export {};\n` }));
  expect(cli(root, []).code).toBe(0);
  const marked = snapshot(root)['src/a.ts']!;
  add(root, { 'src/a.ts': marked.replace('Taro.startRecord = () => {};\n', '') });
  expect(cli(root, []).code).toBe(0);
  expect(snapshot(root)['src/a.ts']).toBe(`import Taro from '@tarojs/taro';\n\nexport {};\n`);
});

describe('Vue components', () => {
  const component = (script: string): string =>
    `<template><view /></template>\n\n<script setup lang="ts">\n${script}</script>\n`;

  it('Vue components are rewritten like other files', () => {
    const root = tree(taroProject({ 'pages/a.vue': component(OLD.replace(/export /g, '')) }));
    expect(cli(root, []).code).toBe(0);
    const after = snapshot(root)['src/pages/a.vue'];
    expect(after).toContain(`import { recorder } from '../taro-modernize/recorder';`);
    expect(after).toContain('recorder.start(');
    expect(json(cli(root, ['--json'])).summary.changed).toBe(0);
  });

  it('Vue components that cannot be parsed are reported', () => {
    const root = tree(taroProject({ 'good.ts': OLD, 'a.vue': component('Taro.startRecord(;\n') }));
    const ended = cli(root, ['--json']);
    expect(ended.code).toBe(1);
    expect(json(ended).files[0]?.error).toMatch(/^src\/a\.vue:4:\d+: cannot be parsed/);
  });
});
