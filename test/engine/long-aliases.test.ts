import { transformSync } from '@babel/core';
import { expect, it } from 'vitest';
import taroModernize from '../../src/integrations/babel';
import { rewrite } from '../../src/project/rewrite';

const IMPORT = "import Taro from '@tarojs/taro'\n";
const COUNT = 1000;
const lines = (write: (at: number) => string) =>
  Array.from({ length: COUNT }, (_, at) => write(at)).join('\n');

const aliases = `${IMPORT}const a0 = Taro\n${lines((at) => `const a${at + 1} = a${at}`)}\na${COUNT}.stopRecord()`;
const circle = `let a0 = wx\n${lines((at) => `let a${at + 1} = a${at}`)}\na0 = a5\nexport const b = a${COUNT}.stopRecord()`;

it.each([
  ['aliases', aliases],
  ['aliases in a circle', circle],
])('1,000 %s of the platform are followed', (_, source) => {
  const { code } = rewrite(source, { filename: 'a.js' });
  expect(code).toContain('recorder.stop()');
  expect(code).not.toContain('stopRecord()');
});

it('the Babel plugin follows 1,000 aliases too', () => {
  const done = transformSync(aliases, {
    filename: '/app/src/a.js',
    configFile: false,
    babelrc: false,
    plugins: [[taroModernize, { onManual: 'off' }]],
  });
  expect(done?.code).toContain('recorder.stop()');
});
