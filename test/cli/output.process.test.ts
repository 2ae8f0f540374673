import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { violations } from '../report/support/validate';
import { cli, json, ROOT } from './support/cli';
import { OLD, taroProject } from './support/projects';
import { snapshot, tree } from './support/tree';

const MIXED = {
  'good.ts': OLD,
  'bad.ts': 'Taro.startRecord(;',
  'left.ts': `import Taro from '@tarojs/taro';\nTaro.startRecord = () => {};\n`,
  'own.ts': 'export class Own { startRecord() {} run() { this.startRecord(); } }\n',
};

describe('--json', () => {
  it('--json is the only output on stdout, matches the schema, and its counts add up', () => {
    for (const args of [
      ['--json', 'src', 'nowhere'],
      ['scan', '--json'],
      ['--check', '--json', '--verbose'],
    ]) {
      const report = json(cli(tree(taroProject(MIXED)), args));
      expect(violations(report, 'report'), args.join(' ')).toEqual([]);
      const findings = report.files.flatMap((file) => file.findings);
      const { rewritten, manual, ignored, files, errors } = report.summary;
      expect(rewritten + manual + ignored).toBe(findings.length);
      expect(files).toBe(report.files.length);
      expect(errors).toBe(report.files.filter((file) => file.error).length);
    }
  });

  it('--json gives paths relative to the working directory and positions in the original file', () => {
    const root = tree(taroProject({ 'pages/a.ts': OLD }));
    const report = json(cli(join(root, 'src', 'pages'), ['--json']));
    expect(report.files[0]).toMatchObject({
      path: 'a.ts',
      findings: [{ api: 'startRecord', line: 4 }, { line: 8 }],
    });
  });

  it('--json gives the edits and the positions of findings, also after a byte order mark', () => {
    const sources = {
      'a.ts': `\uFEFF${OLD}`,
      'b.vue': `<template><view /></template>\r\n<script>\r\n${OLD}</script>\r\n`,
    };
    const root = tree(taroProject(sources));
    const { files } = json(cli(root, ['--json']));
    expect(files.map(({ path }) => path)).toEqual(['src/a.ts', 'src/b.vue']);
    for (const [index, before] of Object.values(sources).entries()) {
      const { path, findings, edits = [] } = files[index]!;
      const made = [...edits]
        .reverse()
        .reduce((text, { start, end, text: own }) => text.slice(0, start) + own + text.slice(end), before);
      expect(made).toBe(readFileSync(join(root, path), 'utf8'));
      const named = findings.filter(({ code }) => code === 'REC001');
      expect(named.length).toBe(2);
      for (const { api, start, end } of named) expect(before.slice(start, end)).toBe(api);
    }
  });

  it('--json includes the reason as data', () => {
    const root = tree(taroProject({ 'a.ts': `import { api } from './api';\napi.startRecord();\n` }));
    const [finding] = json(cli(root, ['scan', '--json', '--no-types'])).files[0]!.findings;
    expect(finding).toMatchObject({
      reason: 'api comes from "./api", so it is unclear whether this is the platform API',
      data: { cause: { id: 'cause/imported', data: { name: 'api', source: './api' } } },
    });
  });
});

