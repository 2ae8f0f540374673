import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where an app keeps its configuration: Taro 1 and 2 in the class of the app, mini programs in app.json. */
const NAMES = ['app.config', 'app'].flatMap((name) =>
  ['ts', 'js', 'mts', 'mjs', 'tsx', 'jsx', 'json'].map((extension) => `${name}.${extension}`),
);

/** The texts of an app's configuration files; `undefined` if there are none. */
export function appConfigText(sourceRoot: string): string | undefined {
  const texts = NAMES.flatMap((name) => {
    try {
      return [readFileSync(join(sourceRoot, name), 'utf8')];
    } catch {
      // Most of these files do not exist.
      return [];
    }
  });
  return texts.length > 0 ? texts.join('\n') : undefined;
}
