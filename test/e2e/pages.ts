import { expect, vi } from 'vitest';
import { fakeCanvas } from '../support/fake-canvas';
import { FakeMy } from '../support/fake-my';
import { FakeWx } from '../support/fake-wx';
import { type HostName, Weapp, type WeappPage } from '../support/weapp-harness';

/** The path of the first recording. */
export const FILE = 'wxfile://tmp/record-1.aac';

type Scenario = (open: (route: string) => Promise<WeappPage>, client: FakeWx, app: Weapp) => Promise<void>;

/** Taps (or presses) the element with this text, then advances time by `ms` milliseconds. */
async function tap(page: WeappPage, text: string, ms: number, event?: string): Promise<void> {
  page.tap(text, event);
  await pass(ms);
}

/** User scenarios on the example's pages, keyed by test name. */
export const scenarios: Record<string, Scenario> = {
  'the documentation’s example records for ten seconds': async (open, client) => {
    const page = await open('pages/doc-example/index');
    await tap(page, '开始录音', 9_000);
    expect(client.isRecording).toBe(true);
    expect(page.text('result')).toBe('');
    await pass(2_000);
    expect(page.text('result')).toBe(FILE);
    expect(client.isRecording).toBe(false);
  },
  'the guarded page asks once, records and delivers the file': async (open, client) => {
    const page = await open('pages/authorize/index');
    await tap(page, '开始录音', 3_000);
    expect(page.text('status')).toBe('录音中...');
    expect(client.isRecording).toBe(true);
    await tap(page, '停止录音', 1_000);
    expect(page.text('result')).toBe(FILE);
    expect(page.text('status')).toBe('未录音');
    expect(client.prompts).toBe(1);
  },
  'a denial reaches the page’s fail callback': async (open, client) => {
    client.prompt = 'deny';
    const page = await open('pages/press-to-talk/index');
    await tap(page, '按住 说话', 3_000, 'touchstart');
    expect(page.text('status')).toMatch(/^startRecord:fail .*auth deny/);
    expect(page.text('talk__btn')).toBe('按住 说话');
    expect(client.recordings).toBe(0);
  },
  'denied first, then allowed in the settings: the next start records': async (open, client) => {
    client.grant = false;
    client.settings = true;
    const page = await open('pages/authorize/index');
    await tap(page, '开始录音', 3_000);
    expect(page.text('error')).toMatch(/auth deny/);
    expect(client.isRecording).toBe(false);
    await tap(page, '开始录音', 3_000);
    expect(client.isRecording).toBe(true);
    await tap(page, '停止录音', 1_000);
    expect(page.text('result')).toBe(FILE);
    expect(client.prompts).toBe(0);
  },
  'a denial rejects the awaited promise, and the next start asks again': async (open, client) => {
    client.grant = false;
    const page = await open('pages/await-path/index');
    await tap(page, '开始', 3_000);
    expect(page.text('error')).toMatch(/auth deny/);
    expect(page.text('status')).toBe('空闲');
    client.grant = true;
    await tap(page, '开始', 3_000);
    expect(client.isRecording).toBe(true);
    await tap(page, '结束', 1_000);
    expect(page.text('result')).toBe(FILE);
  },
  'press to talk: each press is one message': async (open, client) => {
    client.grant = true;
    const page = await open('pages/press-to-talk/index');
    await tap(page, '按住 说话', 2_000, 'touchstart');
    expect(page.text('talk__btn')).toBe('松开 结束');
    await tap(page, '松开 结束', 1_000, 'touchend');
    expect(page.text('result')).toBe(FILE);
    await tap(page, '按住 说话', 2_000, 'touchstart');
    await tap(page, '松开 结束', 1_000, 'touchend');
    expect(client.recordings).toBe(2);
    expect(client.isRecording).toBe(false);
  },
  'press to talk: a press that ends before recording begins turns the microphone off': async (
    open,
    client,
  ) => {
    client.grant = true;
    const page = await open('pages/press-to-talk/index');
    await tap(page, '按住 说话', 100, 'touchstart');
    await tap(page, '松开 结束', 3_000, 'touchend');
    expect(client.isRecording).toBe(false);
    expect(page.text('status')).toBe('说话时间太短');
  },
  'press to talk: a press that ends during the prompt records nothing': async (open, client) => {
    client.prompt = 'open';
    const page = await open('pages/press-to-talk/index');
    await tap(page, '按住 说话', 500, 'touchstart');
    await tap(page, '松开 结束', 500, 'touchend');
    client.answer(true);
    await pass(3_000);
    expect(client.recordings).toBe(0);
    expect(page.text('status')).toBe('startRecord:fail stopped before recording began');
  },
  'an awaited startRecord resolves with the path when another handler stops it': async (open) => {
    const page = await open('pages/await-path/index');
    await tap(page, '开始', 2_000);
    expect(page.text('status')).toBe('正在录音');
    await tap(page, '结束', 1_000);
    expect(page.text('result')).toBe(FILE);
    expect(page.text('status')).toBe('空闲');
  },
  'startRecord ends after one minute and succeeds': async (open, client) => {
    client.grant = true;
    const page = await open('pages/await-path/index');
    await tap(page, '开始', 59_000);
    expect(client.isRecording).toBe(true);
    await pass(3_000);
    expect(client.isRecording).toBe(false);
    expect(page.text('result')).toBe(FILE);
    expect(page.text('status')).toBe('空闲');
  },
  'leaving the app ends the recording and delivers its file': async (open, client) => {
    client.grant = true;
    const page = await open('pages/doc-example/index');
    await tap(page, '开始录音', 4_000);
    client.toBackground();
    await pass(1_000);
    client.toForeground();
    await pass(1_000);
    expect(page.text('result')).toBe(FILE);
    expect(client.isRecording).toBe(false);
  },
  'an awaited call with callbacks resolves at once, and stopRecord delivers the file': async (open) => {
    const page = await open('pages/await-callbacks/index');
    await tap(page, '跟读', 2_000);
    expect(page.text('status')).toBe('跟读中');
    await tap(page, '读完了', 1_000);
    expect(page.text('result')).toBe(FILE);
    expect(page.text('status')).toBe('完成');
    expect(page.text('title')).toBe('Nice to meet you.');
  },
  'wx in an app helper: the microphone check works': async (open) => {
    const page = await open('pages/await-callbacks/index');
    await tap(page, '检测麦克风', 6_000);
    expect(page.text('mic')).toBe(`麦克风正常 ${FILE}`);
  },
  'a recorded file can be saved and uploaded': async (open) => {
    const page = await open('pages/save-upload/index');
    await tap(page, '录一段', 2_000);
    await tap(page, '完成并上传', 2_000);
    expect(page.text('saved')).toMatch(/^wxfile:\/\/store\/record/);
    expect(page.text('url')).toBe('https://example.com/voice');
  },
  'partly migrated: recordings of the manager and of the page stay separate': async (open, client) => {
    client.grant = true;
    const page = await open('pages/half-migrated/index');
    await tap(page, '高清录音', 2_000);
    expect(page.text('status')).toBe('高清录音中');
    await tap(page, '停止高清录音', 1_000);
    expect(page.text('hd')).toBe(FILE);
    await tap(page, '普通录音', 2_000);
    await tap(page, '停止普通录音', 1_000);
    expect(page.text('status')).toBe('普通录音完成');
    expect(page.text('result')).toBe('wxfile://tmp/record-2.aac');
    await tap(page, '高清录音', 2_000);
    await tap(page, '停止高清录音', 1_000);
    expect(page.text('hd')).toBe('wxfile://tmp/record-3.aac');
    expect(client.isRecording).toBe(false);
  },
  'partly migrated: the old stopRecord ends a recording of the manager': async (open, client) => {
    client.grant = true;
    const page = await open('pages/half-migrated/index');
    await tap(page, '高清录音', 2_000);
    await tap(page, '停止普通录音', 1_000);
    expect(page.text('hd')).toBe(FILE);
    expect(client.isRecording).toBe(false);
  },
  'a voice message is recorded, played with a pause, and sent': async (open, client) => {
    client.grant = true;
    const page = await open('pages/voice-message/index');
    await tap(page, '录音', 2_000);
    await tap(page, '录完', 1_000);
    expect(page.text('result')).toBe(FILE);
    await tap(page, '试听', 1_000);
    expect(client.sounding).toEqual([`context ${FILE}`]);
    await tap(page, '暂停', 5_000);
    expect(client.sounding).toEqual([]);
    expect(page.text('status')).toBe('已暂停');
    await tap(page, '试听', 2_500);
    expect(page.text('status')).toBe('播放完');
    await tap(page, '发送', 1_000);
    expect(page.text('url')).toBe('https://example.com/voice');
    expect(client.sounding).toEqual([]);
  },
  'stopRecord and playVoice on consecutive lines play the previous voice': async (open, client) => {
    client.grant = true;
    const page = await open('pages/voice-message/index');
    await tap(page, '录音', 2_000);
    await tap(page, '录完', 1_000);
    await tap(page, '录音', 2_000);
    await tap(page, '听上一段', 1_000);
    expect(client.sounding).toEqual([`context ${FILE}`]);
    expect(client.isRecording).toBe(false);
    expect(page.text('result')).toBe('wxfile://tmp/record-2.aac');
    await pass(4_000);
    expect(client.sounding).toEqual([]);
  },
  'a downloaded voice plays to its end, and the host plays an old silk file': async (open, client) => {
    const page = await open('pages/voice-box/index');
    await tap(page, '新留言', 1_000);
    expect(page.text('status')).toBe('播放中');
    await pass(3_000);
    expect(page.text('status')).toBe('听完了');
    await tap(page, '旧留言', 1_000);
    expect(client.sounding).toEqual(['voice wxfile://tmp/0.silk']);
    await pass(3_000);
    expect(page.text('status')).toBe('听完了');
    await tap(page, '新留言', 1_000);
    await tap(page, '停止', 500);
    expect(page.text('status')).toBe('playVoice:fail stopped');
    expect(client.sounding).toEqual([]);
    expect(client.played).toHaveLength(3);
  },
  'files: downloaded, read, saved, listed and removed': async (open, client) => {
    const page = await open('pages/saved-files/index');
    await tap(page, '下载附件', 1_000);
    expect(page.text('tip')).toBe('7 md5 digest');
    expect(page.text('files')).toBe('wxfile://store/1.aac 7');
    await tap(page, '全部删除', 1_000);
    expect(page.text('files')).toBe('没有文件');
    expect(client.saved).toEqual([]);
  },
  'pictures: chosen and uploaded; a person who chooses none is told so': async (open, client) => {
    const page = await open('pages/photos/index');
    await tap(page, '选图片', 1_000);
    expect(page.text('tip')).toBe('没有选择图片');
    client.chosen = [1, 2, 3, 4].map((size) => ({ tempFilePath: `wxfile://tmp/${size}.png`, size }));
    await tap(page, '选图片', 1_000);
    expect(page.text('tip')).toBe('6 B');
    expect(page.text('urls')).toBe(Array(3).fill('https://example.com/voice').join(' '));
    client.chosen = [{ tempFilePath: 'wxfile://tmp/1.mp4', size: 5, duration: 9 }];
    await tap(page, '选视频', 1_000);
    expect(page.text('video')).toBe('wxfile://tmp/1.mp4 9 秒');
  },
  'background audio: plays, pauses, seeks, and continues with the next track at the end': async (
    open,
    client,
  ) => {
    const page = await open('pages/radio/index');
    await tap(page, '播放', 1_000);
    expect(page.text('tip')).toBe('第 1 个节目');
    expect(client.backgroundAudio.manager.title).toBe('morning-3000');
    await tap(page, '暂停', 1_000);
    expect(page.text('tip')).toBe('已暂停');
    await tap(page, '播放', 5_000);
    expect(page.text('tip')).toBe('第 2 个节目');
    await tap(page, '跳到 30 秒', 100);
    await tap(page, '进度', 100);
    expect(page.text('tip')).toBe('30 / 60 秒');
    await tap(page, '停止', 100);
    expect(page.text('tip')).toBe('已停止');
    await tap(page, '进度', 100);
    expect(page.text('tip')).toBe('没有节目');
    expect(client.backgroundAudio.sounding).toBeUndefined();
  },
  'poster: a card with a shadow, and at night a glowing wave': async (open, client) => {
    const page = await open('pages/poster/index');
    await tap(page, '生成海报', 100);
    expect(page.text('tip')).toBe('海报已生成');
    const shadow = { shadowOffsetX: 0, shadowOffsetY: 6, shadowBlur: 12, shadowColor: 'rgba(0, 0, 0, 0.5)' };
    const none = { shadowOffsetX: 0, shadowOffsetY: 0, shadowBlur: 0, shadowColor: 'transparent' };
    const card = { ...shadow, fillStyle: '#ffffff' };
    const line = { strokeStyle: '#07c160', lineWidth: 6, lineCap: 'round', lineJoin: 'round' };
    const text = { globalAlpha: 0.8, fillStyle: '#333333', 'font size': 16, 'text align': 'center' };
    const { drawings } = client.canvas;
    expect(drawings.map(({ what }) => what)).toEqual(['fill', 'fill', 'stroke', 'fillText']);
    const styles = drawings.map(({ style }) => style);
    expect(styles[0]).toMatchObject({
      fillStyle: {
        stops: [
          [0, '#ddeeff'],
          [1, '#ffffff'],
        ],
      },
    });
    expect(styles[1]).toEqual(card);
    expect(styles[2]).toEqual({ ...card, ...none, ...line });
    expect(styles[3]).toEqual({ ...card, ...none, ...line, ...text });
    await tap(page, '生成夜间海报', 100);
    expect(page.text('tip')).toBe('夜间海报已生成');
    expect(drawings[6]!.style).toEqual({
      ...shadow,
      fillStyle: '#334455',
      ...line,
      ...none,
      shadowBlur: 10,
      shadowColor: '#07c160',
    });
  },
  'own methods of the same names still run': async (open, client) => {
    const page = await open('pages/own-methods/index');
    await tap(page, '开始跑步', 3_100);
    expect(page.text('status')).toBe('3 秒');
    await tap(page, '结束跑步', 1_000);
    expect(page.text('result')).toBe('3 个点');
    expect(client.recordings).toBe(0);
    page.leave();
  },
  'CameraContext.startRecord still films': async (open) => {
    const page = await open('pages/camera/index');
    await tap(page, '拍视频', 100);
    expect(page.text('status')).toBe('拍摄中');
    await tap(page, '停止拍摄', 100);
    expect(page.text('result')).toBe('wxfile://tmp/video.mp4');
  },
};

