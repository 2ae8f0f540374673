import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** @returns {string} the path of a file of the runtimes' sources */
export const pathOf = (name) => fileURLToPath(new URL(`../src/runtime/${name}.ts`, import.meta.url));

export const textOf = (name) => readFileSync(pathOf(name), 'utf8');

/**
 * A runtime with its host in one file: the host's text takes the place of the core's import of it. The names of the
 * two must not collide; TypeScript says so where they do.
 * @param {string} core text that imports from `./NAME-host`
 * @param {string} host text of that file
 */
export function withHost(core, host) {
  const shared =
    /^(?:\/\/ @taro-modernize-runtime.*|\/\/\/ <reference.*|\/\* eslint-disable.*|declare const process:.*)\n/gm;
  const body = host
    .replace(shared, '')
    .replace(/^export \{[^}]*\};\n/gm, '')
    .replace(/^export /gm, '')
    .trim();
  const references = (host.match(/^\/\/\/ <reference.*\n/gm) ?? []).join('');
  const joined = core.replace(/^import \{[^}]*\} from '\.\/[\w-]+-host';$/m, () => body);
  if (joined === core) throw new Error('the runtime does not import its host');
  return joined.replace('\n', () => `\n${references}`);
}
