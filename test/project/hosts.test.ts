import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { inProcess } from '../cli/support/in-process';
import { tree } from '../cli/support/tree';

const app = (files: Record<string, string>) =>
  tree({ 'package.json': '{ "dependencies": { "@tarojs/taro": "4.2.0" } }', ...files });
const text = (root: string, file: string) => readFileSync(join(root, file), 'utf8');

it("evidence of a host's own API counts for one project as a whole, and separately for each project", async () => {
  const root = tree({
    'a/package.json': '{ "dependencies": { "@tarojs/taro": "4.2.0" } }',
    'a/src/start.js': 'const o = { maxDuration: 10 };\nexport const start = () => my.startRecord(o);\n',
    'a/src/stop.js': 'export const stop = () => my.stopRecord();\n',
    'b/package.json': '{ "dependencies": { "@tarojs/taro": "4.2.0" } }',
    'b/src/start.js': 'export const start = () => my.startRecord({ success() {} });\n',
    'b/src/stop.js': 'export const stop = () => my.stopRecord();\n',
  });
  expect((await inProcess(root, ['a', 'b', '--yes', '--no-todo'])).code).toBe(0);
  expect(text(root, 'a/src/stop.js')).toContain('my.stopRecord()');
  expect(text(root, 'a/src/start.js')).toContain('my.startRecord(o)');
  expect(text(root, 'b/src/start.js')).toContain('recorder.start({ success() {} })');
  expect(text(root, 'b/src/stop.js')).toContain('recorder.stop()');
});

it('calls stay manual in all files of a project while one file leaves the host API undecided', async () => {
  const root = app({
    'src/start.js': 'export const start = (options) => my.startRecord(options);\n',
    'src/stop.js': 'export const stop = () => my.stopRecord();\n',
  });
  const ended = await inProcess(root, ['scan', '--json']);
  const { files } = JSON.parse(ended.stdout) as { files: { findings: { code: string }[] }[] };
  expect(files.flatMap(({ findings }) => findings.map(({ code }) => code))).toEqual(['REC116', 'REC116']);
});
