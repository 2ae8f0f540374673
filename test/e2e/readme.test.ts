import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { blocksOf } from '../docs/markdown';
import { exampleOf } from '../docs/readme-example';
import { builtExample, installExample, TARBALL } from '../support/taro-app';

const ROOT = join(import.meta.dirname, '../..');
/** Blocks that only one language has fail in test/docs/user-pages.test.ts. */
const READMES = [
  ['README.md', 'docs'],
  ['README.zh-CN.md', 'docs/zh-CN'],
] as const;
/** The only block of a page that contains this text. */
function block(page: string, text: string): string {
  const blocks = blocksOf(readFileSync(join(ROOT, page), 'utf8'));
  const found = blocks.filter(({ code }) => code.includes(text));
  expect(found, text).toHaveLength(1);
  return found[0]!.code;
}

// Follows the README with the tarball in place of the registry and nothing else.
describe.each(READMES)('%s and %s in an empty folder', (name, docs) => {
  let folder: string;
  const PAGE = 'src/pages/talk/index.jsx';
  /** The page after the transform, which imports the runtime from the package. */
  const { before, after } = exampleOf(block(`${docs}/codemod.md`, '+import { recorder }'));
  const page = () => readFileSync(join(folder, PAGE), 'utf8');

  /** Runs commands verbatim, except for the source of the package. */
  function shell(code: string): string {
    const commands = code
      .replace(/(npm install[^\n]*) taro-modernize\b/g, `$1 --no-audit --no-fund '${TARBALL}'`)
      .replace(/\bnpx taro-modernize\b/g, `npx --yes --package '${TARBALL}' taro-modernize`);
    const { status, stdout, stderr } = spawnSync('bash', ['-e', '-c', commands], {
      cwd: folder,
      encoding: 'utf8',
    });
    expect(status, `${commands}\n${stdout}${stderr}`).toBe(0);
    return stdout;
  }

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'taro-modernize-readme-'));
    const manifest = { name: 'readme', private: true, dependencies: { '@tarojs/taro': '4.2.0' } };
    writeFileSync(join(folder, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
    writeFileSync(join(folder, '.gitignore'), 'node_modules\npackage-lock.json\n');
    mkdirSync(join(folder, PAGE, '..'), { recursive: true });
    writeFileSync(join(folder, PAGE), before);
    const identity = '-c user.name=test -c user.email=test@example.com';
    shell(`git init -q && git add -A && git ${identity} commit -qm first`);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test(`${name}: the codemod turns the "before" block into the "after" block, and the documented undo works`, () => {
    const [dryRun, scan, run, check] = block(`${docs}/codemod.md`, 'npx taro-modernize --dry-run   #')
      .trim()
      .split('\n');
    expect(shell(dryRun!)).toContain('+    recorder.start({');
    expect(page()).toBe(before);
    expect(shell(scan!)).toContain('npx taro-modernize --dry-run');
    expect(page()).toBe(before);
    shell(run!);
    expect(page()).toBe(after.replace('taro-modernize/runtime/recorder', '../../taro-modernize/recorder'));
    expect(existsSync(join(folder, 'src/taro-modernize/recorder.js'))).toBe(true);
    shell(check!);

    shell(block(`${docs}/codemod.md`, 'git restore'));
    expect(page()).toBe(before);
    expect(shell('git status --short')).toBe('');
  });

  test(`${name}: the jscodeshift command makes the same change`, () => {
    shell(block(`${docs}/codemod.md`, 'npx jscodeshift'));
    expect(page()).toBe(after);
  });
});

describe.each(READMES)('%s and %s in the example app', (name, docs) => {
  let installed: string;
  beforeAll(async () => {
    installed = await installExample();
  });

  // example.test.ts compares the sources.
  test(`${name}: the plugin builds the app and prints the documented summary`, async () => {
    const config = block(`${docs}/plugin.md`, "plugins: ['taro-modernize']");
    expect(new Function(`${config}\nreturn config`)()).toMatchObject({ plugins: ['taro-modernize'] });
    const { printed } = await builtExample('plugin', 'weapp');
    // The pages have the same figures, and builds of the tests print English.
    expect(printed).toContain(block('docs/plugin.md', 'no manual changes needed').trim());
  });

  test(`${name}: the documented Babel configuration rewrites a page (for React Native: react-native.test.ts)`, () => {
    const folder = join(installed, 'apps/readme-babel');
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    symlinkSync(join(installed, 'node_modules'), join(folder, 'node_modules'), 'junction');
    writeFileSync(join(folder, 'babel.config.js'), block(`${docs}/plugin.md`, 'taro-modernize/babel'));
    writeFileSync(join(folder, 'package.json'), '{ "name": "readme-babel", "private": true }\n');
    writeFileSync(
      join(folder, 'page.jsx'),
      exampleOf(block(`${docs}/codemod.md`, '+import { recorder }')).before,
    );
    const script = "console.log(require('@babel/core').transformFileSync('page.jsx').code)";
    const { stdout, stderr } = spawnSync(process.execPath, ['-e', script], {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, NODE_ENV: 'production', TARO_ENV: 'weapp' },
    });
    expect(stdout, stderr).toContain('recorder.start({');
    expect(stdout).not.toContain('Taro.startRecord');
  });
});
