import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readJson, readPackageJson } from './package-json';

/** The tools with which projects format their code. */
export type Formatter = 'prettier' | 'biome';

const PRETTIER = [
  ...['', '.json', '.yml', '.yaml', '.json5', '.toml'].map((ending) => `.prettierrc${ending}`),
  ...['js', 'cjs', 'mjs', 'ts'].flatMap((ending) => [`.prettierrc.${ending}`, `prettier.config.${ending}`]),
];
const BIOME = ['biome.json', 'biome.jsonc', '.biome.json', '.biome.jsonc'];

/** The formatter of a project: the nearest one that a configuration or a package.json names, up to the repository. */
export function formatterOf(root: string): Formatter | undefined {
  for (let folder = root; ; folder = dirname(folder)) {
    const found = formatterIn(folder);
    if (found || existsSync(join(folder, '.git')) || dirname(folder) === folder) return found;
  }
}

/** Projects that have both lint with Biome and format with Prettier. */
function formatterIn(folder: string): Formatter | undefined {
  const has = (names: readonly string[]) => names.some((name) => existsSync(join(folder, name)));
  if (has(PRETTIER) || readJson(join(folder, 'package.json'))?.prettier !== undefined) return 'prettier';
  if (has(BIOME)) return 'biome';
  const dependencies = readPackageJson(folder)?.dependencies ?? {};
  if (Object.hasOwn(dependencies, 'prettier')) return 'prettier';
  return Object.hasOwn(dependencies, '@biomejs/biome') ? 'biome' : undefined;
}

const COMMANDS: Readonly<Record<Formatter, string>> = {
  prettier: 'npx prettier --write',
  biome: 'npx biome format --write',
};

/** The command that formats files. */
export function formatCommand(formatter: Formatter, files: readonly string[]): string {
  return `${COMMANDS[formatter]} ${files.join(' ')}`;
}