/** For an app with the options `recorder: { duration: 5000, format: 'mp3' }`. */
const withOptions: typeof scenarios = {
  'a recording ends after the configured five seconds': async (open, client) => {
    client.grant = true;
    const page = await open('pages/await-path/index');
    await tap(page, '开始', 4_000);
    expect(client.isRecording).toBe(true);
    expect(client.started).toMatchObject({ duration: 5000, format: 'mp3' });
    await pass(2_000);
    expect(client.isRecording).toBe(false);
    expect(page.text('result')).toBe(FILE);
  },
};

/** Runs one of the example's scenarios on a built weapp bundle, by name. */
export async function play(folder: string, name: string, platform: HostName = 'wx'): Promise<void> {
  await playing(folder, { ...scenarios, ...withOptions }[name]!, platform);
}

/** Runs a scenario on a built weapp bundle with fake timers. */
export async function playing(
  folder: string,
  scenario: Scenario,
  platform: HostName = 'wx',
  client = platform === 'my' ? new FakeMy() : new FakeWx(),
): Promise<void> {
  // The app leaves some of its own promises rejected (Taro's authorize rejects even with callbacks). The
  // recorder's are always handled.
  const others = process.listeners('unhandledRejection');
  const rejections: unknown[] = [];
  process.removeAllListeners('unhandledRejection');
  process.on('unhandledRejection', (reason) => rejections.push(reason));
  vi.useFakeTimers();
  try {
    // Only WeChat's contexts have the properties.
    if (platform !== 'wx') client.canvas = fakeCanvas({ hasProperties: false });
    const app = new Weapp(folder, client, platform);
    const open = async (route: string) => {
      const page = app.open(route);
      await pass(100);
      return page;
    };
    await scenario(open, client, app);
  } finally {
    vi.useRealTimers();
    await new Promise(setImmediate);
    process.removeAllListeners('unhandledRejection');
    for (const listener of others) process.on('unhandledRejection', listener);
  }
  expect(rejections.filter((reason) => /(Record|Voice):/.test(JSON.stringify(reason) ?? ''))).toEqual([]);
}

export async function pass(ms: number): Promise<void> {
  await vi.advanceTimersByTimeAsync(ms);
}
