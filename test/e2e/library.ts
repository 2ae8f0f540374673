import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesOf } from '../support/taro-app';

/** A package that itself calls the old APIs. */
export const LIBRARY = 'some-recording-lib';

export const libraryFiles = {
  'package.json': `${JSON.stringify({
    name: LIBRARY,
    version: '1.0.0',
    main: 'index.js',
    peerDependencies: { '@tarojs/taro': '*' },
  })}\n`,
  'index.js':
    "import Taro from '@tarojs/taro'\nexport const recordInLibrary = () => Taro.startRecord({ from: 'library' })\n",
};

/** Makes a page of the example call the library. */
export function addLibraryCall(app: string): void {
  const page = join(app, 'src/pages/doc-example/index.tsx');
  replaceIn(
    page,
    "import Taro from '@tarojs/taro'",
    `import Taro from '@tarojs/taro'\nimport { recordInLibrary } from '${LIBRARY}'`,
  );
  replaceIn(page, 'var that = this', 'var that = this\n    if (!that) recordInLibrary()');
}

/** The name of the method that the library calls in the built code. */
export function libraryCall(folder: string): string | undefined {
  const code = [...filesOf(folder)].flatMap(([file, text]) => (file.endsWith('.js') ? [text] : []));
  return /\.(\w+)\)?\(\{\s*from: ?["']library["']/.exec(code.join('\n'))?.[1];
}

/** @throws if the file does not contain the call */
export function replaceIn(file: string, from: string | RegExp, to: string): void {
  const text = readFileSync(file, 'utf8');
  const changed = text.replace(from, to);
  if (changed === text) throw new Error(`${file} does not contain ${from}`);
  writeFileSync(file, changed);
}
