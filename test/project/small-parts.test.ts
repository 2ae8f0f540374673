import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { migrations } from '../../src/migrations';
import { Prefilter } from '../../src/migrations/prefilter';
import { compareVersions } from '../../src/migrations/version';
import { expandBraces, globBase, isGlob, matcher } from '../../src/project/globs';
import { insertDependency } from '../../src/project/insert-dependency';

describe('prefilter', () => {
  it('the prefilter finds names as whole words', () => {
    const filter = new Prefilter(['startRecord', 'stopRecord']);
    expect(filter.matches(Buffer.from('class Record {}'))).toBe(false);
    expect(filter.matches(Buffer.from('录音 Taro.stopRecord()'))).toBe(true);
    expect(filter.matches(Buffer.from('context.startRecording(), $stopRecord, stopRecord_'))).toBe(false);
    expect(filter.matches(Buffer.from('recorder.startRecording(Taro.startRecord)'))).toBe(true);
    expect(filter.matches(Buffer.from('调用startRecord录音'))).toBe(true);
    expect(filter.matches(Buffer.from('startRecord'))).toBe(true);
    expect(new Prefilter(['taro-modernize/']).matches(Buffer.from("'taro-modernize/recorder'"))).toBe(true);
    expect(new Prefilter([]).matches(Buffer.from('anything'))).toBe(false);
  });

  it('the prefilter searches a buffer up to the given length', () => {
    const filter = new Prefilter(['startRecord']);
    const pool = Buffer.from('startRecording');
    expect([10, 11, 14].map((length) => filter.matches(pool, length))).toEqual([false, true, false]);
  });

  it('the prefilter finds a name at every position', () => {
    const counts = Array.from({ length: 30 }, (_, count) => count);
    for (const name of ['startRecord', 'zzz']) {
      const filter = new Prefilter([name]);
      // Some are searched in long steps, others character by character.
      const parts = [' ', '.zz-', '.Record.', ` ${name.slice(1, -1)} `];
      for (const before of parts.flatMap((part) => counts.map((count) => part.repeat(count)))) {
        const texts = parts.flatMap((part) => counts.map((count) => before + name + part.repeat(count)));
        expect(texts.filter((text) => !filter.matches(Buffer.from(text)))).toEqual([]);
      }
    }
  });

  it('the prefilter agrees with a regular expression on texts made of parts of the names', () => {
    const all = [...migrations.flatMap(({ apis }) => Object.keys(apis)), 'to', 'ab-c', 'taro-modernize/'];
    const names = fc.uniqueArray(fc.constantFrom(...all), { minLength: 1, maxLength: 6 });
    const sample = names.chain((names) => {
      const part = fc.tuple(fc.constantFrom(...names), fc.nat(12), fc.nat(12));
      const parts = part.map(([name, from, less]) =>
        name.slice(from > 6 ? from - 6 : 0, name.length - less / 4),
      );
      const between = fc.constantFrom(' ', '.', '$', 's', '录', 'ő', '-', '/');
      return fc.record({ names: fc.constant(names), text: fc.array(fc.oneof(parts, between)) });
    });
    fc.assert(
      fc.property(sample, ({ names, text }) => {
        const words = names.map((name) => `(?<![\\w$])${name}${name.endsWith('/') ? '' : '(?![\\w$])'}`);
        const expected = new RegExp(words.join('|')).test(text.join(''));
        const filter = new Prefilter(names);
        expect(filter.matches(text.join(''))).toBe(expected);
        expect(filter.matches(Buffer.from(text.join('')))).toBe(expected);
      }),
      { seed: 4711, numRuns: 3000 },
    );
  });
});

