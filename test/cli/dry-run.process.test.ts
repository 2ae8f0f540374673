import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cli, json } from './support/cli';
import { NEW, OLD, taroProject } from './support/projects';
import { committed, snapshot, tree } from './support/tree';

const sources = {
  'mic.ts': OLD,
  'crlf.ts': OLD.replace(/\n/g, '\r\n'),
  'no-newline.ts': OLD.trimEnd(),
  'ends-in-call.ts': `import Taro from '@tarojs/taro';\nTaro.stopRecord()`,
  'bom.ts': `\uFEFF${OLD}`,
  '录音 页/my "mic".ts': OLD,
  'by-hand.ts': `import Taro from '@tarojs/taro';\n\nTaro.getUserProfile();\n`,
};

function apply(cwd: string, patch: string): void {
  execFileSync('git', ['apply', '-'], { cwd, input: patch });
}

describe('--dry-run', () => {
  it('--dry-run writes nothing, and git apply on its diff gives the same result as a real run', () => {
    const root = committed(tree(taroProject(sources)));
    const other = committed(tree(taroProject(sources)));
    const before = snapshot(root);
    const ended = cli(root, ['--dry-run']);
    expect(ended.code).toBe(0);
    expect(snapshot(root)).toEqual(before);
    const files = [...ended.stdout.matchAll(/^\+\+\+ b\/(.+?)\t?$/gm)].map(([, path]) => path);
    expect(files.length).toBeGreaterThan(1);
    expect(files.at(-1), 'the diff shows the runtime after the sources').toBe(
      'src/taro-modernize/recorder.ts',
    );

    apply(root, ended.stdout);
    expect(cli(other, []).code).toBe(0);
    expect(snapshot(root)).toEqual(snapshot(other));
    expect(snapshot(root)['src/mic.ts']).toBe(NEW);
  });

  it('the --dry-run diff applies in the working directory, even below the repository root', () => {
    const app = Object.fromEntries(
      Object.entries(taroProject(sources)).map(([path, text]) => [`app/${path}`, text]),
    );
    const root = committed(tree(app));
    const ended = cli(join(root, 'app'), ['--dry-run']);
    apply(join(root, 'app'), ended.stdout);
    expect(snapshot(root)['app/src/mic.ts']).toBe(NEW);
  });

  it('the --dry-run diff names the folder to apply it in when made in a subfolder', () => {
    const root = committed(tree(taroProject({ 'mic.ts': OLD, 'pages/a.ts': OLD })));
    const ended = cli(join(root, 'src', 'pages'), ['--dry-run']);
    expect(ended.stderr).toContain(`git -C ${join(root, 'src')} apply`);
    apply(join(root, 'src'), ended.stdout);
    expect(snapshot(root)['src/mic.ts']).toBe(NEW);
  });

  it('--dry-run --json prints JSON instead of a diff', () => {
    const root = tree(taroProject(sources));
    const before = snapshot(root);
    const ended = cli(root, ['--dry-run', '--json']);
    expect(json(ended).summary).toMatchObject({ changed: 7, errors: 0 });
    expect(snapshot(root)).toEqual(before);
  });

  it('--dry-run uses colors only on request', () => {
    const root = tree(taroProject({ 'mic.ts': OLD }));
    const sequence = '\u001b[';
    expect(cli(root, ['--dry-run']).stdout).not.toContain(sequence);
    expect(cli(root, ['--dry-run'], { env: { FORCE_COLOR: '1' } }).stdout).toContain(sequence);
    expect(cli(root, ['--dry-run'], { env: { FORCE_COLOR: '1', NO_COLOR: '1' } }).stdout).not.toContain(
      sequence,
    );
    expect(cli(root, ['--dry-run', '--no-color'], { env: { FORCE_COLOR: '1' } }).stdout).not.toContain(
      sequence,
    );
  });
});
