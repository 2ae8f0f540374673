import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');
const FOLDER = join(ROOT, '.github/workflows');
const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));

describe.each(readdirSync(FOLDER))('.github/workflows/%s', (name) => {
  const text = readFileSync(join(FOLDER, name), 'utf8');

  test('workflow pins every action to a full commit hash and names its version', () => {
    const uses = [...text.matchAll(/uses: (.+)$/gm)].map(([, action]) => action!);
    expect(uses.length).toBeGreaterThan(0);
    for (const action of uses) expect(action).toMatch(/^[\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });

  test('workflow has only the permissions that its jobs request, and only publishing gets more than to read', () => {
    expect(text).toMatch(/^permissions: \{\}$/m);
    const asked = [...text.matchAll(/^ {6}([a-z-]+): (read|write)$/gm)].map(
      ([, right, how]) => `${right}: ${how}`,
    );
    const more: Readonly<Record<string, readonly string[]>> = {
      'publish.yml': ['id-token: write'],
      'site.yml': ['id-token: write', 'pages: write'],
    };
    expect([...new Set(asked)].sort()).toEqual(['contents: read', ...(more[name] ?? [])]);
  });

  test('workflow runs only existing commands', () => {
    const commands = [...text.matchAll(/^ +(?:- )?run: (.+)$/gm)].map(([, command]) => command!);
    expect(commands.length).toBeGreaterThan(0);
    for (const command of commands) {
      const [, script] = /^npm run ([\w:]+)/.exec(command) ?? [];
      const [, bin] = /^npx ([\w-]+)/.exec(command) ?? [];
      if (script) expect(scripts).toHaveProperty([script]);
      else if (bin) expect(existsSync(join(ROOT, 'node_modules/.bin', bin)), command).toBe(true);
      else if (command.startsWith('.'))
        expect(statSync(join(ROOT, command)).mode & 0o100, command).toBe(0o100);
      else
        expect(command).toMatch(
          /^(npm (ci|test|publish)( --[\w-]+( public)?)*|git config .+|test "\$TAG" = .+)$/,
        );
    }
  });

  test('workflow: every job has a timeout, keeps no credentials and declares its permissions', () => {
    const jobs = text
      .slice(text.indexOf('\njobs:'))
      .split(/^(?= {2}[a-z]+:$)/m)
      .slice(1);
    expect(jobs.length).toBeGreaterThan(0);
    for (const job of jobs) {
      expect(job).toMatch(/^ {4}timeout-minutes: \d+$/m);
      expect(job).toMatch(/^ {4}permissions:$/m);
      expect(job.match(/actions\/checkout@/g)?.length).toBe(job.match(/persist-credentials: false/g)?.length);
    }
  });

  test('workflow passes no user-controlled text to a shell', () => {
    expect(text).not.toContain('pull_request_target');
    for (const [line] of text.matchAll(/^ +(?:- )?run: .*$/gm))
      expect(line).not.toMatch(/\$\{\{ *(github|inputs)\b/);
  });
});

test('CI runs the unit tests on Linux, Windows and macOS, and the package on every supported Node', () => {
  const text = readFileSync(join(FOLDER, 'ci.yml'), 'utf8');
  expect(text).toContain('os: [ubuntu-latest, windows-latest, macos-latest]');
  expect(text).toContain('node: [18, 20, 22, 24]');
});
