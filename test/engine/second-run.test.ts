import { describe, expect, it } from 'vitest';
import { type Finding, rewrite } from '../../src/project/rewrite';
import { fixtures, rewriteFixture } from '../support/fixtures';

const left = (findings: readonly Finding[]) =>
  findings.flatMap(({ verdict, api, code, reason }) =>
    verdict === 'manual' ? [`${api} ${code} ${reason}`] : [],
  );

describe('manual findings in a second run', () => {
  it.each(
    fixtures().map((fixture) => [`${fixture.folder}/${fixture.name}`, fixture] as const),
  )('manual findings are reported again below their TODO mark: %s', (_, {
    input,
    name,
    extension,
    options,
  }) => {
    const { vueCompiler, ...rest } = options;
    const all = { filename: `${name}.${extension}`, ...rest, migrations: undefined, todo: true };
    const first = rewriteFixture(input, all);
    const second = rewriteFixture(first.code, all);
    expect(left(second.findings)).toEqual(left(first.findings));
    expect(second.code).toBe(first.code);
  });

  it('manual findings are reported again below a runtime import that replaced a removed one', () => {
    const source = `import { startRecord } from '@tarojs/taro'\nfunction go({ api: { stopRecord } }) { stopRecord() }\nstartRecord({})\n`;
    const first = rewrite(source, { filename: 'a.js', todo: true }).code;
    expect(first).toMatch(/^import \{ recorder \} .*\n\/\/ TODO/);
    expect(rewrite(first, { filename: 'a.js', todo: true }).code).toBe(first);
  });
});
