import { vueBlocks } from './vue-blocks';

/** Whether a file may contain types, by its extension or, in a component, by the language of its script. */
export function isTypeScript(filename: string, text: string): boolean {
  return filename.endsWith('.vue')
    ? vueBlocks(text).extension.startsWith('ts')
    : /\.[cm]?tsx?$/i.test(filename);
}
