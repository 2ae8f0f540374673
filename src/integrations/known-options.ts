import { migrations } from '../migrations/index';
import { similar } from '../project/similar';
import { unknownOptionMessage } from './messages';

/**
 * Rejects a misspelled option, which would otherwise have no effect without any message.
 * @param known the integration's own options
 * @param runtimes whether the integration accepts the runtimes' options too
 * @throws {Error} that names the option and suggests the intended one
 */
export function refuseUnknown(options: object, known: readonly string[], runtimes = false): void {
  const groups = migrations.flatMap(({ runtime }): [string, string[]][] =>
    runtimes && runtime?.options ? [[runtime.name, Object.keys(runtime.options)]] : [],
  );
  refuse(Object.keys(options), [...known, ...groups.map(([name]) => name)]);
  for (const [name, own] of groups) {
    const given: unknown = (options as Record<string, unknown>)[name];
    const qualified = (key: string) => `${name}.${key}`;
    if (typeof given === 'object' && given !== null)
      refuse(Object.keys(given).map(qualified), own.map(qualified));
  }
}

function refuse(given: readonly string[], known: readonly string[]): void {
  const unknown = given.find((name) => !known.includes(name));
  if (unknown !== undefined) throw new Error(unknownOptionMessage(unknown, similar(unknown, known)));
}
