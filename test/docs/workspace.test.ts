import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');
const dockerfile = read('.devcontainer/Dockerfile');

test('version managers, the container and the workflows use the same Node', () => {
  const version = read('.node-version').trim();
  expect(dockerfile).toContain(`FROM node:${version}-`);
  expect(read('.github/workflows/ci.yml')).toContain(`node-version: ${version.split('.')[0]}\n`);
});

test('the container installs the packages and dependencies that .ci/run installs', () => {
  const script = read('.ci/run');
  const packages = [...script.matchAll(/missing\+=\(([\w-]+)\)/g)].map(([, name]) => name);
  const [, install, listed] = /RUN apt-get update && (apt-get install .*?recommends) (.*)/.exec(dockerfile)!;
  expect(listed!.split(' ')).toEqual(packages);
  expect(script).toContain(`apt-get update && $sudo ${install} `);
  const { build, postCreateCommand } = JSON.parse(read('.devcontainer/devcontainer.json'));
  expect(script).toContain(`${postCreateCommand} `);
  expect(existsSync(join(ROOT, '.devcontainer', build.dockerfile))).toBe(true);
});

test('the editor debugs a fixture with the command in CONTRIBUTING.md', () => {
  const { configurations } = JSON.parse(read('.vscode/launch.json'));
  const [{ name, program, args }] = configurations;
  expect(existsSync(join(ROOT, program.replace(/^\$\{workspaceFolder\}\//, '')))).toBe(true);
  const page = read('CONTRIBUTING.md');
  expect(page).toContain(`*${name}*`);
  const command = args
    .join(' ')
    .replace(/\$\{input:case\}/, 'my-case')
    .replace('run ', 'run --inspect-brk ');
  expect(page).toContain(`\`npx vitest ${command}\``);
});
