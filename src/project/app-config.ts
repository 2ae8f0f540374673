import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where an app's configuration stands: Taro 1 and 2 have it in the class of the app, mini programs in app.json. */
const NAMES = ['app.config', 'app'].flatMap((name) =>
  ['ts', 'js', 'mts', 'mjs', 'tsx', 'jsx', 'json'].map((extension) => `${name}.${extension}`),
);

/** The texts that an app's configuration stands in; `undefined` where there is none. */
export function appConfigText(sourceRoot: string): string | undefined {
  const texts = NAMES.flatMap((name) => {
    try {
      return [readFileSync(join(sourceRoot, name), 'utf8')];
    } catch {
      // Not there, as most of them.
      return [];
    }
  });
  return texts.length > 0 ? texts.join('\n') : undefined;
}
