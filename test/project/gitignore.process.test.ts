import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { toPosix } from '../../src/project/paths';
import { walk } from '../../src/project/walk';
import { randomly } from '../support/random';

let root = '';

afterEach(() => rmSync(root, { recursive: true, force: true }));

function files(tree: Readonly<Record<string, string>>): void {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'ignore-')));
  for (const [path, text] of Object.entries(tree)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  execFileSync('git', ['init', '-q'], { cwd: root });
}

function walked(from = root): string[] {
  const paths = walk(from, {
    gitignore: true,
    outputs: [],
    outputsOf: () => [],
    onUnreadable: () => {},
    onStrayTemporary: () => {},
    enter: () => true,
  });
  return [...paths].map((path) => toPosix(path.slice(root.length + 1))).sort();
}

/** What git itself answers: everything that is neither tracked nor ignored. */
function listed(): string[] {
  const out = execFileSync('git', ['ls-files', '-z', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
  });
  return out
    .split('\0')
    .filter((path) => path.endsWith('.js'))
    .sort();
}

describe('.gitignore', () => {
  it('.gitignore files of nested folders work with negations, anchors and folder patterns', () => {
    files({
      '.gitignore': '# built\n/out/\n*.gen.js\n!keep.gen.js\ndeep/**/x.js\n\\#odd.js\ntrailing.js   \n',
      'a.gen.js': '',
      'keep.gen.js': '',
      'out/a.js': '',
      'src/out/a.js': '',
      'deep/a/b/x.js': '',
      '#odd.js': '',
      'trailing.js': '',
      'src/.gitignore': '/only-here.js\n!*.gen.js\nlocal/\n',
      'src/only-here.js': '',
      'src/sub/only-here.js': '',
      'src/b.gen.js': '',
      'src/local/a.js': '',
      'src/[id]/.gitignore': 'a.js\n',
      'src/[id]/a.js': '',
      'src/i/a.js': '',
    });
    expect(walked()).toEqual(listed());
    expect(walked()).toContain('src/b.gen.js');
  });

  it('.gitignore files of parent folders apply when the walk starts below them', () => {
    files({ '.gitignore': '*.gen.js\n', 'src/a.gen.js': '', 'src/b.js': '' });
    expect(walked(join(root, 'src'))).toEqual(['src/b.js']);
  });

  it('.gitignore does not exclude a folder that was given by name', () => {
    files({ '.gitignore': 'gen/\n', 'gen/a.js': '' });
    expect(walked(join(root, 'gen'))).toEqual(['gen/a.js']);
  });

  it('.git/info/exclude applies', () => {
    files({ 'a.js': '', 'b.js': '' });
    writeFileSync(join(root, '.git/info/exclude'), 'a.js\n');
    expect(walked()).toEqual(['b.js']);
  });

  it('.gitignore patterns match as in git', () => {
    const name = fc.constantFrom('a', 'b', 'c.js', 'd.js');
    const pattern = fc
      .tuple(
        fc.constantFrom('', '!'),
        fc.constantFrom('', '/', '**/', 'a/', '*/'),
        fc.constantFrom('a', 'b', '*.js', 'c.js', '*'),
        fc.constantFrom('', '/', '/**'),
      )
      .map((parts) => parts.join(''));
    const ignoreFile = fc.array(pattern, { maxLength: 3 }).map((lines) => `${lines.join('\n')}\n`);
    const folder = fc
      .array(fc.constantFrom('a', 'b'), { maxLength: 2 })
      .map((parts) => parts.map((part) => `${part}/`).join(''));
    const tree = fc.array(
      fc.oneof(
        fc
          .tuple(folder, name)
          .map(([at, file]) => [`${at}${file.endsWith('.js') ? file : `${file}/e.js`}`, ''] as const),
        fc.tuple(folder, ignoreFile).map(([at, text]) => [`${at}.gitignore`, text] as const),
      ),
      { minLength: 3, maxLength: 10 },
    );
    fc.assert(
      fc.property(tree, (entries) => {
        try {
          files(Object.fromEntries(entries));
          expect(walked()).toEqual(listed());
        } finally {
          rmSync(root, { recursive: true, force: true });
        }
      }),
      randomly(60),
    );
  });
});
