import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import type { Project } from '../../src/project/types';

const NODE_MODULES = join(import.meta.dirname, '..', '..', 'node_modules');

/** Installs Taro, whose types the project's modules import. */
export function linkTaro(root: string): void {
  mkdirSync(join(root, 'node_modules'), { recursive: true });
  symlinkSync(join(NODE_MODULES, '@tarojs'), join(root, 'node_modules', '@tarojs'));
}

/** A Taro 4 project in this folder, as detection describes it. */
export function projectAt(root: string): Project {
  return {
    root,
    kind: 'taro',
    sourceRoot: join(root, 'src'),
    outputRoots: [],
    taroVersion: 4,
    platforms: [],
    host: '',
    detected: true,
  };
}