describe('globs', () => {
  it('globs are distinguished from names and start in a folder', () => {
    expect(['src/*.ts', 'a/{b,c}.js', 'x?.ts'].every(isGlob)).toBe(true);
    expect(['src/a.ts', 'a b', '{x}'].some(isGlob)).toBe(false);
    expect(globBase('src/pages/**/*.ts')).toBe('src/pages');
    expect(globBase('*.ts')).toBe('.');
  });

  it('globs support nested braces', () => {
    expect(expandBraces('a.{js,{m,c}ts}')).toEqual(['a.js', 'a.mts', 'a.cts']);
    expect(expandBraces('a{b')).toEqual(['a{b']);
  });

  it('globs match like .gitignore, only inside their folder', () => {
    const match = matcher(['legacy', '/src/*.ts', './a/b.js'], '/w');
    expect(['/w/x/legacy/a.ts', '/w/src/a.ts', '/w/a/b.js'].every(match)).toBe(true);
    expect(['/w/x/src/a.ts', '/w/src/p/a.ts', '/elsewhere/legacy', '/w'].some(match)).toBe(false);
    expect(matcher(['/w/src/**'], '/w')('/w/src/a/b.ts')).toBe(true);
  });
});

describe('package.json', () => {
  const add = (text: string): string | null => insertDependency(text, 'taro-modernize', '^1.0.0');

  it('package.json gets the dependency in order, whatever its layout', () => {
    expect(add('{\n  "dependencies": {\n    "a": "1",\n    "z": "1"\n  }\n}\n')).toBe(
      '{\n  "dependencies": {\n    "a": "1",\n    "taro-modernize": "^1.0.0",\n    "z": "1"\n  }\n}\n',
    );
    expect(add('{\n    "dependencies": {}\n}')).toBe(
      '{\n    "dependencies": {\n        "taro-modernize": "^1.0.0"\n    }\n}',
    );
    expect(add('{\n\t"name": "x"\n}\n')).toBe(
      '{\n\t"name": "x",\n\t"dependencies": {\n\t\t"taro-modernize": "^1.0.0"\n\t}\n}\n',
    );
  });

  it('package.json stays on one line if it was', () => {
    expect(add('{"name":"x","dependencies":{"a":"1"}}')).toBe(
      '{"name":"x","dependencies":{"a":"1","taro-modernize":"^1.0.0"}}',
    );
    expect(add('{ "dependencies": { "z": "1" } }')).toBe(
      '{ "dependencies": { "taro-modernize": "^1.0.0", "z": "1" } }',
    );
    expect(add('{"name":"x"}')).toBe('{"name":"x","dependencies":{"taro-modernize":"^1.0.0"}}');
    expect(add('{\n  "name": "x",\n  "dependencies": { "a": "1" }\n}')).toBe(
      '{\n  "name": "x",\n  "dependencies": { "a": "1", "taro-modernize": "^1.0.0" }\n}',
    );
  });

  it('package.json stays valid and otherwise unchanged', () => {
    for (const text of [
      '{}',
      '{"a":{"dependencies":{}},"dependencies":{"b":"1"},"devDependencies":{"c":"]}"}}',
      '{ "scripts": { "x": "echo \\"{\\"" }, "list": [1, [2, {"y": null}]], "n": -1.5e3, "dependencies": { "a": "1" } }',
    ]) {
      const result = add(text);
      const { dependencies, ...rest } = JSON.parse(result ?? 'null') as Record<string, unknown>;
      const { dependencies: before, ...restBefore } = JSON.parse(text) as Record<string, unknown>;
      expect(dependencies).toEqual({ ...(before as object), 'taro-modernize': '^1.0.0' });
      expect(rest).toEqual(restBefore);
    }
  });

  it('package.json is not changed when it is not valid JSON', () => {
    expect(add('{ "a": 1, }')).toBeNull();
    expect(add('[]')).toBeNull();
  });
});

it('versions are compared as numbers', () => {
  expect(compareVersions('0.10.0', '0.9.9')).toBeGreaterThan(0);
  expect(compareVersions('1.0.0-beta.1', '1.0.0')).toBeLessThan(0);
  expect(compareVersions('1.0.0', '1.0.0')).toBe(0);
});
