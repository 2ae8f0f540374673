import { expect, test } from 'vitest';
import { migrations } from '../../src/migrations';
import { rewrite } from '../../src/project/rewrite';
import { reportText } from '../../src/report/text';

const TO_ITSELF = migrations.flatMap(({ name, runtime, apis }) =>
  Object.entries(apis).flatMap(([api, { to }]) =>
    runtime && to?.split(', ').includes(api) ? [[api, runtime.name, name] as const] : [],
  ),
);

test('some APIs are replaced with a function of the same name', () => {
  expect(TO_ITSELF.map(([api]) => api)).toEqual(expect.arrayContaining(['saveFile', 'getSystemInfo']));
});

test.each(
  TO_ITSELF,
)('the message for %s, whose replacement has the same name, names the module %s', (api, runtime, name) => {
  const forms = [
    `export const value = Taro.${api};`,
    `Taro.${api}({ ...options, success: (res) => keep(res) });`,
    `export const { ${api}: renamed } = Taro;`,
  ];
  let named = 0;
  for (const form of forms) {
    const { findings } = rewrite(`import Taro from '@tarojs/taro';\n${form}\n`, {
      filename: 'a.js',
      project: 'taro',
      migrations: [name],
    });
    const [finding] = findings.filter(({ verdict }) => verdict === 'rewritten');
    if (!finding) continue;
    if (/^rewritten\/(split|picked)$/.test(finding.messageId)) continue;
    named++;
    expect(finding.reason).toContain(`${api} from the runtime module ${runtime}`);
    expect(reportText('zh').finding(finding).reason).toContain(`运行时模块 ${runtime} 的 ${api}`);
  }
  expect(named).toBeGreaterThan(0);
});
