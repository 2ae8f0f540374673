import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';

// Windows paths on any system: these parts only see files through `node:path` and the mocked `node:fs`.
vi.mock('node:path', async (original) => {
  const { win32 } = await original<typeof import('node:path')>();
  return { ...win32, default: win32 };
});

/** Texts of files by path with `\`. Folders exist through the paths of their files. */
const disk = new Map<string, string>();
const isFolder = (path: string) =>
  [...disk.keys()].some((file) => file.startsWith(`${path.replace(/\\$/, '')}\\`));
const missing = (path: string) => Object.assign(new Error(`ENOENT: ${path}`), { code: 'ENOENT' });
const normal = async (path: string) => (await import('node:path')).win32.normalize(path);

vi.mock('node:fs', async (original) => {
  const { win32 } = await vi.importActual<typeof import('node:path')>('node:path');
  const entry = (name: string, folder: boolean) => ({
    name,
    isFile: () => !folder,
    isDirectory: () => folder,
  });
  const stat = (given: string) => {
    const path = win32.normalize(given);
    if (!disk.has(path) && !isFolder(path)) throw missing(path);
    return { isDirectory: () => !disk.has(path), isFile: () => disk.has(path) };
  };
  return {
    ...(await original<typeof import('node:fs')>()),
    existsSync: (path: string) => disk.has(win32.normalize(path)) || isFolder(win32.normalize(path)),
    readFileSync: (path: string) => {
      const text = disk.get(win32.normalize(path));
      if (text === undefined) throw missing(path);
      return text;
    },
    readdirSync: (folder: string) => {
      const prefix = `${folder.replace(/\\$/, '')}\\`;
      const below = [...disk.keys()]
        .filter((path) => path.startsWith(prefix))
        .map((path) => path.slice(prefix.length));
      const names = new Map(below.map((path) => [path.split('\\')[0]!, path.includes('\\')]));
      return [...names].map(([name, folder]) => entry(name, folder));
    },
    statSync: stat,
    realpathSync: (path: string) => {
      stat(path);
      return win32.normalize(path);
    },
  };
});

// Set before the imports, because some modules read the platform once.
vi.spyOn(process, 'platform', 'get').mockReturnValue('win32');
const { displayPath, isInside, toPosix } = await import('../../src/project/paths');
const { globBase, matcher } = await import('../../src/project/globs');
const { walk } = await import('../../src/project/walk');
const { resolvePaths } = await import('../../src/project/given-paths');
const { specifier } = await import('../../src/project/process-file');
const { reach } = await import('../../src/integrations/reach');
const { isSourceFile } = await import('../../src/project/source-files');
const { createVitePlugin } = await import('../../src/integrations/vite-plugin');
const { quote } = await import('../../src/report/text/en');
const { inEarnest } = await import('../../src/cli/command-line');

function files(...paths: readonly (string | readonly [string, string])[]): void {
  for (const path of paths) {
    if (typeof path === 'string') disk.set(path, '');
    else disk.set(path[0], path[1]);
  }
}

function walked(root: string): string[] {
  const options = {
    gitignore: true,
    outputs: [],
    outputsOf: () => [],
    onUnreadable() {},
    onStrayTemporary() {},
  };
  return [...walk(root, { ...options, enter: () => true })];
}

afterEach(() => disk.clear());
afterAll(() => void vi.restoreAllMocks());

