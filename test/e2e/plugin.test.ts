import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { build, installExample, makeApp, run } from '../support/taro-app';
import { replaceIn } from './library';

const MANUAL = '\ndelete (Taro as { stopRecord?: unknown }).stopRecord\n';

let installed: string;

beforeAll(async () => {
  installed = await installExample();
});

/** Build output without colors and progress. */
async function printedBy(
  app: string,
  compiler: 'webpack5' | 'vite',
): Promise<{ printed: string; failed: boolean }> {
  try {
    return { printed: (await build(app, 'weapp', compiler)).printed, failed: false };
  } catch (error) {
    return { printed: String(error), failed: true };
  }
}

describe.each(['webpack5', 'vite'] as const)('the plugin in a weapp build with %s', (compiler) => {
  test('the build warns about manual findings with position and code, prints a one-line summary and writes the report', async () => {
    const app = makeApp(installed, `telling-${compiler}`, [['taro-modernize', { report: 'left.json' }]]);
    appendFileSync(join(app, 'src/pages/index/index.tsx'), MANUAL);
    const line = readFileSync(join(app, 'src/pages/index/index.tsx'), 'utf8').split('\n').length - 1;
    const { printed, failed } = await printedBy(app, compiler);
    expect(failed, printed).toBe(false);
    expect(printed).toContain(`src/pages/index/index.tsx:${line}:`);
    expect(printed).toContain(`> ${line} | delete (Taro as { stopRecord?: unknown }).stopRecord`);
    const summaries = printed.match(
      /\[taro-modernize\] \d+ rewritten in \d+ files, 1 manual change needed \(see left\.json\)/g,
    );
    expect(summaries).toHaveLength(1);
    const report = JSON.parse(readFileSync(join(app, 'left.json'), 'utf8'));
    // Includes advisory findings: chooseImage and chooseVideo, whose migration is opt-in, eleven on the pages with a
    // canvas, one on the profile page, and with webpack, which loads it, one in the configuration.
    expect(report.summary).toMatchObject({ manual: compiler === 'webpack5' ? 16 : 15, errors: 0 });
    expect(summaries![0]).toContain(
      `${report.summary.rewritten} rewritten in ${report.summary.changed} files`,
    );
  });

  test('the build fails on manual findings when configured to', async () => {
    const app = makeApp(installed, `failing-${compiler}`, [['taro-modernize', { onManual: 'error' }]]);
    replaceIn(join(app, 'src/app.config.ts'), /pages: \[[^\]]*\]/, "pages: ['pages/index/index']");
    appendFileSync(join(app, 'src/pages/index/index.tsx'), MANUAL);
    const { printed, failed } = await printedBy(app, compiler);
    expect(failed).toBe(true);
    expect(printed).toMatch(/src\/pages\/index\/index\.tsx:\d+:\d+: stopRecord needs a manual change/);
  });
});

test('an invalid plugin option stops the build and is named', async () => {
  const app = makeApp(installed, 'options', [['taro-modernize', { onManual: 'explode' }]]);
  const { printed, failed } = await printedBy(app, 'webpack5');
  expect(failed).toBe(true);
  expect(printed).toMatch(/"onManual" must be one of \[warn, error, off\]/);
});

describe('taro modernize', () => {
  const modernize = (app: string, ...args: string[]) =>
    run(process.execPath, [join(app, 'node_modules/@tarojs/cli/bin/taro'), 'modernize', ...args], {
      cwd: app,
    });

  test('taro modernize prints the same text as the codemod, with the same exit codes', async () => {
    const app = makeApp(installed, 'command', ['taro-modernize']);
    const help = await modernize(app, '--help');
    const own = await run(
      process.execPath,
      [join(app, 'node_modules/taro-modernize/dist/cli/bin.js'), '--help'],
      {
        cwd: app,
      },
    );
    expect(help.status).toBe(0);
    expect(help.printed).toContain(own.printed);

    expect(await modernize(app, '--check')).toMatchObject({ status: 1 });
    const wrong = await modernize(app, '--chek');
    expect(wrong).toMatchObject({ status: 2 });
    expect(wrong.printed).toContain('Did you mean --check?');
    expect(existsSync(join(app, 'src/taro-modernize'))).toBe(false);
  });

  test('taro modernize rewrites the sources, reports an unreadable file and finds nothing to do in a second run', async () => {
    const app = makeApp(installed, 'command', ['taro-modernize']);
    writeFileSync(join(app, 'src/broken.ts'), 'Taro.startRecord(\n');
    const first = await modernize(app, '--yes', '--allow-dirty');
    expect(first).toMatchObject({ status: 1 });
    expect(first.printed).toContain('src/broken.ts');
    expect(readFileSync(join(app, 'src/utils/mic.ts'), 'utf8')).toContain('recorder.start');
    writeFileSync(join(app, 'src/broken.ts'), '');
    const second = await modernize(app, '--check');
    expect(second, second.printed).toMatchObject({ status: 0 });
  });
});