describe('--report', () => {
  it('--report writes each format in addition to the usual output, also when the run writes no sources', () => {
    const root = tree(taroProject(MIXED));
    const formats = ['json', 'sarif', 'md', 'html'];
    const ended = cli(root, ['--dry-run', ...formats.flatMap((ending) => ['--report', `out/r.${ending}`])]);
    expect(ended.code).toBe(1);
    const files = snapshot(root);
    expect(violations(JSON.parse(files['out/r.json'] ?? ''), 'report')).toEqual([]);
    expect(violations(JSON.parse(files['out/r.sarif'] ?? ''), 'sarif')).toEqual([]);
    expect(files['out/r.md']).toContain('# taro-modernize report');
    expect(files['out/r.html']).toContain('<!doctype html>');
    expect(files['src/good.ts']).toBe(OLD);
  });

  it.each([
    ['nothing found', ['src/none.ts']],
    ['unusual file names and a nonexistent path', ['src', 'no where.ts']],
  ])('--report writes valid SARIF with %s', (_name, paths) => {
    const root = tree(taroProject({ ...MIXED, 'none.ts': 'export {};', '录 音/[a] %.ts': OLD }));
    cli(root, ['scan', ...paths, '--report', 'r.sarif']);
    expect(violations(JSON.parse(snapshot(root)['r.sarif'] ?? ''), 'sarif')).toEqual([]);
  });

  it('--report uses Chinese in formats for people and English in machine-readable ones', () => {
    const root = tree(taroProject(MIXED));
    const formats = ['json', 'sarif', 'md', 'html'].flatMap((ending) => ['--report', `r.${ending}`]);
    const ended = cli(root, [
      'scan',
      '--only',
      'start-record-to-recorder-manager',
      '--lang',
      'zh',
      ...formats,
    ]);
    const files = snapshot(root);
    const chinese = '这里替换或删除了 API 本身';
    const inBytes = Buffer.from(chinese).toString('latin1');
    expect(ended.stdout).toContain(chinese);
    expect(ended.stdout).toMatch(/将修改 1 个文件（可自动改写 2 处），/);
    expect(files['r.md']).toMatch(/^### 1\. .*\[REC101\]\(/m);
    expect(files['r.md']).toContain(inBytes);
    // A scan has changed nothing.
    const text = Buffer.from(`${files['r.md']}${files['r.html']}`, 'latin1').toString();
    expect(text).toContain('<summary>可自动改写：2</summary>');
    expect(text).toContain('将修改文件');
    expect(text).not.toMatch(/已修改|已改写/);
    expect(files['r.html']).toContain(inBytes);
    expect(files['r.json']).toContain('this code replaces or deletes the API itself');
    // Only the help is for people.
    const { files: found } = JSON.parse(Buffer.from(files['r.json']!, 'latin1').toString()) as {
      files: { findings: { reason: string; help?: { steps: string[] } }[] }[];
    };
    const findings = found.flatMap((file) => file.findings);
    expect(findings.map(({ reason }) => reason).join()).not.toMatch(/\p{Script=Han}/u);
    expect(findings.flatMap(({ help }) => help?.steps ?? []).join()).toMatch(/\p{Script=Han}/u);
    expect(files['r.sarif']).not.toContain(inBytes);
  });

  it('--report fails the run when the file cannot be written', () => {
    const root = tree(taroProject({ 'good.ts': OLD, 'taken.json/x': '' }));
    const ended = cli(root, ['--report', 'src/taken.json']);
    expect(ended.code).toBe(1);
    expect(ended.stderr).toContain('src/taken.json: the report could not be written');
    expect(snapshot(root)['src/good.ts']).toContain('recorder.start');
  });
});

describe('terminal output', () => {
  it('the output lists manual findings as links with the next step', () => {
    const ended = cli(tree(taroProject(MIXED)), []);
    expect(ended.stdout).toMatch(/src\/left\.ts:2:\d+ {2}startRecord .+\n {4}→ /);
  });

  it('the output ends with the rewritten features to test on a device', () => {
    const voice = `import Taro from '@tarojs/taro';\nTaro.playVoice({ filePath: '' });\n`;
    const next = (sources: Record<string, string>, ...args: string[]) =>
      /^(?:Next|下一步).+$/m.exec(cli(tree(taroProject(sources)), args).stdout)?.[0];
    expect(next({ 'a.ts': OLD })).toBe(
      'Next: review git diff, build, and test on a device: make a recording.',
    );
    expect(next({ 'a.ts': voice })).toBe(
      'Next: review git diff, build, and test on a device: play a voice message.',
    );
    expect(next({ 'a.ts': voice, 'b.ts': OLD })).toContain('make a recording, play a voice message.');
    expect(next({ 'a.ts': voice }, '--lang', 'zh')).toBe(
      '下一步：查看 git diff，构建并在真机上验证：播放一段语音。',
    );
  });

  it('suppression comments without effect are notes, and do not fail --check', () => {
    const source = `import Taro from '@tarojs/taro';\nTaro.startRecord({}); // taro-modernize-ignore behind\n`;
    const root = tree(taroProject({ 'a.ts': source }));
    const { stdout } = cli(root, []);
    expect(stdout).toContain('Notes: 1 location');
    expect(stdout).toMatch(
      /src\/a\.ts:2:23 {2}taro-modernize-ignore {2}this comment suppresses nothing on its own line .+\n {4}→ Move it/,
    );
    const idle = tree(
      taroProject({
        'a.ts': `// taro-modernize-ignore nothing\nTaro.startRecording();\nexport const a = 'stopRecord';\n`,
      }),
    );
    const check = cli(idle, ['--check']);
    expect(check.stdout).toContain('src/a.ts:1:1  taro-modernize-ignore  this comment suppresses nothing');
    expect(check.code).toBe(0);
    expect(cli(idle, ['scan', '--only', 'start-record-to-recorder-manager']).stdout).not.toContain(
      'this comment',
    );
  });

  it('the output says how many calls read only the fields that they use', () => {
    const info = `import Taro from '@tarojs/taro';
export const { windowWidth, brand } = Taro.getSystemInfoSync();
export const model = Taro.getSystemInfoSync().model;
Taro.getSystemInfo({ success: (res) => console.log(res.theme) });
`;
    const said = (sources: Record<string, string>, ...args: string[]) =>
      /^getSystemInfo(?:: |：).+$/m.exec(cli(tree(taroProject(sources)), args).stdout)?.[0];
    const whole = { 'a.ts': `${info}export const all = Taro.getSystemInfoSync();\n` };
    expect(said({ 'a.ts': info })).toBe(
      'getSystemInfo: 3 of 3 rewritten calls read only the fields they use.',
    );
    expect(said(whole)).toBe(
      'getSystemInfo: 3 of 4 rewritten calls read only the fields they use. The others need the whole object.',
    );
    expect(said(whole, '--lang', 'zh')).toBe(
      'getSystemInfo：改写的 4 处调用中，3 处只读取用到的字段，其余需要整个对象。',
    );
    expect(said({ 'a.ts': OLD })).toBeUndefined();
  });

  it('the output names a pattern of --include or --ignore that matches nothing', () => {
    const root = tree(taroProject({ 'pages/a.ts': OLD, 'note.md': '' }));
    const told = (...args: string[]) => cli(root, ['scan', ...args]).stderr;
    expect(told('--include', 'src/pgaes/**')).toMatch(
      /^--include src\/pgaes\/\*\* matches no source file\. Check .+$/m,
    );
    expect(told('--include', 'src/pgaes/**'), 'the folder has sources').not.toContain('no source files');
    expect(told('--include', 'src', '--ignore', '*.tsx')).toMatch(/^--ignore \*\.tsx matches no source file/);
    expect(told('--ignore', '*.tsx', '--lang', 'zh')).toContain('--ignore *.tsx 没有匹配到源文件');
    // A pattern that matches files without relevant code is no typo, and `!` re-includes what another pattern
    // excludes.
    expect(
      told('--include', 'src/**', '--ignore', 'src/note.md', '--ignore', 'src', '--ignore', '!src'),
    ).toBe('');
  });

  it('TODO marks use the language of the user, and marks in another language are kept', () => {
    const root = tree(taroProject({ 'left.ts': MIXED['left.ts'] }));
    const text = () => readFileSync(join(root, 'src/left.ts'), 'utf8');
    expect(cli(root, ['--lang', 'zh']).code).toBe(0);
    const marked = text();
    expect(marked).toContain(
      '// TODO(taro-modernize): startRecord：这里替换或删除了 API 本身（REC101）。请改为',
    );
    expect(cli(root, ['--lang', 'en']).code).toBe(0);
    expect(text()).toBe(marked);
    writeFileSync(join(root, 'src/left.ts'), marked.replace('REC101', 'REC100'));
    cli(root, ['--lang', 'en']);
    expect(text()).toContain(
      '// TODO(taro-modernize): startRecord: this code replaces or deletes the API itself (REC101).',
    );
    expect(text().match(/TODO/g)).toHaveLength(1);
  });

  it('--verbose prints more, --quiet only errors', () => {
    const verbose = cli(tree(taroProject(MIXED)), ['--verbose']);
    expect(verbose.stdout).toContain('src/own.ts:1:');
    expect(verbose.stdout).toContain('src/good.ts:4:');
    const quiet = cli(tree(taroProject(MIXED)), ['--quiet']);
    expect(quiet.stdout).toBe('');
    expect(quiet.stderr).toContain('src/bad.ts:1:');
  });

  it('a closed stdout pipe ends the run without an error', async () => {
    const { execFileSync } = await import('node:child_process');
    const root = tree(taroProject({ 'good.ts': OLD }));
    const command = `"${process.execPath}" "${join(ROOT, 'dist/cli/bin.js')}" --dry-run | head -1`;
    expect(execFileSync('sh', ['-c', command], { cwd: root, encoding: 'utf8', stdio: 'pipe' })).toBe(
      '--- a/src/good.ts\n',
    );
  });
});
