import { chmodSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cli, json } from './support/cli';
import { OLD, taroProject } from './support/projects';
import { snapshot, tree } from './support/tree';

/** An API that is only superseded, and rewritten with a runtime. */
const ADVISED = `import Taro from '@tarojs/taro';\nexport const info = Taro.saveFile({ tempFilePath: 'a' });\n`;

describe('the level that --check looks at', () => {
  it.each([
    ['OLD', OLD, 1],
    ['nothing', 'export {};\n', 0],
    ['APIs that are only superseded', ADVISED, 0],
  ])('is said whatever is found: %s', (_what, source, code) => {
    const root = tree(taroProject({ 'a.ts': source }));
    const ended = cli(root, ['--check']);
    expect(ended.code).toBe(code);
    expect(ended.stdout).toContain('(--level required)');
    expect(cli(root, ['--check', '--level', 'advised']).stdout).toContain(
      'all deprecated APIs (--level advised)',
    );
    expect(cli(root, ['--check', '--lang', 'zh']).stdout).toContain('（--level required）');
    expect(cli(root, ['scan']).stdout).not.toContain('--check looked at');
  });

  it('--check names only runtimes that files of its level need', () => {
    const root = tree(taroProject({ 'a.ts': ADVISED, 'b.ts': OLD }));
    const copied = (...args: string[]) => /^Would copy the runtime .+$/m.exec(cli(root, args).stdout)?.[0];
    expect(copied('--check')).toContain('recorder.ts');
    expect(copied('--check')).not.toContain('files.ts');
    expect(copied('--check', '--level', 'advised')).toContain('files.ts');
    expect(copied('--check', 'src/a.ts')).toBeUndefined();
    expect(copied('scan', 'src/a.ts')).toContain('files.ts');
  });

  it('a copy that is missing is named although no file changes', () => {
    const root = tree(taroProject({ 'b.ts': OLD }));
    cli(root, []);
    rmSync(join(root, 'src/taro-modernize/recorder.ts'));
    expect(cli(root, ['--check']).stdout).toContain(
      'Would copy the runtime to src/taro-modernize/: recorder.ts',
    );
  });
});

describe('paths that are gone', () => {
  it.each([
    ['something is left in the others', OLD, 1],
    ['nothing is left in the others', 'export {};\n', 0],
  ])('--check names them and goes on: %s', (_what, source, code) => {
    const root = tree(taroProject({ 'a.ts': source }));
    for (const args of [
      ['--check', 'src/gone.ts', 'src/a.ts', 'src/lost'],
      ['--check', '--quiet', 'src/gone.ts', 'src/a.ts', 'src/lost'],
    ]) {
      const ended = cli(root, args);
      expect(ended.code).toBe(code);
      expect(ended.stderr).toContain('Not checked, because they do not exist: src/gone.ts, src/lost\n');
    }
    const ended = cli(root, ['--check', '--json', 'src/gone.ts', 'src/a.ts']);
    expect(ended.code).toBe(code);
    expect(ended.stderr).toBe('Not checked, because it does not exist: src/gone.ts\n');
    expect(json(ended).summary.errors).toBe(0);
  });

  it('if every path is gone, --check exits with 2, and so does a run with one', () => {
    const root = tree(taroProject({ 'a.ts': OLD }));
    for (const args of [
      ['--check', 'src/gone.ts'],
      ['scan', 'src/gone.ts', 'src/a.ts'],
    ]) {
      const ended = cli(root, args);
      expect(ended.code).toBe(2);
      expect(ended.stderr).toContain('no such file or folder');
    }
  });
});

describe('read-only files', () => {
  const locked = (...names: string[]) => {
    const root = tree(taroProject({ 'a.ts': OLD, 'b.ts': ADVISED }));
    for (const name of names) chmodSync(join(root, 'src', name), 0o444);
    return root;
  };
  const copies = (root: string) =>
    Object.keys(snapshot(root)).filter((path) => path.includes('taro-modernize'));

  it('nothing is copied if every file is read-only', () => {
    const root = locked('a.ts', 'b.ts');
    const before = snapshot(root);
    const ended = cli(root, []);
    expect(ended.code).toBe(1);
    expect(ended.stdout).not.toContain('Runtime copied');
    expect(ended.stderr).toContain('chmod u+w src/a.ts');
    expect(snapshot(root)).toEqual(before);
  });

  it('only runtimes of files that can be written are copied', () => {
    const root = locked('a.ts');
    expect(cli(root, []).code).toBe(1);
    expect(copies(root).sort()).toEqual(['src/taro-modernize/files-host.ts', 'src/taro-modernize/files.ts']);
  });

  it('package.json gets no dependency for them', () => {
    const root = locked('a.ts', 'b.ts');
    const before = snapshot(root);
    expect(cli(root, ['--runtime', 'package']).code).toBe(1);
    expect(snapshot(root)).toEqual(before);
  });

  it('commands that do not write treat them as usual', () => {
    const root = locked('a.ts', 'b.ts');
    expect(cli(root, ['scan']).code).toBe(0);
    expect(cli(root, ['--dry-run']).stdout).toContain('+++ b/src/a.ts');
  });
});
