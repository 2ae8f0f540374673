import { describe, expect, it } from 'vitest';
import { rewrite } from '../../src/project/rewrite';

const BEGIN = `function begin() { manager.onError(show); manager.start({ duration: 1000 }); wx.startRecord({}) }`;
const LONG = `{ success: ({ tempFilePath }) => upload(tempFilePath, 'https://example.com/recordings'), fail: console.error }`;

/** What `authorize` runs on success, and what the hint must tell to do in place of `getSetting`. */
const ROWS = [
  ['the call alone', 'wx.startRecord({ fail })', 'wx.startRecord({ fail })'],
  ['the call without options', 'wx.startRecord()', 'wx.startRecord()'],
  [
    'a listener before the call',
    'manager.onError(show); wx.startRecord({})',
    'manager.onError(show); wx.startRecord({})',
  ],
  [
    'the manager, too',
    'manager.start({ duration: 1000 }); wx.startRecord({})',
    'manager.start({ duration: 1000 }); wx.startRecord({})',
  ],
  ['a function that starts the manager, too', 'begin()', 'begin()'],
  ['a method', 'that.begin({ from: this })', 'that.begin({ from: this })'],
  [
    'a long call',
    `manager.onError(show); wx.startRecord(${LONG})`,
    'manager.onError(show); wx.startRecord(…)',
  ],
  ['a condition', 'if (ready) { wx.startRecord({}) }', 'if (ready) { wx.startRecord({}) }'],
  [
    'lines',
    'manager.onError(\n  show,\n)\nwx.startRecord({})',
    'manager.onError( show, ); wx.startRecord({})',
  ],
] as const;

const FORMS = {
  'a method success': (body: string) => `wx.authorize({ scope: 'scope.record', success() { ${body} } })`,
  'an arrow function': (body: string) =>
    `wx.authorize({ scope: 'scope.record', success: () => { ${body} } })`,
  'a chain': (body: string) => `wx.authorize({ scope: 'scope.record' }).then(function () { ${body} })`,
  'an await': (body: string) => `await wx.authorize({ scope: 'scope.record' })\n${body}`,
};

function hintFor(request: string): string | undefined {
  const code = `${BEGIN}\nconst that = { begin }\nexport async function record() {
  const { authSetting } = await wx.getSetting()
  if (!authSetting['scope.record']) { ${request} }
}`;
  const { findings } = rewrite(code, { filename: 'a.js' });
  return findings.find((finding) => finding.code === 'REC152')?.hint;
}

describe('the hint of a guard that starts only once', () => {
  for (const [form, written] of Object.entries(FORMS))
    for (const [what, body, said] of ROWS)
      it(`has what runs on success: ${what}, in ${form}`, () => {
        expect(hintFor(written(body))).toMatch(/: (.*)$/);
        expect(/run again: (.*)$/.exec(hintFor(written(body))!)![1]).toBe(said);
      });

  it('has the function that runs on success by its name', () => {
    expect(hintFor("wx.authorize({ scope: 'scope.record', success: begin })")).toMatch(/: begin\(\)$/);
    expect(hintFor("wx.authorize({ scope: 'scope.record' }).then(that.begin)")).toMatch(/: that\.begin\(\)$/);
    expect(hintFor("wx.authorize({ scope: 'scope.record', success: () => begin() })")).toMatch(
      /: begin\(\)$/,
    );
  });
});