describe('Windows paths', () => {
  it('Windows: paths are shown with /, also on another drive', async () => {
    expect(await normal('C:/app/src')).toBe('C:\\app\\src');
    expect(toPosix('src\\pages\\a.ts')).toBe('src/pages/a.ts');
    expect(displayPath('C:\\app', 'C:\\app\\src\\a.ts')).toBe('src/a.ts');
    expect(displayPath('C:\\app\\src', 'C:\\app\\a.ts')).toBe('../a.ts');
    expect(displayPath('C:\\app', 'C:\\app')).toBe('.');
    expect(displayPath('C:\\app', 'D:\\other\\a.ts')).toBe('D:/other/a.ts');
  });

  it('Windows: containment in a folder compares whole names, ignoring case and separator', () => {
    expect(isInside('C:\\app', 'c:\\APP\\src\\a.ts')).toBe(true);
    expect(isInside('C:\\app\\src', 'C:/app/src/a.ts')).toBe(true);
    expect(isInside('C:\\app', 'C:\\app-two\\a.ts')).toBe(false);
    expect(isInside('C:\\app', 'D:\\app\\a.ts')).toBe(false);
    expect(isInside('C:\\app', 'C:\\app\\..a.ts')).toBe(true);
  });

  it('Windows: the runtime is imported by a relative specifier with /', () => {
    expect(specifier('C:\\app\\src\\pages\\a\\index.tsx', 'C:\\app\\src\\taro-modernize\\recorder')).toBe(
      '../../taro-modernize/recorder',
    );
    expect(specifier('C:\\app\\src\\app.ts', 'C:\\app\\src\\taro-modernize\\recorder')).toBe(
      './taro-modernize/recorder',
    );
  });

  it.each([
    'legacy',
    'src/legacy/',
    'src\\legacy\\**',
    './src/legacy',
    'C:\\app\\src\\legacy',
    'C:/app/src/legacy/*.ts',
    'SRC/{legacy,old}/*.ts',
  ])('Windows: --ignore accepts the glob %s', (glob) => {
    const matches = matcher([glob], 'C:\\app');
    expect(matches('C:\\app\\src\\legacy\\a.ts')).toBe(true);
    expect(matches('C:\\app\\src\\pages\\a.ts')).toBe(false);
    expect(matches('D:\\app\\src\\legacy\\a.ts')).toBe(false);
    expect(matches('C:\\legacy\\a.ts')).toBe(false);
  });

  it('Windows: the base folder of a glob is found', () => {
    expect(globBase('src\\pages\\*.ts')).toBe('src/pages');
    expect(globBase('C:\\app\\**')).toBe('C:/app');
    expect(globBase('*.ts')).toBe('.');
    expect(globBase('\\*.ts')).toBe('/');
    // `C:` alone would be the current folder of the drive.
    expect(globBase('C:\\*.ts')).toBe('C:/');
  });

  it('Windows: globs that the shell has not expanded are resolved', () => {
    files('C:\\app\\src\\pages\\a.ts', 'C:\\app\\src\\b.ts');
    const { found, missing: none } = resolvePaths(['src\\pages\\*.ts', 'src/b.ts', 'no\\such.ts'], 'C:\\app');
    expect(found.map(({ kind, path }) => [kind, path])).toEqual([
      ['folder', 'C:\\app\\src\\pages'],
      ['file', 'C:\\app\\src\\b.ts'],
    ]);
    expect(found[0]!.accepts('C:\\app\\src\\pages\\a.ts')).toBe(true);
    expect(found[0]!.accepts('C:\\app\\src\\pages\\deep\\a.ts')).toBe(false);
    expect(none).toEqual(['C:\\app\\no\\such.ts']);
  });

  it('Windows: .gitignore files work with CRLF, in nested folders and in any case', () => {
    files(
      'C:\\app\\.git\\HEAD',
      ['C:\\app\\.gitignore', '/Dist\r\n*.gen.ts\r\nsrc/old/\r\n'],
      ['C:\\app\\src\\.gitignore', '!keep.gen.ts\r\n/local\r\n'],
      'C:\\app\\dist\\a.ts',
      'C:\\app\\node_modules\\some\\a.ts',
      'C:\\app\\src\\a.ts',
      'C:\\app\\src\\a.gen.ts',
      'C:\\app\\src\\keep.gen.ts',
      'C:\\app\\src\\local\\a.ts',
      'C:\\app\\src\\old\\a.ts',
      'C:\\app\\src\\pages\\local\\a.ts',
    );
    const expected = ['C:\\app\\src\\a.ts', 'C:\\app\\src\\keep.gen.ts', 'C:\\app\\src\\pages\\local\\a.ts'];
    expect(walked('C:\\app')).toEqual(expected);
    expect(walked('C:\\app\\src')).toEqual(expected);
  });

  it('Windows: .gitignore works in the root of a drive', () => {
    files('C:\\.git\\HEAD', ['C:\\.gitignore', '/src/old\n'], 'C:\\src\\old\\a.ts', 'C:\\src\\a.ts');
    expect(walked('C:\\')).toEqual(['C:\\src\\a.ts']);
    expect(walked('C:\\src')).toEqual(['C:\\src\\a.ts']);
  });

  it('Windows: builds rewrite sources whether the bundler names them with \\ (webpack) or / (Vite)', () => {
    const reachOf = reach({
      root: 'C:\\app',
      sourceRoot: 'C:\\app\\src',
      include: ['some-lib', '..\\shared'],
      exclude: ['src\\legacy'],
    });
    const asked = [
      'src\\a.ts',
      'src\\legacy\\a.ts',
      'node_modules\\some-lib\\a.js',
      'node_modules\\other\\a.js',
      '..\\shared\\a.ts',
    ];
    for (const path of [
      ...asked.map((way) => `C:\\app\\${way}`),
      ...asked.map((way) => `C:/app/${toPosix(way)}`),
    ]) {
      expect(isSourceFile(path), path).toBe(true);
      expect(reachOf(path), path).toBe(/legacy|other/.test(path) ? undefined : 'listed');
    }
  });

  it('Windows: suggested commands work in cmd and PowerShell', () => {
    expect(quote('C:\\app\\src\\a.ts')).toBe('C:\\app\\src\\a.ts');
    expect(inEarnest(['scan', 'my pages\\*.ts', '--only', "it's"])).toBe(
      'npx taro-modernize "my pages\\*.ts" --only "it\'s"',
    );
  });
});

it('Windows: Vite gets the runtime by the same id that it gives the file', () => {
  const file = 'C:\\app\\src\\taro-modernize\\recorder.ts';
  const plugin = createVitePlugin({ runtimeFiles: { 'taro-modernize/runtime/recorder': file } });
  expect(plugin.resolveId('taro-modernize/runtime/recorder')).toBe('C:/app/src/taro-modernize/recorder.ts');
});
