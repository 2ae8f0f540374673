import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cli, json } from './support/cli';
import { olderCopy } from './support/copies';
import { javascriptProject, NEW, OLD, taroProject } from './support/projects';
import { add, committed, snapshot, tree } from './support/tree';

const COPY = 'src/taro-modernize/recorder.ts';

/** A project with the runtime copied and its sources reverted to the old APIs. */
function withCopy(edit: (copy: string) => string): { root: string; copy: string } {
  const root = tree(taroProject({ 'mic.ts': OLD }));
  expect(cli(root, []).code).toBe(0);
  const copy = edit(readFileSync(join(root, COPY), 'utf8'));
  add(root, { [COPY]: copy, 'src/mic.ts': OLD });
  return { root, copy };
}

describe('the copied runtime', () => {
  it.each([
    ['h5', true],
    ['weapp', false],
  ])('a project that builds %s: h5 host file %s', (platform, copied) => {
    const scripts = { build: `taro build --type ${platform}` };
    const manifest = { name: 'app', scripts, dependencies: { '@tarojs/taro': '4.2.0' } };
    const root = tree({ ...taroProject({ 'mic.ts': OLD }), 'package.json': JSON.stringify(manifest) });
    expect(cli(root, []).code).toBe(0);
    expect('src/taro-modernize/recorder-host.h5.ts' in snapshot(root)).toBe(copied);
    const before = snapshot(root);
    expect(before[COPY]).not.toContain('MediaRecorder(');
    expect(cli(root, []).code).toBe(0);
    expect(snapshot(root)).toEqual(before);
  });

  it.each([
    ['weapp', 'weapp,h5', true],
    ['h5', 'weapp', false],
    ['$PLATFORM', 'h5', true],
  ])('a project that builds %s, with --platform %s: h5 host file %s', (built, platforms, copied) => {
    const scripts = { build: `taro build --type ${built}` };
    const manifest = { name: 'app', scripts, dependencies: { '@tarojs/taro': '4.2.0' } };
    const root = tree({ ...taroProject({ 'mic.ts': OLD }), 'package.json': JSON.stringify(manifest) });
    expect(cli(root, ['--platform', platforms]).code).toBe(0);
    expect('src/taro-modernize/recorder-host.h5.ts' in snapshot(root)).toBe(copied);
  });

  it.each([
    ['with more to migrate', OLD],
    ['with nothing more to migrate', NEW],
  ])('a project that starts to build h5 gets the h5 host file, %s', (_when, source) => {
    const manifest = (platform: string) =>
      JSON.stringify({
        name: 'app',
        scripts: { build: `taro build --type ${platform}` },
        dependencies: { '@tarojs/taro': '4.2.0' },
      });
    const root = tree({ ...taroProject({ 'mic.ts': OLD }), 'package.json': manifest('weapp') });
    expect(cli(root, []).code).toBe(0);
    expect('src/taro-modernize/recorder-host.h5.ts' in snapshot(root)).toBe(false);
    add(root, { 'package.json': manifest('h5'), 'src/mic.ts': source });
    expect(cli(root, []).code).toBe(0);
    expect('src/taro-modernize/recorder-host.h5.ts' in snapshot(root)).toBe(true);
  });

  it('an unmodified copy from an older version is upgraded', () => {
    const { root, copy } = withCopy((text) => text);
    const old = olderCopy(copy);
    for (const text of [old, old.replace(/\n/g, '\r\n')]) {
      add(root, { [COPY]: text, 'src/mic.ts': OLD });
      const ended = cli(root, []);
      expect(ended.code).toBe(0);
      expect(ended.stdout).toContain(`Runtime upgraded: ${COPY}`);
      expect(snapshot(root)[COPY]).toBe(Buffer.from(copy).toString('latin1'));
    }
  });

  it('an unmodified older copy is upgraded even if no source changes', () => {
    const { root, copy } = withCopy((text) => text);
    add(root, { [COPY]: olderCopy(copy), 'src/mic.ts': NEW });
    expect(cli(root, ['--check']).code).toBe(0);
    expect(cli(root, ['--dry-run']).stdout).toContain(`+++ b/${COPY}`);
    expect(cli(root, []).code).toBe(0);
    expect(snapshot(root)[COPY]).toBe(Buffer.from(copy).toString('latin1'));
  });

  it('an edited older copy is kept, with a notice', () => {
    const { root, copy } = withCopy((text) => text);
    const mine = `${olderCopy(copy)}// mine\n`;
    add(root, { [COPY]: mine });
    const ended = cli(root, []);
    expect(ended.code).toBe(0);
    expect(ended.stderr).toContain(COPY);
    expect(ended.stderr).toContain('you have edited it');
    expect(readFileSync(join(root, COPY), 'utf8')).toBe(mine);
    expect(snapshot(root)['src/mic.ts']).toBe(NEW);
  });

  it('an edited copy of this version or a newer one is kept without a notice', () => {
    for (const edit of [
      (text: string) => `${text}// mine\n`,
      (text: string) => text.replace(/^(\/\/ @taro-modernize-runtime )\S+/, '$199.0.0'),
    ]) {
      const { root, copy } = withCopy(edit);
      const ended = cli(root, ['--allow-dirty']);
      expect(ended.code).toBe(0);
      expect(readFileSync(join(root, COPY), 'utf8')).toBe(copy);
    }
  });

  it('a copy never replaces a file of the user: sources stay unchanged, and the next step is shown', () => {
    const root = tree(
      taroProject({ 'mic.ts': OLD, 'taro-modernize/recorder.ts': 'export const mine = 1;\n' }),
    );
    const before = snapshot(root);
    const ended = cli(root, []);
    expect(ended.code).toBe(1);
    expect(ended.stderr).toContain('--runtime-dir');
    expect(snapshot(root)).toEqual(before);
  });

  it('--runtime-dir sets the folder of the copy', () => {
    const root = tree(taroProject({ 'pages/a.ts': OLD }));
    expect(cli(join(root, 'src'), ['--runtime-dir', 'src/utils/audio']).code).toBe(0);
    expect(Object.keys(snapshot(root))).toContain('src/utils/audio/recorder.ts');
    expect(snapshot(root)['src/pages/a.ts']).toContain(`from '../utils/audio/recorder'`);
  });

  it('the copy is found where an earlier run placed it', () => {
    const computed = 'export const call = (name: keyof typeof Taro) => (Taro as any)[name]();\n';
    const root = tree(taroProject({ 'pages/a.ts': OLD + computed }));
    expect(cli(root, ['--runtime-dir', 'src/utils/audio']).code).toBe(0);
    const once = snapshot(root);
    expect(once['src/pages/a.ts']).toContain('TODO(taro-modernize)');
    expect(cli(root, []).code).toBe(0);
    expect(snapshot(root)).toEqual(once);

    add(root, { 'src/pages/b.ts': OLD });
    expect(cli(root, []).stdout).not.toContain('copied');
    const { 'src/pages/b.ts': added, ...rest } = snapshot(root);
    expect(added).toContain(`from '../utils/audio/recorder'`);
    expect(rest).toEqual(once);
  });

  it('the copy is neither rewritten nor counted', () => {
    const { root } = withCopy((text) => text);
    add(root, { 'src/mic.ts': NEW });
    expect(json(cli(root, ['--json'])).files).toEqual([]);
  });

  it('only a project that uses the copy has its own getRecorderManager() calls routed to it', () => {
    const own = `import { getRecorderManager } from '@tarojs/taro';\nexport const manager = getRecorderManager();\n`;
    const alone = tree(taroProject({ 'own.ts': own }));
    expect(json(cli(alone, ['--json'])).summary.changed).toBe(0);
    expect(snapshot(alone)['src/own.ts']).toBe(own);

    const root = tree(taroProject({ 'aaa.ts': own, 'mic.ts': OLD }));
    expect(cli(root, []).code).toBe(0);
    expect(snapshot(root)['src/aaa.ts']).toContain(`from './taro-modernize/recorder'`);
    const once = snapshot(root);
    expect(cli(root, []).code).toBe(0);
    expect(snapshot(root)).toEqual(once);
  });
});

