/** What stays of a family whose APIs share state is named at the rewritten calls, or holds them back. */
import { describe, expect, it } from 'vitest';
import { migrations } from '../../src/migrations';
import { type RewriteOptions, rewrite } from '../../src/project/rewrite';

const sharing = migrations.filter(({ sharesState }) => sharesState);

const findings = (code: string, options: Partial<RewriteOptions> = {}) => {
  const result = rewrite(`${code}export {};\n`, { filename: 'a.js', ...options });
  return {
    ...result,
    lines: result.findings.map((one) => `${one.line} ${one.api} ${one.code} ${one.data?.place ?? ''}`.trim()),
  };
};

it('the families that share state are those with a runtime that has a player or a recorder', () => {
  expect(sharing.map(({ codePrefix }) => codePrefix)).toEqual(['BGA', 'REC', 'VOI']);
});

const pairs = sharing.map(({ name, codePrefix, apis }) => {
  const [first, second] = Object.keys(apis) as [string, string];
  return { name, prefix: codePrefix, first, second };
});

/** Ways in which a use of an API stays on the platform. */
const ways: [name: string, code: (api: string) => string][] = [
  ['an unknown receiver', (api) => `export const f = (host) => host.${api}({})`],
  ['a replaced API', (api) => `wx.${api} = () => {}`],
  ['Object.assign', (api) => `Object.assign(wx, { ${api}() {} })`],
];

describe.each(pairs)('$prefix', ({ name, prefix, first, second }) => {
  it.each(ways)('names %s at the rewritten call', (_, code) => {
    const { lines, changed } = findings(`wx.${first}({})\n${code(second)}\n`);
    expect(changed).toBe(true);
    expect(lines.filter((line) => line.includes('221'))).toHaveLength(1);
    expect(lines.find((line) => line.includes('221'))).toMatch(
      new RegExp(`^1 ${first} ${prefix}221 2:\\d+$`),
    );
  });

  it('names it again in a second run', () => {
    const code = `wx.${first}({})\nexport const f = (host) => host.${second}({})\n`;
    const again = findings(findings(code).code.replace('export {};\n', ''));
    expect(again.lines.filter((line) => line.includes('221'))).toHaveLength(1);
  });

  it.each([
    ['nothing', ''],
    ['canIUse', `wx.canIUse('${second}.success')`],
    ['a suppressed use', `// taro-modernize-ignore it is another one\nhost.${second}({})`],
    ['a method of the app', `export const own = { ${second}() {} }; own.${second}()`],
    ['a mock', `jest.mock('@tarojs/taro', () => ({ ${second}: jest.fn() }))`],
  ])('is silent about %s', (_, code) => {
    expect(findings(`wx.${first}({})\n${code}\n`).lines.filter((line) => line.includes('221'))).toEqual([]);
  });

  const stay = { api: second, path: 'src/b.js', line: 3, column: 7 };
  const families = [{ migration: name, isMigrated: false, stay }];

  it('names what stays in another file', () => {
    const { lines, changed } = findings(`wx.${first}({})\n`, { families });
    expect(changed).toBe(true);
    expect(lines).toContain(`1 ${first} ${prefix}221 src/b.js:3:7`);
  });

  it('stays as a whole if the caller says so', () => {
    const code = [
      "import Taro from '@tarojs/taro'",
      `if (Taro.${first}) Taro.${first}({})`,
      `const { ${second} } = Taro`,
      `${second}()`,
      `export const can = Taro.canIUse('${first}')`,
      ...(prefix === 'REC' ? ['Taro.getRecorderManager().onStop(f)'] : []),
      '',
    ].join('\n');
    const held = findings(code, { families, wholeFamilies: [name], shareManager: true, guard: true });
    expect(held.code).toBe(`${code}export {};\n`);
    expect(held.runtimes).toEqual([]);
    const own = held.lines.filter((line) => line.includes(prefix));
    const place = `${prefix}125 src/b.js:3:7`;
    expect(own).toEqual([
      `2 ${first} ${prefix}208`,
      `2 ${first} ${place}`,
      `3 ${second} ${place}`,
      `4 ${second} ${place}`,
      `5 ${first} ${prefix}217`,
    ]);
    const shown = held.findings.find((one) => one.code === `${prefix}125`)!;
    expect(shown.reason).toBe(`it shares state with ${second} at src/b.js:3:7, which cannot be rewritten`);
    expect(shown.hint).toContain(`--only ${name}`);
  });

  it('gets no TODO mark while it is held back: the other place has one', () => {
    const held = findings(`wx.${first}({})\n`, { families, wholeFamilies: [name], todo: true });
    expect(held.changed).toBe(false);
  });

  it('what stays does not depend on whether the rest is held back', () => {
    const code = `wx.${first}({})\nexport const f = (host) => host.${second}({})\n`;
    const free = findings(code);
    expect(free.families).toEqual([
      { migration: name, isMigrated: false, stay: { api: second, line: 2, column: expect.any(Number) } },
    ]);
    const held = findings(code, { families: free.families, wholeFamilies: [name] });
    expect(held.changed).toBe(false);
    expect(held.families).toEqual(free.families);
  });

  it('a companion that stays is named, and holds nothing back', () => {
    const companion = [{ migration: name, isMigrated: false, stay: { ...stay, api: 'getRecorderManager' } }];
    const { lines, changed } = findings(`wx.${first}({})\n`, { families: companion, wholeFamilies: [name] });
    expect(changed).toBe(true);
    expect(lines).toContain(`1 ${first} ${prefix}221 src/b.js:3:7`);
  });

  it('other families are rewritten', () => {
    const { changed, code } = findings(`wx.${first}({})\nwx.saveFile({})\n`, {
      families,
      wholeFamilies: [name],
    });
    expect(changed).toBe(true);
    expect(code).toContain(`wx.${first}({})`);
    expect(code).toContain('files');
  });
});

it('a file that imports a runtime is migrated already', () => {
  const code = `import { voice } from 'taro-modernize/runtime/voice'\nvoice.play({})\nwx.stopVoice()\n`;
  expect(findings(code).families).toEqual([
    { migration: 'play-voice-to-inner-audio-context', isMigrated: true },
  ]);
});
