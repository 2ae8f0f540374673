import { expect, test } from 'vitest';
import type { ManagerSharing } from '../../src/build/manager-sharing';
import { WebpackManagerSharing } from '../../src/build/webpack-sharing';

type NeedBuild = (module: { originalSource(): { source(): string } }) => Promise<boolean | undefined>;

/** A compiler that keeps what is tapped, so that a test can run builds. */
function compiler() {
  const taps: Record<string, (() => void)[]> = { run: [], watchRun: [], compilation: [] };
  let needBuild: NeedBuild = async () => undefined;
  const tap = (hook: string) => ({ tap: (_name: string, run: () => void) => taps[hook]!.push(run) });
  return {
    instance: {
      hooks: { run: tap('run'), watchRun: tap('watchRun'), compilation: tap('compilation') },
      webpack: {
        NormalModule: {
          getCompilationHooks: () => ({
            needBuild: {
              tapPromise: (_name: string, run: NeedBuild) => {
                needBuild = run;
              },
            },
          }),
        },
      },
    } as unknown as Parameters<WebpackManagerSharing['apply']>[0],
    build(hook: 'run' | 'watchRun') {
      for (const run of [...taps[hook]!, ...taps.compilation!]) run();
      return (code: string) => needBuild({ originalSource: () => ({ source: () => code }) });
    },
  };
}

const MANAGER = 'Taro.getRecorderManager()';

test('when a watched project begins to use the recorder, modules with the manager are built again, once', async () => {
  const answers = [false, true, false];
  const { instance, build } = compiler();
  new WebpackManagerSharing({ refresh: () => answers.shift() } as unknown as ManagerSharing).apply(instance);

  expect(await build('watchRun')(MANAGER)).toBeUndefined();
  const needBuild = build('watchRun');
  expect(await needBuild(MANAGER)).toBe(true);
  expect(await needBuild('export const a = 1')).toBeUndefined();
  expect(await build('watchRun')(MANAGER)).toBeUndefined();
});

test('a build that is not watched looks through the sources once', () => {
  let looks = 0;
  const { instance, build } = compiler();
  const sharing = { refresh: () => ++looks > 1 } as unknown as ManagerSharing;
  new WebpackManagerSharing(sharing).apply(instance);
  build('run');
  expect(looks).toBe(1);
});
