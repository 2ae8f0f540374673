import { expect, it } from 'vitest';
import { gzipped, production } from '../../support/runtime-build';

it('the background audio runtime adds at most 1.9 kB to a weapp build', async () => {
  expect(gzipped(await production('background-audio', 'weapp', 'backgroundAudio'))).toBeLessThanOrEqual(1900);
});

it('the unused background audio runtime adds nothing', async () => {
  expect(await production('background-audio', 'weapp')).not.toContain('BackgroundAudio');
});
