import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { toPosix } from '../../src/project/paths';
import { type Fixture, fixtures, rewriteFixture } from '../support/fixtures';
import { writeFixture } from '../support/write-fixture';

const ROOT = join(import.meta.dirname, '../../__testfixtures__');

test('every file in __testfixtures__ belongs to an input', () => {
  const known = new Set(
    fixtures().flatMap(({ folder, name, extension, findingsFile, outputFile }) => [
      join(ROOT, folder, `${name}.input.${extension}`),
      join(ROOT, folder, `${name}.options.json`),
      findingsFile,
      outputFile,
    ]),
  );
  const files = readdirSync(ROOT, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
  const others = files
    .map(({ parentPath, name }) => join(parentPath, name))
    .filter((file) => !known.has(file));
  expect(others.map(toPosix)).toEqual([]);
});

describe('an update of fixtures', () => {
  const CALL = "import Taro from '@tarojs/taro';\nTaro.startRecord();\n";
  let root: string;
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'taro-modernize-fixtures-'));
    mkdirSync(join(root, 'family'));
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  const add = (file: string, text: string) => writeFileSync(join(root, 'family', file), text);
  const written = (file: string) => readFileSync(join(root, 'family', file), 'utf8');
  const update = (fixture: Fixture) =>
    writeFixture(fixture, rewriteFixture(fixture.input, { filename: `a.${fixture.extension}` }));

  test('an update writes the output and the findings', () => {
    add('basic.input.js', CALL);
    fixtures(root).forEach(update);
    expect(written('basic.output.js')).toContain('recorder.start()');
    expect(written('basic.findings.txt')).toContain('2:6 startRecord REC001\n');
  });

  test('two inputs of one case have findings of their own', () => {
    add('basic.input.js', CALL);
    add('basic.input.ts', `\n${CALL}`);
    fixtures(root).forEach(update);
    expect(written('basic.js.findings.txt')).toContain('2:6 startRecord REC001\n');
    expect(written('basic.ts.findings.txt')).toContain('3:6 startRecord REC001\n');
  });

  test('an update without findings writes nothing and says what is missing', () => {
    add('basic.input.js', 'wx.unheardOf();\n');
    for (const word of ['untagged', 'advice', 'src/migrations/catalogue/by-hand.ts', 'scripts/registry.mjs'])
      expect(() => fixtures(root).forEach(update)).toThrow(word);
    expect(() => fixtures(root).forEach(update)).toThrow('create an empty basic.findings.txt');
    expect(readdirSync(join(root, 'family'))).toEqual(['basic.input.js']);
  });

  test('an update accepts that nothing is found if the findings file is already empty', () => {
    add('basic.input.js', 'wx.unheardOf();\n');
    add('basic.findings.txt', '');
    fixtures(root).forEach(update);
    expect(written('basic.findings.txt')).toBe('');
  });
});
