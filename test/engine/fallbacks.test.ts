import { expect, test } from 'vitest';
import { testedRanges } from '../../src/engine/fallbacks';

const isFallback = (code: string): boolean => {
  const at = code.indexOf('getSystemInfoSync');
  return testedRanges(code, 'a.js', new Set(['getWindowInfo'])).some(
    ({ start, end }) => start <= at && at < end,
  );
};

test.each([
  'x = wx.getWindowInfo ? wx.getWindowInfo() : wx.getSystemInfoSync()',
  'x = !wx.getWindowInfo ? wx.getSystemInfoSync() : wx.getWindowInfo()',
  'x = (wx.getWindowInfo || wx.getSystemInfoSync)()',
  'x = (wx.getWindowInfo ?? wx.getSystemInfoSync)()',
  "x = typeof wx.getWindowInfo === 'function' ? wx.getWindowInfo() : wx.getSystemInfoSync()",
  "x = 'getWindowInfo' in wx ? wx.getWindowInfo() : wx.getSystemInfoSync()",
  "if (wx.canIUse('getWindowInfo')) x = wx.getWindowInfo(); else x = wx.getSystemInfoSync()",
  'function f() { if (wx.getWindowInfo) return wx.getWindowInfo(); return wx.getSystemInfoSync() }',
  "const has = wx.canIUse('getWindowInfo'); x = has ? wx.getWindowInfo() : wx.getSystemInfoSync()",
  "function has() { return wx.canIUse('getWindowInfo') }\nx = has() ? wx.getWindowInfo() : wx.getSystemInfoSync()",
])('a fallback behind a test: %s', (code) => expect(isFallback(code)).toBe(true));

test.each([
  'x = wx.getSystemInfoSync()',
  'x = wx.getWindowInfo(); y = wx.getSystemInfoSync()',
  'x = { ...wx.getWindowInfo(), ...wx.getSystemInfoSync() }',
  'x = wx.getDeviceInfo ? wx.getDeviceInfo() : wx.getSystemInfoSync()',
  'x = wx.getWindowInfo ? 1 : 2; y = wx.getSystemInfoSync()',
  'if (wx.getWindowInfo) x = wx.getWindowInfo(); y = wx.getSystemInfoSync()',
])('no fallback: %s', (code) => expect(isFallback(code)).toBe(false));
