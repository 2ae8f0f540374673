/** A family whose APIs share state is migrated in an app as a whole, or by name. */
import { relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ProjectFinder } from '../../src/project/detect';
import { scan } from '../../src/project/scan';
import type { RunOptions } from '../../src/project/types';
import { tree } from '../cli/support/tree';
import { runOptions } from '../support/run-options';

const TARO = "import Taro from '@tarojs/taro'\n";
const PLAY = `${TARO}export const play = () => Taro.playBackgroundAudio({ dataUrl: 'a.mp3' })\n`;
const TALK = `${TARO}export const talk = () => Taro.startRecord({})\n`;
/** Nothing says what `host` is. */
const LISTEN = 'export const listen = (host, next) => host.onBackgroundAudioStop(next)\n';
const SUPPRESSED = `// taro-modernize-ignore another API\n${LISTEN}`;
const BGA = 'play-background-audio-to-background-audio-manager';

/** The findings of a run over an app with these sources, and the files that it would change. */
async function run(sources: Record<string, string>, options: Partial<RunOptions> = {}) {
  const files = Object.fromEntries(Object.entries(sources).map(([name, text]) => [`src/${name}`, text]));
  const root = tree({ 'package.json': '{ "dependencies": { "@tarojs/taro": "4.2.0" } }', ...files });
  const scanned = await scan(runOptions(root, options), new ProjectFinder());
  const inOrder = [...scanned.files].sort((a, b) => (a.path < b.path ? -1 : 1));
  return {
    changed: inOrder.flatMap(({ path, change }) => (change ? relative(`${root}/src`, path) : [])),
    findings: inOrder.flatMap(({ path, findings }) =>
      findings
        .filter(({ code }) => /(1..|221)$/.test(code))
        .map((one) =>
          `${relative(`${root}/src`, path)} ${one.api} ${one.code} ${one.data?.place ?? ''}`.trim(),
        ),
    ),
  };
}

const STAYS = 'listen.js onBackgroundAudioStop BGA105';
const PLACE = 'src/listen.js:1:44';

describe('a family of which a use in another file stays', () => {
  it('is not rewritten, and each call names the place; other families are', async () => {
    for (const names of [
      ['a.js', 'z.js'],
      ['z.js', 'a.js'],
    ] as const)
      expect(await run({ [names[0]]: PLAY, 'listen.js': LISTEN, 'talk.js': TALK })).toEqual({
        changed: ['talk.js'],
        findings: [
          ...(names[0] === 'a.js' ? [`a.js playBackgroundAudio BGA125 ${PLACE}`] : []),
          STAYS,
          ...(names[0] === 'z.js' ? [`z.js playBackgroundAudio BGA125 ${PLACE}`] : []),
        ],
      });
  });

  it('is rewritten if the user names it, and the call names the place', async () => {
    expect(await run({ 'a.js': PLAY, 'listen.js': LISTEN }, { migrations: [BGA] })).toEqual({
      changed: ['a.js'],
      findings: [`a.js playBackgroundAudio BGA221 ${PLACE}`, STAYS],
    });
  });

  it.each([
    ['the use is suppressed', SUPPRESSED],
    [
      'the use is changed',
      LISTEN.replace('host.on', 'host.manager.on').replace('onBackgroundAudioStop', 'onStop'),
    ],
    ['the use is rewritten too', `${TARO}export const listen = (next) => Taro.onBackgroundAudioStop(next)\n`],
  ])('is rewritten once %s', async (_, listen) => {
    const { changed, findings } = await run({ 'a.js': PLAY, 'listen.js': listen });
    expect(changed).toContain('a.js');
    expect(findings).toEqual([]);
  });

  it('is rewritten if an earlier run has begun, and the call names the place', async () => {
    const begun =
      "import { backgroundAudio } from 'taro-modernize/runtime/background-audio'\nbackgroundAudio.stop()\n";
    const { changed, findings } = await run({ 'a.js': PLAY, 'begun.js': begun, 'listen.js': LISTEN });
    expect(changed).toEqual(['a.js']);
    expect(findings).toContain(`a.js playBackgroundAudio BGA221 ${PLACE}`);
  });

  it('is rewritten if types say that the use is another API', async () => {
    const typed = `interface Host { onBackgroundAudioStop(next: () => void): void }
export const listen = (host: Host, next: () => void) => host.onBackgroundAudioStop(next)\n`;
    const sources = { 'a.js': PLAY, 'listen.ts': typed };
    expect((await run(sources)).changed).toEqual([]);
    expect(await run(sources, { types: true })).toEqual({ changed: ['a.js'], findings: [] });
  });

  it('is held back with its companions', async () => {
    const own = `${TARO}export const manager = Taro.getBackgroundAudioManager()\n`;
    const { changed } = await run({ 'a.js': PLAY, 'listen.js': LISTEN, 'own.js': own });
    expect(changed).toEqual([]);
  });

  it('of another app does not count', async () => {
    const root = { 'a.js': PLAY, 'other/package.json': '{ "dependencies": { "@tarojs/taro": "4.2.0" } }' };
    const { changed } = await run({ ...root, 'other/src/listen.js': LISTEN });
    expect(changed).toEqual(['a.js']);
  });
});

it('a use that stays in the same file holds the family back too', async () => {
  const overwritten = `${TARO}Taro.playVoice = () => {}\nTaro.pauseVoice()\n`;
  expect(await run({ 'a.js': overwritten })).toEqual({
    changed: [],
    findings: ['a.js playVoice VOI101', 'a.js pauseVoice VOI125 src/a.js:2:6'],
  });
});
