import { afterAll, beforeAll, expect, it } from 'vitest';
import { gzipped, RuntimeBuild } from '../../support/runtime-build';

const runtimes = new RuntimeBuild();

beforeAll(() => runtimes.build());
afterAll(() => runtimes.remove());

it('the background audio runtime adds at most 1.9 kB to a weapp build', async () => {
  expect(
    gzipped(await runtimes.production('background-audio', 'weapp', 'backgroundAudio')),
  ).toBeLessThanOrEqual(1900);
});

it('the unused background audio runtime adds nothing', async () => {
  expect(await runtimes.production('background-audio', 'weapp')).not.toContain('BackgroundAudio');
});
