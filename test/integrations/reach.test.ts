import { expect, test } from 'vitest';
import { prebundled } from '../../src/integrations/prebundle';
import { reach } from '../../src/integrations/reach';

const APP = { root: '/app', sourceRoot: '/app/src' };

test('the sources are rewritten, but not installed packages or files beside the source root', () => {
  const isWanted = reach(APP);
  expect(isWanted('/app/src/pages/a.tsx')).toBe(true);
  expect(isWanted('/app/config/index.ts')).toBe(false);
  expect(isWanted('/app/src-old/a.ts')).toBe(false);
  expect(isWanted('/app/node_modules/some-lib/a.js')).toBe(false);
  expect(isWanted('/app/src/node_modules/some-lib/a.js')).toBe(false);
});

test('without a source root, everything except installed packages is rewritten', () => {
  const isWanted = reach({ root: '/app' });
  expect(isWanted('/shared/a.ts')).toBe(true);
  expect(isWanted('/app/node_modules/some-lib/a.js')).toBe(false);
});

test('included packages are found by name, wherever a package manager puts them', () => {
  const isWanted = reach({ ...APP, include: ['some-lib', '@scope/lib'] });
  expect(isWanted('/app/node_modules/some-lib/dist/a.js')).toBe(true);
  expect(isWanted('/app/node_modules/.pnpm/some-lib@1.0.0/node_modules/some-lib/a.js')).toBe(true);
  expect(isWanted('/app/node_modules/@scope/lib/a.js')).toBe(true);
  expect(isWanted('/app/node_modules/@scope/other/a.js')).toBe(false);
  expect(isWanted('/app/node_modules/some-lib-too/a.js')).toBe(false);
  expect(isWanted('/app/node_modules/some-lib/node_modules/other/a.js')).toBe(false);
});

test('included folders outside the sources are found by path, without packages installed in them', () => {
  const isWanted = reach({ ...APP, include: ['../shared/src'] });
  expect(isWanted('/shared/src/a.ts')).toBe(true);
  expect(isWanted('/shared/test/a.ts')).toBe(false);
  expect(isWanted('/shared/src/node_modules/x/a.js')).toBe(false);
});

test('excluded files stay unchanged, even if also included', () => {
  const isWanted = reach({ ...APP, include: ['some-lib'], exclude: ['src/legacy/', 'some-lib/vendor*'] });
  expect(isWanted('/app/src/legacy/a.ts')).toBe(false);
  expect(isWanted('/app/src/a.ts')).toBe(true);
  expect(
    reach({ ...APP, include: ['some-lib'], exclude: ['node_modules/some-lib/vendor'] })(
      '/app/node_modules/some-lib/vendor/a.js',
    ),
  ).toBe(false);
});

test('a prebundle takes included packages in development, unless it is off or excludes them', () => {
  const webpack5 = (prebundle?: object) => ({
    compiler: { type: 'webpack5', ...(prebundle && { prebundle }) },
  });
  expect(prebundled(['lib'], { compiler: 'webpack5' }, false)).toEqual([]);
  expect(prebundled(['lib'], webpack5(), false)).toEqual(['lib']);
  expect(prebundled(['lib'], webpack5(), true)).toEqual([]);
  expect(prebundled(['lib'], webpack5({ enable: true }), true)).toEqual(['lib']);
  expect(prebundled(['lib'], webpack5({ enable: false }), false)).toEqual([]);
  expect(prebundled(['lib', 'other'], webpack5({ exclude: ['lib'] }), false)).toEqual(['other']);
});
