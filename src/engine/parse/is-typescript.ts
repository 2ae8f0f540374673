import { vueBlocks } from './vue-blocks';

/** Whether the code of a file has types: by its extension, or in a component by the language of its script. */
export function isTypeScript(filename: string, text: string): boolean {
  return filename.endsWith('.vue')
    ? vueBlocks(text).extension.startsWith('ts')
    : /\.[cm]?tsx?$/i.test(filename);
}
