import { expect, test } from 'vitest';
import { rewrite } from '../support/fake-migration';

test('an export in an ambient module is a type and stays unchanged', () => {
  const source = "declare module 'x' {\n  export { startRecord } from '@tarojs/taro'\n}\n";
  const { changed, findings } = rewrite(source, { filename: 'a.ts' });
  expect(changed).toBe(false);
  expect(findings.map(({ code }) => code)).toEqual(['REC207']);
});
