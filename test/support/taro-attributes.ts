import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as shared from '@tarojs/shared';
import { kebab, pascal } from '../../src/migrations/markup';

type Components = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** A rename of an attribute in the syntaxes of Taro. */
export interface TaroRename {
  readonly tag: string;
  readonly from: string;
  readonly to: string;
  readonly platforms: readonly string[];
}

/**
 * Why Taro does not treat both names of an attribute alike. On mini programs, it renders through templates, which pass
 * only the attributes of these lists to the host.
 * @param root the folder with the `node_modules` of Taro's platforms
 */
export function taroProblems({ tag, from, to, platforms }: TaroRename, root: string): string[] {
  return platforms.flatMap((platform) => {
    const plugin = `@tarojs/plugin-platform-${platform}`;
    const own = pluginComponents(join(root, 'node_modules', plugin, 'dist/runtime.js'));
    if (!own) return [`install ${plugin} to read its attributes`];
    const listed = [shared.internalComponents as Components, own].flatMap((all) =>
      Object.keys(all[pascal(tag)] ?? {}).map(kebab),
    );
    return [from, to].flatMap((name) =>
      listed.includes(name) ? [] : [`${plugin} drops ${name} of <${tag}>`],
    );
  });
}

/** The lists that the runtime of a platform adds to Taro's own. `undefined` if it is not installed. */
function pluginComponents(file: string): Components | undefined {
  if (!existsSync(file)) return undefined;
  let added: Components = {};
  const imported = {
    ...shared,
    mergeReconciler: () => undefined,
    mergeInternalComponents: (components: Components) => {
      added = components;
    },
  };
  const code = readFileSync(file, 'utf8')
    .replace(/^import (\{[^}]*\}) from '@tarojs\/shared';$/gm, 'const $1 = shared;')
    .replace(/^(?:import|export) [^;]*;$/gm, '');
  // Alipay's looks at the global of web views.
  new Function('shared', 'navigator', code)(imported, {});
  return added;
}
