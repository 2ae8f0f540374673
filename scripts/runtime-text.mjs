import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../src/migrations', import.meta.url));

/** The sources of all families' runtimes: paths by name without `.ts`. */
const PATHS = new Map(
  readdirSync(ROOT)
    .map((family) => join(ROOT, family, 'runtime'))
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder).map((file) => [file.replace(/\.ts$/, ''), join(folder, file)])),
);

/** Names of the runtimes: `recorder`. */
export const runtimeNames = [...PATHS.keys()].filter((name) => !name.includes('-host')).sort();

/** @returns {string[]} the hosts of a runtime: `recorder-host`, `recorder-host.h5` */
export const hostsOf = (name) =>
  [...PATHS.keys()].filter((file) => file === `${name}-host` || file.startsWith(`${name}-host.`)).sort();

/** @returns {string} the path of a runtime source */
export const pathOf = (name) => PATHS.get(name);

export const textOf = (name) => readFileSync(pathOf(name), 'utf8');

/**
 * A runtime with its host in one file: the host's text replaces its import in the core. Their names must not
 * collide; TypeScript reports it if they do.
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