describe('manager sharing', () => {
  const own = `import Taro from '@tarojs/taro';\nexport const manager = Taro.getRecorderManager();\n`;

  it('manager sharing happens after an earlier run that imported the package, and never fails --check by itself', () => {
    const manifest = `{ "name": "app", "dependencies": { "@tarojs/taro": "4.2.0", "taro-modernize": "^0.1.0" } }`;
    const mic = `import { recorder } from 'taro-modernize/runtime/recorder';\nrecorder.start({});\n`;
    const root = tree({ ...taroProject({ 'mic.ts': mic, 'own.ts': own }), 'package.json': manifest });
    const checked = cli(root, ['--check', '--runtime', 'package', '--json']);
    expect(checked.code).toBe(0);
    expect(json(checked).summary.changed).toBe(1);
    expect(cli(root, ['--runtime', 'package']).code).toBe(0);
    expect(snapshot(root)['src/own.ts']).toContain(
      `import { getRecorderManager } from 'taro-modernize/runtime/recorder'`,
    );
  });
});

describe('--runtime package', () => {
  it('--runtime package adds the dependency, keeps the layout of package.json and names the install command', () => {
    const manifest = `{\r\n\t"name": "app",\r\n\t"files": ["a", "b"],\r\n\t"dependencies": {\r\n\t\t"@tarojs/taro": "4.2.0",\r\n\t\t"zod": "1.0.0"\r\n\t}\r\n}`;
    const root = tree({ ...taroProject({ 'mic.ts': OLD }), 'package.json': manifest, 'pnpm-lock.yaml': '' });
    const ended = cli(root, ['--runtime', 'package']);
    expect(ended.code).toBe(0);
    expect(ended.stdout).toContain('pnpm install');
    const files = snapshot(root);
    expect(files['src/mic.ts']).toContain(`from 'taro-modernize/runtime/recorder'`);
    expect(Object.keys(files)).not.toContain(COPY);
    const line = /\r\n\t\t"taro-modernize": "\^\d+\.\d+\.\d+",(?=\r\n\t\t"zod")/;
    expect(files['package.json']).toMatch(line);
    expect(files['package.json']?.replace(line, '')).toBe(manifest);
  });

  it('--runtime package is rejected if the packaged runtime would not work', () => {
    const root = tree(javascriptProject({ 'mic.js': OLD }, '2.2.0'));
    const before = snapshot(root);
    const ended = cli(root, ['--runtime', 'package']);
    expect(ended.code).toBe(1);
    expect(ended.stderr).toContain('Taro 2');
    expect(snapshot(root)).toEqual(before);
  });

  it('--runtime package is rejected when package.json has uncommitted changes', () => {
    const root = committed(tree(taroProject({ 'mic.ts': OLD })));
    add(root, { 'package.json': '{ "dependencies": { "@tarojs/taro": "4.1.0" } }\n' });
    expect(cli(root, ['--runtime', 'package'])).toMatchObject({ code: 2 });
    expect(cli(root, []).code).toBe(0);
  });
});
