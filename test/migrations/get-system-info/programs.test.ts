import vm from 'node:vm';
import type { PluginItem } from '@babel/core';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { parse } from '../../../src/engine/parse/parse';
import taroModernizeBabel from '../../../src/integrations/babel';
import { rewrite } from '../../../src/project/rewrite';
import {
  type BaseLibrary,
  FakeSystem,
  loadSystem,
  OLD_FIELDS,
  type SystemHostOptions,
} from '../../support/fake-system';
import { compile } from '../../support/fuzz/compile';
import { randomly } from '../../support/random';
import { type SystemProgram, systemPrograms } from './programs';

const parameters = randomly(200);

const LIBRARIES: readonly BaseLibrary[] = ['2.10.0', '2.20.1', '3.7.0'];
const HOSTS: readonly SystemHostOptions[] = [
  ...LIBRARIES.map((library) => ({ platform: 'weapp', library })),
  ...['alipay', 'tt', 'h5', 'rn'].map((platform) => ({ platform })),
];

const printed = systemPrograms.map((program) =>
  Object.defineProperty({ ...program }, fc.toStringMethod, {
    value: () => `${program.filename}\n${program.text}`,
  }),
);

beforeEach(() => vi.stubEnv('TARO_ENV', 'weapp'));
afterEach(() => vi.unstubAllEnvs());

function isProgram({ text, filename }: SystemProgram): boolean {
  try {
    parse(text, filename);
    return true;
  } catch {
    return false;
  }
}

interface Trace {
  lines: string[];
  /** The names of the called native functions. */
  calls: readonly string[];
}

/** What a program does on a host. */
async function run(code: string, options: SystemHostOptions): Promise<Trace> {
  const host = new FakeSystem(options);
  const lines: string[] = [];
  const system = loadSystem(host);
  const taro = Object.defineProperties(
    { ...host.apis },
    { default: { get: () => taro }, __esModule: { value: true } },
  ) as object;
  const log = (...given: unknown[]) => lines.push(given.map(show).join(' '));
  // One by one, because the order of parallel tasks is undefined.
  let last: Promise<unknown> = Promise.resolve();
  const context = vm.createContext({
    wx: { ...host.apis },
    log,
    turn: (count: number) =>
      host.set({
        windowWidth: 1000 + count,
        language: `language ${count}`,
        theme: count % 2 ? 'light' : undefined,
        albumAuthorized: count % 3 ? undefined : false,
      }),
    later: (task: () => Promise<unknown>) => {
      last = last.then(task).catch((error: Error) => lines.push(`rejects ${error.name}`));
    },
    useMemo: (make: () => unknown) => make(),
    useState: (given: unknown) => [typeof given === 'function' ? given() : given, () => {}],
    useRef: (current: unknown) => ({ current }),
    __isIdle: () => false,
    __isPlatform: () => false,
  });
  vm.runInContext(
    'globalThis.__isIdle = globalThis.__isPlatform = (value) => { globalThis.__awaited = value; return false }',
    context,
  );
  const module = { exports: {} };
  try {
    const main = vm.runInContext(`(function (require, module, exports) {${code}\n})`, context);
    main((id: string) => (id === '@tarojs/taro' ? taro : system), module, module.exports);
    lines.push(`exports ${show(module.exports)}`);
  } catch (error) {
    lines.push(`throws ${(error as Error).name}`);
  }
  await last;
  await new Promise(setImmediate);
  return { lines, calls: host.calls };
}

/** Objects without the fields that only the new functions return. */
function show(value: unknown): string {
  if (typeof value === 'function') return 'a function';
  if (typeof value !== 'object' || value === null)
    return typeof value === 'string' ? `'${value}'` : String(value);
  if (Array.isArray(value)) return `[${value.map(show).join(', ')}]`;
  const isInfo = 'pixelRatio' in value || 'wifiEnabled' in value;
  const entries = Object.entries(value).filter(([key]) => !isInfo || OLD_FIELDS.includes(key));
  return `{ ${entries
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, one]) => `${key}: ${show(one)}`)
    .join(', ')} }`;
}

const plugin: PluginItem = [taroModernizeBabel, { onManual: 'off', taroVersion: 4 }];

test('rewritten programs that read system fields get the same values on every platform and base library', async () => {
  await fc.assert(
    fc.asyncProperty(printed, async (program) => {
      fc.pre(isProgram(program));
      const { text, filename } = program;
      const { code, findings, changed } = rewrite(text, { filename });
      expect(rewrite(code, { filename }).code).toBe(code);
      if (!changed) return;
      const original = compile(text, filename);
      const byText = compile(code, filename);
      const byPlugin = compile(text, filename, plugin);
      const isWhole = !findings.some(({ verdict }) => verdict === 'manual');
      for (const host of HOSTS) {
        const before = await run(original, host);
        for (const [how, rewritten] of [
          ['by text', byText],
          ['by the plugin', byPlugin],
        ] as const) {
          const after = await run(rewritten, host);
          const what = `${how}, on ${host.platform} ${host.library ?? ''}\n${rewritten}`;
          // On other platforms callbacks come later, in no defined order with the rest.
          const inOrder = (lines: string[]) => (host.platform === 'weapp' ? lines : [...lines].sort());
          expect(inOrder(after.lines), what).toEqual(inOrder(before.lines));
          // Below 2.23.4, the font size comes from the old call.
          const isModern = host.library === '3.7.0' || !/getAppBaseInfo|getSystemInfo/.test(code);
          if (isWhole && isModern && host.library && host.library !== '2.10.0')
            expect(
              after.calls.filter((name) => name.startsWith('getSystemInfo')),
              what,
            ).toEqual([]);
        }
      }
    }),
    parameters,
  );
}, 3_600_000);

test('the generated programs cover every form, and manual findings name an unknown field', () => {
  const codes = new Map<string, number>();
  for (const { text, filename } of fc.sample(systemPrograms, { numRuns: 300, seed: 1 })) {
    if (!isProgram({ text, filename })) continue;
    for (const { verdict, code, reason } of rewrite(text, { filename }).findings) {
      codes.set(code, (codes.get(code) ?? 0) + 1);
      if (verdict === 'manual') expect(reason).toMatch(/environment|destructured/);
    }
  }
  for (const code of ['SYS001', 'SYS013', 'SYS014', 'SYS119'])
    expect(codes.get(code), code).toBeGreaterThan(20);
});
