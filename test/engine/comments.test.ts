import { type ParserOptions, parse } from '@babel/parser';
import { describe, expect, test } from 'vitest';
import { rewrite } from '../../src/project/rewrite';

const PROGRAMS: Readonly<Record<string, string>> = {
  'functions in an empty list': 'Taro.getSystemInfo().then((r) => log(r.windowWidth));',
  'a replaced callback': 'Taro.getSystemInfo({ success: (r) => log(r.windowWidth) });',
  'a removed default import': 'Taro.startRecord();\nTaro.stopRecord({});',
  'removed specifiers':
    "import { startRecord, stopRecord as s, login } from '@tarojs/taro';\nlogin(Taro);\nstartRecord({ success() {} });\ns();",
  'a rebound property': 'const { startRecord, login } = Taro;\nstartRecord(login);',
  'a split pattern':
    'const { windowWidth, brand, platform: p } = Taro.getSystemInfoSync();\nlog(windowWidth, brand, p);',
  'a split and awaited pattern':
    'async function f() {\n  const { windowWidth, brand } = await Taro.getSystemInfo();\n  return windowWidth + brand;\n}\nf();',
  'a merged call': 'const info = Taro.getSystemInfoSync();\nlog(info.windowWidth, info.brand);',
  'fields of calls': 'log(Taro.getSystemInfoSync().windowWidth, Taro.getSystemInfoSync().brand);',
  'feature tests': "if (Taro.startRecord) Taro.startRecord({});\nlog(Taro.canIUse('startRecord'));",
  'an optional call': 'Taro.startRecord?.({});\nlog(Taro.startRecord && Taro.startRecord({}));',
  assignments:
    "const c = Taro.createCanvasContext('a');\nc.setFillStyle('red');\nc.setShadow(1, 2, 3, 'red');\nc.draw();",
  'several runtimes':
    "Taro.playBackgroundAudio({ dataUrl: 'a', title: 't' });\nTaro.playVoice({ filePath: 'a' });\nTaro.saveFile({ tempFilePath: 'a' });",
  're-exports':
    "log(Taro);\nexport { startRecord, login } from '@tarojs/taro';\nexport { stopRecord as default } from '@tarojs/taro';",
  'a required module':
    "const { startRecord, login } = require('@tarojs/taro');\nstartRecord({});\nlogin(Taro);",
};

const COMMENTS = ['/* {\n  c() {}\n} */', '// c\n', '/* ) ] } , ; ( [ { c */', '/* c\n*/'];

const OPTIONS = { filename: '/app/src/a.js', platforms: ['weapp'], taroVersion: 4 };
const PARSED: ParserOptions = { sourceType: 'module', tokens: true };

/** The code without comments, semicolons and trailing commas, which depend on the layout. */
function tokensOf(text: string): string {
  const tokens = parse(text, PARSED).tokens as { type: string | { label: string }; value?: unknown }[];
  return tokens
    .flatMap(({ type, value }) =>
      typeof type === 'string' || type.label === ';' ? [] : [value ?? type.label],
    )
    .join(' ')
    .replace(/ , ([)\]}])/g, ' $1');
}

/** A line break is not allowed everywhere, for instance before an arrow. */
function isProgram(text: string): boolean {
  try {
    parse(text, PARSED);
    return true;
  } catch {
    return false;
  }
}

describe('comments of any kind at any place', () => {
  test.each(Object.entries(PROGRAMS))('%s: the code is the same as without the comment', (_name, body) => {
    const program = `import Taro from '@tarojs/taro';\n${body}\n`;
    const { code, findings } = rewrite(program, OPTIONS);
    const wanted = { code: tokensOf(code), codes: findings.map((finding) => finding.code) };
    const { tokens, program: ast } = parse(program, PARSED);
    // A comment before a statement changes how the statement is laid out.
    const statements = new Set(ast.body.map(({ start }) => start));
    const places = (tokens as { start: number }[])
      .map(({ start }) => start)
      .filter((at) => !statements.has(at) && !program.startsWith('const', at));
    let tried = 0;
    for (const at of places) {
      for (const comment of COMMENTS) {
        const text = program.slice(0, at) + comment + program.slice(at);
        if (!isProgram(text)) continue;
        const result = rewrite(text, OPTIONS);
        const found = { code: tokensOf(result.code), codes: result.findings.map((finding) => finding.code) };
        expect(found, text).toEqual(wanted);
        expect(result.code, text).toMatch(/\bc\b/);
        expect(rewrite(result.code, OPTIONS).code, text).toBe(result.code);
        tried++;
      }
    }
    expect(tried).toBeGreaterThan(50);
  });
});
